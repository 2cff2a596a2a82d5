"""Entries of the journal in words."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.dates import long_date
from app.core.records.journal import JournalEntry
from app.labels.choices import choice
from app.words import Words


def entry_days(words: Words, entry: JournalEntry) -> str:
    """The day it happened, and the day it was typed where that is another."""
    day = long_date(entry.on, words.language)
    if entry.typed_on is None or entry.typed_on == entry.on:
        return day
    return words.tr("{day} · typed {typed}", day=day, typed=long_date(entry.typed_on, words.language))


def entry_text(words: Words, entries: Iterable[JournalEntry], child: str) -> str:
    """An entry and its corrections as clean text, for the municipality's case system; no CPR number stands in it."""
    return "\n\n".join(_plain(words, entry, child) for entry in entries)


def _plain(words: Words, entry: JournalEntry, child: str) -> str:
    kind = choice(words, entry.kind)
    title = words.tr("Correction: {kind}", kind=kind) if entry.corrects_id else kind
    head = [f"{title}, {child}, {entry_days(words, entry)}"]
    if entry.with_whom:
        head.append(words.tr("With: {names}", names=entry.with_whom))
    if entry.child_spoken:
        head.append(words.tr("The child was spoken with."))
    return "\n".join(head) + "\n\n" + entry.text.strip()
