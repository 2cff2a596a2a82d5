"""What is to be copied into the municipality's case system, which stays the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.records.follow_up import FollowUp
from app.core.records.journal import JournalEntry
from app.core.records.meeting import NetworkMeeting
from app.core.records.plan import PlanVersion


class Transferable(StrEnum):
    """What is copied: follow-ups, entries of the journal, issued plans, minutes of network meetings."""

    FOLLOW_UP = "follow_up"
    ENTRY = "entry"
    PLAN = "plan"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A record that waits to be transferred; `child` is its child, `about` tells it apart in a line of a list."""

    kind: Transferable
    record_id: str
    case_id: str
    child: str
    municipal_number: str
    day: date
    about: str = ""


Transferred = FollowUp | JournalEntry | PlanVersion | NetworkMeeting
"""A record that is copied."""


def is_waiting_for_transfer(record: Transferred) -> bool:
    """Whether it is part of the record and was not copied since it last changed: held, written, or issued."""
    if record.transferred_on is not None:
        return False
    match record:
        case FollowUp() | NetworkMeeting():
            return record.is_held
        case JournalEntry():
            return record.voided_on is None
        case _:
            return True
