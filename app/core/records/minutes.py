"""Minutes on paper: of a follow-up, of a network meeting, and the invitation to one.

Whoever has address protection stands there by their role alone. What a child said in confidence is no part of a
document, unless it was ticked that it may be shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from app.core.interval import Interval
from app.core.names import Names
from app.core.records.documents import Letterhead
from app.core.records.follow_up import ContactForm, Informant, Outcome, Presence
from app.core.records.meeting import ChildPart


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPromise:
    """What was agreed, by whom, until when."""

    what: str
    responsible: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDate:
    """When we meet again; `agreed` where the day was planned, else it is when the next one is due."""

    on: date
    at: time | None = None
    place: str = ""
    agreed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesGoal:
    """A goal with the scores of this follow-up and those given last before it, each by informant."""

    goal: str
    scores: tuple[tuple[Informant, int], ...]
    before: tuple[tuple[Informant, int], ...]
    target: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpMinutes:
    """The minutes of a follow-up.

    `words_withheld`: what the child said is not to be shared, whether it said much or nothing, so that nobody can read
    from the minutes that there is a secret.
    """

    head: Letterhead
    child_first_name: str
    child_name: str
    held_on: date
    form: ContactForm | None
    place: str
    participants: str
    measures: tuple[Names, ...]
    conversation_on: date | None
    presence: Presence | None
    conversation_with: str
    child_said: str
    words_withheld: bool
    no_conversation_reason: str
    goals: tuple[MinutesGoal, ...]
    assessment: str
    outcome: Outcome | None
    promises: tuple[DocumentPromise, ...]
    rhythm: Interval | None
    next_date: NextDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentGuest:
    """Somebody at a meeting; the `name` is "" for whoever stands there by their role alone."""

    name: str
    role: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMinutes:
    """The minutes of a network meeting; `words_withheld` as in the minutes of a follow-up."""

    head: Letterhead
    child_first_name: str
    held_on: date
    place: str
    purpose: str
    agenda: str
    came: tuple[DocumentGuest, ...]
    missed: tuple[DocumentGuest, ...]
    others: str
    child_part: ChildPart | None
    child_words: str
    words_withheld: bool
    minutes: str
    decisions: str
    promises: tuple[DocumentPromise, ...]
    next_date: NextDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingInvitation:
    """The invitation to a network meeting: one sheet for all who are asked."""

    head: Letterhead
    child_first_name: str
    meeting: NextDate
    purpose: str
    agenda: str
    asked: tuple[DocumentGuest, ...]
    others: str
