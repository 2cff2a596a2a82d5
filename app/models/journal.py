"""Journal entries."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from app.core.records.journal import EntryKind
from app.models.base import VoidableRow
from app.models.keys import case_key, key_of


class JournalEntryRow(VoidableRow):
    """A journal entry: see `app.core.records.journal.JournalEntry`."""

    __tablename__ = "journal_entry"
    searchable = ("text", "with_whom")

    case_id: Mapped[str] = case_key()
    kind: Mapped[EntryKind]
    on: Mapped[date]
    text: Mapped[str]
    child_spoken: Mapped[bool]
    with_whom: Mapped[str]
    corrects_id: Mapped[str | None] = key_of("journal_entry", nullable=True)
    transferred_on: Mapped[date | None]
