"""The append-only log as a chain: each entry's mac covers the entry and the mac before it."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.trail import LogEntryRow

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain stands: how many entries, the last one's mac, and when it was written."""

    count: int
    mac: str
    at: datetime | None


def head(session: Session) -> Head:
    """The chain's present head."""
    last = session.scalars(select(LogEntryRow).order_by(LogEntryRow.seq.desc()).limit(1)).first()
    return Head(last.seq, last.mac, last.at) if last else Head(0, START, None)


def append(session: Session, key: bytes, entry: LogEntryRow) -> None:
    """Add an entry to the chain; it is durable with the transaction it belongs to."""
    before = head(session)
    entry.seq = before.count + 1
    entry.mac = _mac(key, before.mac, entry)
    session.add(entry)
    session.flush()


def holds(session: Session, entry: LogEntryRow) -> bool:
    """Whether this very act is in the log already."""
    there = select(LogEntryRow.seq).where(
        LogEntryRow.at == entry.at,
        LogEntryRow.act == entry.act,
        LogEntryRow.case_id == entry.case_id,
        LogEntryRow.purpose == entry.purpose,
        LogEntryRow.detail == entry.detail,
    )
    return session.scalar(there.limit(1)) is not None


def mac_at(session: Session, seq: int) -> str | None:
    """The mac of one entry, to hold against a head that was noted elsewhere."""
    return START if seq == 0 else session.scalar(select(LogEntryRow.mac).where(LogEntryRow.seq == seq))


def first_break(session: Session, key: bytes) -> int | None:
    """The number of the first entry that does not follow from the one before it, or None where the chain is whole."""
    mac = START
    entries = session.scalars(select(LogEntryRow).order_by(LogEntryRow.seq).execution_options(yield_per=500))
    for expected, entry in enumerate(entries, start=1):
        if entry.seq != expected or not hmac.compare_digest(entry.mac, _mac(key, mac, entry)):
            return expected
        mac = entry.mac
    return None


def first_break_in_tail(session: Session, key: bytes, count: int) -> int | None:
    """As `first_break`, of the last `count` entries alone: quick, and what an attacker would touch first."""
    latest = select(LogEntryRow).order_by(LogEntryRow.seq.desc()).limit(count + 1)
    tail = list(reversed(session.scalars(latest).all()))
    if len(tail) <= count:
        return first_break(session, key)
    for before, entry in pairwise(tail):
        if entry.seq != before.seq + 1 or not hmac.compare_digest(entry.mac, _mac(key, before.mac, entry)):
            return entry.seq
    return None


def _mac(key: bytes, before: str, entry: LogEntryRow) -> str:
    told = [before, entry.seq, entry.at.isoformat(), entry.act, entry.case_id, entry.purpose, entry.detail]
    return hmac.new(key, json.dumps(told).encode(), hashlib.sha256).hexdigest()
