"""The way from one drawing of a network to a later one, as a slider goes along it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.network_comparison import as_named_by, line_kind, lines
from app.core.network_geometry import geometry
from app.core.network_layout import Node, Point
from app.core.network_lines import LineShape, path_between, shape
from app.core.network_room import Box
from app.core.records.documents import DocumentMapPerson, DocumentRelation, NetworkDocument


@dataclass(frozen=True, slots=True)
class MovingPerson:
    """Somebody on the way from one map to the other; `shown` is 0 while they are not there and 1 while they are."""

    person: DocumentMapPerson
    node: Node
    shown: float


@dataclass(frozen=True, slots=True)
class MovingLine:
    """A line on the way, drawn between where its ends are."""

    relation: DocumentRelation
    shape: LineShape
    shown: float


class MapPassage:
    """The way from one map to a later one: at 0 it is the first, at 1 the second.

    `documents` are the two, with the same person under the same id in both; `trails` lead from where those stood who
    are in another ring or sector now to where they stand.
    """

    def __init__(self, then: NetworkDocument, now: NetworkDocument) -> None:
        then = as_named_by(then, now)
        self.documents = (then, now)
        self._then, self._now = geometry(then), geometry(now)
        self._before, self._after = lines(then), lines(now)
        self.trails = tuple(
            (Point(was.x, was.y), Point(node.x, node.y))
            for key, node in self._now.nodes.items()
            if (was := self._then.nodes.get(key)) is not None and _place(then, key) != _place(now, key)
        )
        self._ids = tuple(dict.fromkeys((*self._now.people, *self._then.people)))

    def people(self, at: float) -> tuple[MovingPerson, ...]:
        """Everybody who is there at this share of the way."""
        return tuple(one for one in (self._person(key, at) for key in self._ids) if one.shown > 0)

    def lines(self, at: float, people: Sequence[MovingPerson]) -> tuple[MovingLine, ...]:
        """The lines at this share of the way; what changed its kind fades from the one into the other."""
        nodes = {moving.person.id: moving for moving in people}
        squares = frozenset(key for key, moving in nodes.items() if moving.person.is_professional)
        found = []
        for ends in {**self._before, **self._after}:
            was, is_now = self._before.get(ends), self._after.get(ends)
            same = was is not None and is_now is not None and line_kind(was, is_now) is None
            for line, shown in ((was, 0.0 if same else going(at)), (is_now, 1.0 if same else coming(at))):
                needed = {line.from_id, line.to_id} - {None} if line else set()
                if line is None or shown <= 0 or not needed <= nodes.keys():
                    continue
                first = nodes[line.from_id].node if line.from_id else None
                path = path_between(first, nodes[line.to_id].node, squares)
                present = min(nodes[key].shown for key in nodes if key in needed)
                found.append(MovingLine(line, shape(path, line.quality, line.support), min(shown, present)))
        return tuple(found)

    def _person(self, key: str, at: float) -> MovingPerson:
        then, now = self._then.nodes.get(key), self._now.nodes.get(key)
        if then is None or now is None:
            node, shown = (now, coming(at)) if now is not None else (then, going(at))
            people = self._now.people if now is not None else self._then.people
            assert node is not None  # noqa: S101 - everybody is on one of the two maps
            return MovingPerson(people[key], node, shown)
        share = at * at * (3 - 2 * at)
        x, y = then.x + (now.x - then.x) * share, then.y + (now.y - then.y) * share
        node = replace(now, x=x, y=y, radius=then.radius + (now.radius - then.radius) * share)
        return MovingPerson((self._now if at >= 0.5 else self._then).people[key], node, 1.0)


def standing_clear(names: Mapping[str, Box], shapes: Mapping[str, Box]) -> tuple[str, ...]:
    """Whose name can be read on the way: it lies over no other's shape, and over no name that comes before it."""
    found: list[str] = []
    for key, box in names.items():
        taken = (*(shape for one, shape in shapes.items() if one != key), *(names[one] for one in found))
        if not any(_touch(box, other) for other in taken):
            found.append(key)
    return tuple(found)


def _touch(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def _place(document: NetworkDocument, key: str) -> tuple[str, int]:
    """The sector and ring of somebody who is on a map."""
    person = next(person for person in document.people if person.id == key)
    return person.sector_key, person.ring


def going(at: float) -> float:
    """How much is left of what is only on the first map: nothing from the middle of the way on."""
    return _within(1 - 2 * at)


def coming(at: float) -> float:
    """How much is there already of what is only on the second map: nothing up to the middle of the way."""
    return _within(2 * at - 1)


def _within(share: float) -> float:
    return max(0.0, min(1.0, share))
