"""What can be wrong with a plan."""

from __future__ import annotations

from app.core.checks.texts import check_texts
from app.core.errors import Problem
from app.core.records.plan import Goal, Plan

_PROSE = (
    *("purpose", "measure_reason", "expected_duration", "legal_basis", "family_support"),
    *("child_comment", "parents_comment", "disagreement", "participants"),
)


def check_plan(record: Plan) -> tuple[Problem, ...]:
    """Every goal and sub-goal says something; baseline and target lie on the scale 0 to 10.

    What concerns one goal is told about the field `goals` with the goal's `number` (from 1), and for a text of it its
    `part`.
    """
    problems = list(check_texts(record, _PROSE))
    for number, goal in enumerate(record.goals, start=1):
        problems += _check_goal(goal, number)
    return tuple(problems)


def _check_goal(goal: Goal, number: int) -> list[Problem]:
    problems = []
    if not goal.goal.strip():
        problems.append(Problem("goals", "goal-empty", values={"number": number}))
    if any(not 0 <= value <= 10 for value in (goal.baseline, goal.target) if value is not None):
        problems.append(Problem("goals", "goal-scale", values={"number": number}))
    if any(not sub.what.strip() for sub in goal.sub_goals):
        problems.append(Problem("goals", "sub-goal-empty", values={"number": number}))
    texts = [*check_texts(goal, ("own_words", "goal", "success_sign"))]
    for sub in goal.sub_goals:
        texts += check_texts(sub, ("what",))
    problems += [Problem("goals", p.code, values={**p.values, "number": number, "part": p.field}) for p in texts]
    return problems
