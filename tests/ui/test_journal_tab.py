"""The journal: newest first, read in full, corrected beside the original, copied once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.core.records.case import Case, SchoolFact, SchoolKind
from app.core.records.journal import EntryKind
from app.core.transfer import Transferable
from app.services import drafts
from app.services.journal import entries_of_case, save_school_fact, school_of_case
from app.services.transfers import mark_transferred
from app.ui.context import Context
from app.ui.dialogs.edit_school_fact import EditSchoolFact
from app.ui.dialogs.quick_note import QuickNoteDialog
from app.ui.dialogs.write_note import WriteNote
from app.ui.pages.case.journal_tab import JournalTab
from tests.conftest import TODAY, Clock
from tests.factories import Office


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


def shown(qtbot: QtBot, context: Context, case: Case) -> JournalTab:
    tab = JournalTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.resize(1100, 600)
    tab.show()
    return tab


def test_the_newest_entry_stands_first_and_is_read_in_full(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    long = ("<b>Łukasz</b> & Оксана. " * 500)[:10_000].strip()
    office.note(case, long)
    office.note(case, "Tidligere", on=TODAY - timedelta(days=9))

    tab = shown(qtbot, context, case)

    assert [row.entry.on for row in tab.table.rows()] == [TODAY, TODAY - timedelta(days=9)]
    assert tab.detail.text() == long


def test_the_day_it_was_typed_is_told_where_it_differs(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    note = office.note(case, on=date(2026, 11, 2))
    tab = shown(qtbot, context, case)

    tab.show_item(note.id)

    assert tab.detail._subtitle.text() == "2 November 2026 · typed 23 November 2026"


def test_entries_are_filtered_by_kind_and_by_words_far_down_in_the_text(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.note(case, "x " * 400 + "cykeltur", kind=EntryKind.VISIT)
    office.note(case, "Ringede", kind=EntryKind.CALL)
    tab = shown(qtbot, context, case)

    tab.search.set_value("CYKEL")
    tab.search.edited.emit()
    assert [row.entry.kind for row in tab.table.rows()] == [EntryKind.VISIT]

    tab.kind.set_value(EntryKind.CALL)
    tab.kind.edited.emit()
    assert tab.table.rows() == ()


def test_a_locked_entry_is_corrected_beside_the_original(
    qtbot: QtBot, context: Context, office: Office, case: Case, clock: Clock
) -> None:
    note = office.note(case, "Far kom ikke.")
    clock.now += timedelta(days=15)
    tab = shown(qtbot, context, case)
    (row,) = tab.table.rows()
    assert row.locked

    correcting = WriteNote(context, case.id, "Alma", corrects=row.entry)
    qtbot.addWidget(correcting)
    correcting.form.set_values({"text": "Far kom for sent."})
    correcting.save_button.click()

    (row,) = tab.table.rows()
    assert row.entry.text == note.text
    assert tab.detail.text().startswith("Far kom ikke.")
    assert "Far kom for sent." in tab.detail.text()


def test_copying_gives_clean_text_and_marks_the_entry(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.note(
        case, "Alma fortalte om <b>fodbold</b>.", kind=EntryKind.CHILD_TALK, child_spoken=True, with_whom="Alma"
    )
    tab = shown(qtbot, context, case)

    tab._on_copy_key()

    assert QGuiApplication.clipboard().text() == (
        "Conversation with the child, Alma Kjær, 23 November 2026\n"
        "With: Alma\n"
        "The child was spoken with.\n\n"
        "Alma fortalte om <b>fodbold</b>."
    )
    assert context.read(entries_of_case, case.id)[0].transferred_on == TODAY
    assert tab.detail.facts()["Case system"] == "transferred 23-11-2026"


def test_an_entry_changed_after_it_was_transferred_is_to_be_transferred_again(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    note = office.note(case)
    context.write(mark_transferred, Transferable.ENTRY, (note.id,), TODAY)
    (entry,) = context.read(entries_of_case, case.id)
    dialog = WriteNote(context, case.id, "Alma", entry=entry)
    qtbot.addWidget(dialog)

    dialog.form.set_values({"text": "Rettet"})
    dialog.save_button.click()

    (entry,) = context.read(entries_of_case, case.id)
    assert (entry.text, entry.transferred_on) == ("Rettet", None)


def test_a_conversation_with_the_child_counts_as_one(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    dialog = WriteNote(context, case.id, "Alma")
    qtbot.addWidget(dialog)
    dialog.form.set_values({"kind": EntryKind.CHILD_TALK, "text": "Vi talte"})
    dialog.form.field("kind").edited.emit()

    dialog.save_button.click()

    assert office.status(case).spoken_on == TODAY


@pytest.mark.parametrize(
    ("values", "field"), [({"text": ""}, "text"), ({"text": "x", "on": None}, "on"), ({"on": date(2027, 1, 1)}, "on")]
)
def test_what_is_wrong_with_a_note_stands_beside_the_field(
    qtbot: QtBot, context: Context, case: Case, values: dict[str, object], field: str
) -> None:
    dialog = WriteNote(context, case.id, "Alma")
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.form.set_values(values)
    dialog.save_button.click()

    assert dialog.form.problem_at(field)
    assert context.read(entries_of_case, case.id) == ()


def test_school_is_entered_changed_and_removed(qtbot: QtBot, context: Context, case: Case) -> None:
    fact = SchoolFact(case_id=case.id, kind=SchoolKind.DAY_CARE, name="Solstrålen", start=date(2020, 8, 1))
    context.write(save_school_fact, fact)
    tab = shown(qtbot, context, case)
    changing = EditSchoolFact(context, case.id, "Alma", fact)
    qtbot.addWidget(changing)
    changing.form.set_values({"end": date(2023, 8, 1)})
    changing.save_button.click()
    adding = EditSchoolFact(context, case.id, "Alma")
    qtbot.addWidget(adding)
    adding.form.set_values({"name": "Engskolen", "grade": "3.b", "start": date(2023, 8, 1)})
    adding.save_button.click()
    assert [one.name for one in tab.school.table.rows()] == ["Engskolen", "Solstrålen"]

    tab.school.table.select(fact.id)
    tab.school._remove.click()

    assert [one.name for one in context.read(school_of_case, case.id)] == ["Engskolen"]


def test_a_quick_note_lands_in_the_journal_of_the_child_typed(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    emil = office.case("Emil")
    dialog = QuickNoteDialog(context)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog._child.edit, "Emil Kjær")
    dialog.form.set_values({"text": "Mor ringede."})

    dialog.save_button.click()

    (entry,) = context.read(entries_of_case, emil.id)
    assert (entry.text, entry.on, entry.kind) == ("Mor ringede.", TODAY, EntryKind.NOTE)
    assert context.read(entries_of_case, case.id) == ()


def test_a_quick_note_knows_the_child_by_a_beginning_that_no_other_has(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    emil, _ = office.case("Emil"), office.case("Emma")
    dialog = QuickNoteDialog(context)
    qtbot.addWidget(dialog)
    dialog.form.set_values({"text": "Mor ringede."})
    qtbot.keyClicks(dialog._child.edit, "em")
    dialog.save_button.click()
    assert dialog.form.problem_at("child")

    qtbot.keyClicks(dialog._child.edit, "i")
    dialog._child.edit.editingFinished.emit()
    assert dialog._child.value() == "Emil Kjær"
    dialog.save_button.click()
    assert len(context.read(entries_of_case, emil.id)) == 1


def test_a_quick_note_from_a_case_needs_no_more_than_the_words(qtbot: QtBot, context: Context, case: Case) -> None:
    dialog = QuickNoteDialog(context, case.id)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog._text.edit

    qtbot.keyClicks(dialog._text.edit, "Ringede til skolen")
    dialog.save_button.click()

    assert context.read(entries_of_case, case.id)[0].text == "Ringede til skolen"


def test_a_quick_note_without_a_known_child_is_kept_as_a_draft(qtbot: QtBot, context: Context, case: Case) -> None:
    dialog = QuickNoteDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog._text.edit, "Halvt skrevet")
    dialog.save_button.click()
    assert dialog.form.problem_at("child")

    dialog.reject()

    draft = context.read(drafts.draft, "quick-note", "")
    assert draft is not None
    assert draft.state["text"] == "Halvt skrevet"
