"""People and their parts in cases: typed once, used by map, plan and case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.person import check_case_person, check_person
from app.core.errors import demand
from app.core.records.person import CasePerson, Person
from app.core.sorting import sort_key
from app.models.case import CaseRow
from app.models.mapping import put, to_record
from app.models.network import MapPersonRow, NetworkMapRow
from app.models.person import CasePersonRow, PersonRow
from app.services import rows


@dataclass(frozen=True, slots=True)
class PersonInCase:
    """A person with the part they have in a case."""

    person: Person
    part: CasePerson


def person(session: Session, person_id: str) -> Person:
    """One person; raises `NotFound`."""
    return to_record(rows.get(session, PersonRow, person_id), Person)


def all_people(session: Session) -> tuple[Person, ...]:
    """Everybody in the store, for suggestions while typing."""
    return tuple(to_record(row, Person) for row in session.scalars(select(PersonRow)))


def people_of_case(session: Session, case_id: str) -> tuple[PersonInCase, ...]:
    """The people of a case with their parts, in the order they were added."""
    found = session.execute(
        select(CasePersonRow, PersonRow)
        .join(PersonRow, PersonRow.id == CasePersonRow.person_id)
        .where(CasePersonRow.case_id == case_id)
        .order_by(CasePersonRow.created_at, CasePersonRow.id)
    )
    return tuple(PersonInCase(to_record(p, Person), to_record(part, CasePerson)) for part, p in found)


def custody_holders(session: Session, case_id: str, today: date) -> tuple[str, ...]:
    """Who holds custody of the child, by name; nobody who is dead or has no part in the case any more."""
    holders = (
        found.person.name
        for found in people_of_case(session, case_id)
        if found.part.has_custody and not found.part.has_ended(today) and not found.person.deceased
    )
    return tuple(sorted(holders, key=sort_key))


def save_person(session: Session, record: Person, today: date) -> Changes:
    """Keep what is known of a person; every case with them is concerned. Raises `Invalid`."""
    demand(check_person(record, today))
    put(session, PersonRow, record)
    session.flush()
    return Changes("person-saved", case_ids=cases_with(session, record.id))


def save_case_person(session: Session, record: Person, part: CasePerson, today: date) -> Changes:
    """Keep a person together with their part in a case; every case with them is concerned. Raises `Invalid`."""
    demand(check_person(record, today) + check_case_person(part))
    put(session, PersonRow, record)
    put(session, CasePersonRow, part)
    session.flush()
    return Changes("case-person-saved", case_ids=cases_with(session, record.id))


def remove_case_person(session: Session, part_id: str) -> Changes:
    """Take a person out of a case; the person stays in the store for maps and issued versions."""
    row = rows.get(session, CasePersonRow, part_id)
    session.delete(row)
    return Changes("case-person-removed", case_ids=frozenset({row.case_id}))


def cases_of_children(session: Session) -> dict[str, str]:
    """The case of each child by the child's person id: a sibling leads there. Voided cases are left out."""
    found = session.execute(select(CaseRow.person_id, CaseRow.id).where(CaseRow.voided_on.is_(None)))
    return dict(found.all())


def cases_with(session: Session, person_id: str) -> frozenset[str]:
    """The cases in which a person appears: as the child, with a part of their own, or on the map."""
    own = session.scalars(select(CaseRow.id).where(CaseRow.person_id == person_id))
    parts = session.scalars(select(CasePersonRow.case_id).where(CasePersonRow.person_id == person_id))
    maps = session.scalars(
        select(NetworkMapRow.case_id)
        .join(MapPersonRow, MapPersonRow.map_id == NetworkMapRow.id)
        .where(MapPersonRow.person_id == person_id)
    )
    return frozenset({*own, *parts, *maps})
