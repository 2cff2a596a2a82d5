"""The ties of families: who is whose parent, who is or was a couple. They belong to people and are shared by cases."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.checks.family import check_tie
from app.core.checks.person import check_case_person, check_person
from app.core.errors import NotFound, demand
from app.core.family_proposal import ProposedTie, proposed_ties
from app.core.records.family import Couple, Family, Parentage, Tie
from app.core.records.person import CasePerson, Person
from app.models.mapping import put, to_record
from app.models.person import CasePersonRow, CoupleRow, ParentageRow, PersonRow
from app.services.cases import case_and_child
from app.services.network_maps import people_of_map
from app.services.people import cases_with, people_of_case


def family_of_case(session: Session, case_id: str) -> Family:
    """The people of a case and the ties between them; raises `NotFound`.

    Its people are the child, those with a part in it and those on its map: a tie to anybody else stays out, so that
    one child's case tells nothing of another's family.
    """
    child = case_and_child(session, case_id).child
    found = people_of_case(session, case_id)
    people = {child.id: child, **{one.person.id: one.person for one in found}}
    people |= {key: person for key, person in people_of_map(session, case_id).items() if key not in people}
    ties = _ties_of(session, people)
    return Family(
        child_id=child.id,
        people=people,
        parts={one.person.id: one.part for one in reversed(found)},
        ties=tuple(tie for tie in ties if tie.ends() <= people.keys()),
    )


def proposed_family(session: Session, case_id: str, catalogue: Catalogue, today: date) -> tuple[ProposedTie, ...]:
    """What the roles of a case tell of ties that nobody has entered; raises `NotFound`."""
    family = family_of_case(session, case_id)
    kin = {person_id: catalogue.role(part.role_key, today).kin for person_id, part in family.parts.items()}
    return proposed_ties(family, kin)


def save_ties(
    session: Session,
    ties: Collection[Tie],
    today: date,
    person: Person | None = None,
    part: CasePerson | None = None,
) -> Changes:
    """Keep ties, and together with them somebody who is new to the family; every case with them is concerned.

    Raises `Invalid`.
    """
    if person is not None:
        demand(check_person(person, today))
        put(session, PersonRow, person)
    if part is not None:
        demand(check_case_person(part))
        put(session, CasePersonRow, part)
    session.flush()
    ends = {person_id for tie in ties for person_id in tie.ends()}
    known, people = {tie.id: tie for tie in ties_near(session, ends)}, people_called(session, ends)
    for tie in ties:
        demand(check_tie(tie, known.values(), people))
        put(session, CoupleRow if isinstance(tie, Couple) else ParentageRow, tie)
        known[tie.id] = tie
    return Changes("family-saved", case_ids=_cases_with(session, ends | ({person.id} if person else set())))


def remove_ties(session: Session, ties: Collection[Tie]) -> Changes:
    """Take ties away that do not hold; the people stay. Raises `NotFound`."""
    for tie in ties:
        table = CoupleRow if isinstance(tie, Couple) else ParentageRow
        row = session.get(table, tie.id)
        if row is None:
            raise NotFound(f"{table.__tablename__} {tie.id}")
        session.delete(row)
    return Changes("family-tie-removed", case_ids=_cases_with(session, {end for tie in ties for end in tie.ends()}))


def ties_near(session: Session, ends: Collection[str]) -> tuple[Tie, ...]:
    """What ties between some people are checked against: all couples of theirs, and every parentage there is.

    Whether somebody would be their own ancestor can only be told from the whole of it.
    """
    couples = session.scalars(select(CoupleRow).where(or_(CoupleRow.one_id.in_(ends), CoupleRow.other_id.in_(ends))))
    parentages = session.scalars(select(ParentageRow))
    return (*(to_record(row, Couple) for row in couples), *(to_record(row, Parentage) for row in parentages))


def people_called(session: Session, ids: Collection[str]) -> dict[str, Person]:
    """People by their ids."""
    return {row.id: to_record(row, Person) for row in session.scalars(select(PersonRow).where(PersonRow.id.in_(ids)))}


def _ties_of(session: Session, ids: Collection[str]) -> tuple[Tie, ...]:
    """The ties with one of these people at either end, in the order they were entered, couples first."""
    couples = select(CoupleRow).where(CoupleRow.one_id.in_(ids)).order_by(CoupleRow.created_at, CoupleRow.id)
    parents = (
        select(ParentageRow).where(ParentageRow.child_id.in_(ids)).order_by(ParentageRow.created_at, ParentageRow.id)
    )
    return (
        *(to_record(row, Couple) for row in session.scalars(couples)),
        *(to_record(row, Parentage) for row in session.scalars(parents)),
    )


def _cases_with(session: Session, people: Collection[str]) -> frozenset[str]:
    return frozenset().union(*(cases_with(session, person_id) for person_id in people))
