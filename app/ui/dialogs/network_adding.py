"""Puts somebody on the network map who was typed straight into the drawing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.core.catalogue import Catalogue
from app.core.network_editing import with_line, with_person
from app.core.network_typed import is_for_professionals, name_and_role, role_called
from app.core.person_names import split_name
from app.core.records.network import MapPerson, NetworkMap, RelationQuality
from app.core.records.person import Person
from app.ui.dialogs.known_people import KnownPeople
from app.ui.widgets.network_wishes import NewPerson


class TypedPerson:
    """Reads what was typed; `key` is that of the known person who was picked, "" for none."""

    def __init__(
        self, known: KnownPeople, there: frozenset[str], catalogue: Catalogue, today: date, language: str
    ) -> None:
        self._known, self._there = known, there
        self._catalogue, self._today, self._language = catalogue, today, language

    def is_doubtful(self, new: NewPerson, key: str) -> bool:
        """Whether somebody outside the case is called the same, so that it must be asked who is meant."""
        return not key and self._of_case(new) is None and bool(self._known.called(name_and_role(new.text)[0]))

    def on_map(self, drawn: NetworkMap, new: NewPerson, key: str) -> tuple[NetworkMap, Person, MapPerson]:
        """The map with them on it, an ordinary line to the child, who they are, and where they stand."""
        name, said = name_and_role(new.text)
        roles = self._catalogue.roles(self._today)
        person = self._known.people.get(key) or self._of_case(new)
        part = self._known.parts.get(person.id) if person else None
        role = role_called(said, roles, self._language)
        if part is not None and not said:
            role = self._catalogue.role(part.role_key, self._today)
        sector = new.sector_key or (role.sector_key if role else self._catalogue.sectors(self._today)[0].key)
        if person is None:
            first, last = split_name(name or said)
            works = role.is_professional if role else is_for_professionals(sector, roles)
            person = Person(first_name=first, last_name=last, is_professional=works)
        called = role.names.of(self._language) if role else said
        place = MapPerson(person_id=person.id, role=called, sector_key=sector, ring=new.ring, angle=new.angle)
        drawn = replace(drawn, drawn_on=drawn.drawn_on or self._today)
        return with_line(with_person(drawn, place), None, place.id, RelationQuality.ORDINARY), person, place

    def _of_case(self, new: NewPerson) -> Person | None:
        """The one of the case, not on the map yet, who is called exactly so."""
        called = self._known.called(name_and_role(new.text)[0], tuple(self._there))
        found = [person for person in called if person.id in self._known.parts]
        return found[0] if len(found) == 1 else None
