"""Gathers a family into the document of a genogram: the same for screen and paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.catalogue.entries import Role
from app.core.dates import age_on
from app.core.genogram_unions import generations
from app.core.records.family import Family
from app.core.records.genogram import GenogramCouple, GenogramDocument, GenogramParent, GenogramPerson, Symbol
from app.core.records.person import Gender, Person
from app.core.sorting import sort_key
from app.services.documents import letterhead
from app.services.families import family_of_case
from app.services.network_maps import map_of_case


def genogram_document(session: Session, case_id: str, catalogue: Catalogue, today: date) -> GenogramDocument:
    """The genogram of a case as it would print today; raises `NotFound`.

    In it are all who are tied to the child through people of the case, and those whose role is one of the family,
    though nobody has told yet where they belong.
    """
    family = family_of_case(session, case_id)
    roles = {key: catalogue.role(part.role_key, today) for key, part in family.parts.items()}
    drawn = map_of_case(session, case_id)
    on_map = {place.person_id: place.role for place in drawn.people} if drawn else {}
    people = _by_age(family)
    whole = GenogramDocument(
        head=letterhead(session, today),
        child_first_name=family.people[family.child_id].first_name,
        people=(),
        couples=_couples(family),
        parents=_parents(family),
    )
    found = generations((person.id for person in people), family.child_id, whole)
    told = tuple(
        _person(person, family, roles.get(person.id), on_map.get(person.id, ""), found, today)
        for person in people
        if person.id in found or ((role := roles.get(person.id)) and role.kin)
    )
    return replace(
        whole,
        people=told,
        couples=tuple(one for one in whole.couples if one.one_id in found),
        parents=tuple(one for one in whole.parents if one.child_id in found),
    )


def _couples(family: Family) -> tuple[GenogramCouple, ...]:
    return tuple(
        GenogramCouple(
            one_id=tie.one_id,
            other_id=tie.other_id,
            kind=tie.kind,
            since=tie.since.year if tie.since else None,
            until=tie.until.year if tie.until else None,
        )
        for tie in family.couples
    )


def _parents(family: Family) -> tuple[GenogramParent, ...]:
    return tuple(
        GenogramParent(parent_id=tie.parent_id, child_id=tie.child_id, kind=tie.kind) for tie in family.parentages
    )


def _by_age(family: Family) -> tuple[Person, ...]:
    """The eldest first, the unborn by their term; those of unknown age after them, by name."""

    def age(person: Person) -> tuple[date, tuple[str, str]]:
        return person.birth_date or person.term_date or date.max, sort_key(person.name)

    return tuple(sorted(family.people.values(), key=age))


def _person(
    person: Person, family: Family, role: Role | None, on_map: str, found: Mapping[str, int], today: date
) -> GenogramPerson:
    is_child, protected = person.id == family.child_id, person.is_protected(today)
    part = family.parts.get(person.id)
    born = person.birth_date
    return GenogramPerson(
        id=person.id,
        name=person.first_name if is_child else "" if protected else person.name,
        role=role.names if role and not is_child else None,
        map_role="" if is_child or role else on_map,
        symbol=_symbol(person, role),
        birth_year=born.year if born and (is_child or not protected) else None,
        term=person.term_date if person.is_unborn else None,
        age=age_on(born, today) if born and not person.deceased and (is_child or not protected) else None,
        deceased=person.deceased,
        protected=protected,
        at_home=is_child or bool(part and part.lives_with_child),
        is_child=is_child,
        generation=found.get(person.id, 0),
        tied=person.id in found,
    )


def _symbol(person: Person, role: Role | None) -> Symbol:
    """The symbol of a person's gender; where nobody noted it, what the role tells by itself."""
    if person.is_unborn:
        return Symbol.UNBORN
    told = role.gender if role and person.gender is Gender.UNKNOWN else person.gender
    return Symbol(told.value)
