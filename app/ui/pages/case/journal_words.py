"""The journal in rows and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.dates import screen_date
from app.core.records.case import SchoolFact
from app.core.records.journal import JournalEntry
from app.labels import choice
from app.services.journal import is_locked
from app.ui.widgets.table_model import Column
from app.words import Words

_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry with the corrections that stand beside it."""

    entry: JournalEntry
    corrections: tuple[JournalEntry, ...]
    locked: bool


def entry_rows(entries: Sequence[JournalEntry], today: date) -> tuple[EntryRow, ...]:
    """The entries in their order; a correction stands with what it corrects and is no row of its own."""
    ids = {entry.id for entry in entries}
    beside: dict[str, list[JournalEntry]] = {}
    for entry in entries:
        if entry.corrects_id in ids and entry.corrects_id is not None:
            beside.setdefault(entry.corrects_id, []).insert(0, entry)
    return tuple(
        EntryRow(entry, tuple(beside.get(entry.id, ())), is_locked(entry, today))
        for entry in entries
        if entry.corrects_id not in ids
    )


def excerpt(text: str) -> str:
    """The beginning of a text in one line."""
    line = " ".join(text[: 2 * _EXCERPT].split())
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT].rstrip()} …"


def facts_of(row: EntryRow, words: Words) -> list[tuple[str, str]]:
    """What is noted of an entry beside its text."""
    entry = row.entry
    state = words.tr("locked, can be corrected") if row.locked else ""
    moved = screen_date(entry.transferred_on)
    voided = screen_date(entry.voided_on)
    return [
        (words.tr("With"), entry.with_whom),
        (words.tr("The child"), words.tr("was spoken with") if entry.child_spoken else ""),
        (words.tr("Case system"), words.tr("transferred {date}", date=moved) if moved else ""),
        (words.tr("Entry"), "" if voided else state),
        (words.tr("Struck out"), f"{voided}: {entry.void_reason}" if voided else ""),
    ]


def columns(words: Words) -> Sequence[Column[EntryRow]]:
    """The columns of the journal."""

    def struck(row: EntryRow) -> bool:
        return row.entry.voided_on is not None

    return (
        Column(
            key="on",
            title=words.tr("Date"),
            text=lambda row: screen_date(row.entry.on),
            sort=lambda row: row.entry.on,
            struck=struck,
        ),
        Column(
            key="kind",
            title=words.tr("Kind"),
            text=lambda row: choice(words, row.entry.kind),
            dot=lambda row: "ok" if row.entry.child_spoken else "",
            strong=True,
            struck=struck,
        ),
        Column(
            key="notes",
            title=words.tr("Remarks"),
            text=lambda row: remarks(row, words),
        ),
        Column(key="text", title=words.tr("Text"), text=lambda row: excerpt(row.entry.text), struck=struck),
    )


def remarks(row: EntryRow, words: Words) -> str:
    """What is to know of an entry in a few words."""
    entry = row.entry
    found = (
        words.tr("struck out") if entry.voided_on else "",
        words.trn("{n} correction", "{n} corrections", len(row.corrections)) if row.corrections else "",
        words.tr("child spoken with") if entry.child_spoken else "",
        words.tr("transferred") if entry.transferred_on else "",
    )
    return ", ".join(part for part in found if part)


def school_columns(words: Words) -> Sequence[Column[SchoolFact]]:
    """The columns of school and day care."""
    return (
        Column(
            key="kind",
            title=words.tr("Kind"),
            text=lambda fact: choice(words, fact.kind),
            strong=True,
        ),
        Column(key="name", title=words.tr("Place"), text=lambda fact: fact.name),
        Column(key="grade", title=words.tr("Class"), text=lambda fact: fact.grade),
        Column(
            key="start",
            title=words.tr("From"),
            text=lambda fact: screen_date(fact.start),
            sort=lambda fact: fact.start,
        ),
        Column(key="end", title=words.tr("Ended"), text=lambda fact: screen_date(fact.end), sort=lambda fact: fact.end),
    )
