"""What became of a follow-up so far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from app.core.records.follow_up import FollowUp, FollowUpMark
from app.core.status import SOON_DAYS

F = TypeVar("F", bound=FollowUpMark)


class FollowUpState(StrEnum):
    """Planned, attempted and held are different things; `INCOMPLETE` is held without a word on the conversation."""

    PLANNED = "planned"
    ATTEMPTED = "attempted"
    EXCUSED = "excused"
    INCOMPLETE = "incomplete"
    HELD = "held"
    VOIDED = "voided"


def state_of(record: FollowUpMark) -> FollowUpState:
    """The state of a follow-up. One that was attempted and then planned anew for a later day is planned."""
    if record.voided_on is not None:
        return FollowUpState.VOIDED
    if record.held_on is not None:
        return FollowUpState.HELD if record.is_complete else FollowUpState.INCOMPLETE
    if record.excused_on is not None:
        return FollowUpState.EXCUSED
    tried, planned = record.attempted_on, record.planned_on
    if tried is not None and (planned is None or planned <= tried):
        return FollowUpState.ATTEMPTED
    return FollowUpState.PLANNED


def is_waiting(record: FollowUpMark) -> bool:
    """Whether it can still be held: planned, or attempted in vain."""
    return state_of(record) in (FollowUpState.PLANNED, FollowUpState.ATTEMPTED)


def attempt_day(record: FollowUpMark, today: date) -> date:
    """The day to note for an attempt in vain: the one that was planned for, once it has come, else today."""
    planned, tried = record.planned_on, record.attempted_on
    return planned if planned is not None and planned <= today and (tried is None or tried < planned) else today


def awaits_note(record: FollowUp) -> bool:
    """Whether the provider was asked for a status note that has not come yet."""
    return record.note_asked_on is not None and record.note_received_on is None and record.voided_on is None


def day_of(record: FollowUpMark) -> date:
    """The day a follow-up stands under in a list."""
    return record.held_on or record.excused_on or record.planned_on or record.attempted_on or date.min


def next_planned(follow_ups: Iterable[F]) -> F | None:
    """The first that is planned and still waits."""
    planned = (f for f in follow_ups if is_waiting(f) and f.planned_on is not None)
    return min(planned, key=day_of, default=None)


def to_register(follow_ups: Iterable[F], today: date) -> F | None:
    """The planned follow-up that one held today most likely is: the first that waits and lies at most a week ahead."""
    first = next_planned(follow_ups)
    return first if first is not None and day_of(first) <= today + timedelta(days=SOON_DAYS) else None
