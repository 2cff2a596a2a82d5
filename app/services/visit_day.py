"""Plans a day of visits in one write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.follow_up_form import covered_on
from app.core.follow_up_state import next_planned
from app.core.records.follow_up import FollowUp, VisitPart
from app.core.visit_day import PlannedStop
from app.services.follow_ups import follow_ups_of_case, save_visit
from app.services.measures import measures_of_case


def plan_visits(session: Session, stops: Sequence[PlannedStop], day: date, today: date) -> Changes:
    """Plan a follow-up of each case for the day, all of them or none; raises `Invalid`, or ValueError for no stops.

    One that is planned already is moved there with its place and people; it covers the measures that run that day.
    """
    if not stops:
        raise ValueError("a day of visits without a visit")
    save_visit(session, tuple(VisitPart(follow_up=_planned(session, stop, day, today)) for stop in stops), today)
    return Changes("visits-planned", case_ids=frozenset(stop.case_id for stop in stops))


def _planned(session: Session, stop: PlannedStop, day: date, today: date) -> FollowUp:
    waiting = next_planned(follow_ups_of_case(session, stop.case_id)) or FollowUp(case_id=stop.case_id)
    covered = covered_on(measures_of_case(session, stop.case_id), day, today)
    ids = tuple(measure.id for measure in covered)
    return replace(waiting, planned_on=day, planned_at=stop.at, measure_ids=ids)
