"""What a calendar shows of each day: what is planned, due and was held, the week's number, holidays and closed days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from app.core.catalogue import Catalogue
from app.core.dates import iso_week
from app.core.follow_up_state import is_waiting
from app.core.names import Names
from app.core.records.follow_up import FollowUpMark
from app.core.records.meeting import MeetingMark
from app.core.sorting import sort_key
from app.core.status import CaseStatus
from app.core.work_list import DueLine, WorkKind, WorkLine
from app.core.working_days import holidays, is_working_day

_DAY = timedelta(days=1)
_WEEK = 7


class MarkKind(StrEnum):
    """What stands on a day, the weightiest first."""

    PLANNED = "planned"
    MEETING = "meeting"
    DUE = "due"
    DEADLINE = "deadline"
    PROMISE = "promise"
    HELD = "held"
    MEETING_HELD = "meeting-held"


_ORDER = list(MarkKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMark:
    """One thing on a day: a follow-up planned or held, a network meeting held, or a line of the list of work.

    A line stands on its last day in time; one that is planned ahead and in time stands where it is planned alone.
    `follow_up` is the one that is moved with it, None for a date that nothing is planned for.
    """

    status: CaseStatus
    kind: MarkKind
    day: date
    at: time | None = None
    line: WorkLine | None = None
    follow_up: FollowUpMark | None = None
    meeting: MeetingMark | None = None

    @property
    def key(self) -> str:
        """Tells it apart from every other mark, also when the calendar is made anew."""
        if self.line is not None:
            return f"{self.kind} {self.line.key}"
        about = self.follow_up or self.meeting
        return f"{self.kind} {about.id if about else ''}"

    @property
    def can_be_moved(self) -> bool:
        """Whether it can be planned for another day: a follow-up that is planned, or due and not planned."""
        return self.kind in (MarkKind.PLANNED, MarkKind.DUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day with its ISO week. `names` is the holiday or closed day it is; `is_off` a day on which nobody works."""

    day: date
    week: int
    names: Names | None
    is_off: bool
    marks: tuple[CalendarMark, ...] = ()


def weeks_of_month(day: date) -> tuple[date, ...]:
    """The days of the month `day` lies in, filled up to whole weeks from Monday."""
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - _DAY
    start, end = week_of(first)[0], week_of(last)[-1]
    return tuple(start + timedelta(days=n) for n in range((end - start).days + 1))


def week_of(day: date) -> tuple[date, ...]:
    """The seven days of the week `day` lies in, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=n) for n in range(_WEEK))


def calendar_days(
    days: Sequence[date],
    statuses: Iterable[CaseStatus],
    lines: Iterable[WorkLine],
    catalogue: Catalogue,
) -> tuple[CalendarDay, ...]:
    """These days, one after the other, with all that stands on them: what is timed first, then by weight and name."""
    found: dict[date, list[CalendarMark]] = defaultdict(list)
    for mark in (*_of_cases(statuses, days[0], days[-1]), *_of_work(lines, days[0], days[-1])):
        found[mark.day].append(mark)
    return tuple(
        CalendarDay(
            day=day,
            week=iso_week(day),
            names=_names(day, catalogue),
            is_off=not is_working_day(day, catalogue.is_closed),
            marks=tuple(sorted(found[day], key=_weight)),
        )
        for day in days
    )


def _of_cases(statuses: Iterable[CaseStatus], first: date, last: date) -> Iterator[CalendarMark]:
    """The follow-ups planned and held, and the network meetings held."""
    for status in statuses:
        for meeting in status.file.meetings:
            if meeting.is_held and meeting.held_on is not None and first <= meeting.held_on <= last:
                yield CalendarMark(status=status, kind=MarkKind.MEETING_HELD, day=meeting.held_on, meeting=meeting)
        for one in status.file.follow_ups:
            planned, held = one.planned_on, one.held_on
            if one.is_held and held is not None and first <= held <= last:
                yield CalendarMark(status=status, kind=MarkKind.HELD, day=held, follow_up=one)
            elif planned is not None and first <= planned <= last and is_waiting(one):
                kind = MarkKind.PLANNED
                yield CalendarMark(status=status, kind=kind, day=planned, at=one.planned_at, follow_up=one)


def _of_work(lines: Iterable[WorkLine], first: date, last: date) -> Iterator[CalendarMark]:
    """The dates of the list of work."""
    for line in lines:
        if line.day is None or not first <= line.day <= last or line.is_planned_in_time:
            continue
        kind, at = MarkKind.DEADLINE, line.at.time() if line.at else None
        if line.kind is WorkKind.FOLLOW_UPS:
            kind = MarkKind.DUE
        elif line.kind is WorkKind.PROMISES:
            kind = MarkKind.PROMISE
        meeting = line.about if isinstance(line.about, MeetingMark) else None
        if meeting is not None:
            kind, at = MarkKind.MEETING, meeting.planned_at
        planned = line.about.planned if isinstance(line.about, DueLine) else None
        yield CalendarMark(
            status=line.status, kind=kind, day=line.day, at=at, line=line, follow_up=planned, meeting=meeting
        )


def _names(day: date, catalogue: Catalogue) -> Names | None:
    named = (
        closed.names for closed in catalogue.closed_days(day) if (closed.month, closed.day) == (day.month, day.day)
    )
    return holidays(day.year).get(day) or next(named, None)


def _weight(mark: CalendarMark) -> tuple[time, int, tuple[str, str]]:
    return mark.at or time.max, _ORDER.index(mark.kind), sort_key(mark.status.short_name)
