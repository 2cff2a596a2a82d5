"""The caseload summary for the team leader: one sheet for up to 25 children, with room for remarks and a signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, Spacer

from app.core.line_breaks import NO_BREAK, kept_together
from app.core.records.documents import OpenRemark, SummaryDocument, SummaryRow
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.layout import draw_pdf
from app.reports.page import LANDSCAPE, Sheet
from app.reports.palette import colour, step_colour
from app.reports.row_table import Row, RowTable
from app.reports.styles import body, style
from app.reports.summary_head import SummaryHead
from app.reports.text import Text
from app.reports.text import texts as lines
from app.reports.wording import list_date
from app.words import Words

_SIDE = 30.0
_SIZE, _HEAD_SIZE = 7.2, 6.8
_GAP = 5.0  # between columns
_ROUNDED = 0.05  # points by which a column may come out narrower than the word it was measured by
_NAME, _STEP, _NEXT = 1, 3, 7  # columns with a look of their own
_REMARKS = 156.0  # least room for notes and the team leader's hand
_AIR, _MOST_AIR = 2.1, 6.0  # above and below the words of a row
_FEW = 10  # one in so many cells may be longer than the others
_LINE = 12.0  # room to write below what is open already
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
    return draw_pdf(lambda: _story(document, words, sheet), sheet)


def _story(document: SummaryDocument, words: Words, sheet: Sheet) -> Iterator[Flowable]:
    head, gap = SummaryHead(document, words), Spacer(1, 4)
    yield head
    yield gap
    if document.rows:
        yield _table(
            document.rows, words, sheet.width, sheet.height - head.wrap(sheet.width, sheet.height)[1] - gap.height
        )
    else:
        yield Text(words.tr("There are no open cases."), body())


def _table(rows: Sequence[SummaryRow], words: Words, width: float, height: float) -> RowTable:
    """The rows, with as much air for writing by hand as one sheet has where they fit on one."""
    titles = (
        words.tr("No."),
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
    )
    lines = [(str(number), *_cells(row, words)) for number, row in enumerate(rows, 1)]
    head = style(Face.STRONG, _HEAD_SIZE, "muted", leading=1.15)
    note = words.trp("column of the caseload summary", "Note")
    remarks = words.tr("Team leader's remarks")
    cells: list[Row] = [[Text(title, head) for title in (*titles, f"{note} · {remarks}")]]
    cells += [_row(row, line, words) for row, line in zip(rows, lines, strict=True)]
    widths = _widths(titles, lines, width)
    tight = RowTable(cells, widths, air=_AIR, gap=_GAP, named=1)
    spare = height - tight.wrap(width, height)[1]
    air = min(_MOST_AIR, _AIR + (spare - 1) / (2 * len(cells)))
    return RowTable(cells, widths, air=air, gap=_GAP, named=1) if air > _AIR else tight


def _widths(titles: Sequence[str], lines: Sequence[Sequence[str]], width: float) -> list[float]:
    """Column widths: no word broken, then as many cells as possible on one line; the rest for remarks.

    The columns that lack least come first: a row is as high as its highest cell, and one long name would otherwise take
    the room that keeps all the dates on one line. A few long cells wait until the others have their room.
    """
    least, wanted = [], []
    for column, title in enumerate(titles):
        extra = _GAP + _ROUNDED + (StepCell.ACROSS if column == _STEP else 0)
        words = [fonts.width(word, Face.STRONG, _HEAD_SIZE) for word in title.split(" ")]
        pieces = [piece for line in lines for piece in line[column].splitlines() or [""]]
        whole = sorted(fonts.width(piece, Face.STRONG, _SIZE) for piece in pieces)
        words += [fonts.width(word, Face.STRONG, _SIZE) for piece in pieces for word in kept_together(piece).split(" ")]
        least.append(min(_BREAKABLE, max(words)) + extra)
        wanted.append((whole[-1 - len(whole) // _FEW] + extra + 1, whole[-1] + extra + 1))
    spare, found = width - sum(least) - _REMARKS, list(least)
    for served in (0, 1):
        for column in sorted(range(len(found)), key=lambda column: wanted[column][served] - found[column]):
            given = max(0.0, min(spare, wanted[column][served] - found[column]))
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
    )


def _row(row: SummaryRow, texts: Sequence[str], words: Words) -> Row:
    """A child's line; at its end what needs attention, what the team leader said that is still open, and more room."""
    plain = style(size=_SIZE, leading=1.2)
    cells: Row = [[*lines(text, plain)] if "\n" in text else Text(text, plain) for text in texts]
    cells[0] = Text(texts[0], style(size=_SIZE, shade="muted", leading=1.2))
    cells[_NAME] = Text(texts[_NAME], style(Face.STRONG, _SIZE, leading=1.2))
    cells[_STEP] = StepCell(row.step, texts[_STEP])
    if row.days_over > 0:
        cells[_NEXT] = Text(texts[_NEXT], style(Face.STRONG, _SIZE, "over", leading=1.2))
    noted = "; ".join(remark.of(words.language) for remark in row.remarks)
    told: list[Flowable] = [Text(noted, style(size=_SIZE, shade="muted", leading=1.2))] if noted else []
    told += [Text(line, plain) for one in row.said for line in _said(one, words).splitlines()]
    return [*cells, [*told, Spacer(1, _LINE)] if row.said else told or Text("", plain)]


def _said(remark: OpenRemark, words: Words) -> str:
    """An open remark with the day it was said, and the day it is to be done by."""
    day, due = list_date(remark.said_on), list_date(remark.due)
    if remark.due is None:
        return words.tr("Open {date}: {what}", date=day, what=remark.what)
    return words.tr("Open {date}: {what} (by {due})", date=day, what=remark.what, due=due)


def _age(row: SummaryRow, words: Words) -> str:
    if row.age is not None:
        return str(row.age)
    return words.tr("term\n{date}", date=list_date(row.term)) if row.term else "–"


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
