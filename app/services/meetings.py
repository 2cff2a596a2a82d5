"""Network meetings: planned, answered, held, called off, and the promises made there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.meeting import check_meeting
from app.core.errors import demand
from app.core.meeting_state import MeetingState, meeting_day, state_of_meeting, with_answer
from app.core.records.follow_up import Agreement
from app.core.records.meeting import Guest, NetworkMeeting
from app.core.records.network import Invitation
from app.core.records.person import Person
from app.models.mapping import put, put_all, to_record
from app.models.meeting import MeetingGuestRow, NetworkMeetingRow
from app.models.person import PersonRow
from app.services import rows
from app.services.held import as_kept, keep_agreed

_LABELS = {
    MeetingState.PLANNED: "meeting-planned",
    MeetingState.CALLED_OFF: "meeting-called-off",
    MeetingState.HELD: "meeting-registered",
    MeetingState.VOIDED: "meeting-voided",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPart:
    """What a meeting brought: the record, what was promised at it, and the next one where it was planned.

    `agreements` None leaves alone what was promised before.
    """

    meeting: NetworkMeeting
    agreements: tuple[Agreement, ...] | None = None
    planned_next: NetworkMeeting | None = None


def meetings_of_case(session: Session, case_id: str) -> tuple[NetworkMeeting, ...]:
    """The network meetings of a case by the day they were held or planned, earliest first, struck out ones too."""
    found = rows.where(session, NetworkMeetingRow, NetworkMeetingRow.case_id, case_id)
    guests: dict[str, list[Guest]] = defaultdict(list)
    of_case = select(MeetingGuestRow).join(NetworkMeetingRow, NetworkMeetingRow.id == MeetingGuestRow.meeting_id)
    query = of_case.where(NetworkMeetingRow.case_id == case_id).order_by(MeetingGuestRow.position)
    for row in session.scalars(query):
        guests[row.meeting_id].append(to_record(row, Guest))
    records = (to_record(row, NetworkMeeting, guests=tuple(guests[row.id])) for row in found)
    return tuple(sorted(records, key=meeting_day))


def guests_of_case(session: Session, case_id: str) -> dict[str, Person]:
    """Everybody who was ever asked to a meeting of a case, or came, by their id."""
    query = (
        select(PersonRow)
        .join(MeetingGuestRow, MeetingGuestRow.person_id == PersonRow.id)
        .join(NetworkMeetingRow, NetworkMeetingRow.id == MeetingGuestRow.meeting_id)
    )
    return {
        row.id: to_record(row, Person) for row in session.scalars(query.where(NetworkMeetingRow.case_id == case_id))
    }


def save_meeting(session: Session, part: MeetingPart, today: date) -> Changes:
    """Keep a meeting with what it brought, whole or to be completed later; all of it or nothing. Raises `Invalid`."""
    _save(session, part.meeting, today, part.agreements)
    if part.planned_next is not None:
        _save(session, part.planned_next, today)
    label = _LABELS[state_of_meeting(part.meeting)]
    return Changes(label, case_ids=frozenset({part.meeting.case_id}))


def answer_invitation(
    session: Session, case_id: str, meeting_id: str, person_id: str, answer: Invitation, today: date
) -> Changes:
    """Note that somebody is asked, what they answered, or (NOT_ASKED) that they are not asked after all.

    Raises `NotFound`.
    """
    rows.get(session, NetworkMeetingRow, meeting_id)
    record = next(one for one in meetings_of_case(session, case_id) if one.id == meeting_id)
    _save(session, replace(record, guests=with_answer(record.guests, person_id, answer)), today)
    return Changes("invitation-answered", case_ids=frozenset({case_id}))


def void_meeting(session: Session, meeting_id: str, today: date, reason: str) -> Changes:
    """Strike out a meeting that was entered by mistake: kept, out of every figure. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, NetworkMeetingRow, meeting_id, today, reason)
    return Changes("meeting-voided", case_ids=frozenset({row.case_id}))


def _save(
    session: Session, record: NetworkMeeting, today: date, agreements: tuple[Agreement, ...] | None = None
) -> None:
    demand(check_meeting(record, today))
    record = as_kept(session, record, today, agreements, meetings_of_case)
    put(session, NetworkMeetingRow, record)
    there = rows.where(session, MeetingGuestRow, MeetingGuestRow.meeting_id, record.id)
    put_all(session, MeetingGuestRow, there, record.guests, meeting_id=record.id)
    keep_agreed(session, record, agreements)
