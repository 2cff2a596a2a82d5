"""The follow-ups a family can expect: the days agreed, and after them the weeks in which the next ones fall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from app.core.catalogue import Catalogue
from app.core.follow_up_state import day_of, is_waiting
from app.core.schedule import goal_after
from app.core.status import CaseStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingFollowUp:
    """A follow-up to come. `agreed`: the day is planned; else only its week is told.

    `day` is None where the due date has passed and no new day is agreed: a family is told no day that has gone.
    """

    day: date | None
    agreed: bool = False
    at: time | None = None
    place: str = ""
    with_whom: str = ""


def coming_follow_ups(status: CaseStatus, catalogue: Catalogue, until: date) -> tuple[ComingFollowUp, ...]:
    """What is agreed from today on, then what the rhythm brings until `until` if each is held on its day.

    Where the child is protected no place is told, for the sheet hangs where anybody reads it.
    """
    today = status.today
    tells_place = not status.file.child.is_protected(today)
    waiting = sorted((f for f in status.file.follow_ups if is_waiting(f) and f.planned_on), key=day_of)
    found = [
        ComingFollowUp(
            day=one.planned_on,
            agreed=True,
            at=one.planned_at,
            place=one.planned_place if tells_place else "",
            with_whom=one.planned_with,
        )
        for one in waiting
        if one.planned_on and one.planned_on >= today
    ]
    last = found[-1].day if found else None
    if last is None and status.due is not None:
        last = max(status.due.day, today)
        found.append(ComingFollowUp(day=status.due.day if status.due.day >= today else None))
    while last is not None and (last := _next(status, catalogue, last)) is not None and last <= until:
        found.append(ComingFollowUp(day=last))
    return tuple(found)


def _next(status: CaseStatus, catalogue: Catalogue, held: date) -> date | None:
    """The programme's next date after one held that day, of all clocks that still run then."""
    running = (dues.clock for dues in status.schedule.clocks)
    dates = (goal_after(clock, max(held, clock.start), catalogue) for clock in running if not clock.has_ended(held))
    return min((due.day for due in dates if due), default=None)
