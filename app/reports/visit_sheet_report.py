"""The sheet for a visit on paper: what last time brought, and what there is to do today, with room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from app import labels
from app.core.dates import screen_date
from app.core.goal_scores import ScorePoint
from app.core.visit_sheet import VisitSheet
from app.core.work_list import WorkLine
from app.reports.block import Block
from app.reports.figure import Figure
from app.reports.fonts import Face
from app.reports.goal_card import Quote
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.palette import colour
from app.reports.row_table import FactTable, Row, RowTable
from app.reports.styles import heading, style, title
from app.reports.text import Text, texts
from app.words import Words

_CLOSER = 0.5  # share of the air between the parts that is left where that saves a sheet
_SIZE = 9.5


@dataclass(frozen=True, slots=True)
class _Setting:
    """What every part of the sheet knows; `air` is the share of the usual space between the parts."""

    sheet: VisitSheet
    words: Words
    width: float
    air: float


def visit_sheet_pdf(sheet: VisitSheet, words: Words) -> bytes:
    """The sheet as a PDF in the language of `words`; no CPR number, telephone number or address stands in it."""
    name = words.tr("Last time – today: {name}", name=sheet.child)
    paper = Sheet(head=sheet.head, words=words, name=name, version="", foot=name)
    airy, close = (_Setting(sheet, words, paper.width, air) for air in (1.0, _CLOSER))
    return draw_pdf(lambda: _story(airy), paper, closer=lambda: _story(close))


def _story(setting: _Setting) -> Iterator[Flowable]:
    sheet, words = setting.sheet, setting.words
    yield Text(sheet.child, title())
    known = labels.sheet_subtitle(words, sheet)
    yield Text(" · ".join((words.tr("Last time – today"), known)), style(size=_SIZE, shade="muted"))
    yield from _last_time(setting)
    yield from _promises(setting)
    yield from _goals(setting)
    yield from _titled(setting, words.tr("Today"), _facts(setting, labels.today_facts(words, sheet)))
    yield from _due(setting)


def _last_time(setting: _Setting) -> Iterator[Flowable]:
    sheet, words = setting.sheet, setting.words
    facts = labels.last_time(words, sheet)
    content: list[Flowable] = [_facts(setting, facts)] if facts else [_plain(words.tr("No follow-up was held yet."))]
    yield from _titled(setting, words.tr("Last time"), *content)
    if sheet.words is not None:
        quote = style(Face.ITALIC, 10, indent=10, leading=1.4, before=2)
        said = [Quote(line, quote) for line in sheet.words.said.splitlines() if line.strip()]
        lead = style(size=8, shade="muted", leading=1.35, before=6 * setting.air, leads=True)
        yield Block([Text(labels.child_words_title(words, sheet), lead), *said])


def _promises(setting: _Setting) -> Iterator[Flowable]:
    """What was agreed, and whether it was kept; what is still open has boxes to tick."""
    sheet, words = setting.sheet, setting.words
    if not sheet.promises:
        return
    titles = (words.tr("What was agreed"), words.tr("Who"), words.tr("When"), words.tr("Kept"))
    rows: list[Row] = [_head(titles)]
    for promise in sheet.promises:
        answer = "" if promise.kept is None else words.tr("Kept") if promise.kept else words.tr("Not kept")
        kept: Flowable = _plain(answer) if answer else _yes_or_no(words)
        rows.append([texts(promise.what, _cell()), _plain(promise.responsible), _plain(screen_date(promise.due)), kept])
    yield from _titled(setting, words.tr("Promises"), RowTable(rows, (None, 120, 72, 74), air=3 * setting.air))


def _goals(setting: _Setting) -> Iterator[Flowable]:
    """The scores of the time before and of last time, the goal, and a box for today's."""
    sheet, words = setting.sheet, setting.words
    if not sheet.goals:
        return
    titles = (
        words.tr("Goal"),
        words.tr("Before"),
        words.tr("Last time"),
        words.trp("column of scores", "The goal is"),
        words.tr("Today"),
    )
    rows: list[Row] = [_head(titles)]
    for goal in sheet.goals:
        target = "–" if goal.target is None else str(goal.target)
        scores = (_score(goal.before), _score(goal.last), target)
        rows.append(
            [
                texts(goal.goal, _cell()),
                *(_plain(score) for score in scores),
                Boxes(("",), words.tr("Box for the score of today")),
            ]
        )
    table = RowTable(rows, (None, 76, 76, 44, 40), air=3 * setting.air)
    yield from _titled(setting, words.tr("Scores from 0 to 10"), table)


def _due(setting: _Setting) -> Iterator[Flowable]:
    sheet, words = setting.sheet, setting.words
    if sheet.due:
        facts = tuple((labels.work_day(words, line, sheet.head.on), _due_line(setting, line)) for line in sheet.due)
        yield from _titled(setting, words.tr("What is due"), _facts(setting, facts))


def _due_line(setting: _Setting, line: WorkLine) -> str:
    """What is due and why; the days left are left out: a sheet is read on another day than it was printed."""
    words, day = setting.words, setting.sheet.head.on
    why = labels.work_reason(words, line, day)
    return "\n".join(part for part in (labels.work_title(words, line), why) if part)


def _titled(setting: _Setting, text: str, *content: Flowable) -> Iterator[Flowable]:
    """A heading that never stands alone at the foot of a page."""
    yield Block([Text(text, heading(setting.air)), *content])


def _facts(setting: _Setting, facts: Sequence[tuple[str, str]]) -> FactTable:
    """Rows of a label and what is known."""
    return FactTable([(label, text.splitlines()) for label, text in facts], setting.width, _cell(), 2.4 * setting.air)


def _head(titles: Sequence[str]) -> Row:
    return [Text(title, style(Face.STRONG, 8, "muted", leading=1.3)) for title in titles]


def _yes_or_no(words: Words) -> Boxes:
    return Boxes((words.tr("yes"), words.tr("no")), words.tr("Boxes to tick: yes, no"))


def _plain(text: str) -> Text:
    return Text(text, _cell())


def _cell() -> ParagraphStyle:
    return style(size=_SIZE, leading=1.38)


def _score(point: ScorePoint | None) -> str:
    """The score and its day, a dash for none."""
    return f"{point.value}  ({point.day:%d-%m})" if point else "–"


class Boxes(Figure):
    """Boxes to tick or to write in, each with its word beside it; one without a word is wider, for a number."""

    _SIDE, _WIDE, _APART = 9.0, 22.0, 34.0

    def __init__(self, words: Sequence[str], alternative: str) -> None:
        super().__init__()
        self._words = [Text(word, style(size=8.5)) for word in words]
        self._is_wide = not any(words)
        self.alternative = alternative

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The height of one line."""
        self.width, self.height = availWidth, 13.0
        return self.width, self.height

    def draw(self) -> None:
        """From left to right."""
        self.canv.setStrokeColor(colour("field_line"))
        self.canv.setLineWidth(0.7)
        x, across = 0.0, self._WIDE if self._is_wide else self._SIDE
        for word in self._words:
            self.canv.rect(x, 1.5, across, self._SIDE + (2 if self._is_wide else 0))
            word.wrap(self._APART, self.height)
            word.drawOn(self.canv, x + across + 3, 0.5)
            x += self._APART + 3
