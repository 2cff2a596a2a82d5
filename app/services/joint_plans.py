"""Joint plans of siblings: begun, changed, left, and issued together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.errors import NotFound, Problem, demand
from app.core.ids import new_id
from app.core.joint_plan import shared_ids, taken_over
from app.core.plan_proposal import LEGAL_BASES, proposed_kind
from app.core.records.documents import PlanDocument
from app.core.records.joint_plan import JointGoal, JointMember, JointPlan, Sharing
from app.core.records.plan import Plan, PlanVersion
from app.models.joint_plan import JointGoalRow, JointMemberRow
from app.models.mapping import put, to_record
from app.models.plan import GoalRow, PlanRow, PlanVersionRow
from app.services import rows
from app.services.cases import CaseAndChild, case_and_child
from app.services.joint_step import goes_on
from app.services.plans import issue_plan, plan_of_case, save_plan
from app.services.siblings import siblings_of_case


def joint_plan_of(session: Session, case_id: str, today: date) -> JointPlan | None:
    """The joint plan a case belongs to, with the siblings who go on in it; None where none do or it does not."""
    own = _member(session, PlanRow.case_id == case_id)
    if own is None or not goes_on(session, case_id, today):
        return None
    others = [other for other in _cases(session, own.joint_id) if other != case_id and goes_on(session, other, today)]
    if not others:
        return None
    return JointPlan(
        id=own.joint_id,
        case_ids=(case_id, *others),
        shares_purpose=own.shares_purpose,
        shares_support=own.shares_support,
        goals=frozenset(
            session.scalars(select(JointGoalRow.goal_id).join(GoalRow).where(GoalRow.plan_id == own.plan_id))
        ),
    )


def can_share_with(
    session: Session, case_id: str, catalogue: Catalogue, today: date
) -> tuple[tuple[CaseAndChild, Plan | None], ...]:
    """The siblings with whom a plan can be shared, each with its plan: open, unprotected, in no other joint plan."""
    own = _member(session, PlanRow.case_id == case_id)
    found = []
    for pair in siblings_of_case(session, case_id, catalogue, today):
        member = _member(session, PlanRow.case_id == pair.case.id)
        is_free = member is None or (own is not None and member.joint_id == own.joint_id)
        if is_free and goes_on(session, pair.case.id, today):
            found.append((pair, plan_of_case(session, pair.case.id)))
    return tuple(found)


def share_plan(session: Session, case_id: str, sharing: Sharing, catalogue: Catalogue, today: date) -> Changes:
    """Share goals, purpose or support of a plan with siblings from now on; raises `NotFound`, `Invalid`.

    A sibling without a plan gets one. Who is not among `sharing.case_ids` any more keeps the words and shares them no
    longer; without anybody the joint plan is dissolved.
    """
    plan = plan_of_case(session, case_id)
    if plan is None:
        raise NotFound(f"plan of case {case_id}")
    if not goes_on(session, case_id, today):
        demand((Problem("", "joint-protected"),))
    own = _member(session, PlanRow.id == plan.id)
    joint_id = own.joint_id if own else new_id()
    before = [other for other in _cases(session, joint_id) if other != case_id]
    free = {pair.case.id for pair, _ in can_share_with(session, case_id, catalogue, today)}
    if not sharing.case_ids <= free:
        demand((Problem("case_ids", "joint-elsewhere"),))
    for other in before:
        if other in free - sharing.case_ids:
            _leave(session, other)
    if not sharing.case_ids:
        _leave(session, case_id)
        return Changes("joint-plan-left", case_ids=frozenset({case_id, *before}))
    shared = shared_ids((goal.id for goal in plan.goals if goal.id in sharing.goals), _shared(session, plan))
    _join(session, plan.id, joint_id, sharing)
    _share_goals(session, plan, shared)
    for other in sorted(sharing.case_ids):
        theirs = plan_of_case(session, other) or _begun(session, other, today)
        known = _shared(session, theirs)
        taken, ids = taken_over(theirs, plan, shared, known, purpose=sharing.purpose, support=sharing.support)
        save_plan(session, taken, today)
        session.flush()
        _join(session, taken.id, joint_id, sharing)
        _share_goals(session, taken, ids)
    return Changes("joint-plan-shared", case_ids=frozenset({case_id, *before, *sharing.case_ids}))


def issue_together(session: Session, documents: Mapping[str, PlanDocument], issued_on: date, given_to: str) -> Changes:
    """Freeze the plans of siblings as the next version of each, to be printed as one; raises `Invalid`.

    Each case keeps its own child's part alone, so that what is deleted in one is in no other.
    """
    together = new_id()
    for case_id, document in documents.items():
        issue_plan(session, case_id, document, issued_on, given_to)
        session.flush()
        number = PlanVersionRow.number == document.number
        row = session.scalars(select(PlanVersionRow).where(PlanVersionRow.case_id == case_id, number)).one()
        row.joint_id = together
    return Changes("joint-plan-issued", case_ids=frozenset(documents))


def issued_together(session: Session, version: PlanVersion, today: date) -> tuple[PlanVersion, ...]:
    """The versions that were issued with this one, it first; of children who are protected by now only its own."""
    if not version.joint_id:
        return (version,)
    found = rows.where(session, PlanVersionRow, PlanVersionRow.joint_id, version.joint_id)
    others = (
        to_record(row, PlanVersion)
        for row in found
        if row.case_id != version.case_id and not case_and_child(session, row.case_id).child.is_protected(today)
    )
    own_protected = case_and_child(session, version.case_id).child.is_protected(today)
    return (version,) if own_protected else (version, *others)


def _member(session: Session, which: ColumnElement[bool]) -> JointMember | None:
    """The part that one plan has in a joint one; `which` says the plan."""
    row = session.scalars(select(JointMemberRow).join(PlanRow).where(which)).first()
    return to_record(row, JointMember) if row else None


def _cases(session: Session, joint_id: str) -> list[str]:
    """The cases of a joint plan, in the order they joined."""
    of_joint = (
        select(PlanRow.case_id)
        .join(JointMemberRow, JointMemberRow.plan_id == PlanRow.id)
        .where(JointMemberRow.joint_id == joint_id)
    )
    return list(session.scalars(of_joint.order_by(JointMemberRow.created_at, JointMemberRow.id)))


def _shared(session: Session, plan: Plan) -> dict[str, str]:
    """The shared ids of a plan's goals."""
    of_goals = select(JointGoalRow).where(JointGoalRow.goal_id.in_([goal.id for goal in plan.goals]))
    return {row.goal_id: row.shared_id for row in session.scalars(of_goals)}


