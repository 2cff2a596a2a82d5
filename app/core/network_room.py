"""What room is left on a network map, as a grid of cells, and the nearest free place for a box."""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.core.network_layout import Point

_CELL = 0.018  # width of a cell in units
_LETTERS = 0.6  # share of the height of a line that its letters take
Span = tuple[int, int, int]
"""Cells: the first row, the row after the last, and the bits of each."""


class Box(NamedTuple):
    """A rectangle with (x, y) as its upper left corner."""

    x: float
    y: float
    width: float
    height: float


def circle_around(lines: Sequence[tuple[float, float]]) -> float:
    """The radius of the circle that holds lines of these widths and heights, one under the other around its middle.

    Of the height of a line the letters take the middle.
    """
    edge, needed = -sum(high for _, high in lines) / 2, 0.0
    for wide, high in lines:
        needed = max(needed, math.hypot(wide / 2, abs(edge + high / 2) + high * _LETTERS / 2))
        edge += high
    return needed


class Room:
    """What is taken of a rectangle, as one bit a cell."""

    def __init__(self, bounds: Box) -> None:
        self._bounds = bounds
        self.columns = math.ceil(bounds.width / _CELL)
        self._rows = [0] * math.ceil(bounds.height / _CELL)
        self._twice = list(self._rows)

    def span(self, box: Box) -> Span:
        """The cells a box touches: first row, row after the last, and the bits of a row."""
        left = max(0, math.floor((box.x - self._bounds.x) / _CELL + 1e-9))
        right = min(self.columns, math.ceil((box.x + box.width - self._bounds.x) / _CELL - 1e-9))
        top = max(0, math.floor((box.y - self._bounds.y) / _CELL + 1e-9))
        bottom = min(len(self._rows), math.ceil((box.y + box.height - self._bounds.y) / _CELL - 1e-9))
        return top, bottom, ((1 << max(0, right - left)) - 1) << left

    def take(self, box: Box) -> None:
        """Take every cell that a box touches."""
        top, bottom, bits = self.span(box)
        for row in range(top, bottom):
            self._twice[row] |= self._rows[row] & bits
            self._rows[row] |= bits

    def trace(self, path: Sequence[Point]) -> None:
        """Take the cells along a line."""
        for a, b in pairwise(path):
            steps = max(1, int(math.dist(a, b) / (2 * _CELL)))
            for i in range(steps + 1):
                x, y = a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps
                self.take(Box(x - _CELL / 2, y - _CELL / 2, _CELL, _CELL))

    def is_free(self, cells: Span, but: Span) -> bool:
        """Whether nothing is taken of some cells but by `but`, which was taken itself."""
        top, bottom, bits = cells
        rows = self._rows
        if not any(row & bits for row in rows[top:bottom]):
            return True
        first, after, own = but
        twice = self._twice
        return not any(
            rows[n] & bits & ~(own & ~twice[n]) if first <= n < after else rows[n] & bits for n in range(top, bottom)
        )

    def count(self, cells: Span) -> int:
        """How many of some cells are taken."""
        top, bottom, bits = cells
        return sum((row & bits).bit_count() for row in self._rows[top:bottom])

    def contains(self, box: Box) -> bool:
        """Whether a box lies within the rectangle."""
        b = self._bounds
        return (
            b.x <= box.x
            and b.y <= box.y
            and box.x + box.width <= b.x + b.width
            and box.y + box.height <= b.y + b.height
        )

    def free_for(self, width: float, height: float) -> Free | None:
        """Where a box of this size finds room as it is taken now, None where it finds none.

        A bit that stays set after shifting a row over itself starts a run of free cells as wide as the box; rows that
        lie under each other are met by "and".
        """
        wide, high = math.ceil(width / _CELL) + 1, math.ceil(height / _CELL) + 1
        whole = (1 << self.columns) - 1
        runs = [_starts(whole & ~row, wide) for row in self._rows]
        tops = range(len(runs) - high + 1)
        starts = tuple(functools.reduce(operator.and_, runs[top : top + high]) for top in tops)
        return Free(Box(self._bounds.x, self._bounds.y, width, height), starts) if any(starts) else None


class Free(NamedTuple):
    """The room there is for a box of one size: `first` is the box in the first cell, `starts` for each row the bits of
    the cells in which it may begin. It is worked out once, and asked from many points."""

    first: Box
    starts: tuple[int, ...]

    def nearest(self, point: Point) -> Box:
        """The free box whose middle is nearest to a point."""
        x, y, width, height = self.first
        column = int((point.x - x - width / 2) / _CELL)
        middle = (point.y - y - height / 2) / _CELL
        best = math.inf, 0, 0
        for top in sorted(range(len(self.starts)), key=lambda row: abs(row - middle)):
            down = abs(top - middle)
            if down >= best[0]:
                break
            for start in _nearest_bits(self.starts[top], column):
                distance = math.hypot(start - column, down)
                if distance < best[0]:
                    best = distance, top, start
        return Box(x + best[2] * _CELL, y + best[1] * _CELL, width, height)


def _starts(free: int, run: int) -> int:
    """The bits at which `run` free cells in a row begin."""
    have = 1
    while have < run:
        step = min(have, run - have)
        free &= free >> step
        have += step
    return free


def _nearest_bits(bits: int, column: int) -> tuple[int, ...]:
    """The nearest set bit on either side of a column."""
    column = max(0, column)
    low, high = bits & ((1 << column) - 1), bits >> column
    below = (low.bit_length() - 1,) if low else ()
    above = ((high & -high).bit_length() - 1 + column,) if high else ()
    return below + above
