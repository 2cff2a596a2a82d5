"""What goes into a calendar file for Outlook and others: one event for each date of the list of work, without names.

An event keeps its identity through every export, so that a second import updates it. What was exported before and is
gone since is exported once more as cancelled, until a month after its day.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.core.deadlines import Deadline
from app.core.records.leader_remark import LeaderRemark
from app.core.records.meeting import MeetingMark
from app.core.records.person import Person
from app.core.work_list import WorkKind, WorkLine

_SPACE = uuid.UUID("6f0f1a54-6a3f-4e0e-9a43-5b3f6d2c8e11")
_FIRST_MINUTE = datetime(2020, 1, 1, tzinfo=UTC)
_KEPT_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEvent:
    """An event as it was last exported: no name, no word of a case. `scope` is the case of a family's file, or ""."""

    uid: str
    scope: str
    day: date
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """An all-day event. `line` is what it stands for, None for a cancelled one, whose text is not known any more."""

    uid: str
    day: date
    line: WorkLine | None = None

    @property
    def is_planned(self) -> bool:
        """Whether its day is one that was planned, and not only the due date."""
        line = self.line
        return line is not None and (isinstance(line.about, MeetingMark) or self.day == line.planned_ahead_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """A calendar file's contents. `sequence` rises from export to export."""

    scope: str
    sequence: int
    events: tuple[CalendarEvent, ...]

    @property
    def exported(self) -> tuple[ExportedEvent, ...]:
        """What to remember of it."""
        return tuple(
            ExportedEvent(uid=event.uid, scope=self.scope, day=event.day, cancelled=event.line is None)
            for event in self.events
        )


def calendar_file(
    lines: Iterable[WorkLine], before: Iterable[ExportedEvent], now: datetime, *, scope: str = ""
) -> CalendarFile:
    """The file of all cases, or with `scope` of that case alone for its family; promises are others' and left out, and
    what the team leader asked for is no family's.

    `before` is what was exported of the same scope. A follow-up stands on the day it is planned for, else, and
    where that day has passed, on its due date.
    """
    wanted = {
        event.uid: event
        for line in lines
        if scope in ("", line.status.case_id) and (event := _event(line, scope)) is not None
    }
    return CalendarFile(
        scope=scope,
        sequence=sequence_at(now),
        events=(*sorted(wanted.values(), key=lambda event: event.day), *_gone(before, wanted, now.date())),
    )


def sequence_at(now: datetime) -> int:
    """The SEQUENCE of an export: whole minutes since 2020, in UTC. It rises also after a backup was restored."""
    return int((now - _FIRST_MINUTE).total_seconds() // 60)


def initials(person: Person) -> str:
    """ "A.K.": what a calendar that others may see says of a child."""
    return "".join(f"{name[0].upper()}." for name in (person.first_name, person.last_name) if name)


def _event(line: WorkLine, scope: str) -> CalendarEvent | None:
    if line.day is None or line.kind is WorkKind.PROMISES or (scope and line.kind is WorkKind.REMARKS):
        return None
    return CalendarEvent(uid=_uid(scope, *_subject(line)), day=line.planned_ahead_on or line.day, line=line)


def _subject(line: WorkLine) -> tuple[str, ...]:
    """What an event is about, whatever its day: a case's next follow-up, a deadline of one record."""
    if isinstance(line.about, Deadline):
        age = str(line.about.values.get("age", ""))
        return line.status.case_id, line.about.kind, line.about.record_id, age, str(line.about.values.get("mark", ""))
    if isinstance(line.about, LeaderRemark | MeetingMark):
        return line.status.case_id, line.kind, line.about.id
    return line.status.case_id, line.kind


def _uid(scope: str, *subject: str) -> str:
    """The same for the same subject for ever, and nothing can be read from it."""
    return f"{uuid.uuid5(_SPACE, ' '.join((scope, *subject)))}@forlaens"


def _gone(
    before: Iterable[ExportedEvent], wanted: Mapping[str, CalendarEvent], today: date
) -> tuple[CalendarEvent, ...]:
    return tuple(
        CalendarEvent(uid=one.uid, day=one.day)
        for one in sorted(before, key=lambda one: (one.day, one.uid))
        if one.uid not in wanted and one.day + _KEPT_AFTER >= today
    )
