"""Drawings for a child: the ladder as real stairs with the child on them, and a path of stones from 0 to 10."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from app.core.records.child_plan import ChildGoal
from app.core.records.documents import StepMark
from app.reports import fonts
from app.reports.figure import Figure
from app.reports.fonts import Face
from app.reports.palette import colour, step_colour
from app.reports.staircase import fitting, label_lines
from app.words import Words

LETTERS = 13.0  # points of every letter a child reads
_DEEP, _TILT = 11.0, 7.0  # how far the tread of a step reaches back, to the right and up
_LOW, _RISE = 40.0, 19.0  # height of the first step and what each adds
_CHILD = 46.0  # how high the child stands on a step
_SMALL_CHILD = 27.0
_STONE, _FLAT = 15.5, 10.5  # half the width and half the height of a stone
_BACK = 6.5  # who stands on a stone stands behind its number
_WAVE = 5.0  # how far the path swings up and down


class Stairs(Figure):
    """Steps rising to the right, the child on its own one; a dashed arrow leads to the step agreed on next."""

    def __init__(self, steps: Sequence[StepMark], next_number: int | None, words: Words, width: float) -> None:
        super().__init__()
        self._steps = tuple(step for step in steps if step.number > 0)
        self._next = next_number
        self._language = words.language
        self.width = width
        here = next((index for index, step in enumerate(self._steps) if step.here), 0)
        top = max(self._high(len(self._steps) - 1), self._high(here) + _CHILD)
        self.height = top + _TILT + (10 if self._arrow() else 4)
        self.alternative = " ".join(_stairs_in_words(self._steps, next_number, words))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The fixed size."""
        return self.width, self.height

    def draw(self) -> None:
        """The sun over the low steps, the steps from the left, the child and the arrow."""
        names = [step.name.of(self._language) for step in self._steps]
        size = fitting(names, self._across - 3, LETTERS)
        _draw_sun(self.canv, 34, self.height - 30)
        for index, name in enumerate(names):
            self._draw_step(index, name, size)
        here = next((index for index, step in enumerate(self._steps) if step.here), None)
        if here is not None:
            draw_child(self.canv, *self._stand(here), _CHILD)
        if (arrow := self._arrow()) is not None:
            self._draw_arrow(*arrow)

    @property
    def _across(self) -> float:
        """Width of one step."""
        return (self.width - _DEEP) / max(1, len(self._steps))

    def _high(self, index: int) -> float:
        return _LOW + _RISE * index

    def _stand(self, index: int) -> tuple[float, float]:
        """The middle of a step's tread."""
        return (index + 0.5) * self._across + _DEEP / 2, self._high(index) + _TILT / 2

    def _arrow(self) -> tuple[int, int] | None:
        """From which step to which an arrow leads."""
        here = next((index for index, step in enumerate(self._steps) if step.here), None)
        there = next((index for index, step in enumerate(self._steps) if step.number == self._next), None)
        return None if here is None or there is None or here == there else (here, there)

    def _draw_step(self, index: int, name: str, size: float) -> None:
        canvas, step = self.canv, self._steps[index]
        left, right, high = index * self._across, (index + 1) * self._across, self._high(index)
        canvas.setStrokeColor(colour("field_line"))
        canvas.setLineWidth(0.8)
        canvas.setLineJoin(1)
        front = step_colour(step.number) if step.here else colour("track")
        canvas.setFillColor(front)
        canvas.rect(left, 0, right - left, high, fill=1)
        canvas.setFillColor(colour("card"))
        tread = ((left, high), (right, high), (right + _DEEP, high + _TILT), (left + _DEEP, high + _TILT))
        _polygon(canvas, tread)
        if index == len(self._steps) - 1:
            canvas.setFillColor(colour("line"))
            _polygon(canvas, ((right, 0), (right, high), (right + _DEEP, high + _TILT), (right + _DEEP, _TILT)))
        canvas.setFillColor(colour("card" if step.here else "ink"))
        lines = label_lines(name, right - left - 3, size)
        for number, line in enumerate(reversed(lines)):
            face = Face.STRONG if step.here else Face.REGULAR
            fonts.draw(canvas, (left + right) / 2, 8 + number * size * 1.2, line, face, size, 0.5)

    def _draw_arrow(self, here: int, there: int) -> None:
        canvas = self.canv
        (x0, y0), (x1, y1) = self._stand(here), self._stand(there)
        side = math.copysign(1.0, x1 - x0)
        x0, y0, y1 = x0 + side * 13, y0 + _CHILD * 0.62, y1 + 3
        top = max(y0, y1 + 24)
        canvas.setStrokeColor(colour("accent"))
        canvas.setLineWidth(1.8)
        canvas.setLineCap(1)
        canvas.setDash(1, 4.5)
        canvas.bezier(x0, y0, x0 + side * 14, top + 6, x1, top + 6, x1, y1 + 7)
        canvas.setDash()
        canvas.setFillColor(colour("accent"))
        canvas.setStrokeColor(colour("accent"))
        canvas.setLineWidth(0.8)
        _polygon(canvas, ((x1, y1), (x1 - 5, y1 + 9), (x1 + 5, y1 + 9)))


