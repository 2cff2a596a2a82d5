"""Gathers the sheet for a visit, and whom to call on the way there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from app.core.agreements import standing
from app.core.catalogue import Catalogue
from app.core.dates import age_on
from app.core.follow_up_state import next_planned
from app.core.goal_scores import goal_curve
from app.core.records.measure import Measure
from app.core.records.person import CasePerson
from app.core.visit_sheet import (
    SheetGoal,
    SheetMeasure,
    SheetPerson,
    VisitSheet,
    last_held,
    last_words,
    promises_to_ask_about,
    questions_to_take_up,
)
from app.core.work_list import WorkKind, work_list
from app.services.documents import letterhead
from app.services.follow_up_sheet import follow_up_sheet
from app.services.journal import entries_of_case
from app.services.people import PersonInCase, people_of_case

_NOT_FOR_A_VISIT = (WorkKind.PROMISES, WorkKind.REMARKS)
"""Promises stand in a part of their own, and what the team leader said is not for a kitchen table."""


def visit_sheet(session: Session, case_id: str, catalogue: Catalogue, now: datetime) -> VisitSheet:
    """The sheet of one case as it stands; `now` is aware local time. Raises `NotFound`."""
    today = now.date()
    found = follow_up_sheet(session, case_id, catalogue, today)
    status, follow_ups = found.status, found.follow_ups
    child, last, planned = status.file.child, last_held(follow_ups), next_planned(follow_ups)
    return VisitSheet(
        head=letterhead(session, today),
        case_id=case_id,
        child=child.name,
        age=age_on(child.birth_date, today),
        term=child.term_date,
        is_protected=child.is_protected(today),
        step=status.step.names,
        since=status.since,
        school=status.school,
        last=last,
        words=last_words(follow_ups, entries_of_case(session, case_id)),
        promises=promises_to_ask_about(standing(found.agreements, follow_ups, status.file.meetings), last, today),
        goals=tuple(
            SheetGoal(goal=goal.goal, target=goal.target, curve=goal_curve(goal.id, follow_ups))
            for goal in found.goals
            if not goal.status.is_done
        ),
        planned=planned,
        questions=questions_to_take_up(last, planned),
        people=tuple(
            _person(one, catalogue, now)
            for one in _custody_first(people_of_case(session, case_id))
            if _is_near(one.part, now)
        ),
        measures=tuple(_measure(measure, catalogue) for measure in status.running),
        due=tuple(line for line in work_list([status], catalogue, now) if line.kind not in _NOT_FOR_A_VISIT),
    )


def people_to_call(session: Session, case_id: str, now: datetime) -> tuple[PersonInCase, ...]:
    """Those of the case who have a telephone number, the custody holders first. For the screen alone."""
    living = (one for one in people_of_case(session, case_id) if not one.person.deceased)
    return _custody_first(one for one in living if one.person.phone.strip() and not one.part.has_ended(now.date()))


def _custody_first(people: Iterable[PersonInCase]) -> tuple[PersonInCase, ...]:
    return tuple(sorted(people, key=lambda one: not one.part.has_custody))


def _is_near(part: CasePerson, now: datetime) -> bool:
    return not part.has_ended(now.date()) and (part.has_custody or part.lives_with_child)


def _person(one: PersonInCase, catalogue: Catalogue, now: datetime) -> SheetPerson:
    today = now.date()
    return SheetPerson(
        name=one.person.name,
        role=catalogue.role(one.part.role_key, today).names,
        has_custody=one.part.has_custody,
        protected=one.person.is_protected(today),
    )


def _measure(measure: Measure, catalogue: Catalogue) -> SheetMeasure:
    return SheetMeasure(
        name=catalogue.measure_type(measure.type_key, measure.start).names,
        provider=measure.provider,
        place=measure.place,
        start=measure.start,
    )
