"""The status of a case on a day: everything shown of it, derived from its file by the one function there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from app.core.catalogue import Catalogue, LadderStep
from app.core.ladder import LadderMove, LadderWay, MoveKind, way
from app.core.records.case import SchoolFact
from app.core.records.case_file import CaseFile
from app.core.records.measure import Measure
from app.core.schedule import CaseSchedule, DueDate, case_schedule
from app.core.sorting import sort_key

SOON_DAYS = 7
"""A follow-up due within so many days is told apart from those that wait."""


class Urgency(StrEnum):
    """How near a due date is."""

    OVER = "over"
    SOON = "soon"
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStatus:
    """A case as the overview, the table, the case itself and the summary show it on `today`."""

    file: CaseFile
    today: date
    way: LadderWay
    schedule: CaseSchedule
    spoken_on: date | None
    contact_on: date | None

    @property
    def case_id(self) -> str:
        """The case's id."""
        return self.file.case.id

    @property
    def short_name(self) -> str:
        """First name and the initial of the last: "Alma K."; enough for the worker, little for a passer-by."""
        child = self.file.child
        initial = f"{child.last_name[0]}." if child.last_name else ""
        return f"{child.first_name} {initial}".strip()

    @property
    def step(self) -> LadderStep:
        """The step the child stands on."""
        return self.way.now.step

    @property
    def since(self) -> date:
        """Since when the child stands on this step."""
        return self.way.now.start

    @property
    def running(self) -> tuple[Measure, ...]:
        """The measures that run today, latest start first."""
        found = (m for m in self.file.measures if m.runs_on(self.today))
        return tuple(sorted(found, key=lambda m: m.start, reverse=True))

    @property
    def due(self) -> DueDate | None:
        """The next follow-up."""
        return self.schedule.next

    @property
    def last_move(self) -> LadderMove | None:
        """The latest move up or down; entry and exit are none."""
        moves = (m for m in reversed(self.way.moves) if m.kind in (MoveKind.UP, MoveKind.DOWN))
        return next(moves, None)

    @property
    def school(self) -> SchoolFact | None:
        """Where the child goes to school, day care or work."""
        day = self.today
        return next((f for f in reversed(self.file.school) if f.start <= day and (f.end is None or day < f.end)), None)

    @property
    def urgency(self) -> Urgency:
        """How near the next follow-up is."""
        return urgency(self.due, self.today)


def urgency(due: DueDate | None, today: date) -> Urgency:
    """How near a due date is: over from the day after it, soon within a week."""
    if due is None:
        return Urgency.NONE
    left = due.days_left(today)
    if left < 0:
        return Urgency.OVER
    return Urgency.SOON if left <= SOON_DAYS else Urgency.LATER


def case_status(file: CaseFile, catalogue: Catalogue, today: date) -> CaseStatus:
    """The status of a case on a day."""
    held = [f for f in file.follow_ups if f.is_held]
    talks = chain(file.spoken_on, (f.conversation_on for f in held if f.conversation_on))
    contacts = chain(file.contact_on, file.spoken_on, (f.held_on for f in held if f.held_on))
    return CaseStatus(
        file=file,
        today=today,
        way=way(file.measures, catalogue, today, opened=file.case.opened),
        schedule=case_schedule(file.measures, file.follow_ups, file.dispensations, catalogue, today),
        spoken_on=max((day for day in talks if day <= today), default=None),
        contact_on=max((day for day in contacts if day <= today), default=None),
    )


def by_urgency(statuses: Iterable[CaseStatus]) -> tuple[CaseStatus, ...]:
    """The cases with the earliest due date first, those without one last."""
    return tuple(sorted(statuses, key=lambda s: (s.due.day if s.due else date.max, sort_key(s.short_name))))


def short_names(statuses: Iterable[CaseStatus]) -> dict[str, str]:
    """What to call each case in a list, by its id: "Alma K.", or the full name where two would be called the same."""
    known = list(statuses)
    times = Counter(status.short_name for status in known)
    return {s.case_id: s.short_name if times[s.short_name] == 1 else s.file.child.name for s in known}
