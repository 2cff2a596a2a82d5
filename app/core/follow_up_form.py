"""What the form of a follow-up knows: which measures it covers, and what it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.catalogue import Catalogue
from app.core.clocks import MeasureClock, clocks
from app.core.follow_up_state import F, next_planned
from app.core.interval import Interval
from app.core.records.case_file import CaseFile
from app.core.records.follow_up import Dispensation, FollowUp, FollowUpMark
from app.core.records.measure import Measure
from app.core.schedule import (
    CaseSchedule,
    DueDates,
    case_schedule,
    decided_rhythm,
    due_dates,
    goal_after,
    held_follow_ups,
    law_rule_key,
)
from app.core.working_days import suggested_working_day


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmQuestion:
    """The rhythm that barnets lov § 95 leaves to a decision: the one decided `before`, and the programme's own."""

    before: Interval | None
    programme: Interval | None


def covered_on(measures: Iterable[Measure], day: date, today: date) -> tuple[Measure, ...]:
    """The measures a follow-up on a day can cover; the day a measure ends belongs to it still.

    Where none ran that day, those of today, so that the form can say what is wrong with the day.
    """
    known = [measure for measure in measures if measure.voided_on is None]
    then = tuple(m for m in known if m.start <= day and (m.end is None or day <= m.end))
    return then or tuple(m for m in known if m.runs_on(today))


def schedule_with(file: CaseFile, record: FollowUp, catalogue: Catalogue, today: date) -> CaseSchedule:
    """The due dates that a case would have if `record` were saved."""
    others = [f for f in file.follow_ups if f.id != record.id]
    return case_schedule(file.measures, [*others, record], file.dispensations, catalogue, today)


def dues_with(file: CaseFile, leave: Dispensation, catalogue: Catalogue, today: date) -> DueDates | None:
    """The due dates of a measure as a dispensation would leave them, were it saved; None where the measure is over."""
    others = [d for d in file.dispensations if d.id != leave.id]
    running = (clock for clock in clocks(file.measures, catalogue) if not clock.has_ended(today))
    mine = (clock for clock in running if leave.measure_id in clock.ids)
    return next((due_dates(clock, file.follow_ups, [*others, leave], catalogue) for clock in mine), None)


def planned_after(file: CaseFile, record: FollowUp, catalogue: Catalogue, today: date) -> FollowUp | None:
    """The follow-up to plan next once `record` is held: on the suggested working day, at the same place.

    None where no date follows, or where one is planned already for a later day.
    """
    if record.held_on is None or planned_later(file.follow_ups, record) is not None:
        return None
    due = schedule_with(file, record, catalogue, today).next
    if due is None:
        return None
    day = suggested_working_day(due.day, today, catalogue.is_closed)
    ids = tuple(measure.id for measure in covered_on(file.measures, day, today))
    return FollowUp(case_id=record.case_id, planned_on=day, planned_place=record.place, measure_ids=ids)


def planned_later(follow_ups: Iterable[F], record: FollowUpMark) -> F | None:
    """The first follow-up that waits for a day after `record` was held."""
    held = record.held_on
    if held is None:
        return None
    others = (f for f in follow_ups if f.id != record.id and f.planned_on is not None and f.planned_on > held)
    return next_planned(others)


def to_take_up(follow_ups: Iterable[FollowUp], record: FollowUp) -> str:
    """The open questions of a follow-up: its own, else, while it waits, those that the last one held has left."""
    if record.open_questions or record.held_on is not None:
        return record.open_questions
    held = [f for f in follow_ups if f.is_held and f.id != record.id]
    return max(held, key=lambda f: f.held_on or date.min).open_questions if held else ""


def undecided_at(file: CaseFile, catalogue: Catalogue, today: date) -> FollowUpMark | None:
    """The follow-up at which a rhythm that is missing (barnets lov § 95) can still be decided: the last one held that
    the law leaves it to. None where it waits for the next follow-up.
    """
    schedule = case_schedule(file.measures, file.follow_ups, file.dispensations, catalogue, today)
    for clock in schedule.rhythm_missing:
        for held in reversed(held_follow_ups(clock, file.follow_ups)):
            if held.is_law and rhythm_question(file, held, catalogue) is not None:
                return held
    return None


def rhythm_question(file: CaseFile, record: FollowUpMark, catalogue: Catalogue) -> RhythmQuestion | None:
    """What to ask about the rhythm from now on; None where no rule leaves it to a decision at this follow-up."""
    if record.held_on is None:
        return None
    held = record.held_on
    for clock in _covered(file, record, catalogue):
        key = law_rule_key(clock, catalogue)
        if key is not None and catalogue.law_rule(key, held).then is None:
            goal = goal_after(clock, held, catalogue)
            earlier = [f for f in file.follow_ups if f.id != record.id and (f.held_on or date.max) <= held]
            by_law = [f for f in held_follow_ups(clock, earlier) if f.is_law]
            return RhythmQuestion(before=decided_rhythm(by_law), programme=goal.interval if goal else None)
    return None


def has_law(file: CaseFile, record: FollowUp, catalogue: Catalogue) -> bool:
    """Whether the law sets a date for any measure the follow-up covers."""
    return any(law_rule_key(clock, catalogue) is not None for clock in _covered(file, record, catalogue))


def covers_placement(file: CaseFile, record: FollowUp, catalogue: Catalogue) -> bool:
    """Whether the child lives away from home under a measure it covers: the custody holders are contacted then."""
    return any(clock.type.is_placement for clock in _covered(file, record, catalogue))


def _covered(file: CaseFile, record: FollowUpMark, catalogue: Catalogue) -> tuple[MeasureClock, ...]:
    ids = frozenset(record.measure_ids)
    return tuple(clock for clock in clocks(file.measures, catalogue) if clock.ids & ids)
