"""One list by urgency of what there is to do in all cases: follow-ups, deadlines, network meetings, promises.

Every list, number, drawing and file that says what is due is made from this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import chain

from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind, deadlines
from app.core.follow_up_state import next_planned
from app.core.meeting_state import waiting_meetings
from app.core.records.follow_up import Agreement, FollowUpMark
from app.core.records.leader_remark import LeaderRemark
from app.core.records.meeting import MeetingMark
from app.core.schedule import CaseSchedule, DueDate, DueDates, Track
from app.core.sorting import sort_key
from app.core.status import SOON_DAYS, CaseStatus, Urgency

_WEEK = timedelta(days=7)
_DAY_END = datetime.max.replace(tzinfo=UTC)


class DueGroup(StrEnum):
    """The groups of the list, in their order. A week ends on Sunday, as Danish calendars count."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this-week"
    NEXT_WEEK = "next-week"
    LATER = "later"


class WorkKind(StrEnum):
    """What the list can be narrowed to."""

    FOLLOW_UPS = "follow-ups"
    ASSESSMENTS = "assessments"
    PLANS = "plans"
    SUPERVISION = "supervision"
    YOUNG = "young"
    COMPLAINTS = "complaints"
    ENDINGS = "endings"
    MEETINGS = "meetings"
    REMARKS = "remarks"
    PROMISES = "promises"


KINDS = {
    DeadlineKind.NOTIFICATION: WorkKind.ASSESSMENTS,
    DeadlineKind.ASSESSMENT: WorkKind.ASSESSMENTS,
    DeadlineKind.ASSESSMENT_MAP: WorkKind.ASSESSMENTS,
    DeadlineKind.PLAN: WorkKind.PLANS,
    DeadlineKind.PLAN_CHOICE: WorkKind.PLANS,
    DeadlineKind.YOUTH_PLAN: WorkKind.YOUNG,
    DeadlineKind.YOUTH_SUPPORT: WorkKind.YOUNG,
    DeadlineKind.AGE: WorkKind.YOUNG,
    DeadlineKind.SUPERVISION: WorkKind.SUPERVISION,
    DeadlineKind.REASSESSMENT: WorkKind.COMPLAINTS,
    DeadlineKind.FILE_ACCESS: WorkKind.COMPLAINTS,
    DeadlineKind.PROTECTION: WorkKind.ENDINGS,
    DeadlineKind.DISPENSATION: WorkKind.ENDINGS,
    DeadlineKind.STAY: WorkKind.ENDINGS,
}
"""The kind of work of every deadline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """A case's next follow-up: the due date it stands under, the clock of that date, and what is planned."""

    dues: DueDates
    due: DueDate
    planned: FollowUpMark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """One line. `day` is the last day in time, None for a promise without one; `at` the moment where a clock counts.

    `track` is whose date it is, None for a promise or a meeting. `about` is what is to be done.
    """

    status: CaseStatus
    kind: WorkKind
    day: date | None
    at: datetime | None = None
    track: Track | None
    group: DueGroup
    urgency: Urgency
    about: DueLine | Deadline | Agreement | LeaderRemark | MeetingMark

    @property
    def is_overdue(self) -> bool:
        """Whether it counts as overdue: a promise past its day does not, since others made most of them."""
        return self.group is DueGroup.OVERDUE and self.kind is not WorkKind.PROMISES

    @property
    def is_planned_in_time(self) -> bool:
        """Whether it is a follow-up that is planned on or before its day, and not for a day that has passed: then the
        plan says it all.
        """
        planned_on = self.planned_ahead_on
        return planned_on is not None and self.day is not None and planned_on <= self.day

    @property
    def planned_ahead_on(self) -> date | None:
        """The day a follow-up is planned for, None where it is not planned or that day passed without it being held."""
        planned = self.about.planned if isinstance(self.about, DueLine) else None
        if planned is None or planned.planned_on is None or planned.planned_on < self.status.today:
            return None
        return planned.planned_on

    @property
    def key(self) -> str:
        """Tells the line apart from every other, also when the list is made anew."""
        about = self.about
        match about:
            case Deadline():
                return f"{self.status.case_id} {about.kind} {about.record_id} {about.day}"
            case Agreement() | LeaderRemark() | MeetingMark():
                return f"{self.status.case_id} {self.kind} {about.id}"
            case _:
                return f"{self.status.case_id} {self.kind}"


