"""Network meetings and who was asked to them."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.core.records.meeting import ChildPart
from app.core.records.network import Invitation
from app.models.base import Row, VoidableRow
from app.models.keys import case_key, key_of, person_key


class NetworkMeetingRow(VoidableRow):
    """A network meeting: see `app.core.records.meeting.NetworkMeeting`."""

    __tablename__ = "network_meeting"
    searchable = ("purpose", "agenda", "others", "minutes", "decisions", "child_words")

    case_id: Mapped[str] = case_key()
    planned_on: Mapped[date | None]
    planned_at: Mapped[time | None]
    place: Mapped[str]
    purpose: Mapped[str]
    agenda: Mapped[str]
    others: Mapped[str]
    held_on: Mapped[date | None]
    registered_on: Mapped[date | None]
    minutes: Mapped[str]
    decisions: Mapped[str]
    child_part: Mapped[ChildPart | None]
    child_words: Mapped[str]
    may_share_words: Mapped[bool]
    called_off_on: Mapped[date | None]
    called_off_reason: Mapped[str]
    transferred_on: Mapped[date | None]


class MeetingGuestRow(Row):
    """Somebody who was asked to a meeting, or came."""

    __tablename__ = "meeting_guest"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[str] = key_of("network_meeting")
    person_id: Mapped[str] = person_key()
    position: Mapped[int]
    answer: Mapped[Invitation]
    came: Mapped[bool | None]
