"""The people and the network map of the demo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.records.case import Case
from app.core.records.network import MapPerson, NetworkMap, Relation, RelationQuality, Ring
from app.core.records.person import CasePerson, Person
from app.services.documents import network_document
from app.services.network_maps import keep_version, save_map
from app.services.people import save_case_person


class DemoPeople:
    """Everybody in the demo by name, once: siblings share their mother, and are on each other's maps themselves."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Person] = {}
        self._tied: set[frozenset[str]] = set()

    def called(self, first: str, last: str) -> Person:
        """The person of that name, met for the first time or again."""
        return self._known.setdefault((first, last), Person(first_name=first, last_name=last))

    def now(self, person: Person) -> Person:
        """From now on the person is this."""
        self._known[person.first_name, person.last_name] = person
        return person

    def are_new_to_each_other(self, ends: frozenset[str]) -> bool:
        """Whether nobody has told yet what these two are to each other; from now on somebody has."""
        is_new = ends not in self._tied
        self._tied.add(ends)
        return is_new


@dataclass
class DemoNetwork:
    """Writes the people around one child, and the map they were drawn on."""

    session: Session
    catalogue: Catalogue
    today: date
    case: Case
    people: DemoPeople

    def write(self, told: Mapping[str, Any]) -> None:
        """Write the people in the order they were told, then the map of all of them as its first version."""
        placed = [self._place(*one) for one in told["people"]]
        if not placed:
            return
        drawn_on = max(self.today - timedelta(days=264), self.case.opened)
        network = NetworkMap(
            case_id=self.case.id,
            drawn_on=drawn_on,
            drawn_by="M. Holm",
            viewpoint=told["first"],
            people=tuple(place for _, place, _ in placed),
            relations=tuple(line for _, _, line in placed),
        )
        save_map(self.session, network, self.today, tuple(person for person, _, _ in placed))
        document = network_document(self.session, self.case.id, self.catalogue, drawn_on, number=1)
        keep_version(self.session, self.case.id, document, drawn_on)

    def _place(
        self, role_key: str, first: str, last: str, ring: int, quality: str, help_with: str, *marks: str
    ) -> tuple[Person, MapPerson, Relation]:
        role = self.catalogue.role(role_key, self.today)
        person = self.people.now(
            replace(
                self.people.called(first, last),
                is_professional=role.is_professional,
                title=role.names.da if role.is_professional else "",
                deceased="deceased" in marks,
            )
        )
        part = CasePerson(
            case_id=self.case.id,
            person_id=person.id,
            role_key=role_key,
            has_custody=role_key in ("mother", "father") and quality != RelationQuality.BROKEN,
        )
        save_case_person(self.session, person, part, self.today)
        place = MapPerson(
            person_id=person.id,
            role=role.names.da,
            sector_key=role.sector_key,
            ring=Ring(ring),
            can_help=help_with,
        )
        return person, place, Relation(to_id=place.id, quality=RelationQuality(quality))
