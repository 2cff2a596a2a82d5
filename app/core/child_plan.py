"""What of a plan stands on the child's own print.

The child's words and goals, who does what, and the child's own scores. Left out: law and reasons, what grown-ups score,
what parents say and do not agree on, goals that were given up, and who else got the plan.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from app.core.records.child_plan import ChildAct, ChildGoal, ChildPlanDocument, Voice
from app.core.records.documents import DocumentGoal, DocumentSubGoal, PlanDocument
from app.core.records.follow_up import Informant
from app.core.records.plan import GoalStatus, PlanKind
from app.core.sorting import fold

TEENAGER: Final = 13
"""From this age the words are those for a young person (our own choice)."""

PARTY_AGE: Final = 10
"""From this age a child is a party to its case and can complain on its own (barnets lov)."""


def child_plan(document: PlanDocument, today: date) -> ChildPlanDocument:
    """The child's print of a plan, draft or version; a talk that nobody agreed on, or that has been, is left out."""
    talk = document.next_follow_up if document.next_is_agreed else None
    age, is_youth_plan = document.child_age, document.kind is PlanKind.YOUTH_PLAN
    return ChildPlanDocument(
        head=document.head,
        voice=Voice.YOUNG if is_youth_plan or (age or 0) >= TEENAGER else Voice.CHILD,
        first_name=document.child_first_name,
        number=document.number,
        may_complain=is_youth_plan or (age or 0) >= PARTY_AGE,
        steps=document.steps,
        next_step=document.next_step,
        next_number=document.next_number,
        purpose=document.purpose,
        goals=tuple(_goal(goal) for goal in document.goals if goal.status is not GoalStatus.DROPPED),
        said=document.child_comment,
        helpers=_helpers(document),
        next_talk=talk if talk is not None and talk >= today else None,
    )


def _goal(goal: DocumentGoal) -> ChildGoal:
    return ChildGoal(
        own_words=goal.own_words,
        goal=goal.goal,
        begun=goal.baseline,
        now=next((score.value for score in goal.scores if score.informant is Informant.CHILD), None),
        wanted=goal.target,
        is_met=goal.status is GoalStatus.MET,
        acts=tuple(_act(sub) for sub in goal.sub_goals if sub.status is not GoalStatus.DROPPED),
    )


def _act(sub: DocumentSubGoal) -> ChildAct:
    is_done = sub.status is GoalStatus.MET
    return ChildAct(what=sub.what, who=sub.responsible, by=sub.deadline, rhythm=sub.rhythm, is_done=is_done)


def _helpers(document: PlanDocument) -> tuple[str, ...]:
    """Who does something that is not done yet, each once in the order of the goals; the child itself is no helper."""
    own = {fold(document.child_first_name), fold(document.child_name), ""}
    found: dict[str, str] = {}
    for goal in document.goals:
        for sub in goal.sub_goals:
            if not (goal.status.is_done or sub.status.is_done) and (who := sub.responsible.strip()):
                found.setdefault(fold(who), who)
    return tuple(who for key, who in found.items() if key not in own)
