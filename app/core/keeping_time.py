"""How the follow-ups kept time in a period: what became of each due date, by accounting group and by case.

Every number is the length of a list, so that each can be opened and read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.core.catalogue import AccountingGroup, Catalogue
from app.core.figures import Share
from app.core.records.follow_up import FollowUpMark
from app.core.records.measure import Measure
from app.core.schedule import Track
from app.core.schedule_history import Slot, SlotState, case_history
from app.core.sorting import sort_key
from app.core.status import CaseStatus


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """A calendar half-year: 1 from January, 2 from July."""

    year: int
    half: int

    @classmethod
    def of(cls, day: date) -> HalfYear:
        """The half-year a day lies in."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def end(self) -> date:
        """The first day after it."""
        return date(self.year, 7, 1) if self.half == 1 else date(self.year + 1, 1, 1)

    @property
    def before(self) -> HalfYear:
        """The half-year before."""
        return HalfYear(self.year - 1, 2) if self.half == 1 else HalfYear(self.year, 1)


class Count(StrEnum):
    """What is counted. `EXPECTED` are the due dates that had to be held: all that were met or missed."""

    EXPECTED = "expected"
    ON_TIME = "on-time"
    LATE = "late"
    MISSED = "missed"
    DISPENSED = "dispensed"
    EXCUSED = "excused"
    HELD = "held"
    SPOKEN = "spoken"


_STATES = {
    Count.EXPECTED: (SlotState.ON_TIME, SlotState.LATE, SlotState.MISSED),
    Count.ON_TIME: (SlotState.ON_TIME,),
    Count.LATE: (SlotState.LATE,),
    Count.MISSED: (SlotState.MISSED,),
    Count.DISPENSED: (SlotState.DISPENSED,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDate:
    """A due date of a case and what became of it; `group_key` is the accounting group of its measure."""

    status: CaseStatus
    group_key: str
    slot: Slot

    @property
    def day(self) -> date:
        """The day it was due."""
        return self.slot.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A follow-up of a case that was held, or excused, and the accounting groups of the measures it covers."""

    status: CaseStatus
    group_keys: frozenset[str]
    follow_up: FollowUpMark
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTime:
    """What a period brought: the due dates that fell in it, and the follow-ups held and excused in it."""

    dates: tuple[KeptDate, ...]
    visits: tuple[Visit, ...]

    def listed(self, what: Count) -> tuple[KeptDate | Visit, ...]:
        """What a number counts, by day."""
        return tuple(sorted(self._listed(what), key=lambda one: one.day))

    def count(self, what: Count) -> int:
        """How many there are of it."""
        return sum(1 for _ in self._listed(what))

    @property
    def spoken_with(self) -> Share:
        """Follow-ups held with a conversation with the child, of those held."""
        return Share(part=self.count(Count.SPOKEN), whole=self.count(Count.HELD))

    @property
    def is_empty(self) -> bool:
        """Whether the period brought nothing at all."""
        return not (self.dates or self.visits)

    def _listed(self, what: Count) -> Iterator[KeptDate | Visit]:
        if what in _STATES:
            yield from (one for one in self.dates if one.slot.state in _STATES[what])
            return
        for visit in self.visits:
            held, talked = visit.follow_up.is_held, visit.follow_up.conversation_on is not None
            if held != (what is Count.EXCUSED) and (talked or what is not Count.SPOKEN):
                yield visit


def keeping_time(
    statuses: Iterable[CaseStatus],
    catalogue: Catalogue,
    start: date,
    end: date,
    today: date,
    *,
    track: Track = Track.GOAL,
) -> KeptTime:
    """What the period [start, end) brought, up to today; voided cases are left out, closed ones count to their closing.

    A missed date stays missed after its measure or case was closed.
    """
    counted = [status for status in statuses if status.file.case.voided_on is None]
    end = min(end, today + timedelta(days=1))
    return KeptTime(
        dates=tuple(one for status in counted for one in _dates(status, catalogue, start, end, track)),
        visits=tuple(visit for status in counted for visit in _visits(status, catalogue, start, end)),
    )


def by_group(kept: KeptTime, catalogue: Catalogue, day: date) -> tuple[tuple[AccountingGroup, KeptTime], ...]:
    """The period apart for each accounting group, in their order; a visit that covers two groups stands in both."""
    return tuple(
        (
            group,
            KeptTime(
                dates=tuple(one for one in kept.dates if one.group_key == group.key),
                visits=tuple(visit for visit in kept.visits if group.key in visit.group_keys),
            ),
        )
        for group in catalogue.groups(day)
    )


def by_case(kept: KeptTime) -> tuple[tuple[CaseStatus, KeptTime], ...]:
    """The period apart for each case that it brought something for, by name."""
    dated = {one.status.case_id: one.status for one in kept.dates}
    found = dated | {visit.status.case_id: visit.status for visit in kept.visits}
    return tuple(
        (
            status,
            KeptTime(
                dates=tuple(one for one in kept.dates if one.status.case_id == status.case_id),
                visits=tuple(visit for visit in kept.visits if visit.status.case_id == status.case_id),
            ),
        )
        for status in sorted(found.values(), key=lambda status: sort_key(status.file.child.name))
    )


def _dates(status: CaseStatus, catalogue: Catalogue, start: date, end: date, track: Track) -> Iterator[KeptDate]:
    measures = {measure.id: measure for measure in status.file.measures}
    for slot in case_history(status.file, catalogue, status.today, since=start, track=track):
        if start <= slot.day < end and slot.state is not SlotState.OPEN:
            yield KeptDate(status=status, group_key=_group(measures[slot.measure_id], catalogue), slot=slot)


def _visits(status: CaseStatus, catalogue: Catalogue, start: date, end: date) -> Iterator[Visit]:
    measures = {measure.id: measure for measure in status.file.measures}
    for follow_up in status.file.follow_ups:
        day = follow_up.held_on or follow_up.excused_on
        if day is not None and follow_up.voided_on is None and start <= day < end:
            groups = frozenset(_group(measures[measure_id], catalogue) for measure_id in follow_up.measure_ids)
            yield Visit(status=status, group_keys=groups, follow_up=follow_up, day=day)


def _group(measure: Measure, catalogue: Catalogue) -> str:
    return catalogue.measure_type(measure.type_key, measure.start).group_key
