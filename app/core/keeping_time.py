"""How the follow-ups kept time in a period: what became of each due date, by accounting group and by case.

Every number is the length of a list, so that each can be opened and read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.catalogue import AccountingGroup, Catalogue
from app.core.figures import Share
from app.core.records.follow_up import FollowUpMark
from app.core.schedule import Track
from app.core.schedule_history import Slot, Tally, case_history, tally
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


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDate:
    """A due date of a case and what became of it; `group_key` is the accounting group of the measure that ran then."""

    status: CaseStatus
    group_key: str
    slot: Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A follow-up of a case that was held, or excused, and the accounting groups of the measures it covers."""

    status: CaseStatus
    group_keys: frozenset[str]
    follow_up: FollowUpMark


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTime:
    """What a period brought: the due dates that fell in it, and the follow-ups held and excused in it."""

    dates: tuple[KeptDate, ...]
    held: tuple[Visit, ...]
    excused: tuple[Visit, ...]

    @property
    def tally(self) -> Tally:
        """The due dates by what became of them."""
        return tally((one.slot for one in self.dates), date.min, date.max)

    @property
    def spoken_with(self) -> Share:
        """Follow-ups held with a conversation with the child, of those held."""
        talked = sum(visit.follow_up.conversation_on is not None for visit in self.held)
        return Share(part=talked, whole=len(self.held))

    @property
    def is_empty(self) -> bool:
        """Whether the period brought nothing at all."""
        return not (self.dates or self.held or self.excused)


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
    visits = [visit for status in counted for visit in _visits(status, catalogue, start, end)]
    return KeptTime(
        dates=tuple(one for status in counted for one in _dates(status, catalogue, start, end, track)),
        held=tuple(visit for visit in visits if visit.follow_up.is_held),
        excused=tuple(visit for visit in visits if not visit.follow_up.is_held),
    )


def by_group(kept: KeptTime, catalogue: Catalogue, day: date) -> tuple[tuple[AccountingGroup, KeptTime], ...]:
    """The period apart for each accounting group, in their order; a visit that covers two groups stands in both."""
    return tuple(
        (
            group,
            KeptTime(
                dates=tuple(one for one in kept.dates if one.group_key == group.key),
                held=tuple(visit for visit in kept.held if group.key in visit.group_keys),
                excused=tuple(visit for visit in kept.excused if group.key in visit.group_keys),
            ),
        )
        for group in catalogue.groups(day)
    )


def by_case(kept: KeptTime) -> tuple[tuple[CaseStatus, KeptTime], ...]:
    """The period apart for each case that it brought something for, by name."""
    dated = {one.status.case_id: one.status for one in kept.dates}
    found = dated | {visit.status.case_id: visit.status for visit in (*kept.held, *kept.excused)}
    return tuple(
        (
            status,
            KeptTime(
                dates=tuple(one for one in kept.dates if one.status.case_id == status.case_id),
                held=tuple(visit for visit in kept.held if visit.status.case_id == status.case_id),
                excused=tuple(visit for visit in kept.excused if visit.status.case_id == status.case_id),
            ),
        )
        for status in sorted(found.values(), key=lambda status: sort_key(status.file.child.name))
    )


def _dates(status: CaseStatus, catalogue: Catalogue, start: date, end: date, track: Track) -> Iterator[KeptDate]:
    measures = {measure.id: measure for measure in status.file.measures}
    for slot in case_history(status.file, catalogue, status.today, since=start, track=track):
        if start <= slot.day < end:
            type_ = catalogue.measure_type(measures[slot.measure_id].type_key, slot.day)
            yield KeptDate(status=status, group_key=type_.group_key, slot=slot)


def _visits(status: CaseStatus, catalogue: Catalogue, start: date, end: date) -> Iterator[Visit]:
    measures = {measure.id: measure for measure in status.file.measures}
    for follow_up in status.file.follow_ups:
        day = follow_up.held_on or follow_up.excused_on
        if day is not None and follow_up.voided_on is None and start <= day < end:
            covered = (measures[measure_id] for measure_id in follow_up.measure_ids)
            groups = frozenset(catalogue.measure_type(m.type_key, day).group_key for m in covered)
            yield Visit(status=status, group_keys=groups, follow_up=follow_up)
