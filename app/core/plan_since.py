"""What became of a plan since its last version, counted for a glance; side by side it is read in the comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.core.plan_comparison import Change, FieldChange, GoalChange, PlanComparison

_OF_ITSELF: Final = ("given_to", "next_follow_up")
"""What changes without anybody working on the plan."""


@dataclass(frozen=True, slots=True)
class PlanSince:
    """How many goals are new, taken out, changed in words or status, only moved, and only scored anew, and which texts
    of the plan changed."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    moved: int = 0
    scored: int = 0
    fields: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the plan still says what the version says; new scores are no other plan."""
        return not (self.added or self.removed or self.changed or self.moved or self.fields)


def since(comparison: PlanComparison) -> PlanSince:
    """What became of the plan between two versions, or since a version."""
    goals = comparison.goals
    changed = [goal for goal in goals if goal.change is Change.CHANGED]
    only_scored = [goal for goal in changed if not _is_rewritten(goal)]
    told = [*comparison.opening, *comparison.closing]
    return PlanSince(
        added=sum(goal.change is Change.ADDED for goal in goals),
        removed=sum(goal.change is Change.REMOVED for goal in goals),
        changed=len(changed) - len(only_scored),
        moved=sum(goal.moved and not _is_rewritten(goal) for goal in goals),
        scored=len(only_scored),
        fields=tuple(dict.fromkeys(_changed(field for field in told if field.field not in _OF_ITSELF))),
    )


def _is_rewritten(goal: GoalChange) -> bool:
    own = any(name != "scores" for name in _changed(goal.fields))
    return own or any(sub.change is not Change.SAME or sub.moved for sub in goal.sub_goals)


def _changed(fields: Iterable[FieldChange]) -> list[str]:
    return [field.field for field in fields if field.change is not Change.SAME]
