"""Tables of text: one whose head is repeated on each page, and one of facts with their labels.

A tall row goes on over the page and leaves no gap. To a screen reader a table is one, however many pages it takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table, TableStyle

from app.reports.fonts import Face
from app.reports.palette import colour
from app.reports.styles import small
from app.reports.tags import Element, tags_of
from app.reports.text import Text

BARE = (
    ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR.value),  # set even for cells without text of their own
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
)
"""How every table of the prints begins: our font, at the top, no padding at the sides."""

Row = list[Flowable | list[Flowable]]
_TALL = 60.0  # points left under the last whole row from which the next row begins there already
_SLACK = 6.0  # points by which reportlab's beginning of a row may be higher than the room it was given
_LABELS = 104.0  # points of width of the labels of facts


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A row with what it is to a screen reader: its group, itself, and its cells."""

    cells: Row
    group: Element
    row: Element
    elements: tuple[Element, ...]


class _TaggedTable(Table):  # type: ignore[misc]  # reportlab carries no types
    """Rows of paragraphs of which the first `heads` are repeated on each page."""

    def __init__(
        self, table: Element, rows: Sequence[_Tagged], widths: Sequence[float | None], look: TableStyle, heads: int
    ) -> None:
        self._table, self._rows, self._widths, self._look, self._heads = table, list(rows), tuple(widths), look, heads
        cells = [row.cells for row in self._rows]
        super().__init__(cells, colWidths=self._widths, repeatRows=heads, splitInRow=1, style=look)
        self._renderCB = type(self)._told

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """The rows that fit, with the beginning of the next where much room is left, and the rest under the head."""
        self.wrap(availWidth, availHeight)
        heads = self._heads
        room = availHeight - sum(self._rowHeights[:heads])
        fits = heads
        while fits < len(self._rows) and self._rowHeights[fits] <= room:
            room -= self._rowHeights[fits]
            fits += 1
        upper, rest = self._rows[:fits], self._rows[fits:]
        if rest and room >= _TALL:
            single = Table([rest[0].cells], colWidths=self._colWidths, splitInRow=1, style=self._look)
            if pieces := single.splitOn(None, availWidth, room - _SLACK):
                begun, ended = (replace(rest[0], cells=piece._cellvalues[0]) for piece in pieces)
                upper, rest = [*upper, begun], [ended, *rest[1:]]
        if len(upper) <= heads or not rest:
            return []
        return [self._like(upper), self._like([*self._rows[:heads], *rest])]

    def _like(self, rows: Sequence[_Tagged]) -> _TaggedTable:
        return _TaggedTable(self._table, rows, self._widths, self._look, self._heads)

    def _told(self, event: str, *where: object) -> None:
        """Called by reportlab as it draws each part of the table."""
        tags = tags_of(self.canv)
        if event == "startTable":
            tags.begin(self._table)
        elif event == "startRow":
            number = int(str(where[0]))
            self._drawn = self._rows[number]
            is_again = number < self._heads and self._drawn.row.parent is not None
            tags.begin(None if is_again else self._drawn.group)
            tags.begin(self._drawn.row)
        elif event == "startCell":
            tags.begin(self._drawn.elements[int(str(where[1]))])
        elif event in {"endCell", "endTable"}:
            tags.end()
        elif event == "endRow":
            tags.end()
            tags.end()


class RowTable(_TaggedTable):
    """Rows of paragraphs; the first row is the head. `widths` in points, None takes what is left.

    The column `named` is what a row is called by, where it is worth being told before each cell: where a table is so
    small that it would have more headings than cells, there are none but the head's.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        widths: Sequence[float | None],
        *,
        air: float = 3.5,
        gap: float = 10,
        named: int = 0,
    ) -> None:
        head, body = Element("THead"), Element("TBody")
        kinds = ["TD"] * len(widths)
        if (len(rows) - 1) * (len(kinds) - 2) >= len(kinds):
            kinds[named] = _ROW
        tagged = [
            _tagged(cells, body if number else head, kinds if number else [_COLUMN] * len(widths))
            for number, cells in enumerate(rows)
        ]
        super().__init__(Element("Table"), tagged, widths, _look(air, gap), 1)


class FactTable(_TaggedTable):
    """Facts that each stand beside their label."""

    def __init__(
        self, facts: Sequence[tuple[str, Sequence[str]]], width: float, value: ParagraphStyle, pad: float
    ) -> None:
        body = Element("TBody")
        tagged = [
            _tagged([Text(label, small()), [Text(line, value) for line in lines if line.strip()]], body, (_ROW, "TD"))
            for label, lines in facts
        ]
        super().__init__(Element("Table"), tagged, (_LABELS, width - _LABELS), _facts_look(pad), 0)


_COLUMN, _ROW = "TH/Column", "TH/Row"


def _tagged(cells: Row, group: Element, kinds: Sequence[str]) -> _Tagged:
    """A row whose cells are of these kinds; a cell with one paragraph is that paragraph."""
    elements = []
    for cell, kind in zip(cells, kinds, strict=True):
        name, _, scope = kind.partition("/")
        is_whole = not isinstance(cell, list) or len(cell) == 1
        elements.append(Element(name, f"/O/Table/Scope/{scope}" if scope else "", takes_text=is_whole))
    return _Tagged(cells, group, Element("TR"), tuple(elements))


def _look(air: float, gap: float) -> TableStyle:
    return TableStyle(
        [
            *BARE,
            ("RIGHTPADDING", (0, 0), (-2, -1), gap),
            ("TOPPADDING", (0, 0), (-1, -1), air),
            ("BOTTOMPADDING", (0, 0), (-1, -1), air + 0.5),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, colour("ink")),
            ("LINEBELOW", (0, 1), (-1, -2), 0.5, colour("line")),
        ]
    )


def _facts_look(pad: float) -> TableStyle:
    return TableStyle(
        [
            *BARE,
            ("TOPPADDING", (0, 0), (0, -1), pad + 1.7),  # on the line of the larger letters beside
            ("TOPPADDING", (1, 0), (1, -1), pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad + 0.5),
            ("LINEABOVE", (0, 0), (-1, -1), 0.5, colour("line")),
            ("LINEBELOW", (0, -1), (-1, -1), 0.5, colour("line")),
        ]
    )