def work_list(statuses: Iterable[CaseStatus], catalogue: Catalogue, now: datetime) -> tuple[WorkLine, ...]:
    """What there is to do in these cases, the most urgent first, then by name; `now` is aware local time.

    A follow-up stands under the earlier of its two dates. A closed case has its complaints and requests for access to
    the file alone. Promises without a day come last.
    """
    lines = chain.from_iterable(_lines(status, catalogue, now) for status in statuses)
    return tuple(sorted(lines, key=_order))


def narrowed(
    lines: Iterable[WorkLine],
    now: datetime,
    *,
    kind: WorkKind | None = None,
    step_key: str = "",
    law_only: bool = False,
) -> tuple[WorkLine, ...]:
    """The lines of one kind, of one step, or those that the law sets alone: follow-ups then stand under its date."""
    found = (line for line in lines if kind in (None, line.kind) and step_key in ("", line.status.step.key))
    if not law_only:
        return tuple(found)
    return tuple(sorted((by_law for line in found if (by_law := _by_law(line, now))), key=_order))


def overdue(lines: Iterable[WorkLine]) -> int:
    """How many lines are over their day or moment, promises left out."""
    return sum(line.is_overdue for line in lines)


def group_of(day: date, today: date) -> DueGroup:
    """The group of a due date."""
    if day <= today:
        return DueGroup.OVERDUE if day < today else DueGroup.TODAY
    monday = today - timedelta(days=today.weekday())
    if day < monday + _WEEK:
        return DueGroup.THIS_WEEK
    return DueGroup.NEXT_WEEK if day < monday + 2 * _WEEK else DueGroup.LATER


def _lines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[WorkLine]:
    if status.file.case.is_open(now.date()):
        due = _earliest(status.schedule, None)
        if due:
            yield _follow_up(status, due, now)
        for meeting in waiting_meetings(status.file.meetings):
            yield _line(status, WorkKind.MEETINGS, meeting, now, day=meeting.planned_on)
        for promise in status.file.agreements:
            if promise.settled_on is None:
                yield _line(status, WorkKind.PROMISES, promise, now, day=promise.due)
        for remark in status.file.remarks:
            if remark.is_open and remark.due is not None:
                yield _line(status, WorkKind.REMARKS, remark, now, day=remark.due)
    for one in deadlines(status, catalogue, now):
        yield _line(status, KINDS[one.kind], one, now, day=one.day, at=one.at, track=one.track)


def _follow_up(status: CaseStatus, found: tuple[DueDates, DueDate], now: datetime) -> WorkLine:
    dues, due = found
    about = DueLine(dues=dues, due=due, planned=next_planned(status.file.follow_ups))
    return _line(status, WorkKind.FOLLOW_UPS, about, now, day=due.day, track=due.track)


def _line(
    status: CaseStatus,
    kind: WorkKind,
    about: DueLine | Deadline | Agreement | LeaderRemark | MeetingMark,
    now: datetime,
    *,
    day: date | None,
    at: datetime | None = None,
    track: Track | None = None,
) -> WorkLine:
    group, urgency = DueGroup.LATER, Urgency.NONE
    if day is not None:
        is_past = at is not None and at < now
        group = DueGroup.OVERDUE if is_past else group_of(day, now.date())
        is_soon = (day - now.date()).days <= SOON_DAYS
        urgency = Urgency.OVER if group is DueGroup.OVERDUE else Urgency.SOON if is_soon else Urgency.LATER
    return WorkLine(status=status, kind=kind, day=day, at=at, track=track, group=group, urgency=urgency, about=about)


def _by_law(line: WorkLine, now: datetime) -> WorkLine | None:
    if line.kind is not WorkKind.FOLLOW_UPS:
        return line if line.track is Track.LAW else None
    found = _earliest(line.status.schedule, Track.LAW)
    return _follow_up(line.status, found, now) if found else None


def _order(line: WorkLine) -> tuple[date, datetime, tuple[str, str]]:
    """By day; on one day what the clock counts first, since it may be over before the day is."""
    return line.day or date.max, line.at or _DAY_END, sort_key(line.status.short_name)


def _earliest(schedule: CaseSchedule, track: Track | None) -> tuple[DueDates, DueDate] | None:
    """The clock that is due first and its date, on one track or (None) on either."""
    found = ((dues, _on(dues, track)) for dues in schedule.clocks)
    known = ((dues, due) for dues, due in found if due is not None)
    return min(known, key=lambda pair: pair[1].day, default=None)


def _on(dues: DueDates, track: Track | None) -> DueDate | None:
    return dues.next if track is None else dues.law
