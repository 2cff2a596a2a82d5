"""The plan in a form beside the plan in the store: what was typed stays, what changed in the store is followed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from app.core.records.plan import Goal, Plan, SubGoal

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D", bound="DataclassInstance")
R = TypeVar("R", Goal, SubGoal)


def merged(base: Plan, mine: Plan, stored: Plan) -> Plan:
    """What the form shows when the store changed under it.

    `base` is what the form was filled from. Where `mine` still says the same, the store is followed; where somebody
    typed since, the typed text stays. Goals keep the order of the store; one not stored yet stays behind the goal
    it stood behind.
    """
    goals = _rows(base.goals, mine.goals, stored.goals, _goal)
    return replace(_fields(base, mine, stored, "goals"), goals=goals)


def storable(mine: Plan, stored: Plan) -> Plan:
    """The plan without goals and sub-goals that say nothing yet and were never stored: they wait in the draft."""
    known = {goal.id: goal for goal in stored.goals}
    goals = []
    for goal in mine.goals:
        there = known.get(goal.id)
        if not goal.goal.strip() and there is None:
            continue
        subs = {sub.id for sub in there.sub_goals} if there else set()
        goals.append(replace(goal, sub_goals=tuple(s for s in goal.sub_goals if s.what.strip() or s.id in subs)))
    return replace(mine, goals=tuple(goals))


def _goal(base: Goal, mine: Goal, stored: Goal) -> Goal:
    subs = _rows(base.sub_goals, mine.sub_goals, stored.sub_goals, _sub_goal)
    return replace(_fields(base, mine, stored, "sub_goals"), sub_goals=subs)


def _sub_goal(base: SubGoal, mine: SubGoal, stored: SubGoal) -> SubGoal:
    return _fields(base, mine, stored)


def _fields(base: D, mine: D, stored: D, *without: str) -> D:
    names = [field.name for field in dataclasses.fields(mine) if field.name not in without]
    values: dict[str, Any] = {
        name: getattr(stored if getattr(mine, name) == getattr(base, name) else mine, name) for name in names
    }
    return replace(mine, **values)


def _rows(base: Sequence[R], mine: Sequence[R], stored: Sequence[R], merge: Callable[[R, R, R], R]) -> tuple[R, ...]:
    was, typed = {row.id: row for row in base}, {row.id: row for row in mine}
    there = {row.id for row in stored}
    found: list[R] = []
    for row in stored:
        if row.id in typed:
            found.append(merge(was.get(row.id, row), typed[row.id], row))
        elif row.id not in was:
            found.append(row)
    before: str | None = None
    for row in mine:
        if row.id not in there and was.get(row.id) != row:
            place = next((n + 1 for n, other in enumerate(found) if other.id == before), 0 if before is None else None)
            found.insert(len(found) if place is None else place, row)
        before = row.id
    return tuple(found)
