"""A note can be changed for 14 days; after that the original stays, and corrections stand beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Invalid
from app.core.records.journal import JournalEntry
from app.core.transfer import Transferable
from app.services import journal
from app.services.store import Store
from app.services.transfers import mark_transferred
from tests.conftest import TODAY, Clock
from tests.factories import Office


def test_a_note_can_be_changed_on_its_fourteenth_day_and_not_on_the_next(office: Office, store: Store) -> None:
    note = office.note(office.case())
    last_day = TODAY + timedelta(days=14)
    store.write(journal.save_entry, replace(note, text="Rettet"), last_day)

    with pytest.raises(Invalid) as refused:
        store.write(journal.save_entry, replace(note, text="For sent"), last_day + timedelta(days=1))

    assert [p.code for p in refused.value.problems] == ["entry-locked"]


def test_a_note_locks_by_the_day_it_was_typed_not_the_day_it_tells_of(office: Office, store: Store) -> None:
    note = office.note(office.case(), on=TODAY - timedelta(days=60))

    store.write(journal.save_entry, replace(note, text="Rettet"), TODAY)

    assert store.read(journal.entries_of_case, note.case_id)[0].text == "Rettet"


def test_a_locked_note_can_still_be_struck_out_and_marked_as_transferred(
    office: Office, store: Store, clock: Clock
) -> None:
    case = office.case()
    note = office.note(case)
    clock.now += timedelta(days=100)
    later = TODAY + timedelta(days=100)

    store.write(mark_transferred, Transferable.ENTRY, (note.id,), later)
    store.write(journal.void_entry, note.id, later, "Forkert barn")

    (kept,) = store.read(journal.entries_of_case, case.id)
    assert (kept.text, kept.transferred_on, kept.voided_on, kept.void_reason) == (
        note.text,
        later,
        later,
        "Forkert barn",
    )


def test_a_correction_stands_beside_the_original(office: Office, store: Store, clock: Clock) -> None:
    case = office.case()
    note = office.note(case, "Far kom ikke.")
    clock.now += timedelta(days=30)
    later = TODAY + timedelta(days=30)
    correction = JournalEntry(case_id=case.id, on=note.on, text="Far kom for sent.", corrects_id=note.id)
    store.write(journal.save_entry, correction, later)

    newest, oldest = store.read(journal.entries_of_case, case.id)

    assert (newest.corrects_id, newest.typed_on, newest.on) == (note.id, later, TODAY)
    assert oldest.text == "Far kom ikke."


def test_a_note_of_ten_thousand_odd_characters_comes_back_whole(office: Office, store: Store) -> None:
    text = ("Łukasz & Оксана <b>محمد</b>\n" * 400)[:10_000]
    case = office.case()
    office.note(case, text)

    assert store.read(journal.entries_of_case, case.id)[0].text == text
