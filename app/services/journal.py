"""The journal of a case, and where the child goes to school."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.journal import check_entry, check_school_fact
from app.core.errors import demand
from app.core.records.case import SchoolFact
from app.core.records.journal import JournalEntry
from app.models.case import SchoolFactRow
from app.models.journal import JournalEntryRow
from app.models.mapping import put, to_record
from app.services import rows

LOCK_DAYS = 14
"""An entry can be changed for 14 days after it was typed; later a correction is added beside it."""


def entries_of_case(session: Session, case_id: str) -> tuple[JournalEntry, ...]:
    """The entries of a case, latest first."""
    found = rows.where(session, JournalEntryRow, JournalEntryRow.case_id, case_id)
    entries = [_entry(row) for row in found]
    return tuple(sorted(entries, key=lambda e: (e.on, e.typed_on), reverse=True))


def save_entry(session: Session, record: JournalEntry, today: date) -> Changes:
    """Keep an entry; a locked one is not changed. Raises `Invalid`."""
    there = session.get(JournalEntryRow, record.id)
    demand(check_entry(record, today, locked=there is not None and is_locked(_entry(there), today)))
    put(session, JournalEntryRow, record)
    return Changes("journal-saved", case_ids=frozenset({record.case_id}))


def void_entry(session: Session, entry_id: str, today: date, reason: str) -> Changes:
    """Strike out an entry that was made by mistake: kept, out of every figure, locked or not.

    Raises `Invalid`.
    """
    row = rows.strike_out(session, JournalEntryRow, entry_id, today, reason)
    return Changes("journal-voided", case_ids=frozenset({row.case_id}))


def is_locked(entry: JournalEntry, today: date) -> bool:
    """Whether the entry can only be corrected by another one."""
    return entry.typed_on is not None and today > entry.typed_on + timedelta(days=LOCK_DAYS)


def school_of_case(session: Session, case_id: str) -> tuple[SchoolFact, ...]:
    """School and day care through time, earliest first."""
    found = rows.where(session, SchoolFactRow, SchoolFactRow.case_id, case_id)
    return tuple(sorted((to_record(row, SchoolFact) for row in found), key=lambda fact: fact.start))


def save_school_fact(session: Session, record: SchoolFact) -> Changes:
    """Keep where the child goes; raises `Invalid`."""
    demand(check_school_fact(record))
    put(session, SchoolFactRow, record)
    return Changes("school-saved", case_ids=frozenset({record.case_id}))


def remove_school_fact(session: Session, fact_id: str) -> Changes:
    """Take a fact entered by mistake away."""
    row = rows.get(session, SchoolFactRow, fact_id)
    session.delete(row)
    return Changes("school-removed", case_ids=frozenset({row.case_id}))


def _entry(row: JournalEntryRow) -> JournalEntry:
    return to_record(row, JournalEntry, typed_on=row.created_at.astimezone().date())
