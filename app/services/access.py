"""The log of access: reading it, and proving that nothing was altered or taken out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.errors import ForlaensError
from app.models import database, log_chain
from app.models.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly
from app.models.trail import LogEntryRow
from app.services.store import Act, Store
from app.vault.keys import DataKey

_TAIL = 50
_NOT_DAMAGE = (StoreBusy, StoreFull, StoreReadOnly)


class LogAltered(StoreDamaged):
    """The chain of the log does not hold: an entry was changed, or taken out of the middle."""

    code = "log-altered"


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """One act in the log."""

    seq: int
    at: datetime
    act: Act
    case_id: str
    purpose: str
    detail: str


def entries(session: Session, *, case_id: str = "", limit: int = 2_000) -> tuple[AccessEntry, ...]:
    """The latest acts, newest first; of one case where `case_id` is given."""
    query = select(LogEntryRow).order_by(LogEntryRow.seq.desc()).limit(limit)
    if case_id:
        query = query.where(LogEntryRow.case_id == case_id)
    return tuple(_record(row) for row in session.scalars(query))


def look_ups_of(session: Session, case_id: str) -> tuple[AccessEntry, ...]:
    """Every act on a case but writing, oldest first: what a citizen may have, as dates and purposes."""
    query = select(LogEntryRow).where(LogEntryRow.case_id == case_id, LogEntryRow.act != Act.WRITE)
    return tuple(_record(row) for row in session.scalars(query.order_by(LogEntryRow.seq)))


def first_entry_at(session: Session) -> datetime | None:
    """When the store was made."""
    return session.scalar(select(LogEntryRow.at).order_by(LogEntryRow.seq).limit(1))


def damage_at_end(store: Store, log_key: bytes) -> ForlaensError | None:
    """Whether the last entries follow from each other: quick enough for every unlocking."""
    broken = store.read(log_chain.first_break_in_tail, log_key, _TAIL)
    return LogAltered(f"entry {broken}") if broken else None


def damage(store: Store, path: Path, key: DataKey) -> ForlaensError | None:
    """What is wrong with any page of the file or any entry of the log; reads everything, so not on the screen's thread.

    A page can be met while it is being written, and a disk can fail once: a finding counts when it is made twice.
    """
    torn = _torn_pages(path, key) and _torn_pages(path, key)
    if torn:
        return torn
    broken = store.read(log_chain.first_break, key.derive("log"))
    return LogAltered(f"entry {broken}") if broken else None


def _torn_pages(path: Path, key: DataKey) -> ForlaensError | None:
    try:
        database.verify(path, key.raw)
    except _NOT_DAMAGE:
        return None
    except StoreError as error:
        return error
    return None


def _record(row: LogEntryRow) -> AccessEntry:
    return AccessEntry(row.seq, row.at, Act(row.act), row.case_id, row.purpose, row.detail)
