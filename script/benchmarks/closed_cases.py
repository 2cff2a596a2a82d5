"""What ten years leave behind: 500 closed cases beside the 25 open ones."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.records.case import Case
from app.core.records.decision import Decision, DecisionKind
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.models.case import CaseRow
from app.models.decision import DecisionRow
from app.models.follow_up import FollowUpMeasureRow, FollowUpRow
from app.models.mapping import put
from app.models.measure import MeasureRow
from app.models.person import PersonRow
from tests.worst_caseload import fill_worst

CLOSED = 500
_DAY = timedelta(days=1)


def fill_ten_years(session: Session, catalogue: Catalogue, today: date, closed: int = CLOSED) -> Changes:
    """The worst caseload, and `closed` cases that came and went before; written past the services, as rows."""
    changes = fill_worst(session, catalogue, today)
    for number in range(closed):
        _closed_case(session, today, number)
        if number % 50 == 0:
            session.flush()
            session.expunge_all()
    return changes


def _closed_case(session: Session, today: date, number: int) -> None:
    """A case of some two years with a preventive measure, then a placement, each followed up in its rhythm."""
    opened = today - (3650 - (number * 2800) // CLOSED) * _DAY
    ended = opened + (400 + number % 300) * _DAY
    child = Person(first_name=f"Barn {number}", last_name="Lukket", birth_date=opened - 3000 * _DAY)
    case = Case(person_id=child.id, opened=opened, closed=ended, closed_reason="Målene er nået")
    middle = opened + 200 * _DAY
    home = Measure(case_id=case.id, type_key="pmto", start=opened, end=middle)
    away = Measure(case_id=case.id, type_key="foster_general", start=middle, end=ended, place="Hos Jensen")
    put(session, PersonRow, child)
    put(session, CaseRow, case)
    put(session, DecisionRow, Decision(case_id=case.id, kind=DecisionKind.PLACEMENT, decided_on=middle))
    for measure, every in ((home, 85), (away, 45)):
        put(session, MeasureRow, measure)
        day = measure.start + 20 * _DAY
        while measure.end and day < measure.end:
            held = FollowUp(case_id=case.id, held_on=day, conversation_on=day, assessment="Det går fremad. " * 10)
            put(session, FollowUpRow, held)
            session.add(FollowUpMeasureRow(id=held.id, follow_up_id=held.id, measure_id=measure.id))
            day += every * _DAY
