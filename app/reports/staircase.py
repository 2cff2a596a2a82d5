"""The ladder as a small staircase: where the child stands and the step agreed on next."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from app.core.records.documents import StepMark
from app.reports import fonts
from app.reports.figure import Figure
from app.reports.fonts import Face
from app.reports.palette import colour, step_colour
from app.words import Words

_GAP = 3.5
_LOW, _RISE = 9.0, 12.0  # height of the first step and what each adds
_HEADROOM = 34.0  # for the figure and the arrow
_LETTERS = 7.5  # points, where the names are not too long for it
_LEADING = 1.25  # of the two rows of names, in their size


class Staircase(Figure):
    """Steps rising to the right; the child's own is coloured and carries a figure, a dashed arrow leads to the next."""

    def __init__(self, steps: Sequence[StepMark], next_number: int | None, words: Words, width: float) -> None:
        super().__init__()
        self._steps = tuple(step for step in steps if step.number > 0)
        self._next = next_number
        self._words = words
        self.width = width
        self._pitch = (width + _GAP) / max(1, len(self._steps))
        self._names = NamesBelow([step.name.of(words.language) for step in self._steps], self._pitch, _GAP, _LETTERS)
        self.height = self._names.height + _LOW + _RISE * max(0, len(self._steps) - 1) + _HEADROOM
        self.alternative = " ".join(self._sentences()) if self._steps else ""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The fixed size."""
        return self.width, self.height

    def draw(self) -> None:
        """Steps, names, figure and arrow."""
        tops: dict[int, tuple[float, float]] = {}
        across, ground = self._pitch - _GAP, self._names.height
        for index, step in enumerate(self._steps):
            x, high = index * self._pitch, _LOW + _RISE * index
            self.canv.setFillColor(step_colour(step.number) if step.here else colour("track"))
            self.canv.roundRect(x, ground, across, high, 2, stroke=0, fill=1)
            tops[step.number] = (x + across / 2, ground + high)
        here = next((index for index, step in enumerate(self._steps) if step.here), None)
        self._names.draw(self.canv, here)
        if here is not None:
            number = self._steps[here].number
            self._draw_figure(*tops[number])
            if self._next in tops and self._next != number:
                self._draw_arrow(tops[number], tops[self._next])

    def _sentences(self) -> Iterator[str]:
        """What the drawing shows: the steps, where the child stands, and the step agreed on next."""
        words = self._words
        names = {step.number: step.name.of(words.language) for step in self._steps}
        yield words.tr("The steps of the ladder: {steps}.", steps=", ".join(names.values()))
        here = next((step.number for step in self._steps if step.here), None)
        if here is not None:
            yield words.tr("The child stands on: {step}.", step=names[here])
            if self._next in names and self._next != here:
                yield words.tr("The next step is: {step}.", step=names[self._next])

    def _draw_figure(self, x: float, y: float) -> None:
        """A child standing on the step."""
        canvas = self.canv
        canvas.setFillColor(colour("ink"))
        canvas.circle(x, y + 14.5, 3.4, stroke=0, fill=1)
        body = canvas.beginPath()
        body.moveTo(x - 4.6, y + 0.8)
        body.curveTo(x - 4.6, y + 13.4, x + 4.6, y + 13.4, x + 4.6, y + 0.8)
        body.close()
        canvas.drawPath(body, stroke=0, fill=1)

    def _draw_arrow(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        canvas = self.canv
        side = math.copysign(1.0, end[0] - start[0])
        x0, y0 = start[0] + side * 7, start[1] + 13
        x1, y1 = end[0], end[1] + 6
        tip_x, tip_y = x1, max(y0, y1) + 10
        canvas.setStrokeColor(colour("accent"))
        canvas.setFillColor(colour("accent"))
        canvas.setLineWidth(1.1)
        canvas.setDash(3, 2.2)
        canvas.bezier(x0, y0, (x0 + tip_x) / 2, tip_y, tip_x, tip_y, x1, y1 + 4)
        canvas.setDash()
        head = canvas.beginPath()
        head.moveTo(x1, y1 - 3)
        head.lineTo(x1 - 3.4, y1 + 4)
        head.lineTo(x1 + 3.4, y1 + 4)
        head.close()
        canvas.drawPath(head, stroke=0, fill=1)
        label = self._words.tr("next step")
        half = fonts.width(label, Face.STRONG, 7.5) / 2
        x = min(max(x1, half), self.width - half)
        fonts.draw(canvas, x, tip_y + 1.5, label, Face.STRONG, 7.5, 0.5)


class NamesBelow:
    """The names of steps under them in two rows by turns: each has the room of two steps, and letters one can read."""

    def __init__(self, names: Sequence[str], pitch: float, gap: float, most: float) -> None:
        longest = max((fonts.width(name, Face.STRONG, 1) for name in names), default=1.0)
        self._names, self._pitch, self._gap = names, pitch, gap
        self._size = min(most, (2 * pitch - 2 * gap) / longest)
        self.height = 2 * self._size * _LEADING + 3

    def draw(self, canvas: Canvas, here: int | None = None) -> None:
        """Under steps that stand at `height`; the one that is `here` is set off."""
        width = len(self._names) * self._pitch - self._gap
        for index, name in enumerate(self._names):
            face = Face.STRONG if index == here else Face.REGULAR
            middle = (index + 0.5) * self._pitch - self._gap / 2
            half = fonts.width(name, face, self._size) / 2
            is_low = index % 2 == 1
            base = 2 + (0 if is_low else self._size * _LEADING)
            if is_low:
                canvas.setStrokeColor(colour("field_line"))
                canvas.setLineWidth(0.5)
                canvas.line(middle, self.height - 1, middle, base + self._size)
            canvas.setFillColor(colour("ink"))
            fonts.draw(canvas, min(max(middle, half), width - half), base, name, face, self._size, 0.5)


def _words(label: str) -> list[str]:
    return label.replace("/", "/ ").split()


def fitting(labels: Sequence[str], room: float, most: float) -> float:
    """The largest size up to `most` at which the longest word of any label fits its step."""
    longest = max((fonts.width(w, Face.STRONG, 1) for label in labels for w in _words(label)), default=1.0)
    return min(most, room / longest)


def label_lines(label: str, room: float, size: float) -> list[str]:
    """A label as lines that fit into `room`, parted between its words."""
    lines: list[str] = []
    for word in _words(label):
        glue = "" if lines and lines[-1].endswith("/") else " "
        if lines and fonts.width(lines[-1] + glue + word, Face.STRONG, size) <= room:
            lines[-1] += glue + word
        else:
            lines.append(word)
    return lines
