"""Where the names on a network map stand: beside their person, never on a person or on each other, never cut short.

Works in the unit coordinates of the layout. What a text measures is asked of a function given in, so that screen and
paper each use their own font. A name with no room beside its person stands further off with a thin leader line.
"""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.core.line_breaks import broken
from app.core.network_layout import CHILD_RADIUS, Node, Point

Measure = Callable[[str, bool], float]
"""Width in units of a line of text; the flag says that it is a name (bold), not a role."""

_CELL = 0.018  # grain of the map of what is taken
_AIR = 0.012  # between a person's edge and the name
_WIDEST = 0.42  # longer names go over several lines
_DISTANCES = (0.0, 0.03)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with (x, y) as its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelText:
    """What stands beside a person: the name and, under it, the role; either may be blank."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: its lines (text, is a name), centred in `box`, and the leader line where it stands far off."""

    id: str
    lines: tuple[tuple[str, bool], ...]
    box: Box
    leader: tuple[Point, Point] | None


class _Taken:
    """What is taken of a rectangle, as one bit a cell."""

    def __init__(self, bounds: Box) -> None:
        self._bounds = bounds
        self.columns = math.ceil(bounds.width / _CELL)
        self._rows = [0] * math.ceil(bounds.height / _CELL)

    def _span(self, box: Box) -> tuple[int, int, int]:
        """First row, row after the last, and the bits of a row that a box covers, rounded outwards."""
        left = max(0, math.floor((box.x - self._bounds.x) / _CELL + 1e-9))
        right = min(self.columns, math.ceil((box.x + box.width - self._bounds.x) / _CELL - 1e-9))
        top = max(0, math.floor((box.y - self._bounds.y) / _CELL + 1e-9))
        bottom = min(len(self._rows), math.ceil((box.y + box.height - self._bounds.y) / _CELL - 1e-9))
        return top, bottom, ((1 << max(0, right - left)) - 1) << left

    def take(self, box: Box) -> None:
        top, bottom, bits = self._span(box)
        for row in range(top, bottom):
            self._rows[row] |= bits

    def is_free(self, box: Box) -> bool:
        top, bottom, bits = self._span(box)
        return not any(row & bits for row in self._rows[top:bottom])

    def contains(self, box: Box) -> bool:
        b = self._bounds
        return (
            b.x <= box.x
            and b.y <= box.y
            and box.x + box.width <= b.x + b.width
            and box.y + box.height <= b.y + b.height
        )

    def nearest(self, width: float, height: float, point: Point) -> Box | None:
        """The free box of this size whose middle is nearest to a point, or None where there is none.

        A bit that stays set after shifting a row over itself starts a run of free cells as wide as the box; rows that
        lie under each other are met by "and".
        """
        wide, high = math.ceil(width / _CELL) + 1, math.ceil(height / _CELL) + 1
        whole = (1 << self.columns) - 1
        runs: dict[int, int] = {}
        column = int((point.x - self._bounds.x - width / 2) / _CELL)
        middle = (point.y - self._bounds.y - height / 2) / _CELL
        best: tuple[float, int, int] | None = None
        for top in sorted(range(len(self._rows) - high + 1), key=lambda row: abs(row - middle)):
            down = abs(top - middle)
            if best is not None and down >= best[0]:
                break
            for row in range(top, top + high):
                if row not in runs:
                    runs[row] = _starts(whole & ~self._rows[row], wide)
            bits = functools.reduce(operator.and_, (runs[row] for row in range(top, top + high)))
            for start in _nearest_bits(bits, column):
                distance = math.hypot(start - column, down)
                if best is None or distance < best[0]:
                    best = distance, top, start
        if best is None:
            return None
        return Box(self._bounds.x + best[2] * _CELL, self._bounds.y + best[1] * _CELL, width, height)


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


