"""When the next follow-up is due: the programme's goal and the law's deadline side by side, derived from events.

Nothing here is stored: start, follow-ups held, dispensations and end decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.catalogue import Catalogue
from app.core.clocks import MeasureClock, clocks
from app.core.interval import Interval, Unit
from app.core.names import Names
from app.core.records.follow_up import Dispensation, FollowUpMark
from app.core.records.measure import Measure

_YEAR = Interval(12, Unit.MONTHS)


class Track(StrEnum):
    """Whose date it is."""

    GOAL = "goal"
    LAW = "law"


class Basis(StrEnum):
    """Why a due date is where it is."""

    FIRST = "first"
    REGULAR = "regular"
    FIRST_YEAR = "first-year"
    LATER_YEARS = "later-years"
    DECIDED = "decided"
    AT_LEAST = "at-least"
    LONGER_INTERVAL = "longer-interval"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """A due date and how it came about: `interval` after `anchor`, the start or the last follow-up held.

    `rule_names` names the schedule or the law. `until` is the end of the dispensation that moved the date.
    """

    day: date
    track: Track
    basis: Basis
    anchor: date
    interval: Interval
    rule_key: str
    rule_names: Names
    until: date | None = None

    def days_left(self, today: date) -> int:
        """Days until it is due, 0 today, negative when it is over."""
        return (self.day - today).days


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDates:
    """The two open due dates of one clock; None where no rule sets one.

    `rhythm_missing`: barnets lov § 95 rules, but the first follow-up decided no rhythm, and none is invented.
    """

    clock: MeasureClock
    goal: DueDate | None
    law: DueDate | None
    rhythm_missing: bool = False

    @property
    def next(self) -> DueDate | None:
        """The earlier of the two; the programme's goal where they fall together."""
        return min((due for due in (self.goal, self.law) if due), key=lambda due: due.day, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSchedule:
    """The due dates of all running clocks of a case, the earliest first."""

    clocks: tuple[DueDates, ...]

    @property
    def leading(self) -> DueDates | None:
        """The clock whose date comes first, if any has one."""
        return self.clocks[0] if self.clocks and self.clocks[0].next else None

    @property
    def next(self) -> DueDate | None:
        """The case's next follow-up."""
        return self.leading.next if self.leading else None

    def earliest(self, track: Track) -> DueDate | None:
        """The earliest date of the programme, or of the law."""
        found = (dues.goal if track is Track.GOAL else dues.law for dues in self.clocks)
        return min((due for due in found if due), key=lambda due: due.day, default=None)

    @property
    def rhythm_missing(self) -> tuple[MeasureClock, ...]:
        """The measures whose rhythm was not decided."""
        return tuple(dues.clock for dues in self.clocks if dues.rhythm_missing)


def case_schedule(
    measures: Iterable[Measure],
    follow_ups: Sequence[FollowUpMark],
    dispensations: Sequence[Dispensation],
    catalogue: Catalogue,
    today: date,
) -> CaseSchedule:
    """The schedule of one case; measures that have ended are left out, those that start later are in it."""
    running = [clock for clock in clocks(measures, catalogue) if not clock.has_ended(today)]
    dues = [due_dates(clock, follow_ups, dispensations, catalogue) for clock in running]
    return CaseSchedule(clocks=tuple(sorted(dues, key=lambda d: (d.next.day if d.next else date.max, d.clock.start))))


def due_dates(
    clock: MeasureClock,
    follow_ups: Iterable[FollowUpMark],
    dispensations: Iterable[Dispensation],
    catalogue: Catalogue,
) -> DueDates:
    """The open due dates of one clock. A date on or after its end is none."""
    held = held_follow_ups(clock, follow_ups)
    anchor = _latest(held, clock.last_held_before)
    goal = goal_after(clock, anchor, catalogue)
    goal = lifted(goal, clock, dispensations) if goal else None
    by_law = [follow_up for follow_up in held if follow_up.is_law]
    law_anchor = _latest(by_law, clock.last_held_before)
    rhythm = decided_rhythm(by_law)
    law = law_after(clock, law_anchor, rhythm, catalogue)
    missing = rhythm is None and law_anchor is not None and _leaves_rhythm_open(clock, law_anchor, catalogue)
    return DueDates(clock=clock, goal=_within(goal, clock), law=_within(law, clock), rhythm_missing=missing)


def held_follow_ups(clock: MeasureClock, follow_ups: Iterable[FollowUpMark]) -> list[FollowUpMark]:
    """The follow-ups of this clock that were held, in their order; none from before its start or after its end."""
    ids, last = clock.ids, clock.end or date.max
    mine = [f for f in follow_ups if f.is_held and f.held_on and clock.start <= f.held_on <= last]
    mine = [f for f in mine if not ids.isdisjoint(f.measure_ids)]
    return sorted(mine, key=lambda f: f.held_on or clock.start)


def goal_after(clock: MeasureClock, held: date | None, catalogue: Catalogue) -> DueDate | None:
    """The programme's next date after the last follow-up held, or after the start when none was (None).

    Within the first year the shorter rhythm serves dates up to and including the first anniversary of the start.
    """
    if clock.type.regime_key is None:
        return None
    anchor = held or clock.start
    regime = catalogue.regime(clock.type.regime_key, anchor)
    due = DueDate(
        day=regime.first.after(anchor),
        track=Track.GOAL,
        basis=Basis.FIRST,
        anchor=anchor,
        interval=regime.first,
        rule_key=regime.key,
        rule_names=regime.names,
    )
    if held is None:
        return due
    then, basis = regime.then, Basis.FIRST_YEAR if regime.after_first_year else Basis.REGULAR
    if regime.after_first_year and then.after(anchor) > _YEAR.after(clock.start):
        then, basis = regime.after_first_year, Basis.LATER_YEARS
    return replace(due, day=then.after(anchor), basis=basis, interval=then)


def law_after(clock: MeasureClock, held: date | None, rhythm: Interval | None, catalogue: Catalogue) -> DueDate | None:
    """The law's next date after the last follow-up held, or after the start when none was (None).

    The day counted from decides which law rules. Where the law leaves the rhythm to a decision, `rhythm` is what
    was decided; without it there is no date, unless the rule sets a minimum for placements.
    """
    key = law_rule_key(clock, catalogue)
    if key is None:
        return None
    anchor = held or clock.start
    rule = catalogue.law_rule(key, anchor)
    interval, basis = rule.first, Basis.FIRST
    if held is not None:
        decided = rule.then or rhythm
        least = rule.at_least if clock.type.is_placement else None
        if decided is None and least is None:
            return None
        interval = min((one for one in (decided, least) if one), key=lambda one: one.after(anchor))
        basis = Basis.REGULAR if rule.then else Basis.DECIDED
        if interval is not decided:
            basis = Basis.AT_LEAST
    return DueDate(
        day=interval.after(anchor),
        track=Track.LAW,
        basis=basis,
        anchor=anchor,
        interval=interval,
        rule_key=rule.key,
        rule_names=rule.names,
    )


def law_rule_key(clock: MeasureClock, catalogue: Catalogue) -> str | None:
    """The law's rule over a measure: that of the paragraph it names, else that of its type."""
    paragraph = catalogue.paragraph_called(clock.current.paragraph)
    return paragraph.law_rule_key if paragraph else clock.type.law_rule_key


def _leaves_rhythm_open(clock: MeasureClock, anchor: date, catalogue: Catalogue) -> bool:
    """Whether the law of that day leaves the rhythm of the follow-ups to a decision (barnets lov § 95)."""
    key = law_rule_key(clock, catalogue)
    return key is not None and catalogue.law_rule(key, anchor).then is None


def decided_rhythm(held: Iterable[FollowUpMark]) -> Interval | None:
    """The rhythm decided last, of follow-ups in their order."""
    return next((f.rhythm for f in reversed([*held]) if f.rhythm), None)


def lifted(due: DueDate, clock: MeasureClock, dispensations: Iterable[Dispensation]) -> DueDate:
    """The programme's date as the team leader's dispensations leave it; the law's deadline is never lifted.

    A longer interval counts from where the date counts from, but reaches neither past the end of the dispensation nor
    before the ordinary date. A pause lasts until its end.
    """
    latest = due
    for leave in dispensations:
        if leave.voided_on is not None or leave.measure_id not in clock.ids:
            continue
        if leave.interval is None:
            day, basis, interval = leave.valid_until, Basis.PAUSE, due.interval
        else:
            day = min(leave.interval.after(due.anchor), leave.valid_until)
            basis, interval = Basis.LONGER_INTERVAL, leave.interval
        if day > latest.day:
            latest = replace(due, day=day, basis=basis, interval=interval, until=leave.valid_until)
    return latest


def _latest(held: Sequence[FollowUpMark], before: date | None) -> date | None:
    last = held[-1].held_on if held else None
    return max((day for day in (last, before) if day), default=None)


def _within(due: DueDate | None, clock: MeasureClock) -> DueDate | None:
    return due if due and (clock.end is None or due.day < clock.end) else None
