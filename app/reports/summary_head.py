"""The figures above the caseload summary: the staircase with its children, and what the half-year shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.platypus import Flowable

from app.core.figures import Share
from app.core.records.documents import SummaryDocument
from app.labels import length
from app.reports import fonts
from app.reports.figure import Figure
from app.reports.fonts import Face
from app.reports.palette import colour, step_colour
from app.reports.staircase import NamesBelow
from app.reports.styles import style
from app.reports.tags import Element, content
from app.reports.text import Text
from app.reports.wording import document_date, list_date
from app.words import Words

_HEIGHT = 74.0
_STAIRS = 246.0
_GAP = 3.0  # between two steps
_LETTERS = 7.0
_TITLE = 176.0


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number, what it counts, and whether it asks for action."""

    value: str
    label: str
    calls: bool = False


class SummaryHead(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Title, staircase and figures in one band."""

    def __init__(self, document: SummaryDocument, words: Words) -> None:
        super().__init__()
        self._document = document
        self._words = words
        self._figures = tuple(_figures(document, words))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The full width, a fixed height."""
        self.width, self.height = availWidth, _HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """From left to right."""
        self._draw_title()
        _Stairs(self._document, self._words).drawOn(self.canv, _TITLE + 6, 0)
        left = _TITLE + _STAIRS + 24
        across = (self.width - left) / 3
        for index, figure in enumerate(self._figures):
            x, y = left + (index % 3) * across, self.height - 18 - (index // 3) * 38
            self._draw_figure(figure, x, y, across - 8)

    def _draw_title(self) -> None:
        y = self.height
        who = self._document.head.caseworker
        day = document_date(self._document.head.on, self._words)
        pieces = [
            Text(self._words.tr("Caseload"), style(Face.STRONG, 18, leading=1.15, tag="H1")),
            Text(who, style(Face.STRONG, 11, leading=1.25)),
            Text(day, style(size=8.5, shade="muted", leading=1.4)),
        ]
        for piece in pieces:
            _, height = piece.wrap(_TITLE - 12, 100)
            y -= height
            piece.drawOn(self.canv, 0, y)

    def _draw_figure(self, figure: _Figure, x: float, y: float, room: float) -> None:
        with content(self.canv, Element("P")):
            self._set_figure(figure, x, y, room)

    def _set_figure(self, figure: _Figure, x: float, y: float, room: float) -> None:
        canvas = self.canv
        canvas.setFillColor(colour("over") if figure.calls else colour("ink"))
        size = min(14.0, 14.0 * room / max(1.0, fonts.width(figure.value, Face.STRONG, 14)))
        fonts.draw(canvas, x, y + 3, figure.value, Face.STRONG, size)
        label = Text(figure.label, style(size=7, shade="over" if figure.calls else "muted", leading=1.15))
        _, height = label.wrap(room, 40)
        label.drawOn(canvas, x, y - height)


class _Stairs(Figure):
    """The steps as bars of rising height: the number of children over each, its name under it."""

    def __init__(self, document: SummaryDocument, words: Words) -> None:
        super().__init__()
        self.width, self.height = _STAIRS, _HEIGHT
        self._document, self._words = document, words
        counts = ", ".join(f"{step.name.of(words.language)} {step.children}" for step in document.steps)
        self.alternative = words.tr("Children on each step of the ladder: {counts}.", counts=counts) if counts else ""

    def draw(self) -> None:
        """From the lowest step to the highest."""
        canvas, steps = self.canv, self._document.steps
        pitch = (_STAIRS + _GAP) / max(1, len(steps))
        names = NamesBelow([step.name.of(self._words.language) for step in steps], pitch, _GAP, _LETTERS)
        ground, across = names.height, pitch - _GAP
        names.draw(canvas)
        for index, step in enumerate(steps):
            x, high = index * pitch, 6.0 + 5.5 * index
            canvas.setFillColor(step_colour(step.number))
            canvas.roundRect(x, ground, across, high, 1.5, stroke=0, fill=1)
            canvas.setFillColor(colour("ink"))
            fonts.draw(canvas, x + across / 2, ground + high + 3.5, str(step.children), Face.STRONG, 11, 0.5)


def _figures(document: SummaryDocument, words: Words) -> Iterator[_Figure]:
    count = len(document.rows)
    over = count > document.limit
    label = words.tr("children in the caseload")
    if over:
        label = words.tr("children in the caseload: over the limit")
        if document.awaiting:
            label = words.tr("children in the caseload: over the limit, awaiting the team leader")
    yield _Figure(words.tr("{count} of {limit}", count=count, limit=document.limit), label, over)
    since = list_date(document.half_year_start)
    moves = words.tr("{down} down · {up} up", down=document.moves_down, up=document.moves_up)
    yield _Figure(moves, words.tr("moved on the ladder since {date}", date=since))
    overdue = words.trn("follow-up overdue", "follow-ups overdue", document.overdue)
    yield _Figure(str(document.overdue), overdue, document.overdue > 0)
    held = words.tr("follow-ups held on time since {date}", date=since)
    yield _Figure(_share(document.held_on_time, document.held_of, words), held)
    spoken = words.tr("children spoken with within {length}", length=length(words, document.spoken_within))
    yield _Figure(words.tr("{count} of {limit}", count=document.spoken_with, limit=document.spoken_of), spoken)


def _share(part: int, whole: int, words: Words) -> str:
    """Both numbers, and the percentage where there is a whole."""
    both = words.tr("{count} of {limit}", count=part, limit=whole)
    percent = Share(part=part, whole=whole).percent
    return both if percent is None else f"{both} · {percent} %"
