"""On a full disk nothing typed is lost: the form says so itself, the text stays, and it saves once there is room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.core.records.case import Case
from app.models.errors import StoreFull
from app.services.caseload import caseworker
from app.services.journal import entries_of_case
from app.services.store import Store
from app.ui.context import Context
from app.ui.dialogs.write_note import WriteNote
from app.ui.pages.settings.who_card import WhoCard
from app.ui.widgets.drafts import DELAY_MS
from tests.factories import Office

LONG = "Mormor henter hver tirsdag. " * 300
FULL = "Not saved: the disk is full. What you typed is still here. Make room and save again."


@pytest.fixture
def case(office: Office) -> Case:
    return office.case()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def form(page: QWidget, context: Context, case: Case) -> WriteNote:
    """A long note, typed while the disk is full."""
    made = WriteNote(context, case.id, "Alma", parent=page)
    made.show()
    made.form.field("text").set_value(LONG)
    limit(context.store, 1)
    return made


def limit(store: Store, pages: int) -> None:
    """Let the store grow to so many pages and no more; 1 leaves it as large as it is."""

    def set_limit(session: Session) -> None:
        session.execute(text(f"PRAGMA max_page_count = {pages}"))

    store.scratch(set_limit)


def write_on(office: Office, case: Case, note: str) -> None:
    for _ in range(200):
        office.note(case, note)


def type_on(qtbot: QtBot, form: WriteNote) -> None:
    form.form.edited.emit()
    qtbot.wait(DELAY_MS + 100)


def test_a_form_that_cannot_be_saved_says_so_and_saves_once_there_is_room(
    form: WriteNote, context: Context, case: Case
) -> None:
    form.save_button.click()
    assert form.isVisible()
    assert form.refused() == FULL
    assert form.form.field("text").value() == LONG.strip()
    assert context.read(entries_of_case, case.id) == ()

    limit(context.store, 1_000_000)
    form.save_button.click()
    assert [entry.text for entry in context.read(entries_of_case, case.id)] == [LONG.strip()]


def test_a_form_whose_draft_cannot_be_kept_is_not_closed_unasked(qtbot: QtBot, form: WriteNote) -> None:
    type_on(qtbot, form)
    assert form.refused() == FULL
    form.reject()
    assert form.isVisible()
    assert "Close and lose the text" in [button.text() for button in form.findChildren(QPushButton)]
    form.reject()
    assert not form.isVisible()


def test_a_form_closes_as_ever_once_its_draft_is_kept(qtbot: QtBot, context: Context, form: WriteNote) -> None:
    type_on(qtbot, form)
    limit(context.store, 1_000_000)
    form.reject()
    assert not form.isVisible()


def test_who_you_are_stays_on_the_screen_where_it_cannot_be_saved(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    card = WhoCard(context)
    qtbot.addWidget(card)
    card.refresh()
    card.form.field("department").set_value("Familie og Unge")
    limit(context.store, 1)
    for length in (9000, 10):
        with pytest.raises(StoreFull):
            write_on(office, case, "x" * length)
    card.form.submitted.emit()
    assert FULL in [label.text() for label in card.findChildren(QLabel)]
    assert card.form.field("department").value() == "Familie og Unge"
    assert context.read(caseworker).department == ""
