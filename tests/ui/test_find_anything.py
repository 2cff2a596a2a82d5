"""Ctrl+K leads to what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.services.store import Store
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.find_anything import Command, FindDialog
from app.ui.widgets.list_rows import ListRows
from tests.factories import Office


def field(dialog: FindDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def opened(qtbot: QtBot, context: Context, *commands: Command) -> FindDialog:
    dialog = FindDialog(context, commands)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_typing_a_name_and_enter_leads_to_the_case(qtbot: QtBot, context: Context, office: Office) -> None:
    case = office.case("Åse", "Østergård")
    dialog = opened(qtbot, context)
    QTest.keyClicks(field(dialog), "oster")
    with qtbot.waitSignal(context.went) as went:
        QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert went.args is not None
    destination: Destination = went.args[0]
    assert (destination.place, destination.case_id) == (Place.CASE, case.id)


def test_the_arrow_keys_choose_while_the_text_keeps_the_focus(qtbot: QtBot, context: Context, office: Office) -> None:
    case = office.case("Bo", "Lund")
    note = office.note(case, "Bo sov godt.")
    dialog = opened(qtbot, context)
    QTest.keyClicks(field(dialog), "bo")
    hits = dialog.findChild(ListRows)
    assert hits is not None
    before = hits.grab().toImage()
    QTest.keyClick(field(dialog), Qt.Key.Key_Down)
    assert hits.grab().toImage() != before, "one does not see which line Enter opens"
    with qtbot.waitSignal(context.went) as went:
        QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert went.args is not None
    assert (went.args[0].tab, went.args[0].item) == ("journal", note.id)


def test_a_command_is_found_by_its_name_and_run(qtbot: QtBot, context: Context) -> None:
    ran: list[str] = []
    dialog = opened(
        qtbot, context, Command("New case", "Ctrl+N", lambda: ran.append("new")), Command("Lock", "", lambda: None)
    )
    assert [line.lead for line in dialog.lines()] == ["New case", "Lock"]
    QTest.keyClicks(field(dialog), "case")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert ran == ["new"]


def test_a_command_is_found_by_some_words_of_its_name(qtbot: QtBot, context: Context) -> None:
    names = ("Print: Plan", "Print: Plan for the child", "Print: Genogram")
    dialog = opened(qtbot, context, *(Command(name, "", lambda: None) for name in names))
    QTest.keyClicks(field(dialog), "print plan ")
    assert [line.lead for line in dialog.lines()] == ["Print: Plan", "Print: Plan for the child"]
    QTest.keyClicks(field(dialog), "chi")
    assert [line.lead for line in dialog.lines()] == ["Print: Plan for the child"]


def test_a_search_is_logged_without_its_words(qtbot: QtBot, context: Context, office: Office, store: Store) -> None:
    office.case("Åse", "Østergård")
    dialog = opened(qtbot, context)
    QTest.keyClicks(field(dialog), "oster")
    dialog.reject()
    logged = store.read(lambda s: s.execute(text("SELECT act, detail FROM access_log ORDER BY seq DESC")).first())
    assert logged is not None
    assert logged.act == "search"
    assert "oster" not in logged.detail.lower()


def test_what_is_not_there_is_said_to_be_not_found(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    QTest.keyClicks(field(dialog), 'NEAR("')
    assert dialog.lines() == ()
