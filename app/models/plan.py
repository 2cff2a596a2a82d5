"""The action plan: the working draft with its goals, and the issued versions."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.core.records.plan import GoalStatus, PlanKind
from app.models.base import Row
from app.models.keys import case_key, key_of


class PlanRow(Row):
    """The plan a case is working on: one a case."""

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("case_id"),)
    searchable = ("purpose", "measure_reason", "family_support", "child_comment", "parents_comment", "disagreement")

    case_id: Mapped[str] = case_key()
    kind: Mapped[PlanKind]
    purpose: Mapped[str]
    measure_reason: Mapped[str]
    expected_duration: Mapped[str]
    legal_basis: Mapped[str]
    family_support: Mapped[str]
    child_comment: Mapped[str]
    parents_comment: Mapped[str]
    disagreement: Mapped[str]
    participants: Mapped[str]


class GoalRow(Row):
    """A goal; `position` is its place in the plan. One taken out stays, `removed`."""

    __tablename__ = "goal"
    searchable = ("own_words", "goal", "success_sign")

    plan_id: Mapped[str] = key_of("plan")
    position: Mapped[int]
    removed: Mapped[bool]
    theme_key: Mapped[str]
    own_words: Mapped[str]
    goal: Mapped[str]
    baseline: Mapped[int | None]
    target: Mapped[int | None]
    success_sign: Mapped[str]
    status: Mapped[GoalStatus]
    hints_hidden: Mapped[bool]


class SubGoalRow(Row):
    """A step towards a goal."""

    __tablename__ = "sub_goal"
    searchable = ("what", "responsible")

    goal_id: Mapped[str] = key_of("goal")
    position: Mapped[int]
    what: Mapped[str]
    responsible: Mapped[str]
    deadline: Mapped[date | None]
    rhythm: Mapped[str]
    status: Mapped[GoalStatus]


class PlanVersionRow(Row):
    """An issued version; `document` is frozen and prints the same for ever.

    `joint_id` is the same for the versions that siblings were given together, "" for one alone.
    """

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[str] = case_key()
    number: Mapped[int]
    kind: Mapped[PlanKind]
    issued_on: Mapped[date]
    given_to: Mapped[str]
    document: Mapped[str]
    joint_id: Mapped[str]
    transferred_on: Mapped[date | None]
