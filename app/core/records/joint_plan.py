"""A plan that siblings have in common: which plans belong together, and what of them is worded once for all."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class JointMember:
    """A child's plan in a joint plan; `joint_id` is the same for all that belong together, as are the two answers."""

    id: str = field(default_factory=new_id)
    joint_id: str
    plan_id: str
    shares_purpose: bool = False
    shares_support: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JointGoal:
    """A goal of one plan that has the wording of others: those with the same `shared_id`."""

    id: str = field(default_factory=new_id)
    goal_id: str
    shared_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JointPlan:
    """The joint plan as it looks from one case: whose plans it joins, that case first, and what they share.

    `goals` are the ids of that case's own goals that are shared.
    """

    id: str
    case_ids: tuple[str, ...]
    shares_purpose: bool
    shares_support: bool
    goals: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What is to be shared with whom: other cases, and ids of goals of one's own plan."""

    case_ids: frozenset[str]
    goals: frozenset[str]
    purpose: bool
    support: bool
