"""The action plan of a case: one working draft, and the versions that were issued from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core import codec
from app.core.changes import Changes
from app.core.checks.plan import check_plan
from app.core.checks.texts import check_text
from app.core.errors import demand
from app.core.records.documents import PlanDocument
from app.core.records.plan import Goal, Plan, PlanVersion, SubGoal
from app.models.mapping import put, put_all, to_record
from app.models.plan import GoalRow, PlanRow, PlanVersionRow, SubGoalRow
from app.services import rows
from app.services.joint_step import forget_shared, keep_in_step


def plan_of_case(session: Session, case_id: str) -> Plan | None:
    """The plan a case is working on, or None where none was begun."""
    row = session.scalars(select(PlanRow).where(PlanRow.case_id == case_id)).first()
    if row is None:
        return None
    return to_record(row, Plan, goals=_goals(session, row.id, removed=False))


def removed_goals(session: Session, case_id: str) -> tuple[Goal, ...]:
    """The goals that were taken out of the plan, the latest first; one put into the plan again is none of them."""
    row = session.scalars(select(PlanRow).where(PlanRow.case_id == case_id)).first()
    return _goals(session, row.id, removed=True) if row is not None else ()


def save_plan(session: Session, record: Plan, today: date) -> Changes:
    """Keep the working plan, and what it shares with the plans of siblings in theirs; raises `Invalid`.

    A goal taken out keeps its row: its curve is not lost, and it can be put back: see `removed_goals`.
    """
    demand(check_plan(record))
    put(session, PlanRow, record)
    kept = {goal.id for goal in record.goals}
    for row in rows.where(session, GoalRow, GoalRow.plan_id, record.id):
        if row.id not in kept:
            _take_out(session, row)
    there = _steps(session, kept)
    for position, goal in enumerate(record.goals):
        put(session, GoalRow, goal, plan_id=record.id, position=position, removed=False)
        put_all(session, SubGoalRow, there[goal.id], goal.sub_goals, goal_id=goal.id)
    return Changes("plan-saved", case_ids=frozenset({record.case_id}) | keep_in_step(session, record, today))


def versions_of_case(session: Session, case_id: str) -> tuple[PlanVersion, ...]:
    """The issued versions, latest first."""
    found = rows.where(session, PlanVersionRow, PlanVersionRow.case_id, case_id)
    return tuple(sorted((to_record(row, PlanVersion) for row in found), key=lambda v: -v.number))


def next_number(session: Session, case_id: str) -> int:
    """The number the next issued version gets."""
    last = session.scalar(select(func.max(PlanVersionRow.number)).where(PlanVersionRow.case_id == case_id))
    return (last or 0) + 1


def issue_plan(session: Session, case_id: str, document: PlanDocument, issued_on: date, given_to: str) -> Changes:
    """Freeze a plan as its next numbered version; `document.number` must be that number. Raises `Invalid`."""
    demand(check_text("given_to", given_to))
    number = next_number(session, case_id)
    if document.number != number:
        raise ValueError(f"version {document.number} was prepared, {number} is next")
    version = PlanVersion(
        case_id=case_id,
        number=number,
        kind=document.kind,
        issued_on=issued_on,
        given_to=given_to,
        document=codec.to_text(document),
    )
    put(session, PlanVersionRow, version)
    return Changes("plan-issued", case_ids=frozenset({case_id}))


def _goals(session: Session, plan_id: str, *, removed: bool) -> tuple[Goal, ...]:
    of_plan = select(GoalRow).where(GoalRow.plan_id == plan_id, GoalRow.removed.is_(removed))
    order = (GoalRow.changed_at.desc(), GoalRow.position) if removed else (GoalRow.position,)
    goals = session.scalars(of_plan.order_by(*order)).all()
    there = _steps(session, {goal.id for goal in goals})
    return tuple(
        to_record(goal, Goal, sub_goals=tuple(to_record(row, SubGoal) for row in there[goal.id])) for goal in goals
    )


def _steps(session: Session, goal_ids: Collection[str]) -> Mapping[str, Sequence[SubGoalRow]]:
    """The steps of these goals in their order, by the goal; asked for once, however many goals there are."""
    found: dict[str, list[SubGoalRow]] = defaultdict(list)
    of_goals = select(SubGoalRow).where(SubGoalRow.goal_id.in_(goal_ids))
    for row in session.scalars(of_goals.order_by(SubGoalRow.position)):
        found[row.goal_id].append(row)
    return found


def _take_out(session: Session, row: GoalRow) -> None:
    forget_shared(session, row.id)
    row.removed = True
