"""A visit day is planned and its sheets are printed from one form."""

from __future__ import annotations

import io
from datetime import time, timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.follow_up import FollowUp
from app.core.visit_day import PlannedStop
from app.services.follow_ups import follow_ups_of_case, save_follow_up
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.stop_list import StopList
from app.ui.dialogs.visit_day import VisitDay
from app.ui.pages.follow_ups_page import FollowUpsPage
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import press


@pytest.fixture
def cases(office: Office) -> list[Case]:
    made = [office.case("Alma", district="Aulum"), office.case("Bo", district="Sunds")]
    for case in made:
        office.measure(case, start=TODAY - timedelta(weeks=3))
    return made


@pytest.fixture
def form(context: Context, cases: list[Case], qtbot: QtBot) -> VisitDay:
    made = VisitDay(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def ticked(form: VisitDay) -> list[str]:
    (field,) = form.findChildren(StopList)
    return [stop.case_id for stop in field.value()]


def box_of(form: VisitDay, case: Case) -> QCheckBox:
    (box,) = form.findChildren(QCheckBox, case.id)
    return box


def test_all_are_ticked_and_one_save_plans_them_with_their_hours(
    form: VisitDay, context: Context, cases: list[Case]
) -> None:
    assert sorted(ticked(form)) == sorted(case.id for case in cases)
    hours = tuple(PlannedStop(case_id=case.id, at=time(9 + n)) for n, case in enumerate(cases))
    form.form.field("stops").set_value(hours)
    form.save_button.click()
    planned = [context.read(follow_ups_of_case, case.id)[0] for case in cases]
    assert [(f.planned_on, f.planned_at) for f in planned] == [(TODAY, time(9)), (TODAY, time(10))]
    context.undo()
    assert context.read(follow_ups_of_case, cases[0].id) == ()


def test_a_visit_agreed_for_another_day_is_moved_only_where_it_is_ticked(
    context: Context, cases: list[Case], qtbot: QtBot
) -> None:
    agreed = FollowUp(case_id=cases[0].id, planned_on=TODAY + timedelta(days=2))
    context.write(save_follow_up, agreed, TODAY)
    form = VisitDay(context)
    qtbot.addWidget(form)
    form.show()
    assert ticked(form) == [cases[1].id]
    box_of(form, cases[0]).click()
    assert sorted(ticked(form)) == sorted(case.id for case in cases)


def test_a_district_leaves_the_others_out(form: VisitDay, cases: list[Case]) -> None:
    district = form.form.field("district")
    district.set_value("Sunds")
    district.edited.emit()
    assert ticked(form) == [cases[1].id]


def test_who_is_unticked_is_not_planned_and_stays_so_when_the_day_changes(
    form: VisitDay, context: Context, cases: list[Case]
) -> None:
    box_of(form, cases[0]).click()
    day = form.form.field("day")
    day.set_value(TODAY + timedelta(days=1))
    day.edited.emit()
    assert ticked(form) == [cases[1].id]
    form.save_button.click()
    assert context.read(follow_ups_of_case, cases[0].id) == ()


def test_the_visits_stand_by_the_hour_and_an_hour_must_be_readable(form: VisitDay, cases: list[Case]) -> None:
    field = form.form.field("stops")
    field.restore({"turned": [], "typed": {cases[0].id: "14", cases[1].id: "9.15"}})
    assert ticked(form) == [cases[1].id, cases[0].id]
    field.restore({"turned": [], "typed": {cases[0].id: "snart"}})
    form.save_button.click()
    assert form.isVisible()


@pytest.mark.parametrize("days", [-1, None])
def test_a_day_that_has_passed_or_is_missing_is_refused(form: VisitDay, days: int | None) -> None:
    day = form.form.field("day")
    day.set_value(None if days is None else TODAY + timedelta(days=days))
    form.save_button.click()
    assert form.isVisible()


def test_somebody_must_be_ticked(form: VisitDay) -> None:
    form.form.field("stops").set_value(())
    form.form.edited.emit()
    form.save_button.click()
    assert form.isVisible()
    assert not next(b for b in form.findChildren(QPushButton) if b.text() == "Print the sheets …").isEnabled()


def test_the_sheets_are_one_print_each_child_on_its_own_page(form: VisitDay, qtbot: QtBot) -> None:
    press(form, "Print the sheets …")
    (printed,) = form.findChildren(PrintDocument)
    qtbot.waitUntil(lambda: bool(printed.pane.pdf()))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(printed.pane.pdf())).pages]
    assert [("Alma" in page, "Bo" in page) for page in pages] == [(True, False), (False, True)]
    assert all("page 1 of 1" in page for page in pages)
    printed.reject()


def test_the_form_is_reached_from_the_list_of_what_is_due(context: Context, cases: list[Case], qtbot: QtBot) -> None:
    page = FollowUpsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.lead_to(Destination(Place.FOLLOW_UPS, item="visit-day"))
    qtbot.waitUntil(lambda: bool(page.findChildren(VisitDay)))
    page.findChildren(VisitDay)[0].reject()