def _begun(session: Session, case_id: str, today: date) -> Plan:
    kind = proposed_kind(case_and_child(session, case_id).child.birth_date, today)
    return Plan(case_id=case_id, kind=kind, legal_basis=LEGAL_BASES[kind])


def _join(session: Session, plan_id: str, joint_id: str, sharing: Sharing) -> None:
    own = _member(session, PlanRow.id == plan_id)
    member = JointMember(
        id=own.id if own else new_id(),
        joint_id=joint_id,
        plan_id=plan_id,
        shares_purpose=sharing.purpose,
        shares_support=sharing.support,
    )
    put(session, JointMemberRow, member)


def _share_goals(session: Session, plan: Plan, shared: Mapping[str, str]) -> None:
    """Let exactly these goals of the plan be shared."""
    for goal in plan.goals:
        there = rows.where(session, JointGoalRow, JointGoalRow.goal_id, goal.id)
        if goal.id not in shared:
            for row in there:
                session.delete(row)
        else:
            known = there[0].id if there else new_id()
            put(session, JointGoalRow, JointGoal(id=known, goal_id=goal.id, shared_id=shared[goal.id]))


def _leave(session: Session, case_id: str) -> None:
    """A plan keeps its words and shares them no more."""
    of_case = PlanRow.case_id == case_id
    goals = select(JointGoalRow).join(GoalRow, GoalRow.id == JointGoalRow.goal_id).join(PlanRow).where(of_case)
    for goal in session.scalars(goals):
        session.delete(goal)
    for member in session.scalars(select(JointMemberRow).join(PlanRow).where(of_case)):
        session.delete(member)
