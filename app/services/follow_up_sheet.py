"""What the form and the tab of follow-ups stand on, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.core.agreements import agreed_at
from app.core.catalogue import Catalogue
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.plan import Goal
from app.core.status import CaseStatus
from app.services.agreements import agreements_of_case
from app.services.caseload import status_of
from app.services.follow_ups import follow_ups_of_case
from app.services.plans import plan_of_case


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpSheet:
    """A case's status with its follow-ups whole, its goals and all that was ever agreed."""

    status: CaseStatus
    follow_ups: tuple[FollowUp, ...]
    goals: tuple[Goal, ...]
    agreements: tuple[Agreement, ...]

    def goals_for(self, record: FollowUp) -> tuple[Goal, ...]:
        """The goals to score at a follow-up: those worked on, and those it has scored already."""
        scored = {score.goal_id for score in record.scores}
        return tuple(goal for goal in self.goals if not goal.status.is_done or goal.id in scored)

    def agreed_at(self, record: FollowUp) -> tuple[Agreement, ...]:
        """What was agreed at a follow-up, the earliest first, without a day last."""
        return agreed_at(self.agreements, record)


def follow_up_sheet(session: Session, case_id: str, catalogue: Catalogue, today: date) -> FollowUpSheet:
    """The sheet of one case; raises `NotFound`."""
    plan = plan_of_case(session, case_id)
    return FollowUpSheet(
        status=status_of(session, case_id, catalogue, today),
        follow_ups=follow_ups_of_case(session, case_id),
        goals=plan.goals if plan else (),
        agreements=agreements_of_case(session, case_id),
    )
