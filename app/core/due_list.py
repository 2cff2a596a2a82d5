"""All cases in one list by urgency: what is over, what is due today, this week, next week, later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.core.follow_up_state import next_planned
from app.core.records.follow_up import Agreement, FollowUpMark
from app.core.schedule import CaseSchedule, DueDate, DueDates, Track
from app.core.sorting import sort_key
from app.core.status import CaseStatus

_WEEK = timedelta(days=7)


class DueGroup(StrEnum):
    """The groups of the list, in their order. A week ends on Sunday, as Danish calendars count."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this-week"
    NEXT_WEEK = "next-week"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """A case in the list: the due date it stands under, and the clock that the date belongs to."""

    status: CaseStatus
    dues: DueDates
    due: DueDate
    planned: FollowUpMark | None

    @property
    def group(self) -> DueGroup:
        """The group it stands in."""
        return group_of(self.due.day, self.status.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """An agreement nobody has settled yet, and whose case it belongs to."""

    status: CaseStatus
    agreement: Agreement


def group_of(day: date, today: date) -> DueGroup:
    """The group of a due date."""
    if day <= today:
        return DueGroup.OVERDUE if day < today else DueGroup.TODAY
    monday = today - timedelta(days=today.weekday())
    if day < monday + _WEEK:
        return DueGroup.THIS_WEEK
    return DueGroup.NEXT_WEEK if day < monday + 2 * _WEEK else DueGroup.LATER


def earliest(schedule: CaseSchedule, track: Track | None) -> tuple[DueDates, DueDate] | None:
    """The clock that is due first and its date, on one track or (None) on either."""
    found = ((dues, _on(dues, track)) for dues in schedule.clocks)
    known = ((dues, due) for dues, due in found if due is not None)
    return min(known, key=lambda pair: pair[1].day, default=None)


def due_lines(statuses: Iterable[CaseStatus], *, track: Track | None = None, step_key: str = "") -> tuple[DueLine, ...]:
    """One line a case with a due date, the most urgent first; on one track alone, or on one step alone, if asked."""
    lines = (_line(status, track) for status in statuses if step_key in ("", status.step.key))
    return tuple(
        sorted((line for line in lines if line), key=lambda one: (one.due.day, sort_key(one.status.short_name)))
    )


def promises(statuses: Iterable[CaseStatus]) -> tuple[PromiseLine, ...]:
    """What was agreed in any case and is not settled, the earliest first, without a day last."""
    return tuple(sorted(_open_promises(statuses), key=lambda line: line.agreement.due or date.max))


def _open_promises(statuses: Iterable[CaseStatus]) -> Iterator[PromiseLine]:
    for status in statuses:
        for agreement in status.file.agreements:
            if agreement.settled_on is None:
                yield PromiseLine(status=status, agreement=agreement)


def _line(status: CaseStatus, track: Track | None) -> DueLine | None:
    found = earliest(status.schedule, track)
    if found is None:
        return None
    dues, due = found
    return DueLine(status=status, dues=dues, due=due, planned=next_planned(status.file.follow_ups))


def _on(dues: DueDates, track: Track | None) -> DueDate | None:
    if track is None:
        return dues.next
    return dues.goal if track is Track.GOAL else dues.law
