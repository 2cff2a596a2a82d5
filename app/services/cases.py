"""Cases: taken in, changed, closed, reopened, struck out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.checks.case import check_case, check_closing, check_exception, check_limit_exception
from app.core.checks.person import check_person
from app.core.errors import demand
from app.core.records.case import Case, LimitException
from app.core.records.measure import EndReason
from app.core.records.person import Person
from app.models.case import CaseRow, LimitExceptionRow
from app.models.mapping import put, to_record
from app.models.measure import MeasureRow
from app.models.person import PersonRow
from app.services import rows


@dataclass(frozen=True, slots=True)
class CaseAndChild:
    """A case with its child."""

    case: Case
    child: Person


def case_and_child(session: Session, case_id: str) -> CaseAndChild:
    """One case with its child; raises `NotFound`."""
    row = rows.get(session, CaseRow, case_id)
    return CaseAndChild(to_record(row, Case), to_record(rows.get(session, PersonRow, row.person_id), Person))


def all_cases(session: Session) -> tuple[CaseAndChild, ...]:
    """Every case with its child: open, closed and voided."""
    return _pairs(session)


def open_after(session: Session, day: date, also: Collection[str] = ()) -> tuple[CaseAndChild, ...]:
    """The cases that were open after a day, those that still are, and those of the ids in `also`; no voided ones."""
    return _pairs(session, CaseRow.voided_on.is_(None), or_(_was_open(day), CaseRow.id.in_(also)))


def open_count(session: Session, today: date) -> int:
    """How many cases count in the caseload today."""
    return session.scalars(select(func.count(CaseRow.id)).where(CaseRow.voided_on.is_(None), _was_open(today))).one()


def save_case(
    session: Session,
    case: Case,
    child: Person,
    catalogue: Catalogue,
    today: date,
    exception: LimitException | None = None,
) -> Changes:
    """Take a case in or change it, with its child; raises `Invalid`.

    A case that brings the caseload over the limit needs the team leader's `exception`, granted or awaited.
    """
    is_new = session.get(CaseRow, case.id) is None
    demand(check_person(child, today) + check_case(case, today))
    if is_new:
        _demand_room(session, catalogue, today, exception)
    put(session, PersonRow, child)
    put(session, CaseRow, case)
    if exception is not None:
        put(session, LimitExceptionRow, exception)
    return Changes("case-opened" if is_new else "case-saved", case_ids=frozenset({case.id}))


def close_case(session: Session, case_id: str, closed: date, reason: str, end_measures: bool) -> Changes:
    """Close a case; `end_measures` ends what would run on from that day. What was missed stays missed.

    Raises `Invalid`.
    """
    row = rows.get(session, CaseRow, case_id)
    demand(check_closing(to_record(row, Case), closed, reason))
    row.closed, row.closed_reason = closed, reason
    if end_measures:
        for measure in rows.where(session, MeasureRow, MeasureRow.case_id, case_id):
            if measure.voided_on is None and (measure.end is None or measure.end > closed):
                measure.end, measure.end_reason = max(closed, measure.start), EndReason.CASE_CLOSED
    return Changes("case-closed", case_ids=frozenset({case_id}))


def reopen_case(
    session: Session, case_id: str, catalogue: Catalogue, today: date, exception: LimitException | None = None
) -> Changes:
    """Open a closed case again; the limit counts as for a new one. Raises `Invalid`."""
    row = rows.get(session, CaseRow, case_id)
    _demand_room(session, catalogue, today, exception)
    row.closed, row.closed_reason = None, ""
    if exception is not None:
        put(session, LimitExceptionRow, exception)
    return Changes("case-reopened", case_ids=frozenset({case_id}))


def void_case(session: Session, case_id: str, today: date, reason: str) -> Changes:
    """Strike out a case that was entered by mistake: kept, out of every figure. Raises `Invalid`."""
    rows.strike_out(session, CaseRow, case_id, today, reason)
    return Changes("case-voided", case_ids=frozenset({case_id}))


def save_exception(session: Session, record: LimitException) -> Changes:
    """Keep the team leader's answer to an exception, or one more for the same case. Raises `Invalid`."""
    demand(check_limit_exception(record))
    put(session, LimitExceptionRow, record)
    return Changes("exception-saved", case_ids=frozenset({record.case_id}))


def _was_open(day: date) -> ColumnElement[bool]:
    return or_(CaseRow.closed.is_(None), CaseRow.closed > day)


def _pairs(session: Session, *where: ColumnElement[bool]) -> tuple[CaseAndChild, ...]:
    query = select(CaseRow, PersonRow).join(PersonRow, PersonRow.id == CaseRow.person_id).where(*where)
    return tuple(
        CaseAndChild(to_record(case, Case), to_record(child, Person)) for case, child in session.execute(query)
    )


def _demand_room(session: Session, catalogue: Catalogue, today: date, exception: LimitException | None) -> None:
    demand(check_exception(open_count(session, today), catalogue.rules(today).caseload_limit, exception))
