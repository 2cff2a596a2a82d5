"""A table of text whose head is repeated on each page; a tall row goes on over the page and leaves no gap."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Table, TableStyle

from app.reports.fonts import Face
from app.reports.palette import colour

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


class RowTable(Table):  # type: ignore[misc]  # reportlab carries no types
    """Rows of paragraphs; the first row is the head. `widths` in points, None takes what is left."""

    def __init__(
        self, rows: Sequence[Row], widths: Sequence[float | None], *, air: float = 3.5, gap: float = 10
    ) -> None:
        self._rows, self._widths, self._air, self._gap = list(rows), tuple(widths), air, gap
        super().__init__(self._rows, colWidths=self._widths, repeatRows=1, splitInRow=1, style=_look(air, gap))

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """The rows that fit, with the beginning of the next where much room is left, and the rest under the head."""
        self.wrap(availWidth, availHeight)
        room = availHeight - self._rowHeights[0]
        fits = 1
        while fits < len(self._rows) and self._rowHeights[fits] <= room:
            room -= self._rowHeights[fits]
            fits += 1
        upper, rest = self._rows[:fits], self._rows[fits:]
        if rest and room >= _TALL:
            single = Table([rest[0]], colWidths=self._colWidths, splitInRow=1, style=_look(self._air, self._gap))
            if pieces := single.splitOn(None, availWidth, room - _SLACK):
                upper = [*upper, *pieces[0]._cellvalues]
                rest = [*pieces[1]._cellvalues, *rest[1:]]
        if len(upper) < 2 or not rest:
            return []
        return [self._like(upper), self._like([self._rows[0], *rest])]

    def _like(self, rows: Sequence[Row]) -> RowTable:
        return RowTable(rows, self._widths, air=self._air, gap=self._gap)


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
