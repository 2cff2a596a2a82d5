"""Where people stand on a network map: sectors by rings around the child, the same on screen and on paper.

Unit coordinates: the child is at (0, 0), the outermost ring has radius 1, x grows to the right and y downwards.
Angles are degrees clockwise from the top. Sectors are equally wide and follow their fixed order clockwise from the
top. The layout depends on its input alone: a person placed by hand stands at that angle in the middle of the ring,
whatever else changes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from app.core.network_sector import GAP, SectorRow, Stand, margin
from app.core.records.network import Ring

CHILD_RADIUS = 0.115
RING_EDGES = (0.14, 0.47, 0.75, 1.0)
LARGEST = 0.052  # radius of a person where there is room
_SMALL = 0.042 / LARGEST  # of the largest: where smaller ones were needed, a sector is filled in several rows a ring
_ROOMY = 0.8  # share of a sector that one row takes, where the ring has room for that
_BESIDE = 30.0  # degrees beside a sector within which somebody placed by hand may stand in the way
_SHRINK = 0.93
_SHIFTS = (0.0, -0.55, 0.55, -0.95, 0.95)  # of a row's play, tried in this order


class Point(NamedTuple):
    """A place on the map in unit coordinates."""

    x: float
    y: float


class Placeable(Protocol):
    """What the layout needs to know of a person on a map; `angle` is set where somebody placed them by hand."""

    @property
    def id(self) -> str:
        """Identity of the person on this map."""

    @property
    def sector_key(self) -> str:
        """The sector of the catalogue."""

    @property
    def ring(self) -> Ring:
        """Closeness."""

    @property
    def angle(self) -> float | None:
        """Degrees clockwise from the top."""


@dataclass(frozen=True, slots=True)
class Node:
    """A person's place: a circle (or the square in it) of `radius` around (x, y)."""

    id: str
    ring: Ring
    angle: float
    x: float
    y: float
    radius: float


class _Cell(NamedTuple):
    """One ring of one sector: angles in degrees, radii in units."""

    start: float
    end: float
    inner: float
    outer: float


def at(angle: float, radius: float) -> Point:
    """The point `radius` units from the child in the direction `angle`."""
    turned = math.radians(angle)
    return Point(radius * math.sin(turned), -radius * math.cos(turned))


def angle_of(x: float, y: float) -> float:
    """The direction of a point seen from the child, in [0, 360)."""
    return math.degrees(math.atan2(x, -y)) % 360


def sector_at(x: float, y: float, sector_count: int) -> int:
    """The index of the sector that a point lies in: where somebody dropped a person."""
    return min(int(angle_of(x, y) * sector_count / 360), sector_count - 1)


def ring_at(x: float, y: float) -> Ring:
    """The ring that a point lies in; beyond the outermost counts as distant."""
    distance = math.hypot(x, y)
    return next((ring for ring in Ring if distance < RING_EDGES[ring]), Ring.DISTANT)


def place(people: Sequence[Placeable], sector_keys: Sequence[str], largest: float = LARGEST) -> tuple[Node, ...]:
    """A place for each person, in the order given; nobody overlaps but people placed by hand upon each other.

    An angle outside the person's own sector does not count as placed. All people get the same size, the largest up to
    the radius `largest` that lets everybody stand in their own sector and ring. Raises KeyError for a sector that is
    not among `sector_keys`.
    """
    width = 360 / len(sector_keys)
    index = {key: i for i, key in enumerate(sector_keys)}
    free: dict[int, list[Placeable]] = {}
    by_hand: list[Node] = []
    for person in people:
        sector = index[person.sector_key]
        if person.angle is not None and sector * width <= person.angle % 360 < (sector + 1) * width:
            by_hand.append(_node(person.id, person.ring, person.angle % 360, middle(person.ring), largest))
        else:
            free.setdefault(sector, []).append(person)
    rows = {sector: _Row(sector * width, width, by_hand, members, largest) for sector, members in free.items()}
    lined = [sector for sector in sorted(rows) if rows[sector].fits(largest * _SMALL)]
    crowded = [sector for sector in sorted(free) if sector not in lined]
    radius = largest
    for sector in lined:
        while not rows[sector].fits(radius):
            radius *= _SHRINK
    while True:
        placed = {n.id: _node(n.id, n.ring, n.angle, middle(n.ring), radius) for n in by_hand}
        for sector in lined:
            placed |= rows[sector].nodes(radius)
        if all(_fill(free[sector], sector * width, width, radius, placed) for sector in crowded):
            return tuple(placed[person.id] for person in people)
        radius *= _SHRINK


class _Row:
    """The people of one sector, each ring of them in one row; people placed by hand just beside it count too."""

    def __init__(
        self, start: float, width: float, by_hand: Sequence[Node], members: Sequence[Placeable], largest: float
    ) -> None:
        self._members = members
        counts = Counter(person.ring for person in members)
        self._distances = {ring: _row_distance(ring, count, width, largest) for ring, count in counts.items()}
        self._row: SectorRow | None = None
        if any(2 * margin(self._distances[ring], largest * _SMALL) * count > width for ring, count in counts.items()):
            return
        given = []
        for node in by_hand:
            angle = start + (node.angle - start + _BESIDE) % 360 - _BESIDE
            if angle < start + width + _BESIDE:
                given.append(Stand(middle(node.ring), angle))
        self._row = SectorRow(start, start + width, given, [self._distances[p.ring] for p in members], largest)

    def fits(self, radius: float) -> bool:
        """Whether everybody has room at this size, and then at each smaller one."""
        return self._row is not None and self._row.angles(radius) is not None

    def nodes(self, radius: float) -> dict[str, Node]:
        """Everybody's place, by their id; at a size that fits."""
        angles = (self._row.angles(radius) if self._row else None) or {}
        found = {}
        for person in self._members:
            distance = self._distances[person.ring]
            found[person.id] = _node(person.id, person.ring, angles[distance].pop(0), distance, radius)
        return found