def place_labels(
    nodes: Sequence[Node],
    texts: Sequence[LabelText],
    lines: Sequence[Sequence[Point]],
    *,
    measure: Measure,
    line_height: float,
    bounds: Box,
    taken: Sequence[Box] = (),
    widest: float = _WIDEST,
) -> tuple[Label, ...]:
    """A label for each text within `bounds`, off every person, every other label and everything in `taken`.

    Names keep clear of the relations in `lines` where they can. A label that finds no room at all is left out, and
    the caller shows a number instead. Names wider than `widest` go over several lines.
    """
    solid, soft = _Taken(bounds), _Taken(bounds)
    r = CHILD_RADIUS + _AIR
    for box in (Box(-r, -r, 2 * r, 2 * r), *taken):
        solid.take(box)
    for node in nodes:
        r = node.radius + _AIR / 2
        solid.take(Box(node.x - r, node.y - r, 2 * r, 2 * r))
    for path in lines:
        _trace(soft, path)
    node_of = {node.id: node for node in nodes}
    found: dict[str, Label] = {}
    for text in sorted(texts, key=lambda t: (node_of[t.id].ring, node_of[t.id].angle)):
        wrapped = _wrapped(text, measure, widest)
        width = max((measure(*line) for line in wrapped), default=0.0)
        label = _settle(node_of[text.id], wrapped, (width, line_height * len(wrapped)), solid, soft)
        if label is not None:
            solid.take(label.box)
            found[text.id] = label
    return tuple(found[text.id] for text in texts if text.id in found)


def wrap(text: str, width_of: Callable[[str], float], widest: float) -> tuple[str, ...]:
    """A text in lines no wider than `widest`; a longer word is broken. Nothing is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= widest:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = broken(word, width_of, widest)
        lines += whole
    return (*lines, line) if line else tuple(lines)


def _wrapped(text: LabelText, measure: Measure, widest: float) -> tuple[tuple[str, bool], ...]:
    names = wrap(text.name, lambda line: measure(line, True), widest)
    roles = wrap(text.role, lambda line: measure(line, False), widest)
    return (*((line, True) for line in names), *((line, False) for line in roles))


def _settle(
    node: Node, lines: tuple[tuple[str, bool], ...], size: tuple[float, float], solid: _Taken, soft: _Taken
) -> Label | None:
    """The best free place for a label of `size` (width, height): near, off the relations before on them, else far."""
    spare: Box | None = None
    for distance in _DISTANCES:
        for box in _around(node, *size, distance):
            if not solid.contains(box) or not solid.is_free(box):
                continue
            if soft.is_free(box):
                return Label(node.id, lines, box, None)
            spare = spare or box
    if spare is not None:
        return Label(node.id, lines, spare, None)
    far = solid.nearest(*size, Point(node.x, node.y))
    return None if far is None else Label(node.id, lines, far, _leader(node, far))


def _around(node: Node, width: float, height: float, distance: float) -> Iterable[Box]:
    """Boxes around a person, under and above first, then outwards from the child, then the other sides."""
    away = node.radius + _AIR + distance
    out = 1.0 if node.x >= 0 else -1.0
    slant = away * 0.72
    for dx, dy in ((0, 1), (0, -1), (out, 0), (-out, 0), (out, 1), (out, -1), (-out, 1), (-out, -1)):
        if dx and dy:
            x, y = node.x + dx * (slant + width / 2), node.y + dy * (slant + height / 2)
        else:
            x, y = node.x + dx * (away + width / 2), node.y + dy * (away + height / 2)
        yield Box(x - width / 2, y - height / 2, width, height)


def _leader(node: Node, box: Box) -> tuple[Point, Point]:
    """From the person's edge to the nearest point of the label."""
    x = min(max(node.x, box.x), box.x + box.width)
    y = min(max(node.y, box.y), box.y + box.height)
    size = math.dist((x, y), (node.x, node.y)) or 1.0
    start = Point(node.x + (x - node.x) / size * node.radius, node.y + (y - node.y) / size * node.radius)
    return start, Point(x, y)


def _trace(soft: _Taken, path: Sequence[Point]) -> None:
    for a, b in pairwise(path):
        steps = max(1, int(math.dist(a, b) / (2 * _CELL)))
        for i in range(steps + 1):
            x, y = a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps
            soft.take(Box(x - _CELL / 2, y - _CELL / 2, _CELL, _CELL))
