"""The bridge to the municipality's case system: what was not copied there yet, and what now was."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.records.follow_up import FollowUp
from app.core.records.journal import JournalEntry
from app.core.records.meeting import NetworkMeeting
from app.core.records.plan import PlanVersion
from app.core.transfer import Transferable, Transferred, Waiting, is_waiting_for_transfer
from app.models.follow_up import FollowUpRow
from app.models.journal import JournalEntryRow
from app.models.mapping import to_record
from app.models.meeting import NetworkMeetingRow
from app.models.plan import PlanVersionRow
from app.services import rows
from app.services.cases import CaseAndChild, all_cases

_Row = FollowUpRow | JournalEntryRow | PlanVersionRow | NetworkMeetingRow
_ROWS: dict[Transferable, type[_Row]] = {
    Transferable.FOLLOW_UP: FollowUpRow,
    Transferable.ENTRY: JournalEntryRow,
    Transferable.PLAN: PlanVersionRow,
    Transferable.MEETING: NetworkMeetingRow,
}


def not_transferred(session: Session) -> tuple[Waiting, ...]:
    """What waits in all cases, open and closed, the oldest first; cases entered by mistake are left out."""
    pairs = {pair.case.id: pair for pair in all_cases(session) if pair.case.voided_on is None}
    found = []
    for kind, table in _ROWS.items():
        waiting: Iterable[_Row] = session.scalars(select(table).where(table.transferred_on.is_(None)))
        for row in waiting:
            if row.case_id in pairs and is_waiting_for_transfer(record := _record(row)):
                found.append(_waiting(kind, record, pairs[row.case_id]))
    return tuple(sorted(found, key=lambda one: (one.day, one.child, one.kind, one.record_id)))


def mark_transferred(session: Session, kind: Transferable, record_ids: Collection[str], today: date) -> Changes:
    """Note that records were copied to the municipality's case system, locked or not. Raises `NotFound`."""
    marked: list[_Row] = [rows.get(session, _ROWS[kind], record_id) for record_id in record_ids]
    for row in marked:
        row.transferred_on = today
    return Changes("transferred", case_ids=frozenset(row.case_id for row in marked))


def _record(row: _Row) -> Transferred:
    match row:
        case FollowUpRow():
            return to_record(row, FollowUp)
        case JournalEntryRow():
            return to_record(row, JournalEntry)
        case NetworkMeetingRow():
            return to_record(row, NetworkMeeting)
        case _:
            return to_record(row, PlanVersion)


def _waiting(kind: Transferable, record: Transferred, pair: CaseAndChild) -> Waiting:
    match record:
        case FollowUp():
            day, about = record.held_on or date.min, record.place
        case JournalEntry():
            day, about = record.on, record.text
        case NetworkMeeting():
            day, about = record.held_on or date.min, record.purpose
        case _:
            day, about = record.issued_on, str(record.number)
    return Waiting(
        kind=kind,
        record_id=record.id,
        case_id=record.case_id,
        child=pair.child.name,
        municipal_number=pair.case.municipal_number,
        day=day,
        about=about,
    )
