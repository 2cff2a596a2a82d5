"""Follow-ups, the measures they cover, the scores they gave and what was agreed."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.core.interval import Interval
from app.core.records.follow_up import ContactForm, Informant, Outcome, Presence
from app.models.base import Row, VoidableRow
from app.models.keys import case_key, key_of


class FollowUpRow(VoidableRow):
    """A follow-up: see `app.core.records.follow_up.FollowUp`."""

    __tablename__ = "follow_up"
    searchable = (
        *("child_said", "assessment", "participants", "custody_contact", "no_conversation_reason"),
        *("note_about", "open_questions"),
    )

    case_id: Mapped[str] = case_key()
    planned_on: Mapped[date | None]
    planned_at: Mapped[time | None]
    planned_place: Mapped[str]
    planned_with: Mapped[str]
    note_asked_on: Mapped[date | None]
    note_about: Mapped[str]
    note_received_on: Mapped[date | None]
    attempted_on: Mapped[date | None]
    held_on: Mapped[date | None]
    registered_on: Mapped[date | None]
    is_law: Mapped[bool]
    rhythm: Mapped[Interval | None]
    rhythm_reason: Mapped[str]
    form: Mapped[ContactForm | None]
    place: Mapped[str]
    participants: Mapped[str]
    conversation_on: Mapped[date | None]
    presence: Mapped[Presence | None]
    conversation_with: Mapped[str]
    child_said: Mapped[str]
    may_share_words: Mapped[bool]
    no_conversation_reason: Mapped[str]
    custody_contact: Mapped[str]
    assessment: Mapped[str]
    outcome: Mapped[Outcome | None]
    open_questions: Mapped[str]
    excused_on: Mapped[date | None]
    excused_reason: Mapped[str]
    transferred_on: Mapped[date | None]


class FollowUpMeasureRow(Row):
    """A measure that a follow-up covers."""

    __tablename__ = "follow_up_measure"
    __table_args__ = (UniqueConstraint("follow_up_id", "measure_id"),)

    follow_up_id: Mapped[str] = key_of("follow_up")
    measure_id: Mapped[str] = key_of("measure")


class GoalScoreRow(Row):
    """A score given to a goal at a follow-up."""

    __tablename__ = "goal_score"

    follow_up_id: Mapped[str] = key_of("follow_up")
    goal_id: Mapped[str] = key_of("goal")
    informant: Mapped[Informant]
    value: Mapped[int]


class AgreementRow(VoidableRow):
    """A promise made at a follow-up or a network meeting, or a task by itself."""

    __tablename__ = "agreement"
    searchable = ("what", "responsible", "remark")

    case_id: Mapped[str] = case_key()
    follow_up_id: Mapped[str | None] = key_of("follow_up", nullable=True)
    meeting_id: Mapped[str | None] = key_of("network_meeting", nullable=True)
    what: Mapped[str]
    responsible: Mapped[str]
    due: Mapped[date | None]
    first_due: Mapped[date | None]
    move_reason: Mapped[str]
    settled_on: Mapped[date | None]
    kept: Mapped[bool | None]
    remark: Mapped[str]
