"""The list of cases: what it says of each, what is kept of it, and what is done from it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.changes import Changes
from app.core.records.case import LimitException
from app.services.cases import close_case, void_case
from app.services.store import Store
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.answer_exception import AnswerException
from app.ui.dialogs.close_case import CloseCase
from app.ui.dialogs.edit_case import EditCase
from app.ui.dialogs.import_caseload import ImportCaseload
from app.ui.dialogs.open_case import OpenCase
from app.ui.dialogs.reopen_case import ReopenCase
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.cases.actions import Verb
from app.ui.pages.cases.filters import CLOSED, CaseFilters
from app.ui.pages.cases_page import CasesPage
from app.ui.widgets.form_dialog import FormDialog
from tests.conftest import TODAY
from tests.factories import Office

LATE = TODAY - timedelta(days=200)


@pytest.fixture
def office(context: Context) -> Office:
    """An office that writes through the context, so that the page hears of it."""
    return Office(cast(Store, context), context.catalogue, TODAY)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> CasesPage:
    page = CasesPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def names(page: CasesPage) -> list[str]:
    return [row.status.file.child.first_name for row in page.table.rows()]


def cells(page: CasesPage, row: int = 0) -> dict[str, str]:
    table = page.table
    return {
        column.title: str(table.proxy.index(row, number).data()) for number, column in enumerate(table.model.columns)
    }


def choose(filters: CaseFilters, **values: str) -> None:
    for name, value in values.items():
        field = getattr(filters, name)
        field.set_value(value)
        field.edited.emit()


def test_a_line_says_where_the_child_stands_and_what_comes_next(page: CasesPage, office: Office) -> None:
    case = office.case(district="Nord")
    measure = office.measure(case, start=TODAY - timedelta(days=120))
    office.held(case, measure, on=TODAY - timedelta(days=2))
    assert cells(page) == {
        "Child": "Alma Kjær",
        "Step": "Prevention",
        "Measure": "Incredible Years Baby",
        "Next follow-up": "in 90 days · 21 Feb 2027",
        "Spoken with": "21 Nov",
        "Plan": "missing",
        "Map": "missing",
        "District": "Nord",
        "Note": "Rhythm not decided · No action plan issued · No network map",
    }


def test_a_child_under_clarification_says_what_is_clarified(page: CasesPage, office: Office) -> None:
    office.case(clarification="assessment")
    assert cells(page)["Measure"] == "Child welfare assessment"
    assert cells(page)["Next follow-up"] == "–"


def test_steps_sort_by_height_and_dates_by_day_with_none_last(page: CasesPage, office: Office) -> None:
    low, high = office.case("Alma"), office.case("Emil")
    office.measure(low, office.a_type(step=1), start=LATE)
    office.measure(high, office.a_type(step=4), start=TODAY)
    office.case("Ida")
    assert names(page) == ["Alma", "Emil", "Ida"]
    page.table.sort_by("step", descending=True)
    assert names(page) == ["Emil", "Alma", "Ida"]


def test_filters_narrow_the_list_and_are_kept_without_the_words(
    page: CasesPage, office: Office, context: Context, qtbot: QtBot
) -> None:
    first, second = office.case("Alma"), office.case("Emil")
    office.measure(first, start=LATE)
    office.measure(second, office.a_type(step=4), start=TODAY)
    choose(page.filters, due="over")
    assert names(page) == ["Alma"]
    choose(page.filters, due="", step=context.status(second.id).step.key)
    assert names(page) == ["Emil"]
    choose(page.filters, step="", text="alma")
    assert names(page) == ["Alma"]
    choose(page.filters, due="over")
    page.table.sort_by("child", descending=True)
    page.table.view.setColumnWidth(0, 333)
    again = CasesPage(context)
    qtbot.addWidget(again)
    again.show()
    assert again.filters.due.value() == "over"
    assert again.filters.text.value() == ""
    assert again.table.state()["descending"]
    assert again.table.view.columnWidth(0) == 333


def test_closed_and_struck_out_cases_stand_apart_with_their_reason(page: CasesPage, office: Office) -> None:
    closed, voided = office.case("Alma"), office.case("Emil")
    office.case("Ida")
    office.store.write(close_case, closed.id, TODAY, "Målene er nået", True)
    office.store.write(void_case, voided.id, TODAY, "Tastet to gange")
    assert names(page) == ["Ida"]
    choose(page.filters, which=CLOSED)
    reasons = {cells(page, row)["Child"]: cells(page, row)["Reason"] for row in range(2)}
    assert reasons == {"Alma Kjær": "Målene er nået", "Emil Kjær": "Struck out: Tastet to gange"}
    assert page.filters.due.isHidden()


def test_enter_opens_the_case(page: CasesPage, office: Office, context: Context, qtbot: QtBot) -> None:
    case = office.case()
    page.table.select(case.id)
    with qtbot.waitSignal(context.went) as went:
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert went.args == [Destination(Place.CASE, case.id)]


def test_what_can_be_done_follows_the_case(page: CasesPage, office: Office) -> None:
    asked = LimitException(case_id="", reason="Barnet er i fare", asked_on=TODAY)
    plain, awaited, closed = office.case("Alma"), office.case("Emil", exception=asked), office.case("Ida")
    office.store.write(close_case, closed.id, TODAY, "Målene er nået", True)

    def offered(case_id: str) -> set[Verb]:
        page.table.select(case_id)
        return {verb for verb, button in page.verbs.buttons.items() if not button.isHidden()}

    assert offered(plain.id) == {Verb.EDIT, Verb.CLOSE, Verb.VOID}
    assert offered(awaited.id) == {Verb.EDIT, Verb.ANSWER, Verb.CLOSE, Verb.VOID}
    choose(page.filters, which=CLOSED)
    assert offered(closed.id) == {Verb.EDIT, Verb.REOPEN, Verb.VOID}


@pytest.mark.parametrize(
    ("verb", "dialog"),
    [
        (Verb.EDIT, EditCase),
        (Verb.CLOSE, CloseCase),
        (Verb.REOPEN, ReopenCase),
        (Verb.ANSWER, AnswerException),
        (Verb.VOID, VoidRecord),
    ],
)
def test_a_verb_opens_its_form(page: CasesPage, office: Office, verb: Verb, dialog: type[FormDialog]) -> None:
    asked = LimitException(case_id="", reason="Barnet er i fare", asked_on=TODAY)
    case = office.case(exception=asked)
    page.table.select(case.id)
    page.verbs.asked.emit(verb.value)
    assert page.findChild(dialog) is not None


@pytest.mark.parametrize(("item", "dialog"), [("new", OpenCase), ("import", ImportCaseload)])
def test_a_destination_leads_into_the_form(page: CasesPage, item: str, dialog: type[FormDialog]) -> None:
    page.lead_to(Destination(Place.CASES, item=item))
    assert page.findChild(dialog) is not None


def test_striking_out_takes_the_case_off_the_list(page: CasesPage, office: Office, context: Context) -> None:
    case = office.case()
    page.table.select(case.id)
    page.verbs.asked.emit(Verb.VOID.value)
    dialog = page.findChild(VoidRecord)
    assert isinstance(dialog, VoidRecord)
    dialog.form.field("void_reason").set_value("Tastet to gange")
    told: list[Changes] = []
    context.changed.connect(told.append)
    dialog.save_button.click()
    assert [changes.label for changes in told] == ["case-voided"]
    assert page.open_table.rows() == ()


def test_a_date_of_another_year_says_its_year(page: CasesPage, office: Office) -> None:
    case = office.case()
    office.note(case, "Talte med Alma", child_spoken=True, on=date(2025, 3, 4))
    assert cells(page)["Spoken with"] == "4 Mar 2025"
