"""Which of the places beside their persons the names on a network map take, so that all of them stand well.

Each name has places that are free of people, some better than others. They are dealt out one after the other; then
names change places with each other as long as that is better for both together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.core.network_layout import Node
from app.core.network_room import Box, Room

AIR = 0.012  # between a person's edge and the name
_DISTANCES = (0.0, 0.03)
_FURTHER, _NARROWER, _COVERED = 2.0, 1.5, 1.5  # how unwanted: the second distance, a word a line, a grain of a line
_NOWHERE = 120.0  # how unwanted no place beside the person is
_SWEEPS = 3
_HAIR = 0.012  # air between two names


class Shape(NamedTuple):
    """The lines of a label (text, is a name) and the room they take."""

    lines: tuple[tuple[str, bool], ...]
    width: float
    height: float


class Place(NamedTuple):
    """A place for a label in one of its shapes, how unwanted it is, and how many grains of relations it covers."""

    cost: float
    shape: Shape
    box: Box
    covered: int


def around(node: Node) -> Box:
    """The room a person takes, with a little air."""
    r = node.radius + AIR / 2
    return Box(node.x - r, node.y - r, 2 * r, 2 * r)


def places(node: Node, shapes: Sequence[Shape], solid: Room, soft: Room) -> list[Place]:
    """The places beside a person where a label may stand, the best first.

    Nothing that is taken in `solid` is covered; what is in `soft`, the relations, is better left uncovered.
    """
    own = solid.span(around(node))
    found: list[Place] = []
    for narrower, shape in enumerate(shapes):
        if min((place.cost for place in found), default=_NOWHERE) <= _NARROWER:
            break  # nothing narrow is better
        for unwanted, box in _boxes(node, shape):
            cells = solid.span(box)
            if solid.contains(box) and solid.is_free(cells, own):
                covered = soft.count(cells)
                found.append(Place(unwanted + _NARROWER * narrower + _COVERED * covered, shape, box, covered))
    return sorted(found, key=lambda place: place.cost)


def chosen(options: Mapping[str, Sequence[Place]]) -> dict[str, Place]:
    """A place for each label that gets one beside its person, so that no two meet."""
    found: dict[str, Place] = {}
    for label, wanted in options.items():
        _take_first(label, wanted, found)
    for label in [*options] * _SWEEPS:
        _exchange(label, options, found)
    return found


def _take_first(label: str, wanted: Sequence[Place], found: dict[str, Place]) -> None:
    place = next((place for place in wanted if not _in_the_way(place, label, found)), None)
    if place is not None:
        found[label] = place


def _in_the_way(place: Place, label: str, found: Mapping[str, Place]) -> list[str]:
    """The other labels that a place would meet."""
    return [other for other, taken in found.items() if other != label and _meet(place.box, taken.box)]


def _exchange(label: str, options: Mapping[str, Sequence[Place]], found: dict[str, Place]) -> None:
    """Give a label a better place, where at most one other has to move and both together stand better."""
    now = found[label].cost if label in found else _NOWHERE
    for place in options[label]:
        if place.cost >= now:
            return
        others = _in_the_way(place, label, found)
        if not others:
            found[label] = place
            return
        if len(others) == 1:
            other = others[0]
            bearable = [there for there in options[other] if place.cost + there.cost < now + found[other].cost]
            rest = {**found, label: place}
            moved = next((there for there in bearable if not _in_the_way(there, other, rest)), None)
            if moved is not None:
                found[label], found[other] = place, moved
                return


def _meet(a: Box, b: Box) -> bool:
    return (
        a.x < b.x + b.width + _HAIR
        and b.x < a.x + a.width + _HAIR
        and a.y < b.y + b.height + _HAIR
        and b.y < a.y + a.height + _HAIR
    )


def _boxes(node: Node, shape: Shape) -> list[tuple[float, Box]]:
    """Boxes around a person and how unwanted each is, as many as the grains of a line it would be as bad to cover.

    Under the person is best, then above, beside, and aslant; what reaches away from the child goes before the rest.
    """
    found = []
    width, height = shape.width, shape.height
    out, down = (1.0 if node.x >= 0 else -1.0), (1.0 if node.y >= 0 else -1.0)
    flush = max(0.0, width / 2 - node.radius)
    for further, distance in enumerate(_DISTANCES):
        away = node.radius + AIR + distance
        up, side, slant = away + height / 2, away + width / 2, away * 0.85
        offsets = (
            (0.0, 0.0, up),
            (0.3, 0.0, -up),
            (0.5, out * side, 0.0),
            (0.8, out * flush, down * up),
            (0.9, out * side, down * height / 2),
            (1.0, -out * side, 0.0),
            (1.1, out * flush, -down * up),
            (1.2, out * side, -down * height / 2),
            (1.3, -out * flush, down * up),
            (1.4, out * (slant + width / 2), down * (slant + height / 2)),
            (1.5, -out * flush, -down * up),
            (1.6, out * (slant + width / 2), -down * (slant + height / 2)),
            (1.7, -out * side, down * height / 2),
            (1.8, -out * (slant + width / 2), down * (slant + height / 2)),
            (1.9, -out * side, -down * height / 2),
            (2.0, -out * (slant + width / 2), -down * (slant + height / 2)),
        )
        found += [
            (unwanted + _FURTHER * further, Box(node.x + x - width / 2, node.y + y - height / 2, width, height))
            for unwanted, x, y in offsets
        ]
    return found
