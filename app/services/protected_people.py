"""What stands on paper for people whose name and address are protected: what they are to the child."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.document_texts import retold
from app.core.protected_names import by_placement, by_role
from app.core.records.measure import Measure
from app.core.records.network import NetworkMap
from app.core.records.person import Person
from app.services.cases import case_and_child
from app.services.measures import measures_of_case
from app.services.meetings import guests_of_case
from app.services.network_maps import map_of_case, people_of_map
from app.services.people import PersonInCase, people_of_case

D = TypeVar("D")


def told_to_family(session: Session, case_id: str, document: D, catalogue: Catalogue, today: date) -> D:
    """A document of a case as it may leave the office: each protected person but the child by their role, and where a
    protected child is placed by that alone.

    An issued version keeps the names it was issued with; whom it names may be protected by now. Raises `NotFound`.
    """
    parts = people_of_case(session, case_id)
    people = {found.person.id: found.person for found in parts}
    people |= people_of_map(session, case_id) | guests_of_case(session, case_id)
    child = case_and_child(session, case_id).child
    people.pop(child.id, None)
    roles = roles_to_child(parts, map_of_case(session, case_id), catalogue, today)
    hidden = hidden_names(people.values(), roles, today)
    places = hidden_places(child, measures_of_case(session, case_id), catalogue, today)
    for name in (child.name, child.first_name):  # who is called as the child is stands by its name, as the child does
        hidden.pop(name, None)
    if not hidden and not places:
        return document
    return retold(document, lambda text: by_role(by_placement(text, places), hidden))


def roles_to_child(
    parts: Iterable[PersonInCase], drawn: NetworkMap | None, catalogue: Catalogue, today: date
) -> dict[str, str]:
    """What people are to the child, by their id: as the map has it, else as the case has; in the words typed."""
    roles = {one.person.id: catalogue.role(one.part.role_key, today).names.da.casefold() for one in parts}
    if drawn is not None:
        roles |= {place.person_id: place.role.casefold() for place in drawn.people if place.role}
    return roles


def hidden_names(people: Iterable[Person], roles: Mapping[str, str], today: date) -> dict[str, str]:
    """The role of each protected person, by their name."""
    protected = (person for person in people if person.is_protected(today))
    return {person.name: roles.get(person.id, "") or "–" for person in protected if person.name}


def hidden_places(child: Person, measures: Iterable[Measure], catalogue: Catalogue, today: date) -> frozenset[str]:
    """What stands on no paper of a protected child: who provides its placements, and where they are."""
    if not child.is_protected(today):
        return frozenset()
    placements = (one for one in measures if catalogue.measure_type(one.type_key, one.start).is_placement)
    return frozenset(name for one in placements for name in (one.provider.strip(), one.place.strip()) if name)
