"""What the form of a follow-up knows: which measures it covers, and what it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.catalogue import Catalogue
from app.core.clocks import MeasureClock, clocks
from app.core.interval import Interval
from app.core.records.case_file import CaseFile
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure
from app.core.schedule import (
    CaseSchedule,
    case_schedule,
    decided_rhythm,
    goal_after,
    held_follow_ups,
    law_rule_key,
)


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


def rhythm_question(file: CaseFile, record: FollowUp, catalogue: Catalogue) -> RhythmQuestion | None:
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


def _covered(file: CaseFile, record: FollowUp, catalogue: Catalogue) -> tuple[MeasureClock, ...]:
    ids = frozenset(record.measure_ids)
    return tuple(clock for clock in clocks(file.measures, catalogue) if clock.ids & ids)
