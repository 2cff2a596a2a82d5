"""Joint plans of siblings: which plans belong together, and which of their goals are worded alike."""

from __future__ import annotations

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Row
from app.models.keys import key_of


class JointMemberRow(Row):
    """A plan that belongs to a joint plan: one at most."""

    __tablename__ = "joint_member"
    __table_args__ = (UniqueConstraint("plan_id"),)

    joint_id: Mapped[str] = mapped_column(String(32), index=True)
    plan_id: Mapped[str] = key_of("plan")
    shares_purpose: Mapped[bool]
    shares_support: Mapped[bool]


class JointGoalRow(Row):
    """A goal that is worded as others with the same `shared_id`."""

    __tablename__ = "joint_goal"
    __table_args__ = (UniqueConstraint("goal_id"),)

    goal_id: Mapped[str] = key_of("goal")
    shared_id: Mapped[str] = mapped_column(String(32), index=True)
