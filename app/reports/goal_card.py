"""A goal as a card that a family understands: the child's own words, the goal, how far it is, who does what by when."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.core.dates import screen_date
from app.core.records.documents import DocumentGoal, DocumentScore, DocumentSubGoal
from app.core.records.follow_up import Informant
from app.core.records.plan import GoalStatus
from app.reports import fonts
from app.reports.card import Card
from app.reports.figure import Figure
from app.reports.fonts import Face
from app.reports.palette import colour
from app.reports.row_table import Row, RowTable
from app.reports.styles import body, style
from app.reports.tags import Element, content
from app.reports.text import Text, texts
from app.reports.wording import GOAL_STATUS, INFORMANT, document_date
from app.words import Words

_LINE = 11.5  # points from one line of what the marks mean to the next
_SIDE = 16.0  # points left of the scale, for its 0
_QUOTES = '"»«“”„'
_SHORT = 160  # characters: a longer goal is set as running text
_FILLED = {GoalStatus.UNDER_WAY: 0.5, GoalStatus.PARTLY_MET: 0.5, GoalStatus.MET: 1.0}


class Quote(Text):
    """Somebody's own words, with a bar at the side."""

    def draw(self) -> None:
        """The bar, then the words."""
        self.canv.setFillColor(colour("accent"))
        self.canv.rect(0, -1, 2.4, self.height + 2, stroke=0, fill=1)
        super().draw()


