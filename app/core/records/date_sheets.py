"""The sheets of dates: what a colleague takes over, and what a family can expect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.core.family_calendar import ComingFollowUp
from app.core.hand_over import HandOverChild
from app.core.names import Names
from app.core.records.documents import Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverEntry:
    """A child on the hand-over sheet; `measures` are those that run, `custody` who holds it."""

    child: HandOverChild
    measures: tuple[Names, ...]
    custody: tuple[str, ...]
    school: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverDocument:
    """What falls due from `first` to `last`, for whoever steps in. It stays within the team: no CPR, no addresses."""

    head: Letterhead
    now: datetime
    first: date
    last: date
    entries: tuple[HandOverEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyCalendarDocument:
    """A family's follow-ups to come, up to `until`. The child's first name alone.

    `worker_phone` is the caseworker's, who is called where a day does not suit; "" where none is known.
    """

    head: Letterhead
    child_first_name: str
    until: date
    coming: tuple[ComingFollowUp, ...]
    worker_phone: str = ""
