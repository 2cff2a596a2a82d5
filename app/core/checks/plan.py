"""What can be wrong with a plan."""

from __future__ import annotations

from app.core.errors import Problem
from app.core.records.plan import Plan


def check_plan(record: Plan) -> tuple[Problem, ...]:
    """Every goal says something; baseline and target lie on the scale 0 to 10."""
    problems = []
    for number, goal in enumerate(record.goals, start=1):
        if not goal.goal.strip():
            problems.append(Problem("goals", "goal-empty", values={"number": number}))
        if any(not 0 <= value <= 10 for value in (goal.baseline, goal.target) if value is not None):
            problems.append(Problem("goals", "goal-scale", values={"number": number}))
    return tuple(problems)
