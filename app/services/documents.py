"""Gathers what a print shows into one frozen document: the same for the preview, the paper and an issued version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.attention import attention
from app.core.catalogue import Catalogue, UnknownEntry
from app.core.dates import age_on
from app.core.figures import figures
from app.core.follow_up_state import next_planned
from app.core.goal_scores import score_history
from app.core.ladder import MoveKind
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
    OpenRemark,
    PlanDocument,
    StepMark,
    SummaryDocument,
    SummaryRow,
    SummaryStep,
)
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import MapPerson, NetworkMap
from app.core.records.person import Person
from app.core.records.plan import Goal, Plan
from app.core.status import CaseStatus, by_urgency, short_names
from app.labels import attention_in_short
from app.models.plan import PlanRow
from app.services.caseload import caseworker, counted_statuses, status_of
from app.services.follow_ups import follow_ups_of_case
from app.services.meetings import meetings_of_case
from app.services.network_maps import map_of_case, people_of_map
from app.services.people import custody_holders
from app.services.plans import plan_of_case
from app.words import Words

_IN_COLUMNS: Final = frozenset({"plan-missing", "map-missing", "rhythm-missing", "birth-date-missing", "leader-remark"})


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
    return NetworkDocument(
        head=letterhead(session, today),
        child_first_name=status.file.child.first_name,
        child_age=age_on(status.file.child.birth_date, today),
        number=number,
        drawn_on=drawn.drawn_on,
        drawn_by=drawn.drawn_by,
        viewpoint=drawn.viewpoint,
        sectors=tuple(DocumentSector(key=s.key, name=s.names) for s in catalogue.sectors(today)),
        people=tuple(_map_person(place, people[place.person_id], today, meetings) for place in drawn.people),
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


def summary_document(session: Session, catalogue: Catalogue, today: date) -> SummaryDocument:
    """The caseload of today for the team leader: the figures of the overview, then the cases by urgency.

    What the columns say by themselves is not said again as a remark.
    """
    counted = counted_statuses(session, catalogue, today)
    statuses = [status for status in counted if status.file.case.is_open(today)]
    found, names = figures(counted, catalogue, today), short_names(statuses)
    drafts, rules = set(session.scalars(select(PlanRow.case_id))), catalogue.rules(today)
    return SummaryDocument(
        head=letterhead(session, today),
        limit=rules.caseload_limit,
        awaiting=sum(last.awaiting for status in statuses if (last := status.file.last_exception)),
        steps=tuple(SummaryStep(number=s.number, name=s.short_names, children=len(on)) for s, on in found.steps),
        half_year_start=found.half_year_start,
        moves_down=found.down,
        moves_up=found.up,
        overdue=len(found.overdue),
        held_on_time=found.follow_ups.on_time,
        held_of=found.follow_ups.expected,
        spoken_with=found.spoken_with.part,
        spoken_of=found.spoken_with.whole,
        spoken_within=rules.spoken_within,
        rows=tuple(_summary_row(s, names[s.case_id], s.case_id in drafts, catalogue) for s in by_urgency(statuses)),
    )


def _summary_row(status: CaseStatus, name: str, has_draft: bool, catalogue: Catalogue) -> SummaryRow:
    file, today, running = status.file, status.today, status.running
    law = [dues.law.day for dues in status.schedule.clocks if dues.law]
    type_ = catalogue.measure_type(running[0].type_key, running[0].start) if running else None
    move = status.last_move
    return SummaryRow(
        case_id=status.case_id,
        name=name,
        age=age_on(file.child.birth_date, today),
        term=file.child.term_date,
        step=status.step.number,
        step_name=status.step.short_names,
        measure=type_.short_names if type_ else None,
        more_measures=max(0, len(running) - 1),
        since=status.since,
        moved_on=move.day if move else None,
        moved_down=move is not None and move.kind is MoveKind.DOWN,
        next_follow_up=status.due.day if status.due else None,
        days_over=max(0, -status.due.days_left(today)) if status.due else 0,
        law_due=min(law, default=None),
        rhythm_missing=bool(status.schedule.rhythm_missing),
        spoken_on=status.spoken_on,
        plan_version=file.plan_number if file.plan_number is not None else (0 if has_draft else None),
        has_map=file.map_drawn_on is not None,
        breakdowns=file.breakdowns,
        remarks=_remarks(status, catalogue),
        said=tuple(OpenRemark(said_on=one.said_on, what=one.what, due=one.due) for one in file.remarks if one.is_open),
    )


def _remarks(status: CaseStatus, catalogue: Catalogue) -> tuple[Names, ...]:
    """What needs attention, short, in both languages: the print chooses."""
    lines = [line for line in attention(status, catalogue) if line.code not in _IN_COLUMNS]
    danish, english = (attention_in_short(Words(language), lines) for language in ("da", "en"))
    return tuple(Names(*both) for both in zip(danish, english, strict=True))


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


def _map_person(place: MapPerson, person: Person, today: date, meetings: Sequence[NetworkMeeting]) -> DocumentMapPerson:
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
    )
