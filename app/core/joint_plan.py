"""A joint plan of siblings: what is worded once for all, and what stays each child's own.

Shared are the words of a goal: the theme, the goal, the sign of success. Each child's own stay what it says itself,
where it began, where it is to come, how far it is, the scores, and who does what.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from app.core.errors import Problem, Severity
from app.core.ids import new_id
from app.core.records.plan import Goal, Plan, SubGoal

WORDING: Final = ("theme_key", "goal", "success_sign")
"""The fields of a goal that are the same for all who share it."""


def reworded(own: Goal, shared: Goal) -> Goal:
    """A child's goal with the wording of the one it shares."""
    return replace(own, theme_key=shared.theme_key, goal=shared.goal, success_sign=shared.success_sign)


def begun(shared: Goal) -> Goal:
    """A shared goal as it begins in another child's plan: its words and its steps, nothing of the first child's way."""
    steps = (
        SubGoal(what=sub.what, responsible=sub.responsible, deadline=sub.deadline, rhythm=sub.rhythm)
        for sub in shared.sub_goals
        if not sub.status.is_done
    )
    return Goal(theme_key=shared.theme_key, goal=shared.goal, success_sign=shared.success_sign, sub_goals=tuple(steps))


def taken_over(
    plan: Plan, source: Plan, shared: Mapping[str, str], known: Mapping[str, str], *, purpose: bool, support: bool
) -> tuple[Plan, dict[str, str]]:
    """A sibling's plan with what `source` shares, and which of its goals is which shared one.

    `shared` tells the shared id of goals of `source`, `known` that of goals of `plan` that already share.
    """
    there = {known[goal.id]: goal for goal in plan.goals if goal.id in known}
    wanted = {shared[goal.id]: goal for goal in source.goals if goal.id in shared}
    goals = tuple(
        reworded(goal, wanted[known[goal.id]]) if known.get(goal.id) in wanted else goal for goal in plan.goals
    )
    new = {shared_id: begun(goal) for shared_id, goal in wanted.items() if shared_id not in there}
    ids = {goal.id: shared_id for shared_id, goal in there.items() if shared_id in wanted}
    ids |= {goal.id: shared_id for shared_id, goal in new.items()}
    taken = replace(
        plan,
        goals=(*goals, *new.values()),
        purpose=source.purpose if purpose else plan.purpose,
        family_support=source.family_support if support else plan.family_support,
    )
    return taken, ids


def shared_ids(goals: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """A shared id for each of these goals: the one it has, else a new one."""
    return {goal: known.get(goal) or new_id() for goal in goals}


_REPLACED: Final = {"purpose": "joint-replaces-purpose", "family_support": "joint-replaces-support"}


def check_sharing(source: Plan, others: Mapping[str, Plan], *, purpose: bool, support: bool) -> tuple[Problem, ...]:
    """What to think of before siblings share: words of their own that would be replaced. All of it can be passed.

    `others` are the plans of the siblings by the child's name.
    """
    shared = [field for field, is_shared in (("purpose", purpose), ("family_support", support)) if is_shared]
    found = []
    for field in shared:
        for name, plan in others.items():
            own, new = getattr(plan, field).strip(), getattr(source, field).strip()
            if own and own != new:
                found.append(Problem(field, _REPLACED[field], Severity.WARNING, {"name": name}))
    return tuple(found)
