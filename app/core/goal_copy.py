"""A goal once more: the same words, nothing done for it yet."""

from __future__ import annotations

from dataclasses import replace

from app.core.ids import new_id
from app.core.records.plan import Goal, GoalStatus


def copied(goal: Goal) -> Goal:
    """A goal of its own with the same words, theme, scale and steps; nothing of it is begun, and nobody scored it."""
    steps = tuple(replace(step, id=new_id(), status=GoalStatus.NOT_STARTED) for step in goal.sub_goals)
    return replace(goal, id=new_id(), status=GoalStatus.NOT_STARTED, sub_goals=steps)
