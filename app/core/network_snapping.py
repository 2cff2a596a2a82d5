"""Where somebody who is dropped on a network map comes to stand, and who is next in a direction.

Somebody who is dropped stands in the middle of the ring, as near to the pointer as others placed by hand let them;
those others stay where they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.core.network_layout import Node, Placeable, Point, angle_of, at, middle, ring_at, sector_at
from app.core.network_sector import GAP, margin
from app.core.records.network import Ring

_STEP = 1.0  # degrees between two places that are tried
_AWAY = 15.0  # degrees somebody is turned at most so that no line runs through anybody
_CLEAR = 1.2  # how far from somebody's middle another's line passes at least, in their radius
_TURN = 12.0  # degrees of one step around the child
_AGREES = 0.3  # cosine between where an arrow points and where a step leads
_WIDE = 2.0  # who lies more than so many times as far to the side as ahead is not in that direction


class Spot(NamedTuple):
    """A place on the map: the sector by its index, the ring, and the angle in degrees."""

    sector: int
    ring: Ring
    angle: float

    @property
    def point(self) -> Point:
        """Where that is, in unit coordinates."""
        return at(self.angle, middle(self.ring))


def by_hand(people: Iterable[Placeable], sector_keys: Sequence[str]) -> list[Spot]:
    """Where those stand who were placed by hand, each in their own sector."""
    index, width = {key: number for number, key in enumerate(sector_keys)}, 360 / len(sector_keys)
    return [
        Spot(index[person.sector_key], person.ring, person.angle % 360)
        for person in people
        if person.angle is not None and int(person.angle % 360 / width) == index[person.sector_key]
    ]


def snapped(point: Point, sector_count: int, others: Sequence[Spot], radius: float) -> Spot:
    """Where somebody dropped at a point comes to stand, clear of `others` where there is room for that."""
    sector, ring, width = sector_at(*point, sector_count), ring_at(*point), 360 / sector_count
    edge = min(margin(middle(ring), radius), width / 3)
    start, end = sector * width, (sector + 1) * width
    wished = max(start + edge, min(end - edge, angle_of(*point)))

    def unwanted(angle: float) -> tuple[bool, float]:
        """Somebody whole in the sector goes before somebody who leans over its edge."""
        return not start + edge <= angle <= end - edge, abs(angle - wished)

    apart: float | None = None
    for angle in sorted({wished, *_fan(start, end)}, key=unwanted):
        if any(_meet(ring, angle, other, radius) for other in others):
            continue
        apart = angle if apart is None else apart
        if abs(angle - wished) <= _AWAY and not any(_hide(ring, angle, other, radius) for other in others):
            return Spot(sector, ring, round(angle, 1))
    return Spot(sector, ring, round(wished if apart is None else apart, 1))


def standing_still(nodes: Iterable[Node], moved: Mapping[str, Spot], sector_count: int) -> dict[str, Spot]:
    """Where the others stay while some are moved, so that nobody stands elsewhere who was not touched.

    Who stands in the way of one who was moved makes room, and so does who stands in one of several rows of a ring.
    """
    return {
        node.id: Spot(sector_at(node.x, node.y, sector_count), node.ring, round(node.angle, 1))
        for node in nodes
        if node.id not in moved
        and math.isclose(math.hypot(node.x, node.y), middle(node.ring), abs_tol=1e-6)
        and not any(_meet(node.ring, node.angle, spot, node.radius) for spot in moved.values())
    }


def step(node: Node, way: Point, sector_count: int) -> Spot | None:
    """One step from where somebody stands in a direction: a ring closer or further, or a bit around the child."""
    steps = ((node.ring - 1, 0.0), (node.ring + 1, 0.0), (node.ring, -_TURN), (node.ring, _TURN))
    found = []
    for ring, turn in steps:
        if Ring.CLOSE <= ring <= Ring.DISTANT:
            angle = (node.angle + turn) % 360
            spot = Spot(int(angle * sector_count / 360) % sector_count, Ring(ring), round(angle, 1))
            found.append((_agreement(Point(node.x, node.y), spot.point, way), spot))
    agreement, best = max(found)
    return best if agreement > _AGREES else None


def next_in_direction(nodes: Iterable[Node], here: Node, way: Point) -> str:
    """The nearest person in a direction, by their id; "" where nobody stands there."""
    ahead = []
    for node in nodes:
        along = (node.x - here.x) * way.x + (node.y - here.y) * way.y
        across = abs((node.x - here.x) * way.y) + abs((node.y - here.y) * way.x)
        if along > 1e-6 and across <= along * _WIDE:
            ahead.append((along + across, node.id))
    return min(ahead)[1] if ahead else ""


def _fan(start: float, end: float) -> list[float]:
    """The angles of a sector that are tried."""
    return [start + (number + 0.5) * _STEP for number in range(int((end - start) / _STEP))]


def _meet(ring: Ring, angle: float, other: Spot, radius: float) -> bool:
    """Whether two would stand upon each other; people of different rings never do."""
    return other.ring is ring and math.dist(at(angle, middle(ring)), other.point) < radius * (2 + GAP / 2)


def _hide(ring: Ring, angle: float, other: Spot, radius: float) -> bool:
    """Whether the line to the child of one would run through the other."""
    off = math.radians(abs((angle - other.angle + 180) % 360 - 180))
    return off < math.pi / 2 and middle(min(ring, other.ring)) * math.sin(off) < _CLEAR * radius


def _agreement(here: Point, there: Point, way: Point) -> float:
    """How well the way from here to there agrees with a direction: 1 is the same, 0 is square to it."""
    size = math.dist(here, there) or 1.0
    return ((there.x - here.x) * way.x + (there.y - here.y) * way.y) / size
