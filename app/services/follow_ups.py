"""Follow-ups: planned, held, excused, completed later, and the agreements they led to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.follow_up import check_follow_up
from app.core.errors import NotFound, demand
from app.core.follow_up_form import covered_on
from app.core.follow_up_state import FollowUpState, day_of, state_of
from app.core.ids import new_id
from app.core.records.follow_up import Agreement, FollowUp, FollowUpMark, GoalScore, VisitPart
from app.models.follow_up import FollowUpMeasureRow, FollowUpRow, GoalScoreRow
from app.models.mapping import put, put_all, read_values
from app.services import rows
from app.services.held import as_kept, keep_agreed
from app.services.measures import measures_of_case

_LABELS = {
    FollowUpState.PLANNED: "follow-up-planned",
    FollowUpState.ATTEMPTED: "follow-up-attempted",
    FollowUpState.EXCUSED: "follow-up-excused",
    FollowUpState.INCOMPLETE: "follow-up-registered",
    FollowUpState.HELD: "follow-up-registered",
    FollowUpState.VOIDED: "follow-up-voided",
}


def follow_ups_of_case(session: Session, case_id: str) -> tuple[FollowUp, ...]:
    """The follow-ups of a case by the day they were held or planned, earliest first."""
    found = list(read_values(session, FollowUpRow, FollowUp, "case_id", [case_id]))
    measures = _measures_covered(session, [case_id])
    scores: dict[str, list[GoalScore]] = defaultdict(list)
    of_these = [values["id"] for values in found]
    for values in read_values(session, GoalScoreRow, GoalScore, "follow_up_id", of_these, also=("follow_up_id",)):
        scores[values.pop("follow_up_id")].append(GoalScore(**values))
    records = (
        FollowUp(**values, measure_ids=tuple(measures[values["id"]]), scores=tuple(scores[values["id"]]))
        for values in found
    )
    return tuple(sorted(records, key=day_of))


def marks_of_cases(session: Session, case_ids: Iterable[str]) -> dict[str, tuple[FollowUpMark, ...]]:
    """The follow-ups of several cases as their statuses need them, in the same order, read together."""
    ids = list(case_ids)
    measures = _measures_covered(session, ids)
    by_case: dict[str, list[FollowUpMark]] = {case_id: [] for case_id in ids}
    for values in read_values(session, FollowUpRow, FollowUpMark, "case_id", ids):
        record = FollowUpMark(**values, measure_ids=tuple(measures[values["id"]]))
        by_case[record.case_id].append(record)
    return {case_id: tuple(sorted(records, key=day_of)) for case_id, records in by_case.items()}


def save_follow_up(
    session: Session, record: FollowUp, today: date, agreements: tuple[Agreement, ...] | None = None
) -> Changes:
    """Keep a follow-up, planned or held, whole or to be completed later; raises `Invalid`.

    `agreements` replaces those born at this follow-up; None leaves them alone.
    """
    return save_visit(session, (VisitPart(follow_up=record, agreements=agreements),), today)


def save_visit(session: Session, parts: tuple[VisitPart, ...], today: date) -> Changes:
    """Keep what one visit brought to each child who took part, all of it or nothing; raises `Invalid`."""
    for part in parts:
        _save(session, part.follow_up, today, part.agreements)
        if part.planned_next is not None:
            _save(session, part.planned_next, today)
    label = _LABELS[state_of(parts[0].follow_up)]
    return Changes(label, case_ids=frozenset(part.follow_up.case_id for part in parts))


def plan_for(session: Session, case_id: str, follow_up_id: str, day: date, today: date) -> Changes:
    """Plan a follow-up for another day, or a first time where `follow_up_id` is "". Raises `Invalid`, `NotFound`.

    It covers the measures that run that day; time, place and people stay as they were.
    """
    known = {record.id: record for record in follow_ups_of_case(session, case_id)}
    if follow_up_id and follow_up_id not in known:
        raise NotFound(f"follow_up {follow_up_id}")
    record = known.get(follow_up_id) or FollowUp(case_id=case_id)
    covered = covered_on(measures_of_case(session, case_id), day, today)
    planned = replace(record, planned_on=day, measure_ids=tuple(measure.id for measure in covered))
    return save_follow_up(session, planned, today)


def void_follow_up(session: Session, follow_up_id: str, today: date, reason: str) -> Changes:
    """Strike out a follow-up that was entered by mistake: kept, out of every figure. Raises `Invalid`."""
    row = rows.strike_out(session, FollowUpRow, follow_up_id, today, reason)
    return Changes("follow-up-voided", case_ids=frozenset({row.case_id}))


def _save(session: Session, record: FollowUp, today: date, agreements: tuple[Agreement, ...] | None = None) -> None:
    demand(check_follow_up(record, measures_of_case(session, record.case_id), today))
    record = as_kept(session, record, today, agreements, follow_ups_of_case)
    put(session, FollowUpRow, record)
    _link_measures(session, record)
    scores = rows.where(session, GoalScoreRow, GoalScoreRow.follow_up_id, record.id)
    put_all(session, GoalScoreRow, scores, record.scores, follow_up_id=record.id)
    keep_agreed(session, record, agreements)


def _measures_covered(session: Session, case_ids: list[str]) -> dict[str, list[str]]:
    """The measures that each follow-up of these cases covers."""
    link, covered = FollowUpMeasureRow, defaultdict(list)
    query = select(link.follow_up_id, link.measure_id).join(FollowUpRow, FollowUpRow.id == link.follow_up_id)
    for follow_up_id, measure_id in session.execute(query.where(FollowUpRow.case_id.in_(case_ids))):
        covered[follow_up_id].append(measure_id)
    return covered


def _link_measures(session: Session, record: FollowUp) -> None:
    there = rows.where(session, FollowUpMeasureRow, FollowUpMeasureRow.follow_up_id, record.id)
    for link in there:
        if link.measure_id not in record.measure_ids:
            session.delete(link)
    linked = {link.measure_id for link in there}
    for measure_id in record.measure_ids:
        if measure_id not in linked:
            session.add(FollowUpMeasureRow(id=new_id(), follow_up_id=record.id, measure_id=measure_id))
