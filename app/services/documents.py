"""Gathers what a print shows into one frozen document: the same for the preview, the paper and an issued version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue, Role, UnknownEntry
from app.core.dates import age_on
from app.core.follow_up_state import next_planned
from app.core.goal_scores import score_history
from app.core.law_names import in_full
from app.core.meeting_state import answer_of, asked_to_any, next_meeting
from app.core.names import Names
from app.core.records.documents import (
    DocumentGoal,
    DocumentMapPerson,
    DocumentMeasure,
    DocumentRelation,
    DocumentScore,
    DocumentSector,
    DocumentSubGoal,
    Letterhead,
    NetworkDocument,
    PlanDocument,
    StepMark,
)
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import MapPerson, NetworkMap
from app.core.records.person import Person
from app.core.records.plan import Goal, Plan
from app.core.role_names import names_of_role
from app.core.status import CaseStatus
from app.services.caseload import caseworker, status_of
from app.services.follow_ups import follow_ups_of_case
from app.services.meetings import meetings_of_case
from app.services.network_maps import map_of_case, people_of_map
from app.services.people import custody_holders
from app.services.plans import plan_of_case


def letterhead(session: Session, on: date) -> Letterhead:
    """The head of every print of this caseload."""
    worker = caseworker(session)
    return Letterhead(
        municipality=worker.municipality,
        department=worker.department,
        caseworker=worker.name,
        on=on,
        is_demo=worker.is_demo,
    )


def plan_document(
    session: Session,
    case_id: str,
    catalogue: Catalogue,
    today: date,
    *,
    number: int | None = None,
    given_to: str = "",
    dated: date | None = None,
) -> PlanDocument:
    """The working plan of a case as it would print today; with `number` as the version about to be issued.

    `dated` is the day the plan bears, today unless said otherwise.
    """
    status = status_of(session, case_id, catalogue, today)
    next_day, is_agreed = _next_date(status)
    plan = plan_of_case(session, case_id) or Plan(case_id=case_id)
    scores = latest_scores(follow_ups_of_case(session, case_id))
    way_out = next((m for m in status.running if m.next_step.strip()), None)
    return PlanDocument(
        head=letterhead(session, dated or today),
        kind=plan.kind,
        child_first_name=status.file.child.first_name,
        child_name=status.file.child.name,
        child_age=age_on(status.file.child.birth_date, dated or today),
        number=number,
        given_to=given_to,
        legal_basis=plan.legal_basis,
        purpose=plan.purpose,
        measure_reason=plan.measure_reason,
        expected_duration=plan.expected_duration,
        measures=tuple(document_measure(m, catalogue) for m in status.running),
        steps=_steps(status, catalogue),
        next_step=way_out.next_step if way_out else "",
        next_number=_next_number(way_out.next_step, catalogue, today) if way_out else None,
        goals=tuple(_goal(goal, scores.get(goal.id, ()), catalogue, today) for goal in plan.goals),
        family_support=plan.family_support,
        child_comment=plan.child_comment,
        parents_comment=plan.parents_comment,
        disagreement=plan.disagreement,
        participants=plan.participants,
        next_follow_up=next_day,
        next_is_agreed=is_agreed,
        custody=custody_holders(session, case_id, today),
    )


def _next_date(status: CaseStatus) -> tuple[date | None, bool]:
    """The day a family is told: the one planned, else the one due, and whether it was agreed; None where it has passed
    and none is agreed."""
    planned = next_planned(status.file.follow_ups)
    days = ((planned.planned_on if planned else None, True), (status.due.day if status.due else None, False))
    return next(((day, agreed) for day, agreed in days if day is not None and day >= status.today), (None, True))


def network_document(
    session: Session, case_id: str, catalogue: Catalogue, today: date, *, number: int | None = None
) -> NetworkDocument:
    """The working map of a case as it would print today; with `number` as the version about to be kept."""
    status = status_of(session, case_id, catalogue, today)
    drawn = map_of_case(session, case_id) or NetworkMap(case_id=case_id)
    people, meetings = people_of_map(session, case_id), meetings_of_case(session, case_id)
    roles = catalogue.roles(today)
    return NetworkDocument(
        head=letterhead(session, today),
        child_first_name=status.file.child.first_name,
        child_age=age_on(status.file.child.birth_date, today),
        number=number,
        drawn_on=drawn.drawn_on,
        drawn_by=drawn.drawn_by,
        viewpoint=drawn.viewpoint,
        sectors=tuple(DocumentSector(key=s.key, name=s.names) for s in catalogue.sectors(today)),
        people=tuple(_map_person(place, people[place.person_id], today, meetings, roles) for place in drawn.people),
        relations=tuple(
            DocumentRelation(from_id=r.from_id, to_id=r.to_id, quality=r.quality, support=r.support)
            for r in drawn.relations
        ),
    )


def latest_scores(follow_ups: Iterable[FollowUp]) -> dict[str, tuple[DocumentScore, ...]]:
    """The latest score of each goal by each informant, from the follow-ups held."""
    return {
        goal_id: tuple(
            DocumentScore(informant=informant, value=points[-1].value, on=points[-1].day)
            for informant, points in scores.items()
        )
        for goal_id, scores in score_history(follow_ups).items()
    }


def _next_number(step: str, catalogue: Catalogue, today: date) -> int | None:
    """The number of the step that an agreed next step names, None where it is in other words."""
    wanted = step.strip().casefold()
    for found in catalogue.steps(today):
        names = (found.names.da, found.names.en, found.short_names.da, found.short_names.en)
        if wanted in {name.casefold() for name in names}:
            return found.number
    return None


def document_measure(measure: Measure, catalogue: Catalogue) -> DocumentMeasure:
    """A measure as a plan names it."""
    return DocumentMeasure(
        name=catalogue.measure_type(measure.type_key, measure.start).names,
        step=catalogue.step_of(measure.type_key, measure.start).number,
        provider=measure.provider,
        start=measure.start,
        paragraph=in_full(measure.paragraph),
    )


def _steps(status: CaseStatus, catalogue: Catalogue) -> tuple[StepMark, ...]:
    return tuple(
        StepMark(number=step.number, name=step.short_names, here=step.key == status.step.key)
        for step in catalogue.steps(status.today)
        if not step.beside
    )


def _goal(goal: Goal, scores: tuple[DocumentScore, ...], catalogue: Catalogue, today: date) -> DocumentGoal:
    return DocumentGoal(
        id=goal.id,
        theme=_theme(goal.theme_key, catalogue, today),
        own_words=goal.own_words,
        goal=goal.goal,
        baseline=goal.baseline,
        target=goal.target,
        success_sign=goal.success_sign,
        status=goal.status,
        scores=scores,
        sub_goals=tuple(
            DocumentSubGoal(
                id=sub.id,
                what=sub.what,
                responsible=sub.responsible,
                deadline=sub.deadline,
                rhythm=sub.rhythm,
                status=sub.status,
            )
            for sub in goal.sub_goals
        ),
    )


def _theme(key: str, catalogue: Catalogue, today: date) -> Names | None:
    try:
        return catalogue.theme(key, today).names if key else None
    except UnknownEntry:
        return None


def _map_person(
    place: MapPerson, person: Person, today: date, meetings: Sequence[NetworkMeeting], roles: Sequence[Role]
) -> DocumentMapPerson:
    protected = person.is_protected(today)
    return DocumentMapPerson(
        id=place.id,
        name="" if protected else person.name,
        role=place.role,
        sector_key=place.sector_key,
        ring=place.ring,
        angle=place.angle,
        is_professional=person.is_professional,
        deceased=person.deceased,
        can_help=place.can_help,
        invited=answer_of(next_meeting(meetings), place.person_id),
        protected=protected,
        was_asked=place.person_id in asked_to_any(meetings),
        role_names=names_of_role(place.role, roles),
    )
