"""All that a case's status is derived from, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.records.case import Case, LimitException, SchoolFact
from app.core.records.follow_up import Agreement, Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.records.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalMark:
    """A goal of the working plan as the status needs it: when it was last scored, and whether it is still worked on."""

    goal_id: str
    goal: str
    active: bool
    last_scored: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case with its child and its events. `spoken_on` are the days the journal says the child was spoken with."""

    case: Case
    child: Person
    measures: tuple[Measure, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    dispensations: tuple[Dispensation, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    exceptions: tuple[LimitException, ...] = ()
    school: tuple[SchoolFact, ...] = ()
    spoken_on: tuple[date, ...] = ()
    contact_on: tuple[date, ...] = ()
    plan_number: int | None = None
    plan_issued_on: date | None = None
    goals: tuple[GoalMark, ...] = ()
    map_drawn_on: date | None = None
    map_people: int = 0
    protected_people: tuple[Person, ...] = ()

    @property
    def last_exception(self) -> LimitException | None:
        """The team leader's last word on the case above the limit; of two asked for on one day the later one."""
        return max(reversed(self.exceptions), key=lambda exception: exception.asked_on, default=None)

    @property
    def breakdowns(self) -> int:
        """How many placements of the case broke down."""
        return sum(measure.breakdown is not None and measure.voided_on is None for measure in self.measures)
