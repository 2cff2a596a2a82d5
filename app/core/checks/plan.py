"""What can be wrong with a plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.core.checks.texts import check_texts
from app.core.errors import Problem, Severity
from app.core.records.documents import DocumentGoal, PlanDocument
from app.core.records.plan import Goal, Plan, PlanVersion

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


def check_issue(
    document: PlanDocument, issued_on: date, given_to: str, last: PlanVersion | None, today: date
) -> tuple[Problem, ...]:
    """What to think of before a plan is issued as a version after `last`. All of it can be passed.

    The fields are `issued_on` and `given_to`; what concerns the plan itself is told about the whole form.
    """
    goals = tuple(enumerate(document.goals, start=1))
    found: list[tuple[str, str, dict[str, object]]] = []
    if issued_on > today:
        found.append(("issued_on", "issued-in-future", {}))
    if last is not None and issued_on < last.issued_on:
        found.append(("issued_on", "issued-before-last", {"number": last.number, "day": last.issued_on}))
    if not given_to.strip():
        found.append(("given_to", "given-to-empty", {}))
    if not document.purpose.strip():
        found.append(("", "plan-without-purpose", {}))
    if not goals:
        found.append(("", "plan-without-goals", {}))
    if silent := _numbers((n, goal) for n, goal in goals if not goal.own_words.strip()):
        code = "goal-without-own-words" if len(silent) == 1 else "goals-without-own-words"
        found.append(("", code, {"numbers": silent}))
    if nobody := _numbers((n, goal) for n, goal in goals if not _has_responsible(goal)):
        code = "goal-without-responsible" if len(nobody) == 1 else "goals-without-responsible"
        found.append(("", code, {"numbers": nobody}))
    return tuple(Problem(field, code, Severity.WARNING, values) for field, code, values in found)


def _has_responsible(goal: DocumentGoal) -> bool:
    """Whether somebody does something for the goal, and every step of it has a name."""
    return bool(goal.sub_goals) and all(sub.responsible.strip() for sub in goal.sub_goals)


def _numbers(goals: Iterable[tuple[int, DocumentGoal]]) -> tuple[int, ...]:
    return tuple(number for number, _ in goals)
