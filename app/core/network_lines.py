"""How a line of the network map is drawn, as polylines in unit coordinates: screen and paper draw the same strokes.

Strong is thick, ordinary thin, weak dashed, strained a zigzag, broken has two cross strokes; arrowheads show which way
support goes. Every quality can be told apart without colour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.core.network_layout import CHILD_RADIUS, Node, Point
from app.core.records.network import RelationQuality, Support

Polyline = tuple[Point, ...]

THIN = 0.0055
THICK = 0.0165
_DASH, _PAUSE = 0.026, 0.020
_TOOTH = 0.034  # length of one zigzag tooth
_SWING = 0.014  # how far the zigzag goes to each side
_CROSS = 0.030  # length of a cross stroke
_HEAD = 0.034  # length of an arrowhead
_AIR = 0.008  # between the line's end and the person
_BOWS = (0.16, 0.28, 0.06, 0.42, 0.6)  # how far a line between two others bends from the child, as shares of its length
_REACH = 1.02  # a line does not leave the outermost ring
_BENDS = 16


@dataclass(frozen=True, slots=True)
class LineShape:
    """Strokes to draw with `width`, and arrowheads to fill."""

    strokes: tuple[Polyline, ...]
    width: float
    heads: tuple[Polyline, ...]


def path_between(
    start: Node | None, end: Node, squares: frozenset[str] = frozenset(), others: Sequence[Node] = ()
) -> Polyline:
    """The way from one person's edge to another's; None is the child in the middle.

    A line from the child is straight; between two others it bends away from the child, so that it is not taken for the
    child's own, and so far that it runs through the fewest of `others`. `squares` holds the ids of people drawn as
    squares. Empty where there is no room between the two.
    """
    if start is None:
        return _cut((Point(0, 0), Point(end.x, end.y)), CHILD_RADIUS, _edge(end, squares))
    a, b = Point(start.x, start.y), Point(end.x, end.y)
    near = [node for node in others if node.id not in {start.id, end.id}]
    paths = [_bow(a, b, bow) for bow in _BOWS]
    inside = [path for path in paths if all(math.hypot(*point) <= _REACH for point in path)] or paths[2:3]
    best = min(inside, key=lambda path: sum(_meets(path, node) for node in near))
    return _cut(best, _edge(start, squares), _edge(end, squares))


def shape(path: Polyline, quality: RelationQuality, support: Support) -> LineShape:
    """The strokes and arrowheads of a line along `path`; support `GIVEN` points to the path's end."""
    if len(path) < 2:
        return LineShape((), THIN, ())
    heads, inner = [], path
    if support in {Support.GIVEN, Support.BOTH}:
        heads.append(_head(path))
        inner = _cut(inner, 0, _HEAD * 0.8)
    if support in {Support.RECEIVED, Support.BOTH}:
        heads.append(_head(path[::-1]))
        inner = _cut(inner, _HEAD * 0.8, 0)
    strokes: tuple[Polyline, ...] = (inner,) if len(inner) > 1 else ()
    if strokes and quality is RelationQuality.WEAK:
        strokes = _dashes(inner)
    elif strokes and quality is RelationQuality.STRAINED:
        strokes = (_zigzag(inner),)
    elif strokes and quality is RelationQuality.BROKEN:
        strokes = (inner, *_crosses(inner))
    return LineShape(strokes, THICK if quality is RelationQuality.STRONG else THIN, tuple(heads))


def length(path: Sequence[Point]) -> float:
    """Length of a polyline in units."""
    return sum(math.dist(a, b) for a, b in pairwise(path))


def _edge(node: Node, squares: frozenset[str]) -> float:
    """From the person's middle to where a line ends: a square's corner lies further out than its circle."""
    return node.radius * (1.22 if node.id in squares else 1.0) + _AIR


def _meets(path: Polyline, node: Node) -> bool:
    """Whether a path runs through a person."""
    reach = node.radius * 1.15
    return any(abs(p.x - node.x) < reach and abs(p.y - node.y) < reach for p in path)


