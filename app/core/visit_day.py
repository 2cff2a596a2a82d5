"""A day on the road: whom to visit in a district, since something is due there within three weeks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from app.core.follow_up_state import next_planned
from app.core.records.follow_up import FollowUpMark
from app.core.sorting import sort_key
from app.core.status import CaseStatus
from app.core.work_list import WorkKind, WorkLine

AHEAD = timedelta(weeks=3)
"""So far ahead of the day of the visits a date is looked for."""

_NOT_VISITED = (WorkKind.PROMISES, WorkKind.REMARKS, WorkKind.MEETINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A child to visit: what is due there, the most urgent first, and the follow-up that waits."""

    status: CaseStatus
    lines: tuple[WorkLine, ...]
    planned: FollowUpMark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStop:
    """A visit as it is planned: to which case, at what time of day if one was set."""

    case_id: str
    at: time | None = None


def districts(statuses: Iterable[CaseStatus]) -> tuple[str, ...]:
    """The districts in which there are cases, in Danish order."""
    return tuple(sorted({name for s in statuses if (name := s.file.case.district.strip())}, key=sort_key))


def stops(statuses: Iterable[CaseStatus], lines: Iterable[WorkLine], day: date, district: str = "") -> tuple[Stop, ...]:
    """Every open case of the district ("" for all) with something due until three weeks after `day`, or planned for it.

    What is overdue counts too; promises do not, since others made most of them, nor what the team leader asked for, nor
    network meetings. Those planned for the day come first, by the hour; then by urgency.
    """
    due: dict[str, list[WorkLine]] = defaultdict(list)
    for line in lines:
        if line.kind not in _NOT_VISITED and line.day is not None and line.day <= day + AHEAD:
            due[line.status.case_id].append(line)
    found = []
    for status in statuses:
        planned = next_planned(status.file.follow_ups)
        is_planned = planned is not None and planned.planned_on == day
        if district in ("", status.file.case.district.strip()) and (is_planned or due[status.case_id]):
            found.append(Stop(status=status, lines=tuple(due[status.case_id]), planned=planned))
    return tuple(sorted(found, key=lambda stop: _order(stop, day)))


def hour_on(stop: Stop, day: date) -> time | None:
    """The time of day that is planned for a stop, if it is planned for that day."""
    planned = stop.planned
    return planned.planned_at if planned is not None and planned.planned_on == day else None


def is_agreed_for_another_day(stop: Stop, day: date, today: date) -> bool:
    """Whether a visit is planned for another day that has not passed: somebody waits for it there."""
    on = stop.planned.planned_on if stop.planned is not None else None
    return on is not None and on >= today and on != day


def _order(stop: Stop, day: date) -> tuple[bool, time, date, tuple[str, str]]:
    is_planned = stop.planned is not None and stop.planned.planned_on == day
    soonest = min((line.day for line in stop.lines if line.day), default=date.max)
    return not is_planned, hour_on(stop, day) or time.max, soonest, sort_key(stop.status.short_name)
