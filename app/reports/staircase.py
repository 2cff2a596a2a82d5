"""The ladder as a small staircase: where the child stands and the step agreed on next."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from app.core.records.documents import StepMark
from app.reports import fonts
from app.reports.figure import Figure
from app.reports.fonts import Face
from app.reports.palette import colour, step_colour
from app.words import Words

_GAP = 3.5
_LOW, _RISE = 23.0, 14.0  # height of the first step and what each adds
_HEADROOM = 34.0  # for the figure and the arrow
_LETTERS = 7.0  # points, where the names are not too long for it


class Staircase(Figure):
    """Steps rising to the right; the child's own is coloured and carries a figure, a dashed arrow leads to the next."""

    def __init__(self, steps: Sequence[StepMark], next_number: int | None, words: Words, width: float) -> None:
        super().__init__()
        self._steps = tuple(step for step in steps if step.number > 0)
        self._next = next_number
        self._words = words
        self.width = width
        self.height = _LOW + _RISE * max(0, len(self._steps) - 1) + _HEADROOM
        self.alternative = " ".join(self._sentences()) if self._steps else ""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """The fixed size."""
        return self.width, self.height

    def draw(self) -> None:
        """Steps, names, figure and arrow."""
        tops: dict[int, tuple[float, float]] = {}
        across = (self.width + _GAP) / max(1, len(self._steps)) - _GAP
        labels = [step.name.of(self._words.language) for step in self._steps]
        size = fitting(labels, across - 4, _LETTERS)
        for index, (step, label) in enumerate(zip(self._steps, labels, strict=True)):
            x, high = index * (across + _GAP), _LOW + _RISE * index
            self._draw_step(step, label, (x, across, high), size)
            tops[step.number] = (x + across / 2, high)
        here = next((step.number for step in self._steps if step.here), None)
        if here is not None:
            self._draw_figure(*tops[here])
            if self._next in tops and self._next != here:
                self._draw_arrow(tops[here], tops[self._next])

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

    def _draw_step(self, step: StepMark, label: str, where: tuple[float, float, float], size: float) -> None:
        x, across, high = where
        canvas = self.canv
        canvas.setFillColor(step_colour(step.number) if step.here else colour("track"))
        canvas.roundRect(x, 0, across, high, 2, stroke=0, fill=1)
        canvas.setFillColor(colour("card") if step.here else colour("ink"))
        lines = label_lines(label, across - 4, size)
        for number, line in enumerate(reversed(lines)):
            face = Face.STRONG if step.here else Face.REGULAR
            fonts.draw(canvas, x + across / 2, 6 + number * size * 1.2, line, face, size, 0.5)

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
