"""Network meetings: who was asked and came, what was said and decided. Promises made there are agreements."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from app.core.ids import new_id
from app.core.records.network import Invitation


class ChildPart(StrEnum):
    """How the child had a say at a network meeting."""

    THERE = "there"
    THERE_FOR_PART = "there_for_part"
    WORDS_BROUGHT = "words_brought"
    NOT_HEARD = "not_heard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody of the map or of the case at one meeting: what they answered, and whether they came.

    `answer` NOT_ASKED stands for somebody who came without having been asked; `came` None until the meeting was held.
    """

    id: str = field(default_factory=new_id)
    person_id: str
    answer: Invitation = Invitation.ASKED
    came: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMark:
    """A network meeting as the status of its case needs it: all of a `NetworkMeeting` but its long texts and guests."""

    id: str = field(default_factory=new_id)
    case_id: str
    planned_on: date | None = None
    planned_at: time | None = None
    place: str = ""
    purpose: str = ""
    held_on: date | None = None
    called_off_on: date | None = None
    voided_on: date | None = None

    @property
    def is_held(self) -> bool:
        """Whether it counts as held: a date, and not struck out."""
        return self.held_on is not None and self.voided_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMeeting(MeetingMark):
    """An involving network meeting (inddragende netværksmøde).

    `registered_on` is the day it was first typed as held. `others` names who else was there and is nobody of the case.
    `child_words` is what the child said there or let be said; `may_share_words` that it may stand in minutes that are
    handed out. `called_off_on` marks one that came to nothing, with its reason.
    """

    agenda: str = ""
    guests: tuple[Guest, ...] = ()
    others: str = ""
    registered_on: date | None = None
    minutes: str = ""
    decisions: str = ""
    child_part: ChildPart | None = None
    child_words: str = ""
    may_share_words: bool = False
    called_off_reason: str = ""
    transferred_on: date | None = None
    void_reason: str = ""

    @property
    def is_complete(self) -> bool:
        """Held with minutes, and with a word on how the child had a say; otherwise it waits to be completed."""
        return self.is_held and bool(self.minutes.strip()) and self.child_part is not None
