"""The caseload summary for the team leader: one sheet for up to 25 children, with room for remarks and a signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, Spacer

from app.core.line_breaks import NO_BREAK, kept_together
from app.core.records.documents import SummaryDocument, SummaryRow
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.layout import draw_pdf
from app.reports.page import LANDSCAPE, Sheet
from app.reports.palette import colour, step_colour
from app.reports.row_table import Row, RowTable
from app.reports.styles import body, style
from app.reports.summary_head import SummaryHead
from app.reports.text import Text
from app.reports.wording import list_date
from app.words import Words

_SIDE = 30.0
_SIZE, _HEAD_SIZE = 7.2, 6.8
_GAP = 5.0  # between columns
_STEP, _NEXT = 2, 6  # columns with a look of their own
_REMARKS = 84.0  # least room for the team leader's hand
_BREAKABLE = 92.0  # a longer word is broken rather than given more room


def summary_pdf(document: SummaryDocument, words: Words) -> bytes:
    """The summary as a PDF in the language of `words`; neither CPR numbers nor addresses stand in it."""
    sheet = Sheet(
        head=document.head,
        words=words,
        name=words.tr("Caseload of {name}", name=document.head.caseworker),
        version="",
        foot=words.tr("Steps of the intervention ladder. Without CPR numbers and addresses."),
        size=LANDSCAPE,
        side=_SIDE,
        signed=(words.tr("Gone through on"), words.tr("Team leader")),
    )
    return draw_pdf(lambda: _story(document, words, sheet.width), sheet)


def _story(document: SummaryDocument, words: Words, width: float) -> Iterator[Flowable]:
    yield SummaryHead(document, words)
    yield Spacer(1, 4)
    if document.rows:
        yield _table(document.rows, words, width)
    else:
        yield Text(words.tr("There are no open cases."), body())


def _table(rows: Sequence[SummaryRow], words: Words, width: float) -> RowTable:
    titles = (
        words.tr("Child"),
        words.tr("Age"),
        words.tr("Step"),
        words.tr("Measure"),
        words.tr("Since"),
        words.tr("Last move"),
        words.tr("Next follow-up"),
        words.tr("The law's date"),
        words.tr("Spoken with"),
        words.tr("Plan"),
        words.tr("Map"),
        words.tr("Breakdowns"),
        words.trp("column of the caseload summary", "Note"),
    )
    lines = [_cells(row, words) for row in rows]
    head = style(Face.STRONG, _HEAD_SIZE, "muted", leading=1.15)
    remarks = words.tr("Team leader's remarks")
    cells: list[Row] = [[Text(title, head) for title in (*titles, remarks)]]
    cells += [_row(row, line) for row, line in zip(rows, lines, strict=True)]
    return RowTable(cells, _widths(titles, lines, width), air=2.1, gap=_GAP)


def _widths(titles: Sequence[str], lines: Sequence[Sequence[str]], width: float) -> list[float]:
    """Column widths: no word broken, then as many columns as possible on one line; the rest for remarks.

    The columns that lack least come first: a row is as high as its highest cell, and one long note would otherwise take
    the room that keeps all the names and dates on one line.
    """
    least, wanted = [], []
    for column, title in enumerate(titles):
        extra = _GAP + (StepCell.ACROSS if column == _STEP else 0)
        words = [fonts.width(word, Face.STRONG, _HEAD_SIZE) for word in title.split(" ")]
        whole = [fonts.width(line[column], Face.STRONG, _SIZE) for line in lines]
        words += [fonts.width(w, Face.STRONG, _SIZE) for line in lines for w in kept_together(line[column]).split(" ")]
        least.append(min(_BREAKABLE, max(words)) + extra)
        wanted.append(max(least[-1], max(whole) + extra + 1))
    spare = width - sum(least) - _REMARKS
    found = list(least)
    for column in sorted(range(len(least)), key=lambda column: wanted[column] - least[column]):
        given = max(0.0, min(spare, wanted[column] - least[column]))
        found[column] += given
        spare -= given
    return [*found, width - sum(found)]


def _cells(row: SummaryRow, words: Words) -> tuple[str, ...]:
    language = words.language
    return (
        row.name,
        _age(row, words),
        row.step_name.of(language),
        _measure(row, words),
        list_date(row.since),
        _move(row, words),
        _next(row, words),
        words.tr("not decided") if row.rhythm_missing else list_date(row.law_due),
        list_date(row.spoken_on),
        _plan(row.plan_version, words),
        words.tr("yes") if row.has_map else words.tr("missing"),
        str(row.breakdowns) if row.breakdowns else "–",
        "; ".join(remark.of(language) for remark in row.remarks),
    )


def _row(row: SummaryRow, texts: Sequence[str]) -> Row:
    plain = style(size=_SIZE, leading=1.2)
    cells: Row = [Text(text, plain) for text in texts]
    cells[0] = Text(texts[0], style(Face.STRONG, _SIZE, leading=1.2))
    cells[_STEP] = StepCell(row.step, texts[_STEP])
    if row.days_over > 0:
        cells[_NEXT] = Text(texts[_NEXT], style(Face.STRONG, _SIZE, "over", leading=1.2))
    return [*cells, Text("", plain)]


def _age(row: SummaryRow, words: Words) -> str:
    if row.age is not None:
        return str(row.age)
    return words.tr("term {date}", date=list_date(row.term)) if row.term else "–"


def _measure(row: SummaryRow, words: Words) -> str:
    name = row.measure.of(words.language) if row.measure else "–"
    return words.tr("{name} and {count} more", name=name, count=row.more_measures) if row.more_measures else name


def _move(row: SummaryRow, words: Words) -> str:
    if row.moved_on is None:
        return "–"
    day = list_date(row.moved_on)
    return words.tr("down {date}", date=day) if row.moved_down else words.tr("up {date}", date=day)


def _next(row: SummaryRow, words: Words) -> str:
    day = list_date(row.next_follow_up)
    if row.days_over <= 0:
        return day
    return f"{day} · {words.trn('{n} day over', '{n} days over', row.days_over)}".replace(" ", NO_BREAK)


def _plan(version: int | None, words: Words) -> str:
    if version is None:
        return words.tr("missing")
    return words.tr("v{number}", number=version) if version else words.tr("draft")


class StepCell(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """The step of a child as a tiny staircase with its name."""

    _BARS = 5
    ACROSS = 27.0

    def __init__(self, step: int, name: str) -> None:
        super().__init__()
        self._step = step
        self._name = Text(name, style(size=_SIZE, leading=1.2))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the name needs."""
        self.width = availWidth
        _, self.height = self._name.wrap(availWidth - self.ACROSS, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        """Bars up to the step in its colour, the others pale."""
        canvas, base = self.canv, self.height - _SIZE * 1.12
        for bar in range(1, self._BARS + 1):
            canvas.setFillColor(step_colour(self._step) if bar <= self._step else colour("line"))
            canvas.rect((bar - 1) * 4.6, base, 3.8, 1.6 + bar * 1.1, stroke=0, fill=1)
        self._name.drawOn(canvas, self.ACROSS, 0)
