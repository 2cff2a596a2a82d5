"""Keeps the plans of siblings in step: the wording they share is written to all of them in one write."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.joint_plan import WORDING
from app.core.records.person import Person
from app.core.records.plan import Plan
from app.models.base import Row
from app.models.case import CaseRow
from app.models.joint_plan import JointGoalRow, JointMemberRow
from app.models.mapping import to_record
from app.models.person import PersonRow
from app.models.plan import GoalRow, PlanRow
from app.services import rows


def keep_in_step(session: Session, record: Plan, today: date) -> frozenset[str]:
    """Carry what a plan shares over to its siblings' plans; the cases that were touched.

    A closed or struck out case stays as it is, and so does the plan of a child with a protected address: what is
    written in one case is not carried to where somebody may read it who must not find the child.
    """
    own = session.scalars(select(JointMemberRow).where(JointMemberRow.plan_id == record.id)).first()
    if own is None or not goes_on(session, record.case_id, today):
        return frozenset()
    goals = {goal.id: goal for goal in record.goals}
    of_own = select(JointGoalRow).where(JointGoalRow.goal_id.in_(goals))
    shared = {row.shared_id: goals[row.goal_id] for row in session.scalars(of_own)}
    touched = set()
    others = (JointMemberRow.joint_id == own.joint_id, JointMemberRow.plan_id != record.id)
    for member in session.scalars(select(JointMemberRow).where(*others)):
        plan = rows.get(session, PlanRow, member.plan_id)
        if not goes_on(session, plan.case_id, today):
            continue
        parts = {"purpose": own.shares_purpose, "family_support": own.shares_support}
        changed = [_carry(record, plan, [name for name, is_shared in parts.items() if is_shared])]
        alike = (
            select(GoalRow, JointGoalRow.shared_id)
            .join(JointGoalRow, JointGoalRow.goal_id == GoalRow.id)
            .where(GoalRow.plan_id == plan.id, JointGoalRow.shared_id.in_(shared))
        )
        changed += [_carry(shared[shared_id], row, WORDING) for row, shared_id in session.execute(alike)]
        if any(changed):
            touched.add(plan.case_id)
    return frozenset(touched)


def goes_on(session: Session, case_id: str, today: date) -> bool:
    """Whether a case takes part in what siblings share: open, not struck out, the child without protection today."""
    case = rows.get(session, CaseRow, case_id)
    child = to_record(rows.get(session, PersonRow, case.person_id), Person)
    return case.closed is None and case.voided_on is None and not child.is_protected(today)


def forget_shared(session: Session, goal_id: str) -> None:
    """A goal that leaves its plan shares nothing any more."""
    for row in rows.where(session, JointGoalRow, JointGoalRow.goal_id, goal_id):
        session.delete(row)


def _carry(source: object, row: Row, names: list[str] | tuple[str, ...]) -> bool:
    """Set these fields as they are in `source`; whether any was different."""
    different = [name for name in names if getattr(row, name) != getattr(source, name)]
    for name in different:
        setattr(row, name, getattr(source, name))
    return bool(different)
