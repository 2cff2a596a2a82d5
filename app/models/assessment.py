"""Notifications of concern, assessments and what they found."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.core.records.assessment import AssessmentKind, NotificationOutcome, NotificationSource, ScreeningOutcome
from app.core.records.follow_up import Presence
from app.models.base import Row, VoidableRow
from app.models.keys import case_key, key_of


class NotificationRow(VoidableRow):
    """A notification of concern: see `app.core.records.assessment.Notification`."""

    __tablename__ = "notification"
    searchable = ("summary", "conclusion")

    case_id: Mapped[str] = case_key()
    received_at: Mapped[datetime]
    source: Mapped[NotificationSource]
    summary: Mapped[str]
    assessed_at: Mapped[datetime | None]
    outcome: Mapped[NotificationOutcome | None]
    conclusion: Mapped[str]


class AssessmentRow(VoidableRow):
    """A child welfare assessment from awareness on: see `app.core.records.assessment.Assessment`."""

    __tablename__ = "assessment"
    searchable = (
        *("screening_reason", "child_said", "no_conversation_reason", "parents_view"),
        *("preliminary_text", "no_map_reason", "conclusion"),
    )

    case_id: Mapped[str] = case_key()
    notification_id: Mapped[str | None] = key_of("notification", nullable=True)
    aware_on: Mapped[date]
    screened_on: Mapped[date | None]
    screening_outcome: Mapped[ScreeningOutcome | None]
    screening_reason: Mapped[str]
    kind: Mapped[AssessmentKind | None]
    conversation_on: Mapped[date | None]
    presence: Mapped[Presence | None]
    child_said: Mapped[str]
    no_conversation_reason: Mapped[str]
    parents_view: Mapped[str]
    preliminary_on: Mapped[date | None]
    preliminary_text: Mapped[str]
    no_map_reason: Mapped[str]
    conclusion: Mapped[str]
    finished_on: Mapped[date | None]


class FindingRow(Row):
    """What an assessment found in one theme."""

    __tablename__ = "finding"
    __table_args__ = (UniqueConstraint("assessment_id", "theme_key"),)
    searchable = ("text",)

    assessment_id: Mapped[str] = key_of("assessment")
    theme_key: Mapped[str]
    text: Mapped[str]
