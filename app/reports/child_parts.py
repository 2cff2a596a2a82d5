"""What the child's print is set with: words behind a mark, the marks of a path told, and cards of large letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.reports import fonts
from app.reports.card import Card
from app.reports.child_drawings import LETTERS, draw_mark, draw_star
from app.reports.fonts import Face
from app.reports.palette import colour
from app.reports.styles import style
from app.reports.text import Text

MARK = 22.0  # points for a box or a mark before its words
LINE_TO_WRITE = 27.0

Mark = Callable[[Canvas, float], None]
"""Draws a mark in the middle of a line at a height of the canvas."""


def dot(canvas: Canvas, y: float) -> None:
    """One of several things."""
    canvas.setFillColor(colour("accent"))
    canvas.circle(8, y, 3.4, stroke=0, fill=1)


def star(canvas: Canvas, y: float) -> None:
    """It was reached."""
    draw_star(canvas, 8, y, 8)


def box(is_done: bool) -> Mark:
    """To be ticked, and ticked where it is done."""
    return partial(_draw_box, is_done)


def _draw_box(is_done: bool, canvas: Canvas, y: float) -> None:
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(1.1)
    canvas.roundRect(1, y - 6, 12, 12, 2.5)
    if is_done:
        canvas.setLineWidth(1.9)
        canvas.lines([(3.5, y, 6, y - 3), (6, y - 3, 11.5, y + 4.5)])


class Marked(Text):
    """Words with a mark before them, which stays with their beginning where they go on over a page."""

    def __init__(self, text: str | None, style: ParagraphStyle, mark: Mark | None = None, **more: object) -> None:
        super().__init__(text, style, **more)
        self._mark = mark

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """The words in two, the mark with the first of them."""
        parts: list[Flowable] = super().split(availWidth, availHeight)
        for part in parts[:1]:
            part._mark = self._mark
        return parts

    def draw(self) -> None:
        """The mark, then the words."""
        if self._mark is not None:
            self._mark(self.canv, self.height - self.style.leading * 0.55)
        super().draw()


class PathWords(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """What the marks of a path mean, side by side as far as there is room."""

    _APART = 18.0  # points from one to the next
    _LINE = LETTERS * 1.3 + 5

    def __init__(self, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        says = style(size=LETTERS, leading=1.3)
        self._facts = [(m, Text(text, says), fonts.width(text, Face.REGULAR, LETTERS) + 2) for m, text in facts]
        self._places: list[tuple[float, float]] = []

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As many lines as the words need."""
        self.width = availWidth
        x, line = 0.0, 0
        self._places = []
        for _, text, across in self._facts:
            wide = MARK + across
            if x and x + wide > availWidth:
                x, line = 0.0, line + 1
            self._places.append((x, line * self._LINE))
            text.wrap(across, availHeight)
            x += wide + self._APART
        self.height = (line + 1) * self._LINE + 2
        return self.width, self.height

    def draw(self) -> None:
        """Each mark with its words."""
        for (mark, text, _), (x, down) in zip(self._facts, self._places, strict=True):
            y = self.height - down - LETTERS * 1.3 - 3
            draw_mark(self.canv, mark, x + 9, y + 2)
            text.drawOn(self.canv, x + MARK, y)


class Large(Card):
    """A card of large letters: it is parted over pages only where it is higher than half of one."""

    _WHOLE = 380.0

    def _may_part(self, height: float) -> bool:
        return super()._may_part(height) and not (self._opens and self.height <= self._WHOLE)


class Lined(Large):
    """A card whose lowest part has lines to write on."""

    def draw(self) -> None:
        """The card, then the lines."""
        super().draw()
        canvas = self.canv
        canvas.setStrokeColor(colour("field_line"))
        canvas.setLineWidth(0.7)
        for number in range(2):
            y = self._low + 4 + number * LINE_TO_WRITE
            canvas.line(14, y, self.width - 14, y)
