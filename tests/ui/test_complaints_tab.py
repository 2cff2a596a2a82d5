"""Complaints, requests for access to the file, and breakdowns: what came in, by when, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.decision import ComplaintResult, DecisionKind
from app.core.records.measure import Breakdown, EndReason
from app.services.cases import close_case
from app.services.decisions import access_requests_of_case, complaints_of_case
from app.services.store import Store
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.register_access_request import RegisterAccessRequest
from app.ui.dialogs.register_complaint import RegisterComplaint
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.case.complaints_tab import ComplaintsTab
from tests.conftest import TODAY
from tests.factories import Office

YESTERDAY = TODAY - timedelta(days=1)
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def office(office: Office, context: Context) -> Office:
    """Writes as the program does, so that the tab hears of it."""
    return replace(office, store=cast(Store, context))


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


@pytest.fixture
def tab(qtbot: QtBot, context: Context, case: Case) -> ComplaintsTab:
    made = ComplaintsTab(context)
    qtbot.addWidget(made)
    made.show_case(case.id)
    made.resize(1100, 600)
    made.show()
    return made


def dialog(tab: ComplaintsTab, kind: type[D]) -> D:
    (found,) = (one for one in tab.findChildren(kind) if one.isVisible())
    return found


def cells(tab: ComplaintsTab, column: str) -> list[str]:
    (shown,) = (one for one in tab.table.model.columns if one.key == column)
    return [shown.text(row) for row in tab.table.rows()]


# The list


def test_an_empty_case_says_what_belongs_here_and_offers_the_first_step(tab: ComplaintsTab) -> None:
    assert not tab.detail.isVisible()
    tab._empty.button.click()
    assert dialog(tab, RegisterComplaint).isVisible()


def test_complaints_and_requests_stand_in_one_list_with_their_deadlines(
    office: Office, case: Case, tab: ComplaintsTab
) -> None:
    office.complaint(case, received_on=TODAY - timedelta(days=40))
    office.complaint(case, office.decision(case), received_on=YESTERDAY)
    office.access_request(case)

    assert cells(tab, "what") == ["Access to the file", "Complaint over a decision", "Complaint over the casework"]
    assert cells(tab, "deadline") == ["in 9 days", "in 27 days", ""]
    assert cells(tab, "state") == ["To be answered"] * 3


def test_a_deadline_is_told_with_the_law_it_comes_from(office: Office, case: Case, tab: ComplaintsTab) -> None:
    office.access_request(case, received_on=date(2026, 11, 9))
    (said,) = tab.detail.deadlines.sentences()
    assert "18-11-2026, 5 days over the due date" in said
    assert "7 working days after the request was received on 09-11-2026 (FVL §\N{NO-BREAK SPACE}16)" in said
    (row,) = tab.table.rows()
    assert row.running[0].tone == "over"


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "To be answered"),
        ({"reassessed_on": TODAY}, "Reassessed"),
        ({"reassessed_on": TODAY, "sent_on": TODAY}, "At the appeals board"),
        ({"answered_on": TODAY}, "Answered"),
        ({"answered_on": TODAY, "result": ComplaintResult.RETURNED}, "Returned to be decided anew"),
    ],
)
def test_how_far_a_complaint_has_come(
    office: Office, case: Case, tab: ComplaintsTab, values: dict[str, object], state: str
) -> None:
    office.complaint(case, office.decision(case), received_on=TODAY, **values)
    assert cells(tab, "state") == [state]


def test_a_closed_case_still_answers_what_came_in(
    office: Office, context: Context, case: Case, tab: ComplaintsTab
) -> None:
    office.access_request(case)
    context.write(close_case, case.id, TODAY, "Flyttet", True)
    assert cells(tab, "deadline") == ["in 9 days"]


def test_placements_that_broke_down_are_listed_and_lead_to_their_measure(
    qtbot: QtBot, office: Office, case: Case, tab: ComplaintsTab
) -> None:
    foster = office.a_type(step=4, placement=True)
    ended = {"start": TODAY - timedelta(days=90), "end": YESTERDAY, "end_reason": EndReason.BREAKDOWN}
    broken = office.measure(case, foster, breakdown=Breakdown.CHILD, **ended)
    office.measure(case, foster, start=YESTERDAY)

    (row,) = tab.breakdowns.table.rows()
    assert row == broken
    tab.breakdowns.table.select(broken.id)
    with qtbot.waitSignal(tab.context.went) as led:
        qtbot.keyClick(tab.breakdowns.table.view, Qt.Key.Key_Return)
    assert led.args == [Destination(Place.CASE, case.id, "measures", broken.id)]


def test_both_kinds_are_struck_out(office: Office, context: Context, case: Case, tab: ComplaintsTab) -> None:
    for record in (office.complaint(case), office.access_request(case)):
        tab.show_item(record.id)
        tab.detail._void.click()
        asked = dialog(tab, VoidRecord)
        asked.form.set_values({"void_reason": "Forkert sag"})
        asked.save_button.click()

    assert context.read(complaints_of_case, case.id)[0].void_reason == "Forkert sag"
    assert context.read(access_requests_of_case, case.id)[0].void_reason == "Forkert sag"
    assert cells(tab, "state") == ["Struck out"] * 2
    assert tab.detail.facts()["Struck out"] == "23-11-2026: Forkert sag"
    tab._on_edit()
    assert not [one for one in tab.findChildren(QDialog) if one.isVisible()]


# Complaint


def complaint_form(tab: ComplaintsTab, item: str = "complaint", **values: Any) -> RegisterComplaint:
    tab.show_item(item)
    form = dialog(tab, RegisterComplaint)
    form.form.set_values({"complainant": "Karen", "about": "Ikke enig."} | values)
    form.form.edited.emit()
    return form


def test_a_complaint_over_a_decision_shows_its_four_weeks(
    office: Office, context: Context, case: Case, tab: ComplaintsTab
) -> None:
    decision = office.decision(case)
    form = complaint_form(tab, f"complaint:{decision.id}")
    assert form._until.text() == "The decision can be complained over until 16-12-2026."
    assert "21-12-2026, in 28 days" in form._live.sentences()[0]
    assert form.form.row("reassessed_on").isVisible()

    form.form.set_values({"received_on": TODAY - timedelta(days=4)})
    form.form.edited.emit()
    assert "17-12-2026" in form._live.sentences()[0]

    form.save_button.click()
    (found,) = context.read(complaints_of_case, case.id)
    assert (found.decision_id, found.complainant) == (decision.id, "Karen")
    assert tab.detail.facts()["Complaint over"] == "Decision of 18-11-2026: Supportive measure"


def test_the_committee_does_not_reassess_its_decisions(office: Office, case: Case, tab: ComplaintsTab) -> None:
    decision = office.decision(case, DecisionKind.PLACEMENT, by_committee=True)
    form = complaint_form(tab, f"complaint:{decision.id}")
    assert form._until.text() == "Decisions of the children and youth committee are not reassessed."
    assert form._live.sentences() == []


def test_a_complaint_over_the_casework_has_no_clock_and_no_result(
    context: Context, case: Case, tab: ComplaintsTab
) -> None:
    form = complaint_form(tab, decision_id="casework", answered_on=TODAY, answer="Beklaget.")
    assert form._live.sentences() == []
    assert not form._until.isVisible()
    assert not form.form.row("result").isVisible()
    form.form.set_values({"result": ComplaintResult.UPHELD.value, "sent_on": TODAY})

    form.save_button.click()

    (found,) = context.read(complaints_of_case, case.id)
    assert (found.decision_id, found.result, found.sent_on, found.answer) == (None, None, None, "Beklaget.")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"decision_id": ""}, "decision_id"),
        ({"complainant": ""}, "complainant"),
        ({"about": ""}, "about"),
        ({"received_on": None}, "received_on"),
        ({"received_on": TODAY + timedelta(days=1)}, "received_on"),
        ({"answered_on": TODAY - timedelta(days=1)}, "answered_on"),
    ],
)
def test_what_is_wrong_with_a_complaint_stands_beside_the_field(
    context: Context, case: Case, tab: ComplaintsTab, values: dict[str, Any], field: str
) -> None:
    form = complaint_form(tab, **({"decision_id": "casework"} | values))
    form.save_button.click()
    assert form.form.problem_at(field)
    assert context.read(complaints_of_case, case.id) == ()


def test_a_day_that_cannot_be_read_is_told_once(case: Case, tab: ComplaintsTab) -> None:
    form = complaint_form(tab, decision_id="casework")
    form.form.field("received_on").restore("x")
    form.save_button.click()
    assert form.form.problem_at("received_on").count("\n") == 0


def test_a_kept_complaint_is_shown_as_it_was(office: Office, case: Case, tab: ComplaintsTab) -> None:
    complaint = office.complaint(
        case, office.decision(case), answered_on=TODAY, result=ComplaintResult.UPHELD, answer="Enig."
    )
    tab.detail._change.click()
    assert dialog(tab, RegisterComplaint).record() == complaint
    dialog(tab, RegisterComplaint).reject()

    casework = office.complaint(case)
    tab.show_item(casework.id)
    tab._on_edit()
    assert dialog(tab, RegisterComplaint).record() == casework


def test_a_complaint_leads_to_the_decision_it_is_over(
    qtbot: QtBot, office: Office, case: Case, tab: ComplaintsTab
) -> None:
    decision = office.decision(case)
    office.complaint(case, decision)
    with qtbot.waitSignal(tab.context.went) as led:
        tab.detail._decision.click()
    assert led.args == [Destination(Place.CASE, case.id, "assessment", decision.id)]


# Access to the file


def test_a_request_shows_its_seven_working_days(context: Context, case: Case, tab: ComplaintsTab) -> None:
    tab.show_item("access")
    form = dialog(tab, RegisterAccessRequest)
    assert "02-12-2026, in 9 days" in form._live.sentences()[0]
    form.form.set_values({"asked_by": "Karen", "what": "Hele sagen"})

    form.save_button.click()

    (found,) = context.read(access_requests_of_case, case.id)
    assert (found.received_on, found.asked_by, found.what, found.answered_on) == (TODAY, "Karen", "Hele sagen", None)


def test_a_request_that_is_answered_has_no_deadline_any_more(office: Office, case: Case, tab: ComplaintsTab) -> None:
    office.access_request(case)
    tab._on_edit()
    form = dialog(tab, RegisterAccessRequest)
    form.form.set_values({"answered_on": TODAY})
    form.form.edited.emit()
    assert form._live.sentences() == []
    form.save_button.click()
    assert cells(tab, "state") == ["Answered"]
    assert cells(tab, "deadline") == [""]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"asked_by": ""}, "asked_by"),
        ({"what": ""}, "what"),
        ({"received_on": None}, "received_on"),
        ({"answered_on": YESTERDAY}, "answered_on"),
    ],
)
def test_what_is_wrong_with_a_request_stands_beside_the_field(
    context: Context, case: Case, tab: ComplaintsTab, values: dict[str, object], field: str
) -> None:
    tab.show_item("access")
    form = dialog(tab, RegisterAccessRequest)
    form.form.set_values({"asked_by": "Karen", "what": "Hele sagen"} | values)
    form.save_button.click()
    assert form.form.problem_at(field)
    assert context.read(access_requests_of_case, case.id) == ()
