"""What one can do to a network map: each takes a map and gives the map as it is afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.core.records.network import MapPerson, NetworkMap, Relation, RelationQuality, Ring, Support


def person_of(drawn: NetworkMap, place_id: str) -> MapPerson | None:
    """The person who stands at this place of the map."""
    return next((place for place in drawn.people if place.id == place_id), None)


def with_person(drawn: NetworkMap, place: MapPerson) -> NetworkMap:
    """Put somebody on the map, or change the one who stands there under the same id."""
    if person_of(drawn, place.id) is None:
        return replace(drawn, people=(*drawn.people, place))
    return replace(drawn, people=tuple(place if old.id == place.id else old for old in drawn.people))


def without_person(drawn: NetworkMap, place_id: str) -> NetworkMap:
    """Take somebody off the map, with every line to them."""
    return replace(
        drawn,
        people=tuple(place for place in drawn.people if place.id != place_id),
        relations=tuple(line for line in drawn.relations if place_id not in {line.from_id, line.to_id}),
    )


def without_people(drawn: NetworkMap, place_ids: Iterable[str]) -> NetworkMap:
    """Take several people off the map, with every line to them."""
    for place_id in place_ids:
        drawn = without_person(drawn, place_id)
    return drawn


def moved(drawn: NetworkMap, place_id: str, *, sector_key: str, ring: Ring, angle: float) -> NetworkMap:
    """Let somebody stand where they were dragged: from now on the layout leaves them there."""
    place = person_of(drawn, place_id)
    if place is None:
        return drawn
    return with_person(drawn, replace(place, sector_key=sector_key, ring=ring, angle=round(angle, 1)))


def put_in(drawn: NetworkMap, place_id: str, sector_key: str, ring: Ring) -> NetworkMap:
    """Put somebody in a sector and ring, where the layout finds room; who is there already stays where they stand."""
    place = person_of(drawn, place_id)
    if place is None or (place.sector_key, place.ring) == (sector_key, ring):
        return drawn
    return with_person(drawn, replace(place, sector_key=sector_key, ring=ring, angle=None))


def line_between(drawn: NetworkMap, one: str | None, other: str) -> Relation | None:
    """The line between two, whichever way it was drawn; `one` None is the child."""
    ends = {one, other}
    return next((line for line in drawn.relations if {line.from_id, line.to_id} == ends), None)


def with_line(
    drawn: NetworkMap, one: str | None, other: str, quality: RelationQuality | None, support: Support = Support.NONE
) -> NetworkMap:
    """Draw the line between two as said, support seen from `one`; quality None takes it away."""
    old = line_between(drawn, one, other)
    rest = tuple(line for line in drawn.relations if line is not old)
    if quality is None:
        return replace(drawn, relations=rest)
    if old is None:
        return replace(drawn, relations=(*rest, Relation(from_id=one, to_id=other, quality=quality, support=support)))
    new = replace(old, from_id=one, to_id=other, quality=quality, support=support)
    return replace(drawn, relations=tuple(new if line is old else line for line in drawn.relations))


def with_quality(drawn: NetworkMap, one: str | None, other: str, quality: RelationQuality) -> NetworkMap:
    """Draw the line between two in this quality; which way support goes stays as it is."""
    line = line_between(drawn, one, other)
    return with_line(drawn, one, other, quality, support_seen_from(line, one) if line else Support.NONE)


def with_support(drawn: NetworkMap, one: str | None, other: str, support: Support) -> NetworkMap:
    """Say which way support goes, seen from `one`; where there was no line it is an ordinary one."""
    line = line_between(drawn, one, other)
    return with_line(drawn, one, other, line.quality if line else RelationQuality.ORDINARY, support)


def next_support(support: Support) -> Support:
    """The next of the ways that support can go, as one key goes through them."""
    ways = list(Support)
    return ways[(ways.index(support) + 1) % len(ways)]


def support_seen_from(line: Relation, end: str | None) -> Support:
    """Which way support goes, seen from one end of the line."""
    return line.support if line.from_id == end else reversed_support(line.support)


def reversed_support(support: Support) -> Support:
    """The same support seen from the other end."""
    return {Support.GIVEN: Support.RECEIVED, Support.RECEIVED: Support.GIVEN}.get(support, support)
