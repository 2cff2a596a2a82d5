"""What became different between two network maps of the same child.

People are told to be the same by their place on the map; who was taken off and put on again, by their name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.records.documents import DocumentMapPerson, DocumentRelation, NetworkDocument
from app.core.records.network import Support


class MapChangeKind(StrEnum):
    """What can become different, in the order it is told."""

    CAME = "came"
    WENT = "went"
    CLOSER = "closer"
    FURTHER = "further"
    GROUP = "group"
    ROLE = "role"
    DIED = "died"
    LINE_NEW = "line_new"
    LINE_GONE = "line_gone"
    LINE_OTHER = "line_other"
    SUPPORT = "support"
    HELP_NEW = "help_new"
    HELP_GONE = "help_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChange:
    """One difference. `then` and `now` are the person on the earlier and the later map, None where they are not on it.

    For a line `other` is who is at its other end, None for the child.
    """

    kind: MapChangeKind
    then: DocumentMapPerson | None
    now: DocumentMapPerson | None
    other: DocumentMapPerson | None = None
    line_then: DocumentRelation | None = None
    line_now: DocumentRelation | None = None

    @property
    def person(self) -> DocumentMapPerson:
        """Whom it is about, as they were last known."""
        found = self.now or self.then
        assert found is not None  # noqa: S101 - a change is about somebody
        return found


def compare(then: NetworkDocument, now: NetworkDocument) -> tuple[MapChange, ...]:
    """Everything that became different: who came and went, then person by person, then the lines."""
    then = as_named_by(then, now)
    before, after = {p.id: p for p in then.people}, {p.id: p for p in now.people}
    both = [key for key in after if key in before]
    found = [MapChange(kind=MapChangeKind.CAME, then=None, now=p) for p in now.people if p.id not in before]
    found += [MapChange(kind=MapChangeKind.WENT, then=p, now=None) for p in then.people if p.id not in after]
    for key in both:
        found += [MapChange(kind=kind, then=before[key], now=after[key]) for kind in _of(before[key], after[key])]
    found += _line_changes(then, now, before, after)
    order = list(MapChangeKind)
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def _of(then: DocumentMapPerson, now: DocumentMapPerson) -> Iterator[MapChangeKind]:
    """What became different about one person."""
    if now.ring != then.ring:
        yield MapChangeKind.CLOSER if now.ring < then.ring else MapChangeKind.FURTHER
    if now.sector_key != then.sector_key:
        yield MapChangeKind.GROUP
    if now.role.strip() != then.role.strip():
        yield MapChangeKind.ROLE
    if now.deceased and not then.deceased:
        yield MapChangeKind.DIED
    if now.can_help.strip() and not then.can_help.strip():
        yield MapChangeKind.HELP_NEW
    if then.can_help.strip() and not now.can_help.strip():
        yield MapChangeKind.HELP_GONE


def _line_changes(
    then: NetworkDocument,
    now: NetworkDocument,
    before: Mapping[str, DocumentMapPerson],
    after: Mapping[str, DocumentMapPerson],
) -> Iterator[MapChange]:
    """The lines between those who are on both maps."""
    earlier, later = lines(then), lines(now)
    for ends in {**later, **earlier}:
        one, other = ends
        if not {one, other} - {""} <= before.keys() & after.keys():
            continue
        was, is_now = earlier.get(ends), later.get(ends)
        kind = line_kind(was, is_now)
        if kind is not None:
            person = other if one == "" else one
            yield MapChange(
                kind=kind,
                then=before[person],
                now=after[person],
                other=after[other] if one else None,
                line_then=was,
                line_now=is_now,
            )


def line_kind(was: DocumentRelation | None, is_now: DocumentRelation | None) -> MapChangeKind | None:
    """What became different about the line between two; None for nothing."""
    if was is None:
        return MapChangeKind.LINE_NEW
    if is_now is None:
        return MapChangeKind.LINE_GONE
    if was.quality is not is_now.quality:
        return MapChangeKind.LINE_OTHER
    return MapChangeKind.SUPPORT if _support(was) != _support(is_now) else None


def _support(line: DocumentRelation) -> tuple[bool, bool]:
    """Whether each end supports the other, the ends in a fixed order."""
    given = line.support in {Support.GIVEN, Support.BOTH}
    received = line.support in {Support.RECEIVED, Support.BOTH}
    return (given, received) if (line.from_id or "") < line.to_id else (received, given)


def lines(document: NetworkDocument) -> dict[tuple[str, str], DocumentRelation]:
    """The lines by their two ends in a fixed order, "" for the child."""
    return {_ends(line): line for line in document.relations}


def _ends(line: DocumentRelation) -> tuple[str, str]:
    one, other = sorted((line.from_id or "", line.to_id))
    return one, other


def as_named_by(then: NetworkDocument, now: NetworkDocument) -> NetworkDocument:
    """The earlier map, with those who were taken off and put on again under the ids they have now."""
    there = {person.id for person in then.people}
    here = {person.id for person in now.people}
    fresh = {_called(p): p.id for p in reversed(now.people) if p.id not in there and p.name.strip()}
    renamed: dict[str, str] = {}
    for person in then.people:
        if person.id not in here and (key := fresh.pop(_called(person), "")):
            renamed[person.id] = key
    return replace(
        then,
        people=tuple(replace(person, id=renamed.get(person.id, person.id)) for person in then.people),
        relations=tuple(
            replace(
                line,
                from_id=renamed.get(line.from_id, line.from_id) if line.from_id else None,
                to_id=renamed.get(line.to_id, line.to_id),
            )
            for line in then.relations
        ),
    )


def _called(person: DocumentMapPerson) -> str:
    return " ".join(person.name.casefold().split())