class Caption(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """The first line of a card: number and theme to the left, the status with its mark to the right."""

    def __init__(self, text: str, status: GoalStatus, words: Words) -> None:
        super().__init__()
        self._text = Text(text, style(Face.STRONG, 8.5, "accent", leading=1.3, tag="H3"))
        self._status = status
        self._label = words.tr(GOAL_STATUS[status])

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As high as the theme's name needs."""
        self.width = availWidth
        _, self.height = self._text.wrap(availWidth - fonts.width(self._label, Face.REGULAR, 8.5) - 26, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        """Theme, status word, and the mark that says it without words: empty, half, full or crossed out."""
        canvas = self.canv
        self._text.drawOn(canvas, 0, 0)
        y = self.height - 8.8
        canvas.setFillColor(colour("ink"))
        with content(canvas, Element("P")):
            fonts.draw(canvas, self.width, y, self._label, Face.REGULAR, 8.5, 1)
        x, r = self.width - fonts.width(self._label, Face.REGULAR, 8.5) - 8, 3.6
        y += 3
        canvas.setStrokeColor(colour("ink"))
        canvas.setLineWidth(0.9)
        canvas.circle(x, y, r)
        if filled := _FILLED.get(self._status):
            canvas.wedge(x - r, y - r, x + r, y + r, 90, -360 * filled, stroke=0, fill=1)
        if self._status is GoalStatus.DROPPED:
            canvas.line(x - r, y - r, x + r, y + r)


class Scale(Figure):
    """The scale 0–10: where the goal began (under the line), the latest scores (on it), the target (above it)."""

    _TRACK = 210.0

    def __init__(self, goal: DocumentGoal, child: str, words: Words) -> None:
        super().__init__()
        self._goal = goal
        says = style(size=8.5, leading=_LINE / 8.5)
        self._ends = _ends(goal, words)
        scores = [_score(score, screen_date(score.on), child, words) for score in goal.scores]
        self._facts = [Text(score, says) for score in scores]
        said = (_score(score, document_date(score.on, words), child, words) for score in goal.scores)
        facts = "; ".join((*(text for _, text in self._ends), *said))
        self.alternative = words.tr("On a scale from 0 to 10: {facts}.", facts=facts)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As wide as the card, as high as what the marks mean needs."""
        self.width = availWidth
        beside = availWidth - _SIDE - self._TRACK - 44
        lines = sum(text.wrap(beside, availHeight)[1] for text in self._facts)
        self.height = max(34.0, lines + (_LINE if self._ends else 0) + 6)
        return self.width, self.height

    def draw(self) -> None:
        """The line with its marks, and what they mean in words beside it."""
        y = self.height - 18
        self._draw_line(y)
        self._draw_marks(y)
        x, line = _SIDE + self._TRACK + 30, self.height - 2
        if self._ends:
            self._draw_ends(x, line)
            line -= _LINE
        for text in self._facts:
            _draw_mark(self.canv, "now", x, line - 8.6)
            line -= text.height
            text.drawOn(self.canv, x + 10, line)

    def _draw_ends(self, x: float, y: float) -> None:
        """The goal and the beginning on one line."""
        for mark, text in self._ends:
            _draw_mark(self.canv, mark, x, y - 8.6)
            self.canv.setFillColor(colour("ink"))
            fonts.draw(self.canv, x + 10, y - 9.5, text, Face.REGULAR, 8.5)
            x += fonts.width(text, Face.REGULAR, 8.5) + 28

    def _at(self, value: int) -> float:
        return _SIDE + value * self._TRACK / 10

    def _draw_line(self, y: float) -> None:
        canvas = self.canv
        canvas.setStrokeColor(colour("field_line"))
        canvas.setLineWidth(1)
        canvas.line(self._at(0), y, self._at(10), y)
        for value in range(11):
            canvas.line(self._at(value), y - 2, self._at(value), y + 2)
        canvas.setFillColor(colour("muted"))
        fonts.draw(canvas, self._at(0) - 9, y - 2.6, "0", Face.REGULAR, 7.5, 1)
        fonts.draw(canvas, self._at(10) + 9, y - 2.6, "10", Face.REGULAR, 7.5)

    def _draw_marks(self, y: float) -> None:
        canvas = self.canv
        for value in sorted({score.value for score in self._goal.scores}):
            canvas.setFillColor(colour("accent"))
            canvas.circle(self._at(value), y, 6.6, stroke=0, fill=1)
            canvas.setFillColor(colour("card"))
            fonts.draw(canvas, self._at(value), y - 2.8, str(value), Face.STRONG, 8, 0.5)
        canvas.setFillColor(colour("ink"))
        if self._goal.target is not None:
            _triangle(canvas, self._at(self._goal.target), y + 7.5, 5)
        if self._goal.baseline is not None:
            _triangle(canvas, self._at(self._goal.baseline), y - 7.5, -5)


def goal_card(number: int, goal: DocumentGoal, child: str, words: Words, air: float) -> Flowable:
    """The card of one goal; `child` is the first name that scores of the child's own are given under.

    `air` is the share of the usual space that is left between things.
    """
    theme = goal.theme.of(words.language) if goal.theme else ""
    caption = words.tr("Goal {number}", number=number)
    parts: list[Flowable] = [Caption(f"{caption} · {theme}" if theme else caption, goal.status, words)]
    if own := unquoted(goal.own_words.strip()):
        quote = style(Face.ITALIC, 10.5, indent=10, leading=1.4, before=4 * air, after=4 * air)
        parts += _quotes(words.tr("“{text}”", text=own), quote)
    strong = len(goal.goal) <= _SHORT
    parts += texts(goal.goal, style(Face.STRONG, 11, leading=1.35, before=3, after=3) if strong else body())
    if goal.scores or goal.target is not None or goal.baseline is not None:
        parts.append(Scale(goal, child, words))
    if goal.sub_goals:
        parts.append(sub_goal_table(goal.sub_goals, words, air))
    if goal.success_sign.strip():
        lead = style(size=8, shade="muted", leading=1.35, before=5, leads=True)
        parts.append(Text(words.tr("We can see that it works when"), lead))
        parts += texts(goal.success_sign, body())
    return Card(parts, keep=2, air=air)


def sub_goal_table(rows: Sequence[DocumentSubGoal], words: Words, air: float) -> RowTable:
    """Who does what by when, and how far it is."""
    head = style(Face.STRONG, 8, "muted", leading=1.3)
    cell = style(size=9, leading=1.35)
    titles = (words.tr("What we do"), words.tr("Who"), words.tr("When"), words.tr("How it goes"))
    table: list[Row] = [[Text(title, head) for title in titles]]
    for row in rows:
        when = texts(row.rhythm, cell)
        if row.deadline is not None:
            when.insert(0, Text(document_date(row.deadline, words), cell))
        status = Text(words.tr(GOAL_STATUS[row.status]), cell)
        table.append([texts(row.what, cell), texts(row.responsible, cell), when, status])
    return RowTable(table, (None, 108, 92, 70), air=3.5 * air)


def unquoted(text: str) -> str:
    """Somebody's words without the quotation marks they were typed in, as the print sets its own."""
    inner = text.strip(_QUOTES)
    typed = text[:1] in _QUOTES and text[-1:] in _QUOTES and not any(mark in _QUOTES for mark in inner)
    return inner.strip() if typed else text


def _quotes(text: str, quote: ParagraphStyle) -> list[Flowable]:
    return [Quote(line, quote) for line in text.splitlines() if line.strip()]


def _ends(goal: DocumentGoal, words: Words) -> list[tuple[str, str]]:
    """Where the goal began and where it is to lead, with the marks that show it on the scale."""
    ends = []
    if goal.baseline is not None:
        ends.append(("start", words.tr("began at {value}", value=goal.baseline)))
    if goal.target is not None:
        ends.append(("target", words.tr("the goal is {value}", value=goal.target)))
    return ends


def _score(score: DocumentScore, day: str, child: str, words: Words) -> str:
    who = child if score.informant is Informant.CHILD else words.tr(INFORMANT[score.informant])
    return words.tr("{value} of 10 says {who}, {date}", value=score.value, who=who, date=day)


def _draw_mark(canvas: Canvas, mark: str, x: float, y: float) -> None:
    """A mark of the scale as its own legend."""
    canvas.setFillColor(colour("accent" if mark == "now" else "ink"))
    if mark == "now":
        canvas.circle(x, y + 2.8, 3.4, stroke=0, fill=1)
    elif mark == "target":
        _triangle(canvas, x, y, 5)
    else:
        _triangle(canvas, x, y + 5.5, -5)


def _triangle(canvas: Canvas, x: float, y: float, height: float) -> None:
    """A triangle whose tip is at (x, y); it stands above the tip for a positive height, else under it."""
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.lineTo(x - 3.6, y + height)
    path.lineTo(x + 3.6, y + height)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
