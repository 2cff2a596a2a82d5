"""The journal: dated notes, visits, calls and conversations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id


class EntryKind(StrEnum):
    """What a journal entry records."""

    NOTE = "note"
    VISIT = "visit"
    CALL = "call"
    CHILD_TALK = "child_talk"
    MEETING = "meeting"
    SUPERVISION = "supervision"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One entry. `on` is the day it happened; the day it was typed is the row's created stamp.

    `child_spoken` counts towards "child last spoken with". An entry locks 14 days after it was typed; `corrects_id`
    names the locked entry that this one corrects.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    kind: EntryKind = EntryKind.NOTE
    on: date
    text: str = ""
    child_spoken: bool = False
    with_whom: str = ""
    corrects_id: str | None = None
    transferred_on: date | None = None
    voided_on: date | None = None
    void_reason: str = ""
    typed_on: date | None = None
