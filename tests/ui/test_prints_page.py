"""The page of prints: choose what and whose, and it stands there."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.follow_up import FollowUp
from app.core.records.plan import Plan
from app.services import plans
from app.services.documents import plan_document
from app.services.follow_ups import save_follow_up
from app.ui.context import Context, Destination, Place
from app.ui.pages.prints_page import PrintsPage
from app.ui.prints.choice import OfVersion
from app.ui.prints.hand_over import Absence
from app.ui.prints.registry import CALENDAR, EXTRACT, HAND_OVER, JOINT_PLAN, MAP, PLAN
from app.ui.widgets.text import Text
from tests.conftest import TODAY
from tests.factories import Office


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> PrintsPage:
    made = PrintsPage(context)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    return made


def _printed(qtbot: QtBot, page: PrintsPage) -> str:
    """The text of all pages, once they are there."""
    qtbot.waitUntil(lambda: bool(page.pane.pdf()))
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pane.pdf())).pages)


def _said(page: PrintsPage) -> list[str]:
    """What stands where the print would."""
    return [text.text() for text in page.pane.findChildren(Text) if text.isVisible()]


def _lead(page: PrintsPage, case: Case | None = None, document: str = "") -> None:
    page.lead_to(Destination(Place.PRINTS, case.id if case else "", document))
    page.show()


def _issue(context: Context, case: Case, days_ago: int) -> None:
    number = context.read(plans.next_number, case.id)
    day = TODAY - timedelta(days=days_ago)
    document = context.read(plan_document, case.id, context.catalogue, day, number=number)
    context.write(plans.issue_plan, case.id, document, day, "Alma")


def test_the_summary_stands_there_at_once(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    office.case()
    _lead(page)
    text = _printed(qtbot, page)
    assert "1 of 25" in text
    assert "Alma K." in text


def test_a_change_elsewhere_is_on_the_summary(qtbot: QtBot, page: PrintsPage, context: Context, office: Office) -> None:
    office.case()
    _lead(page)
    assert "Noah" not in _printed(qtbot, page)
    page.hide()
    context.write(plans.save_plan, Plan(case_id=office.case("Noah").id), TODAY)
    page.show()
    qtbot.waitUntil(lambda: "Noah" in _printed(qtbot, page))


def test_a_case_leads_to_its_own_print(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    office.case("Noah")
    case = office.case("Alma")
    office.plan(case, purpose="Almas ro")
    _lead(page, case, PLAN)
    assert "Almas ro" in _printed(qtbot, page)
    assert page.chosen() == [case.id]


def test_the_child_one_comes_from_is_in_sight(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    for number in range(24):
        office.case(f"Alma {number:02}")
    last = office.case("Viggo")
    _lead(page, last, PLAN)
    (chosen,) = page.cases.selectedItems()
    qtbot.waitUntil(lambda: page.cases.viewport().rect().contains(page.cases.visualItemRect(chosen)))


def test_a_closed_case_prints_too(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    case = office.case("Alma", closed=TODAY - timedelta(days=3))
    office.plan(case, purpose="Almas ro")
    _lead(page, case, PLAN)
    assert "Almas ro" in _printed(qtbot, page)


def test_each_version_of_one_plan_can_be_chosen(
    qtbot: QtBot, page: PrintsPage, context: Context, office: Office
) -> None:
    case = office.case()
    office.plan(case)
    _issue(context, case, 30)
    _issue(context, case, 3)
    _lead(page, case, PLAN)
    assert "Version 2" in _printed(qtbot, page)
    first = context.read(plans.versions_of_case, case.id)[-1]

    choice = page.choice()
    assert isinstance(choice, OfVersion)
    choice.version.set_value(first.id)
    choice.version.edited.emit()
    assert "Version 1" in _printed(qtbot, page)
    choice.version.set_value("draft")
    choice.version.edited.emit()
    assert "Draft of" in _printed(qtbot, page)


@pytest.mark.parametrize(("document", "why"), [(JOINT_PLAN, "no joint plan"), (EXTRACT, "Issue a version")])
def test_in_the_place_of_a_print_stands_why_there_is_none(
    page: PrintsPage, office: Office, document: str, why: str
) -> None:
    _lead(page, office.case(), document)
    assert any(why in said for said in _said(page))


def test_several_children_are_one_print_and_none_is_none(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    for name in ("Alma", "Noah", "Ida"):
        office.plan(office.case(name))
    _lead(page, None, PLAN)
    assert page.pane.pdf() == b""
    assert not page.pane.send.isEnabled()
    assert "Choose one or more children" in _said(page)

    page._all.click()
    text = _printed(qtbot, page)
    assert all(f"The child's plan for {name}" in text for name in ("Alma", "Noah", "Ida"))

    page._none.click()
    assert not page.pane.send.isEnabled()


def test_the_children_found_are_those_that_are_chosen(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    for name in ("Åse", "Noah"):
        office.map(office.case(name))
    _lead(page, None, MAP)
    page.search.edit.setFocus()
    qtbot.keyClicks(page.search.edit, "ase")
    page._all.click()
    assert "Åse" in _printed(qtbot, page)
    assert len(page.chosen()) == 1
    qtbot.keyClick(page.search.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search.edit, "noah")
    rows = [page.cases.item(row) for row in range(page.cases.count())]
    assert [(item.isSelected(), item.isHidden()) for item in rows] == [(False, False), (True, False)]
    page.cases.clearSelection()
    qtbot.keyClicks(page.search.edit, " k")
    assert [item.isHidden() for item in rows] == [False, True]


def test_the_list_is_walked_by_keys(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    for name in ("Alma", "Noah"):
        office.plan(office.case(name))
    _lead(page, None, PLAN)
    page.cases.setFocus()
    qtbot.keyClick(page.cases, Qt.Key.Key_Home)
    qtbot.keyClick(page.cases, Qt.Key.Key_Space)
    assert "plan for Alma" in _printed(qtbot, page)
    qtbot.keyClick(page.cases, Qt.Key.Key_Down)
    assert "plan for Noah" in _printed(qtbot, page)


def test_tab_leads_through_what_is_chosen_in_the_order_it_stands(
    qtbot: QtBot, page: PrintsPage, office: Office
) -> None:
    _lead(page, office.case(), HAND_OVER)
    _lead(page, document=PLAN)
    qtbot.waitExposed(page)
    page.document.control().setFocus()
    reached = []
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget().accessibleName())
    assert reached[:2] == ["Which version", "Find a child"]


def test_a_family_gets_a_calendar_of_its_follow_ups(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    case = office.case("Alma")
    measure = office.measure(case)
    planned = FollowUp(case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY, planned_place="Skolen")
    office.store.write(save_follow_up, planned, TODAY)
    _lead(page, case, CALENDAR)
    text = _printed(qtbot, page)
    assert "Our follow-ups for Alma" in text
    assert "Skolen" in text
    assert "Kjær" not in text


def test_a_hand_over_holds_what_falls_due_in_the_absence(qtbot: QtBot, page: PrintsPage, office: Office) -> None:
    case, later = office.case("Alma"), office.case("Noah")
    office.measure(case, start=TODAY - timedelta(days=20))
    office.measure(later, start=TODAY)
    _lead(page, document=HAND_OVER)
    text = _printed(qtbot, page)
    assert "Alma Kjær" in text
    assert "Noah" not in text


def test_days_in_the_wrong_order_are_told_beside_the_field_and_print_nothing(
    qtbot: QtBot, page: PrintsPage, office: Office
) -> None:
    _lead(page, document=HAND_OVER)
    assert "Nothing falls due" in _printed(qtbot, page)
    choice = page.choice()
    assert isinstance(choice, Absence)
    days = choice.days
    days.last.set_value(TODAY - timedelta(days=1))
    days.last.edited.emit()
    assert "before the first" in days.remark()
    assert "There is nothing to print" in _said(page)
    assert page.pane.pdf() == b""
    days.last.set_value(TODAY)
    days.last.edited.emit()
    assert days.remark() == ""
    qtbot.waitUntil(lambda: bool(page.pane.pdf()))
