"""What became of each due date: held on time, late, missed or dispensed. One definition for lists and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.catalogue import Catalogue
from app.core.clocks import MeasureClock, clocks
from app.core.interval import Interval
from app.core.records.case_file import CaseFile
from app.core.records.follow_up import Dispensation, FollowUpMark
from app.core.records.measure import Measure
from app.core.schedule import DueDate, Track, decided_rhythm, goal_after, held_follow_ups, law_after, lifted


class SlotState(StrEnum):
    """What became of a due date. `OPEN` is not held yet, and the rule's next date has not passed."""

    ON_TIME = "on-time"
    LATE = "late"
    MISSED = "missed"
    DISPENSED = "dispensed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One due date of a clock, the measure that ran then, and what became of it, with the follow-up that met it."""

    day: date
    track: Track
    state: SlotState
    measure_id: str
    follow_up: FollowUpMark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many due dates of a period met each fate; those still open stand outside."""

    on_time: int = 0
    late: int = 0
    missed: int = 0
    dispensed: int = 0

    @property
    def expected(self) -> int:
        """The due dates that had to be held: all but the dispensed."""
        return self.on_time + self.late + self.missed


def tally(slots: Iterable[Slot], start: date, end: date) -> Tally:
    """Count the due dates that fell in the period [start, end)."""
    states = [slot.state for slot in slots if start <= slot.day < end]
    return Tally(
        on_time=states.count(SlotState.ON_TIME),
        late=states.count(SlotState.LATE),
        missed=states.count(SlotState.MISSED),
        dispensed=states.count(SlotState.DISPENSED),
    )


def case_history(
    file: CaseFile, catalogue: Catalogue, today: date, *, since: date = date.min, track: Track = Track.GOAL
) -> tuple[Slot, ...]:
    """The due dates of a case on one track and what became of each; clocks that ended by `since` are left out.

    Closing a case ends its follow-ups also where a measure runs on: what was overdue then was missed.
    """
    return tuple(
        slot
        for clock in clocks(_until_closing(file), catalogue)
        if clock.end is None or clock.end > since
        for slot in history(clock, file.follow_ups, file.dispensations, catalogue, today, track=track)
    )


def history(
    clock: MeasureClock,
    follow_ups: Iterable[FollowUpMark],
    dispensations: Sequence[Dispensation],
    catalogue: Catalogue,
    today: date,
    *,
    track: Track = Track.GOAL,
) -> tuple[Slot, ...]:
    """Every due date of a clock up to the open one, and what became of it.

    Not held when the rule's next date has passed, or when the measure ended, is missed; a date on or after the end was
    never due. A taken-over case is counted from its last follow-up before it was kept here.
    """
    reader = _Reader(clock, dispensations, catalogue, today, track)
    anchor = clock.last_held_before
    met = [f for f in held_follow_ups(clock, follow_ups) if f.is_law or track is Track.GOAL]
    met = [f for f in met if anchor is None or (f.held_on and f.held_on > anchor)]
    slots: list[Slot] = []
    for at, follow_up in enumerate([*met, None]):
        slots += reader.stretch(anchor, decided_rhythm(met[:at]), follow_up)
        anchor = follow_up.held_on if follow_up else anchor
    return tuple(slots)


def _until_closing(file: CaseFile) -> Iterator[Measure]:
    closed = file.case.closed
    for measure in file.measures:
        runs_on = closed is not None and (measure.end is None or measure.end > closed)
        yield replace(measure, end=closed) if runs_on else measure


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the due dates between two follow-ups held."""

    clock: MeasureClock
    dispensations: Sequence[Dispensation]
    catalogue: Catalogue
    today: date
    track: Track

    def stretch(self, anchor: date | None, rhythm: Interval | None, met_by: FollowUpMark | None) -> Iterator[Slot]:
        """The due dates after `anchor`, until the follow-up that met the last of them or until today."""
        held = met_by.held_on if met_by else None
        due = self._after(anchor, rhythm)
        while due and not self._is_past_the_end(due.day):
            moved = self._put_off(replace(due, anchor=anchor or self.clock.start), held)
            if moved.day != due.day:
                yield self._slot(due.day, SlotState.DISPENSED)
                due = moved
                if self._is_past_the_end(due.day):
                    return
            following = self._after(due.day, rhythm)
            state = self._state(due.day, following.day if following else date.max, held)
            yield self._slot(due.day, state, met_by if state in (SlotState.ON_TIME, SlotState.LATE) else None)
            if state is not SlotState.MISSED:
                return
            due = following

    def _after(self, anchor: date | None, rhythm: Interval | None) -> DueDate | None:
        if self.track is Track.GOAL:
            return goal_after(self.clock, anchor, self.catalogue)
        return law_after(self.clock, anchor, rhythm, self.catalogue)

    def _put_off(self, due: DueDate, held: date | None) -> DueDate:
        """The date as the dispensations leave it that were granted while it was open, one after the other.

        A longer interval counts from the last one held, which is the anchor also where dates were missed since.
        """
        if self.track is Track.LAW or (held is not None and held <= due.day):
            return due
        while True:
            following = goal_after(self.clock, due.day, self.catalogue)
            last = min(day for day in (following and following.day, held, self.clock.end, date.max) if day)
            moved = lifted(due, self.clock, [leave for leave in self.dispensations if leave.granted_on <= last])
            if moved.day == due.day:
                return due
            due = moved

    def _state(self, day: date, following: date, held: date | None) -> SlotState:
        if held is not None:
            if held <= day:
                return SlotState.ON_TIME
            return SlotState.LATE if held <= following else SlotState.MISSED
        waits = self.today <= following and not self.clock.has_ended(self.today)
        return SlotState.OPEN if waits else SlotState.MISSED

    def _is_past_the_end(self, day: date) -> bool:
        return self.clock.end is not None and day >= self.clock.end

    def _slot(self, day: date, state: SlotState, follow_up: FollowUpMark | None = None) -> Slot:
        return Slot(
            day=day, track=self.track, state=state, measure_id=self.clock.measure_on(day).id, follow_up=follow_up
        )
