"""A whole network map in unit coordinates: where people stand and how lines run, the same on screen and on paper."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.core.network_layout import LARGEST, Node, Point, place
from app.core.network_lines import LineShape, Polyline, path_between, shape
from app.core.records.documents import DocumentMapPerson, DocumentRelation, NetworkDocument


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A relation, the way it runs, and how it is drawn along that."""

    relation: DocumentRelation
    path: Polyline
    shape: LineShape


@dataclass(frozen=True, slots=True)
class MapGeometry:
    """The people of a map by their ids, where they stand, and the lines between them."""

    people: Mapping[str, DocumentMapPerson]
    nodes: Mapping[str, Node]
    lines: tuple[DrawnLine, ...]

    def line_at(self, spot: Point, reach: float) -> DocumentRelation | None:
        """The relation whose line passes nearest to a point, within `reach`."""
        near = [(_distance(spot, line), number) for number, line in enumerate(self.lines) if len(line.path) > 1]
        distance, number = min(near, default=(math.inf, 0))
        return self.lines[number].relation if distance <= reach else None


@functools.lru_cache(maxsize=16)
def geometry(document: NetworkDocument, largest: float = LARGEST) -> MapGeometry:
    """Lay a map out; nobody's shape gets a radius above `largest`."""
    nodes = place(document.people, [sector.key for sector in document.sectors], largest)
    node_of = {node.id: node for node in nodes}
    squares = frozenset(person.id for person in document.people if person.is_professional)
    lines = []
    for relation in document.relations:
        first = node_of[relation.from_id] if relation.from_id else None
        path = path_between(first, node_of[relation.to_id], squares, nodes)
        lines.append(DrawnLine(relation, path, shape(path, relation.quality, relation.support)))
    return MapGeometry({person.id: person for person in document.people}, node_of, tuple(lines))


def _distance(spot: Point, line: DrawnLine) -> float:
    """How far a point lies from a line."""
    return min(_from_stretch(spot, a, b) for a, b in pairwise(line.path))


def _from_stretch(spot: Point, a: Point, b: Point) -> float:
    dx, dy = b.x - a.x, b.y - a.y
    along = ((spot.x - a.x) * dx + (spot.y - a.y) * dy) / ((dx * dx + dy * dy) or 1.0)
    along = max(0.0, min(1.0, along))
    return math.dist(spot, (a.x + along * dx, a.y + along * dy))
