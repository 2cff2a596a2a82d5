"""A copy of a goal is a goal of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.core.goal_copy import copied
from app.core.records.plan import Goal, GoalStatus, SubGoal


def test_a_copy_says_the_same_and_begins_from_nothing() -> None:
    step = SubGoal(what="Bus", responsible="Far", deadline=date(2026, 12, 1), status=GoalStatus.MET)
    goal = Goal(goal="Skole", own_words="Ja", theme_key="school", target=8, status=GoalStatus.MET, sub_goals=(step,))
    copy = copied(goal)
    assert copy.id != goal.id
    assert copy.sub_goals[0].id != step.id
    begun = replace(goal, id=copy.id, status=GoalStatus.NOT_STARTED, sub_goals=copy.sub_goals)
    assert copy == begun
    assert copy.sub_goals[0] == replace(step, id=copy.sub_goals[0].id, status=GoalStatus.NOT_STARTED)