class GoalPath(Figure):
    """Eleven stones: where it began (a ring), where the child says it is (the child), where it leads (a flag).

    Where the child has not said where it is, nobody stands there: the child can draw itself.
    """

    def __init__(self, goal: ChildGoal, words: Words) -> None:
        super().__init__()
        self._goal = goal
        self.height = 2 * (_FLAT + _WAVE) + _SMALL_CHILD + 1
        facts = ". ".join(text for _, text in path_in_words(goal, words))
        self.alternative = words.tr("A path of stones from 0 to 10. {facts}.", facts=facts)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = availWidth
        return self.width, self.height

    def draw(self) -> None:
        """The stones from 0, then who stands on them."""
        goal = self._goal
        for value in range(11):
            self._draw_stone(value)
        if goal.wanted is not None:
            x, y = self._at(goal.wanted)
            draw_flag(self.canv, x + (8 if goal.now == goal.wanted else 0), y + _BACK, _SMALL_CHILD)
        if goal.now is not None:
            x, y = self._at(goal.now)
            draw_child(self.canv, x - (4 if goal.now == goal.wanted else 0), y + _BACK, _SMALL_CHILD)

    def _at(self, value: int) -> tuple[float, float]:
        step = (self.width - 2 * _STONE - 4) / 10
        return 2 + _STONE + value * step, _FLAT + _WAVE + 1 + _WAVE * math.sin(value * math.pi / 2.5)

    def _draw_stone(self, value: int) -> None:
        canvas, goal = self.canv, self._goal
        x, y = self._at(value)
        walked = goal.now is not None and (goal.begun or 0) <= value <= goal.now
        canvas.setFillColor(colour("accent_soft") if walked else colour("track"))
        begun = value == goal.begun
        canvas.setStrokeColor(colour("ink") if begun else colour("field_line"))
        canvas.setLineWidth(2.2 if begun else 0.7)
        canvas.ellipse(x - _STONE, y - _FLAT, x + _STONE, y + _FLAT, fill=1)
        canvas.setFillColor(colour("ink"))
        fonts.draw(canvas, x, y - LETTERS * 0.42, str(value), Face.REGULAR, LETTERS, 0.5)


def path_in_words(goal: ChildGoal, words: Words) -> Iterator[tuple[str, str]]:
    """What the marks on the path mean, each with the name of its mark: ring, child, flag."""
    if goal.begun is not None:
        yield "ring", words.tr("I began at {value}", value=goal.begun)
    if goal.now is not None:
        yield "child", words.tr("I am at {value}", value=goal.now)
    else:
        yield "pencil", words.tr("Draw yourself where you are now")
    if goal.wanted is not None:
        yield "flag", words.tr("I want to get to {value}", value=goal.wanted)


def draw_mark(canvas: Canvas, mark: str, x: float, y: float) -> None:
    """A mark of the path beside what it means, its foot at (x, y)."""
    if mark == "ring":
        canvas.setStrokeColor(colour("ink"))
        canvas.setFillColor(colour("track"))
        canvas.setLineWidth(1.8)
        canvas.ellipse(x - 7, y, x + 7, y + 9.5, fill=1)
    elif mark == "child":
        draw_child(canvas, x, y - 3, 18)
    elif mark == "flag":
        draw_flag(canvas, x - 3, y - 2, 15)
    else:
        _draw_pencil(canvas, x, y)


