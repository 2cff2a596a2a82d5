"""All that a case's status is derived from, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.records.assessment import Assessment, Notification
from app.core.records.case import Case, LimitException, SchoolFact
from app.core.records.decision import AccessRequest, Complaint, Decision
from app.core.records.follow_up import Agreement, Dispensation, FollowUpMark
from app.core.records.leader_remark import LeaderRemark
from app.core.records.measure import Measure
from app.core.records.meeting import MeetingMark
from app.core.records.person import Person
from app.core.records.plan import PlanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalMark:
    """A goal of the working plan as the status needs it: when it was last scored, and whether it is still worked on."""

    goal_id: str
    goal: str
    active: bool
    last_scored: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanIssue:
    """An issued plan as the deadlines need it: which plan, which number, when."""

    kind: PlanKind
    number: int
    issued_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case with its child and its events. `spoken_on` are the days the journal says the child was spoken with,
    `supervised_on` those of supervision visits at which it was; struck out entries are left out of both.
    """

    case: Case
    child: Person
    measures: tuple[Measure, ...] = ()
    follow_ups: tuple[FollowUpMark, ...] = ()
    dispensations: tuple[Dispensation, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    meetings: tuple[MeetingMark, ...] = ()
    exceptions: tuple[LimitException, ...] = ()
    notifications: tuple[Notification, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    access_requests: tuple[AccessRequest, ...] = ()
    remarks: tuple[LeaderRemark, ...] = ()
    school: tuple[SchoolFact, ...] = ()
    spoken_on: tuple[date, ...] = ()
    contact_on: tuple[date, ...] = ()
    supervised_on: tuple[date, ...] = ()
    plans: tuple[PlanIssue, ...] = ()
    goals: tuple[GoalMark, ...] = ()
    map_drawn_on: date | None = None
    map_people: int = 0
    protected_people: tuple[Person, ...] = ()

    @property
    def plan_number(self) -> int | None:
        """The number of the plan issued last."""
        return self.plans[-1].number if self.plans else None

    @property
    def plan_issued_on(self) -> date | None:
        """The day the last plan was issued."""
        return self.plans[-1].issued_on if self.plans else None

    @property
    def last_exception(self) -> LimitException | None:
        """The team leader's last word on the case above the limit; of two asked for on one day the later one."""
        return max(reversed(self.exceptions), key=lambda exception: exception.asked_on, default=None)

    @property
    def breakdowns(self) -> int:
        """How many placements of the case broke down."""
        return sum(measure.breakdown is not None and measure.voided_on is None for measure in self.measures)
