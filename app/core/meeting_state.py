"""What became of a network meeting so far, and which one comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.core.records.meeting import Guest, MeetingMark, NetworkMeeting
from app.core.records.network import Invitation

M = TypeVar("M", bound=MeetingMark)


class MeetingState(StrEnum):
    """Planned, called off, held. Whether a held one is written up only the whole record knows."""

    PLANNED = "planned"
    CALLED_OFF = "called_off"
    HELD = "held"
    VOIDED = "voided"


def state_of_meeting(record: MeetingMark) -> MeetingState:
    """The state of a network meeting."""
    if record.voided_on is not None:
        return MeetingState.VOIDED
    if record.held_on is not None:
        return MeetingState.HELD
    return MeetingState.CALLED_OFF if record.called_off_on is not None else MeetingState.PLANNED


def meeting_day(record: MeetingMark) -> date:
    """The day a meeting stands under in a list."""
    return record.held_on or record.planned_on or record.called_off_on or date.min


def waiting_meetings(meetings: Iterable[M]) -> tuple[M, ...]:
    """Those planned that nobody has held or called off, the earliest first."""
    waiting = (one for one in meetings if state_of_meeting(one) is MeetingState.PLANNED)
    return tuple(sorted(waiting, key=meeting_day))


def next_meeting(meetings: Iterable[M]) -> M | None:
    """The one that answers belong to: the first that waits."""
    return next(iter(waiting_meetings(meetings)), None)


def answer_of(meeting: NetworkMeeting | None, person_id: str) -> Invitation:
    """What somebody answered to a meeting; NOT_ASKED where nobody asked them, or where there is none."""
    guests = meeting.guests if meeting is not None else ()
    return next((one.answer for one in guests if one.person_id == person_id), Invitation.NOT_ASKED)


def asked_to_any(meetings: Iterable[NetworkMeeting]) -> frozenset[str]:
    """Who was asked to, or came to, one of these meetings; those struck out do not count."""
    return frozenset(one.person_id for meeting in meetings if meeting.voided_on is None for one in meeting.guests)


def with_answer(guests: Iterable[Guest], person_id: str, answer: Invitation) -> tuple[Guest, ...]:
    """The guests once somebody is asked, has answered, or (NOT_ASKED) is no longer asked."""
    there = tuple(guests)
    rest = tuple(one for one in there if one.person_id != person_id)
    if answer is Invitation.NOT_ASKED:
        return rest
    mine = next((one for one in there if one.person_id == person_id), None)
    if mine is None:
        return (*there, Guest(person_id=person_id, answer=answer))
    changed = Guest(id=mine.id, person_id=person_id, answer=answer, came=mine.came)
    return tuple(changed if one is mine else one for one in there)


def with_invited(guests: Iterable[Guest], person_ids: Iterable[str]) -> tuple[Guest, ...]:
    """Exactly these are asked; who has answered already keeps the answer."""
    known = {one.person_id: one for one in guests}
    return tuple(known.get(person_id) or Guest(person_id=person_id) for person_id in person_ids)


def with_those_who_came(guests: Iterable[Guest], person_ids: Iterable[str]) -> tuple[Guest, ...]:
    """The guests with who came and who did not; those who came without having been asked are added."""
    there, came = tuple(guests), tuple(person_ids)
    asked = {one.person_id for one in there if one.answer is not Invitation.NOT_ASKED}
    kept = (
        Guest(id=one.id, person_id=one.person_id, answer=one.answer, came=one.person_id in came)
        for one in there
        if one.person_id in asked or one.person_id in came
    )
    known = {one.person_id for one in there}
    new = (Guest(person_id=key, answer=Invitation.NOT_ASKED, came=True) for key in came if key not in known)
    return (*kept, *new)