def draw_child(canvas: Canvas, x: float, y: float, high: float) -> None:
    """A child with both feet at (x, y), `high` points from sole to hair."""
    u = high / 46
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(3.6 * u)
    for side in (-1, 1):
        canvas.line(x + side * 3.6 * u, y + 2 * u, x + side * 3 * u, y + 13 * u)
        canvas.line(x + side * 3.6 * u, y + 2 * u, x + side * 6 * u, y + 2 * u)
    canvas.setLineWidth(3 * u)
    canvas.setStrokeColor(colour("accent"))
    canvas.line(x - 5 * u, y + 24 * u, x - 10.5 * u, y + 17 * u)
    canvas.line(x + 5 * u, y + 24 * u, x + 11 * u, y + 30 * u)
    canvas.setFillColor(colour("accent"))
    canvas.setLineWidth(1)
    shirt = canvas.beginPath()
    shirt.moveTo(x - 7 * u, y + 11.5 * u)
    shirt.curveTo(x - 6.4 * u, y + 20 * u, x - 6.4 * u, y + 27.5 * u, x, y + 27.5 * u)
    shirt.curveTo(x + 6.4 * u, y + 27.5 * u, x + 6.4 * u, y + 20 * u, x + 7 * u, y + 11.5 * u)
    shirt.close()
    canvas.drawPath(shirt, stroke=0, fill=1)
    _draw_head(canvas, x, y + 35.5 * u, 8.6 * u)
    canvas.restoreState()


def _draw_head(canvas: Canvas, x: float, y: float, r: float) -> None:
    canvas.setFillColor(colour("card"))
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(max(0.6, r * 0.14))
    canvas.circle(x, y, r, fill=1)
    canvas.setFillColor(colour("ink"))
    hair = canvas.beginPath()
    hair.arc(x - r, y - r, x + r, y + r, 12, 156)
    hair.curveTo(x - r * 0.5, y + r * 0.55, x + r * 0.1, y + r * 0.62, x + r * 0.98, y + r * 0.2)
    hair.close()
    canvas.drawPath(hair, stroke=1, fill=1)
    for side in (-1, 1):
        canvas.circle(x + side * r * 0.36, y - r * 0.02, r * 0.11, stroke=0, fill=1)
    canvas.arc(x - r * 0.42, y - r * 0.58, x + r * 0.42, y + r * 0.1, 205, 130)


def draw_star(canvas: Canvas, x: float, y: float, r: float) -> None:
    """A star around (x, y) for what was reached."""
    canvas.setStrokeColor(colour("soon"))
    canvas.setFillColor(colour("soon_soft"))
    canvas.setLineWidth(1.2)
    canvas.setLineJoin(1)
    corners = []
    for turn in range(10):
        angle, far = math.pi / 2 + turn * math.pi / 5, r if turn % 2 == 0 else r * 0.45
        corners.append((x + far * math.cos(angle), y + far * math.sin(angle)))
    _polygon(canvas, corners)


def draw_flag(canvas: Canvas, x: float, y: float, high: float) -> None:
    """A flag whose pole stands at (x, y)."""
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(1.3)
    canvas.line(x, y, x, y + high)
    canvas.setFillColor(colour("over"))
    canvas.setLineWidth(0)
    _polygon(canvas, ((x, y + high), (x + high * 0.55, y + high * 0.8), (x, y + high * 0.58)), stroke=0)


def _draw_pencil(canvas: Canvas, x: float, y: float) -> None:
    canvas.saveState()
    canvas.translate(x - 5, y - 1)
    canvas.rotate(48)
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(0.9)
    canvas.setFillColor(colour("soon_soft"))
    canvas.rect(4, -2.2, 11, 4.4, fill=1)
    canvas.setFillColor(colour("ink"))
    _polygon(canvas, ((0, 0), (4, 2.2), (4, -2.2)))
    canvas.restoreState()


def _draw_sun(canvas: Canvas, x: float, y: float) -> None:
    canvas.setStrokeColor(colour("soon"))
    canvas.setFillColor(colour("soon_soft"))
    canvas.setLineWidth(1.4)
    canvas.setLineCap(1)
    canvas.circle(x, y, 11, fill=1)
    for turn in range(8):
        angle = turn * math.pi / 4
        across, up = math.cos(angle), math.sin(angle)
        canvas.line(x + 16 * across, y + 16 * up, x + 21 * across, y + 21 * up)


def _polygon(canvas: Canvas, corners: Sequence[tuple[float, float]], *, stroke: int = 1) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=stroke, fill=1)


def _stairs_in_words(steps: Sequence[StepMark], next_number: int | None, words: Words) -> Iterator[str]:
    names = {step.number: step.name.of(words.language) for step in steps}
    yield words.tr("Stairs with the steps: {steps}.", steps=", ".join(names.values()))
    here = next((step.number for step in steps if step.here), None)
    if here is not None:
        yield words.tr("A child stands on the step: {step}.", step=names[here])
        if next_number in names and next_number != here:
            yield words.tr("An arrow leads to the step: {step}.", step=names[next_number])
