"""The action plan: a working draft per case, and frozen, numbered versions of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id


class PlanKind(StrEnum):
    """Which plan the law asks for: handleplan until 2023, then barnets plan (§ 91) and ungeplan (§ 108)."""

    HANDLEPLAN = "handleplan"
    CHILDS_PLAN = "childs_plan"
    YOUTH_PLAN = "youth_plan"


class GoalStatus(StrEnum):
    """How far a goal or sub-goal has come."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    PARTLY_MET = "partly_met"
    MET = "met"
    CHANGED = "changed"
    DROPPED = "dropped"

    @property
    def is_done(self) -> bool:
        """Whether nobody works on it any more, so that it is scored no further."""
        return self in (GoalStatus.MET, GoalStatus.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubGoal:
    """A step towards a goal: who does what by when; `rhythm` is free text such as "every day"."""

    id: str = field(default_factory=new_id)
    what: str
    responsible: str = ""
    deadline: date | None = None
    rhythm: str = ""
    status: GoalStatus = GoalStatus.NOT_STARTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal with the child's own words, baseline and target on the scale 0–10; its id stays through all versions.

    `hints_hidden`: the caseworker has read the hints at its wording and wants to see them no more.
    """

    id: str = field(default_factory=new_id)
    theme_key: str = ""
    own_words: str = ""
    goal: str
    baseline: int | None = None
    target: int | None = None
    success_sign: str = ""
    status: GoalStatus = GoalStatus.NOT_STARTED
    hints_hidden: bool = False
    sub_goals: tuple[SubGoal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan a caseworker is working on; goals in the order they are read."""

    id: str = field(default_factory=new_id)
    case_id: str
    kind: PlanKind = PlanKind.CHILDS_PLAN
    purpose: str = ""
    measure_reason: str = ""
    expected_duration: str = ""
    legal_basis: str = ""
    family_support: str = ""
    child_comment: str = ""
    parents_comment: str = ""
    disagreement: str = ""
    participants: str = ""
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """An issued plan: the number, the day, who got it, and the frozen document (JSON of a PlanDocument).

    `joint_id` is the same for versions that siblings were given together, "" for one alone. `transferred_on` is the day
    it was copied to the municipality's case system.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    number: int
    kind: PlanKind
    issued_on: date
    given_to: str = ""
    document: str
    joint_id: str = ""
    transferred_on: date | None = None
