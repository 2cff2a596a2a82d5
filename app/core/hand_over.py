"""What a colleague must know of each child while the caseworker is away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.follow_up_state import day_of, is_waiting
from app.core.records.follow_up import FollowUpMark
from app.core.sorting import sort_key
from app.core.status import CaseStatus
from app.core.work_list import WorkLine


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverChild:
    """A child with something to do: what falls due by the last day of the absence, what is overdue, what is planned.

    A follow-up that is planned in time stands among the planned ones alone.
    """

    status: CaseStatus
    lines: tuple[WorkLine, ...]
    planned: tuple[FollowUpMark, ...]


def hand_over(
    statuses: Iterable[CaseStatus], lines: Iterable[WorkLine], first: date, last: date
) -> tuple[HandOverChild, ...]:
    """The children that need somebody from `first` to `last`, both days included, by name."""
    known = {status.case_id: status for status in statuses}
    due: dict[str, list[WorkLine]] = {}
    for line in lines:
        if line.day is not None and line.day <= last and not line.is_planned_in_time:
            known.setdefault(line.status.case_id, line.status)
            due.setdefault(line.status.case_id, []).append(line)
    children = (
        HandOverChild(status=one, lines=tuple(due.get(case_id, ())), planned=_planned(one, first, last))
        for case_id, one in known.items()
    )
    needed = (child for child in children if child.lines or child.planned)
    return tuple(sorted(needed, key=lambda child: sort_key(child.status.file.child.name)))


def _planned(status: CaseStatus, first: date, last: date) -> tuple[FollowUpMark, ...]:
    waiting = (f for f in status.file.follow_ups if is_waiting(f) and f.planned_on and first <= f.planned_on <= last)
    return tuple(sorted(waiting, key=day_of))
