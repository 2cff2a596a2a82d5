"""The keys of the main window, what it says at its foot, and everything that Ctrl+K offers to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.services.caseload import statuses_since
from app.services.custody import Custody
from app.services.journal import entries_of_case
from app.ui.context import Context, Place
from app.ui.dialogs.enter_remarks import EnterRemarks
from app.ui.dialogs.export_calendar import ExportCalendar
from app.ui.dialogs.find_anything import FindDialog
from app.ui.dialogs.handed_prints import HandedPrints
from app.ui.dialogs.import_caseload import ImportCaseload
from app.ui.dialogs.not_transferred import NotTransferred
from app.ui.dialogs.open_case import OpenCase
from app.ui.dialogs.quick_note import QuickNoteDialog
from app.ui.dialogs.show_help import HelpDialog
from app.ui.dialogs.visit_day import VisitDay
from app.ui.lock import IdleWatch
from app.ui.lock_curtain import Curtain
from app.ui.main_window import MainWindow
from app.ui.pages.prints_page import PrintsPage
from app.ui.pages.registry import pages
from app.ui.prints.registry import PLAN, PRINTS
from app.ui.widgets.button import Button
from app.ui.widgets.toast import Toast
from app.vault.store_folder import DataFolder, StoreFolder
from app.vault.tries import WrongTries
from tests.conftest import KEY, TODAY, Clock
from tests.factories import Office

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(office: Office) -> Case:
    return office.case(first_name="Alma", last_name="Holm")


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, context: Context, clock: Clock, tmp_path: Path, case: Case
) -> Iterator[MainWindow]:
    custody = Custody(
        data=DataFolder(tmp_path),
        folder=StoreFolder(tmp_path / "caseload"),
        key=KEY,
        store=context.store,
        clock=clock,
        wrong_tries=WrongTries(),
    )
    made = MainWindow(context, pages(custody, IdleWatch(5, qapp)))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    context.go(Place.OVERVIEW)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


def toast(window: MainWindow) -> str:
    found = window.findChild(Toast)
    assert isinstance(found, Toast)
    return found.text()


def place(window: MainWindow) -> Place | None:
    return window.here.place if window.here else None


def shown(window: MainWindow) -> set[type[QWidget]]:
    return {type(dialog) for dialog in window.findChildren(QDialog) if dialog.isVisible()}


@pytest.mark.parametrize(
    ("key", "leads_to"),
    [
        (Qt.Key.Key_1, Place.OVERVIEW),
        (Qt.Key.Key_2, Place.CASES),
        (Qt.Key.Key_3, Place.FOLLOW_UPS),
        (Qt.Key.Key_6, Place.PRINTS),
        (Qt.Key.Key_Comma, Place.SETTINGS),
    ],
)
def test_each_page_has_its_number(qtbot: QtBot, window: MainWindow, key: Qt.Key, leads_to: Place) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2 if leads_to is Place.OVERVIEW else Qt.Key.Key_1, CTRL)
    assert place(window) is not leads_to
    qtbot.keyClick(window, key, CTRL)
    assert place(window) is leads_to


@pytest.mark.parametrize(
    ("key", "modifiers", "dialog"),
    [
        (Qt.Key.Key_K, CTRL, FindDialog),
        (Qt.Key.Key_N, CTRL, OpenCase),
        (Qt.Key.Key_J, CTRL, QuickNoteDialog),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, HelpDialog),
    ],
)
def test_a_key_opens_its_window(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, dialog: type[QDialog]
) -> None:
    qtbot.keyClick(window, key, modifiers)
    assert shown(window) == {dialog}


def test_undo_and_redo_say_what_they_did_and_when_there_is_nothing(
    qtbot: QtBot, window: MainWindow, context: Context, office: Office, case: Case
) -> None:
    office.note(case, "Ringede")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert toast(window) == "Undone: journal entry"
    assert context.read(entries_of_case, case.id) == ()
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert toast(window) == "Done again: journal entry"
    assert [entry.text for entry in context.read(entries_of_case, case.id)] == ["Ringede"]
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert toast(window) == "There is nothing to do again"


def test_every_command_of_the_search_does_what_it_says(
    qtbot: QtBot, window: MainWindow, context: Context, case: Case
) -> None:
    def run(name: str) -> None:
        qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
        find = next(dialog for dialog in window.findChildren(FindDialog) if dialog.isVisible())
        line = find.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.setText(name)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert not find.isVisible()

    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    offered = {line.lead for line in window.findChildren(FindDialog)[-1].lines()}
    window.findChildren(FindDialog)[-1].close()
    leads = {"Overview": Place.OVERVIEW, "Cases": Place.CASES, "Follow-ups": Place.FOLLOW_UPS, "Prints": Place.PRINTS}
    leads |= {"Calendar": Place.CALENDAR, "Statistics": Place.STATISTICS, "Settings": Place.SETTINGS}
    opens = {"New case": OpenCase, "Bring in a caseload": ImportCaseload, "Quick note": QuickNoteDialog}
    opens |= {"Calendar file for Outlook": ExportCalendar, "Visit day": VisitDay, "Not transferred": NotTransferred}
    opens |= {"Enter remarks from a summary": EnterRemarks, "Prints handed out": HandedPrints}
    prints = {f"Print: {one.name}" for one in PRINTS}
    assert offered == {*leads, *opens, *prints, "Undo", "Lock now"}
    for name, leads_to in leads.items():
        run(name)
        assert place(window) is leads_to
    for name, dialog in opens.items():
        run(name)
        assert shown(window) == {dialog}
        for there in window.findChildren(QDialog):
            there.close()
    with qtbot.waitSignal(window.lock_asked):
        run("Lock now")
    run("Undo")
    assert context.read(statuses_since, TODAY, context.catalogue, TODAY) == ()


def test_a_print_found_by_the_search_is_that_of_the_child_looked_at(
    qtbot: QtBot, window: MainWindow, context: Context, office: Office, case: Case
) -> None:
    office.case("Noah")
    context.go(Place.CASE, case.id)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    find = next(dialog for dialog in window.findChildren(FindDialog) if dialog.isVisible())
    line = find.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("Print: Plan")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    page = window.findChild(PrintsPage)
    assert isinstance(page, PrintsPage)
    assert page.isVisible()
    assert page.document.value() == PLAN
    assert page.chosen() == [case.id]


def test_ctrl_l_locks_from_a_dialog_too(qtbot: QtBot, qapp: QApplication, window: MainWindow, context: Context) -> None:
    """A dialog keeps keys from the window behind it, and whoever locks in a hurry does not close it first."""
    curtain = Curtain(context.words, window)
    curtain.start()
    locks: list[str] = []
    window.lock_asked.connect(lambda: locks.append("window"))
    curtain.lock_asked.connect(lambda: locks.append("dialog"))
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert locks == ["window"]
    qtbot.keyClick(window, Qt.Key.Key_J, CTRL)
    note = next(dialog for dialog in window.findChildren(QuickNoteDialog) if dialog.isVisible())
    line = note.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "l")
    assert locks == ["window"]
    qtbot.keyClick(line, Qt.Key.Key_L, CTRL)
    assert locks == ["window", "dialog"]
    qapp.removeEventFilter(curtain)


def test_f9_covers_every_window_and_no_other_key_gets_through(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, context: Context
) -> None:
    curtain = Curtain(context.words, window)
    curtain.start()
    qtbot.keyClick(window, Qt.Key.Key_J, CTRL)
    note = next(dialog for dialog in window.findChildren(QuickNoteDialog) if dialog.isVisible())
    line = note.findChild(QLineEdit)
    button = note.save_button
    assert isinstance(line, QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_F9)
    assert curtain.is_drawn
    for covered in (window, note):
        sheet = covered.childAt(covered.rect().center())
        assert sheet is not None
        assert "Show again" in " ".join(b.text() for b in sheet.window().findChildren(Button))
        assert covered.grab().toImage().pixelColor(5, 5) == covered.grab().toImage().pixelColor(40, 40)
    before = line.text()
    qtbot.keyClicks(line, "Alma")
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert line.text() == before
    assert note.isVisible()
    assert not note.form.problem_at("text")
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not curtain.is_drawn
    qtbot.keyClicks(line, "Alma")
    assert line.text() == f"{before}Alma"
    qapp.removeEventFilter(curtain)
