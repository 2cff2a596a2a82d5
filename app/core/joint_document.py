"""The plans of siblings as one print: what all say alike stands once, the rest under each child's name.

What they have in common is read off the plans themselves, so that frozen versions make the same print for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.core.names import Names
from app.core.records.documents import DocumentGoal, PlanDocument
from app.core.records.joint_document import JointDocument, SharedGoal

_Wording = tuple[Names | None, str, str]


def joint_document(plans: Sequence[PlanDocument]) -> JointDocument:
    """The joint plan of these children, in their order; raises ValueError for none."""
    if not plans:
        raise ValueError("a joint plan of nobody")
    purpose, support = (_said_by_all(plans, name) for name in ("purpose", "family_support"))
    goals = _shared_goals(plans)
    alike = {(goal.theme, goal.goal, goal.success_sign) for goal in goals}
    children = tuple(
        replace(
            plan,
            purpose="" if purpose else plan.purpose,
            family_support="" if support else plan.family_support,
            goals=tuple(goal for goal in plan.goals if _wording(goal) not in alike),
        )
        for plan in plans
    )
    return JointDocument(purpose=purpose, family_support=support, goals=goals, children=children)


def _said_by_all(plans: Sequence[PlanDocument], name: str) -> str:
    """A text that several children's plans have word for word; "" where they differ or there is one child alone."""
    texts = {getattr(plan, name).strip() for plan in plans}
    return texts.pop() if len(plans) > 1 and len(texts) == 1 else ""


def _shared_goals(plans: Sequence[PlanDocument]) -> tuple[SharedGoal, ...]:
    """The goals that at least two children have, in the order they are met."""
    found: dict[_Wording, list[tuple[int, DocumentGoal]]] = {}
    for place, plan in enumerate(plans):
        for goal in plan.goals:
            found.setdefault(_wording(goal), []).append((place, goal))
    return tuple(
        SharedGoal(
            theme=wording[0],
            goal=wording[1],
            success_sign=wording[2],
            own=tuple((plans[place].child_first_name, goal) for place, goal in own),
        )
        for wording, own in found.items()
        if len({place for place, _ in own}) > 1
    )


def _wording(goal: DocumentGoal) -> _Wording:
    return goal.theme, goal.goal.strip(), goal.success_sign.strip()