def _row_distance(ring: Ring, count: int, width: float, largest: float) -> float:
    """How far from the child a row stands: in the middle of its ring, or further out where that gives room to all."""
    roomy = largest * (1 + GAP / 2) / math.sin(math.radians(min(90.0, _ROOMY * width / (2 * count))))
    return max(middle(ring), min(roomy, RING_EDGES[ring] - largest * (1 + GAP / 2)))


def _fill(members: Sequence[Placeable], start: float, width: float, radius: float, placed: dict[str, Node]) -> bool:
    """Add a node to `placed` for everybody of a crowded sector, in rows; False where this size does not fit."""
    hand = tuple(placed.values())
    for ring in Ring:
        people = [person for person in members if person.ring is ring]
        cell = _Cell(start, start + width, RING_EDGES[ring - 1], RING_EDGES[ring])
        spots = _spots(cell, len(people), radius, hand, tuple(placed.values()))
        if spots is None:
            return False
        for person, (angle, distance) in zip(people, spots, strict=True):
            placed[person.id] = _node(person.id, ring, angle, distance, radius)
    return True


def _spots(
    cell: _Cell, count: int, radius: float, hand: Sequence[Node], placed: Sequence[Node]
) -> list[tuple[float, float]] | None:
    """(angle, distance) for `count` people of one cell in as few rows as they need, or None where there is no room."""
    near = [n for n in hand if _touches(cell, n, radius)]
    for rows in range(1, int((cell.outer - cell.inner) / (radius * (2 + GAP))) + 1):
        distances = [cell.inner + (row + 0.5) * (cell.outer - cell.inner) / rows for row in range(rows)]
        room = [_capacity(cell, distance, radius) for distance in distances]
        if sum(room) < count:
            continue
        spots: list[tuple[float, float]] = []
        for distance, share in zip(distances, _shares(count, room), strict=True):
            spots += _best_row(cell, share, distance, radius, placed)
        if not near or not any(_hits(spot, near) for spot in spots):
            return spots
        dense = [
            (angle, distance)
            for distance, most in zip(distances, room, strict=True)
            for angle in _row(cell, most, distance, radius, 0.0)
            if not _hits((angle, distance), near)
        ]
        if len(dense) >= count:
            return [dense[int((i + 0.5) * len(dense) / count)] for i in range(count)]
    return None


def _capacity(cell: _Cell, distance: float, radius: float) -> int:
    return int((cell.end - cell.start) / (2 * margin(distance, radius)) + 1e-9)


def _shares(count: int, room: Sequence[int]) -> Iterator[int]:
    """`count` divided over rows in proportion to their room, never above it."""
    total, given, so_far = sum(room), 0, 0
    for most in room:
        so_far += most
        upto = count * so_far // total
        yield upto - given
        given = upto


def _row(cell: _Cell, count: int, distance: float, radius: float, shift: float) -> list[float]:
    """The angles of `count` people evenly along a row, moved by `shift` (−1…1) of the play they have."""
    half = (cell.end - cell.start) / (2 * count)
    play = half - margin(distance, radius)
    return [cell.start + (2 * i + 1) * half + shift * play for i in range(count)]


def _best_row(
    cell: _Cell, count: int, distance: float, radius: float, placed: Sequence[Node]
) -> list[tuple[float, float]]:
    """The row whose lines to the child run through the fewest people further in and meet nobody."""
    if not count:
        return []
    inner = [n for n in placed if cell.start - 30 <= n.angle <= cell.end + 30]
    best: tuple[int, list[tuple[float, float]]] | None = None
    for shift in _SHIFTS:
        spots = [(angle, distance) for angle in _row(cell, count, distance, radius, shift)]
        score = sum(_crossings(spot, inner, radius) for spot in spots)
        if best is None or score < best[0]:
            best = score, spots
        if score == 0:
            break
    assert best is not None  # noqa: S101 - there is always a first shift
    return best[1]


def _crossings(spot: tuple[float, float], others: Iterable[Node], radius: float) -> int:
    """How badly a spot stands: 100 for each person it meets, 1 for each that hides it or is hidden by it."""
    angle, distance = spot
    x, y = at(angle, distance)
    bad = 0
    for other in others:
        if math.hypot(other.x - x, other.y - y) < radius * (2 + GAP / 2):
            bad += 100
            continue
        off = math.radians(abs(other.angle - angle))
        nearer = min(distance, math.hypot(other.x, other.y))
        bad += off < math.pi / 2 and nearer * math.sin(off) < radius * 1.15
    return bad


def _hits(spot: tuple[float, float], others: Iterable[Node]) -> bool:
    x, y = at(*spot)
    return any(math.hypot(n.x - x, n.y - y) < n.radius * (2 + GAP / 2) for n in others)


def _touches(cell: _Cell, node: Node, radius: float) -> bool:
    """Whether somebody placed by hand may stand in the way of people in this cell."""
    distance = math.hypot(node.x, node.y)
    if not cell.inner - 3 * radius < distance < cell.outer + 3 * radius:
        return False
    half = (cell.end - cell.start) / 2
    off = abs((node.angle - cell.start - half + 180) % 360 - 180)
    return off < half + math.degrees(3 * radius / distance)


def middle(ring: Ring) -> float:
    """How far from the child somebody stands who was put into this ring by hand."""
    return (RING_EDGES[ring - 1] + RING_EDGES[ring]) / 2


def _node(identity: str, ring: Ring, angle: float, distance: float, radius: float) -> Node:
    x, y = at(angle, distance)
    return Node(identity, ring, angle, x, y, radius)