def _bow(a: Point, b: Point, bow: float) -> Polyline:
    """A curve from a to b, bent away from the child."""
    middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    across = Point(b.y - a.y, a.x - b.x)
    if across.x * middle.x + across.y * middle.y < 0:
        across = Point(-across.x, -across.y)
    tip = Point(middle.x + 2 * bow * across.x, middle.y + 2 * bow * across.y)
    return tuple(_on_curve(a, tip, b, i / _BENDS) for i in range(_BENDS + 1))


def _on_curve(a: Point, tip: Point, b: Point, t: float) -> Point:
    u = 1 - t
    return Point(
        u * u * a.x + 2 * u * t * tip.x + t * t * b.x,
        u * u * a.y + 2 * u * t * tip.y + t * t * b.y,
    )


def _cut(path: Polyline, from_start: float, from_end: float) -> Polyline:
    """The path without its first and last stretch; () when nothing is left."""
    total = length(path)
    low, high = from_start, total - from_end
    if high - low < 1e-6:
        return ()
    walked, kept = 0.0, [_along(path, low)]
    for a, b in pairwise(path):
        walked += math.dist(a, b)
        if low < walked < high:
            kept.append(b)
    kept.append(_along(path, high))
    return tuple(kept)


def _along(path: Sequence[Point], distance: float) -> Point:
    """The point `distance` units along a path."""
    for a, b in pairwise(path):
        piece = math.dist(a, b)
        if distance <= piece and piece > 0:
            t = max(0.0, distance / piece)
            return Point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
        distance -= piece
    return path[-1]


def _dashes(path: Polyline) -> tuple[Polyline, ...]:
    total = length(path)
    count = max(1, round((total + _PAUSE) / (_DASH + _PAUSE)))
    scale = total / (count * (_DASH + _PAUSE) - _PAUSE)
    starts = [i * (_DASH + _PAUSE) * scale for i in range(count)]
    return tuple(p for s in starts if (p := _cut(path, s, total - s - _DASH * scale)))


def _across(path: Sequence[Point], distance: float) -> tuple[Point, Point]:
    """The point at a distance along the path, and the unit normal there."""
    here = _along(path, distance)
    before, after = _along(path, max(0.0, distance - 1e-3)), _along(path, distance + 1e-3)
    dx, dy = after.x - before.x, after.y - before.y
    size = math.hypot(dx, dy) or 1.0
    return here, Point(-dy / size, dx / size)


def _zigzag(path: Polyline) -> Polyline:
    """Teeth along the path with a straight bit at both ends."""
    total = length(path)
    teeth = max(2, round((total - _TOOTH) / _TOOTH))
    lead = (total - teeth * _TOOTH) / 2 if total > (teeth + 0.5) * _TOOTH else total * 0.08
    step = (total - 2 * lead) / teeth
    points = [path[0], _along(path, lead)]
    for i in range(teeth):
        here, normal = _across(path, lead + (i + 0.5) * step)
        side = _SWING if i % 2 else -_SWING
        points.append(Point(here.x + side * normal.x, here.y + side * normal.y))
    return (*points, _along(path, total - lead), path[-1])


def _crosses(path: Polyline) -> tuple[Polyline, ...]:
    """Two slanting strokes over the middle."""
    total, strokes = length(path), []
    for offset in (-0.009, 0.009):
        here, normal = _across(path, total / 2 + offset)
        along = Point(normal.y, -normal.x)
        dx, dy = (_CROSS * (normal.x * 0.85 + along.x * 0.5), _CROSS * (normal.y * 0.85 + along.y * 0.5))
        strokes.append((Point(here.x - dx, here.y - dy), Point(here.x + dx, here.y + dy)))
    return tuple(strokes)


def _head(path: Sequence[Point]) -> Polyline:
    """A triangle whose tip is the path's end."""
    tip = path[-1]
    base, normal = _across(path, max(0.0, length(path) - _HEAD))
    half = _HEAD * 0.42
    return (
        tip,
        Point(base.x + half * normal.x, base.y + half * normal.y),
        Point(base.x - half * normal.x, base.y - half * normal.y),
    )
