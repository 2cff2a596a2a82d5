"""The quiet figures of a network: how many, how tied to each other, how close, who else could help.

They describe the map as it was drawn and judge nobody. Every figure has one definition, here; all of them leave out the
child, and people who have died: these stand on the map for what they meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.core.figures import Share
from app.core.records.documents import DocumentMapPerson, DocumentSector, NetworkDocument
from app.core.records.network import Invitation, RelationQuality, Ring

_ON_BAD_TERMS = frozenset({RelationQuality.STRAINED, RelationQuality.BROKEN})


@dataclass(frozen=True, slots=True)
class SectorCloseness:
    """How many of a sector's people stand close to the child."""

    sector: DocumentSector
    close: Share


@dataclass(frozen=True, slots=True)
class NetworkFigures:
    """All figures of one map.

    `size` counts people. `density` are the pairs of them with a line between, of all pairs there could be; broken lines
    are none. `close` are those in the inner ring, `by_sector` the same for every sector with anybody in it. `private`
    are those who are not there by profession. `could_help` are those of `could_help_more`.
    """

    size: int
    density: Share
    close: Share
    by_sector: tuple[SectorCloseness, ...]
    private: Share
    could_help: tuple[DocumentMapPerson, ...]


def network_figures(document: NetworkDocument) -> NetworkFigures:
    """The figures of a map, working or kept."""
    living = tuple(person for person in document.people if not person.deceased)
    sectors = []
    for sector in document.sectors:
        there = [person for person in living if person.sector_key == sector.key]
        if there:
            sectors.append(SectorCloseness(sector, _close(there)))
    return NetworkFigures(
        size=len(living),
        density=_density(document, living),
        close=_close(living),
        by_sector=tuple(sectors),
        private=Share(part=sum(not person.is_professional for person in living), whole=len(living)),
        could_help=could_help_more(document),
    )


def could_help_more(document: NetworkDocument) -> tuple[DocumentMapPerson, ...]:
    """Who could help more than they were asked to: those who offered something first, then as they stand on the map.

    That is everybody who is living and private, is not on strained or broken terms with the child, was never asked to a
    network meeting, and either stands in the inner ring or has something noted under "can help with".
    """
    terms = {line.to_id: line.quality for line in document.relations if line.from_id is None}
    found = [
        person
        for person in document.people
        if not person.deceased
        and not person.is_professional
        and person.invited is Invitation.NOT_ASKED
        and not person.was_asked
        and terms.get(person.id) not in _ON_BAD_TERMS
        and (person.ring is Ring.CLOSE or person.can_help.strip())
    ]
    return tuple(sorted(found, key=lambda person: not person.can_help.strip()))


def _close(people: list[DocumentMapPerson] | tuple[DocumentMapPerson, ...]) -> Share:
    return Share(part=sum(person.ring is Ring.CLOSE for person in people), whole=len(people))


def _density(document: NetworkDocument, living: tuple[DocumentMapPerson, ...]) -> Share:
    """Pairs with a line, of all pairs; lines to the child are in none of them, for everybody has one or could have."""
    ids = {person.id for person in living}
    pairs = {
        frozenset({line.from_id, line.to_id})
        for line in document.relations
        if line.from_id in ids and line.to_id in ids and line.quality is not RelationQuality.BROKEN
    }
    return Share(part=len(pairs), whole=len(living) * (len(living) - 1) // 2)
