"""The sheet before a visit on the screen: read, settled there, printed from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.follow_up import Agreement
from app.services.agreements import agreements_of_case
from app.services.follow_ups import save_follow_up
from app.services.people import people_of_case, save_person
from app.ui.context import Context
from app.ui.dialogs.last_time_today import LastTimeToday
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.register_follow_up import RegisterFollowUp
from app.ui.pages.follow_ups_page import FollowUpsPage
from app.ui.pages.prints_page import PrintsPage
from app.ui.prints.registry import SHEET
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import press


@pytest.fixture
def case(office: Office) -> Case:
    case = office.case()
    held = office.held(case, office.measure(case), on=TODAY - timedelta(days=20), child_said="Jeg sover godt.")
    promise = Agreement(case_id=case.id, follow_up_id=held.id, what="Ringe til skolen")
    office.store.write(save_follow_up, held, TODAY, (promise,))
    office.person(case, "Karen", phone="0000 0001, 0000 0002")
    return case


@pytest.fixture
def sheet(context: Context, case: Case, qtbot: QtBot) -> LastTimeToday:
    made = LastTimeToday(context, case.id)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_said_is_due_and_whom_to_call_stand_there(sheet: LastTimeToday) -> None:
    assert sheet.said.text() == "Jeg sover godt."
    assert dict(sheet.last.facts())["Held on"].startswith("Tuesday 3 November 2026")
    assert dict(sheet.today.facts())["Planned for"] == "Not planned yet"
    assert sheet.due.list.lines()[0].lead.startswith("Follow-up: ")
    ((who, numbers),) = sheet.calls.numbers.facts()
    assert (who.split(" (")[0], numbers) == ("Karen", "0000 0001\n0000 0002")


def test_a_promise_is_settled_there_and_undone(sheet: LastTimeToday, context: Context, case: Case) -> None:
    (promise,) = context.read(agreements_of_case, case.id)
    field = sheet.promises.answer(promise.id)
    field.set_value("kept")
    field.edited.emit()
    (kept,) = context.read(agreements_of_case, case.id)
    assert (kept.kept, kept.settled_on) == (True, TODAY)
    sheet._on_undo()
    assert sheet.promises.answer(promise.id).value() == ""


def test_a_change_elsewhere_is_seen(sheet: LastTimeToday, context: Context, case: Case) -> None:
    (found,) = context.read(people_of_case, case.id)
    context.write(save_person, replace(found.person, phone="0000 0009"), TODAY)
    assert sheet.calls.numbers.facts()[0][1] == "0000 0009"


def test_the_follow_up_is_registered_and_the_sheet_printed_from_it(sheet: LastTimeToday, qtbot: QtBot) -> None:
    press(sheet, "Register")
    (form,) = sheet.findChildren(RegisterFollowUp)
    form.reject()
    press(sheet, "Print …")
    (printed,) = sheet.findChildren(PrintDocument)
    qtbot.waitUntil(lambda: bool(printed.pane.pdf()))
    printed.reject()


def test_it_is_opened_from_a_line_of_what_is_due(context: Context, case: Case, qtbot: QtBot) -> None:
    page = FollowUpsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    page._on_sheet()
    (opened,) = page.findChildren(LastTimeToday)
    opened.reject()


def test_it_stands_among_the_prints(context: Context, case: Case, qtbot: QtBot) -> None:
    page = PrintsPage(context)
    qtbot.addWidget(page)
    page.document.set_value(SHEET)
    page.document.edited.emit()
    page.show()
    page._on_all()
    qtbot.waitUntil(lambda: bool(page.pane.pdf()))
