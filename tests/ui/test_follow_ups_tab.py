"""The follow-ups of a case: what is due, what was held, and what is done about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.measure import Measure
from app.services.agreements import agreements_of_case
from app.services.follow_ups import follow_ups_of_case, save_follow_up
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.plan_follow_up import PlanFollowUp
from app.ui.dialogs.register_follow_up import RegisterFollowUp
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.case.follow_ups_tab import FollowUpsTab
from app.ui.widgets.text import Text
from tests.conftest import TODAY
from tests.factories import Office

WEEK = timedelta(days=7)


@pytest.fixture
def case(office: Office) -> Case:
    return office.case()


@pytest.fixture
def measure(office: Office, case: Case) -> Measure:
    return office.measure(case, office.a_type(step=4), start=TODAY - 20 * WEEK)


@pytest.fixture
def tab(context: Context, case: Case, measure: Measure, qtbot: QtBot) -> FollowUpsTab:
    made = FollowUpsTab(context)
    qtbot.addWidget(made)
    made.show_case(case.id)
    made.show()
    return made


def opened(tab: FollowUpsTab, kind: type[QDialog]) -> QDialog:
    return next(dialog for dialog in tab.findChildren(kind) if dialog.isVisible())


def button(widget: QDialog | FollowUpsTab, words: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == words and not b.isHidden())


def test_programme_and_law_stand_side_by_side_with_why_and_how_near(tab: FollowUpsTab) -> None:
    said = tab.dates.spoken()
    assert "Programme goal Monday 20 July 2026 126 days over the due date" in said
    assert "The law's deadline Tuesday 6 October 2026 48 days over the due date" in said
    assert "2 weeks after the start on 06-07-2026" in said
    assert "Children's Act § 95" in said


def test_a_rhythm_that_was_not_decided_is_asked_for_where_it_is_decided(
    tab: FollowUpsTab, office: Office, case: Case, measure: Measure
) -> None:
    assert tab.rhythm.isHidden()
    held = office.held(case, measure, on=TODAY - WEEK)
    tab.refresh()
    assert not tab.rhythm.isHidden()
    assert "The rhythm is not decided" in tab.dates.spoken()
    button(tab, "Decide it").click()
    form = opened(tab, RegisterFollowUp)
    assert isinstance(form, RegisterFollowUp)
    assert form.record().id == held.id


def test_a_destination_selects_a_follow_up_or_the_one_where_a_promise_was_made(
    tab: FollowUpsTab, office: Office, case: Case, measure: Measure
) -> None:
    older = office.held(case, measure, on=TODAY - 4 * WEEK, child_said="Jeg savner min kat.")
    office.held(case, measure, on=TODAY - WEEK, child_said="Det går fint.")
    promise = Agreement(case_id=case.id, follow_up_id=older.id, what="Ringe til skolen")
    office.store.write(save_follow_up, older, TODAY, (promise,))
    for item in (older.id, promise.id):
        tab.refresh()
        tab.table.select("")
        tab.lead_to(Destination(Place.CASE, case.id, tab.key, item))
        assert tab.table.current() == replace(older)
        assert tab.detail.facts()["What the child said"] == "Jeg savner min kat."


def test_register_and_plan_open_their_forms(tab: FollowUpsTab) -> None:
    tab.show_item("register")
    opened(tab, RegisterFollowUp).reject()
    tab.show_item("plan")
    assert opened(tab, PlanFollowUp).isVisible()


def test_a_promise_is_settled_where_it_was_made(
    tab: FollowUpsTab, context: Context, office: Office, case: Case, measure: Measure
) -> None:
    held = office.held(case, measure)
    promise = Agreement(case_id=case.id, follow_up_id=held.id, what="Ringe til skolen")
    context.write(save_follow_up, held, TODAY, (promise,))
    tab.detail.agreements.answer(promise.id).findChildren(QPushButton)[1].click()
    (settled,) = context.read(agreements_of_case, case.id)
    assert (settled.kept, settled.settled_on) == (False, TODAY)
    assert tab.detail.agreements.answer(promise.id).value() == "broken"


def test_what_is_struck_out_stays_in_the_list_and_offers_nothing_more(
    tab: FollowUpsTab, context: Context, office: Office, case: Case, measure: Measure
) -> None:
    office.held(case, measure)
    tab.refresh()
    next(a for a in tab.detail.findChildren(QAction) if a.text() == "Strike out …").trigger()
    form = opened(tab, VoidRecord)
    assert isinstance(form, VoidRecord)
    form.form.field("void_reason").set_value("Forkert sag")
    button(form, "Strike out").click()
    (record,) = context.read(follow_ups_of_case, case.id)
    assert record.voided_on == TODAY
    assert tab.table.rows() == (record,)
    assert "126 days over the due date" in tab.dates.spoken()
    assert tab.detail.facts()["Struck out"] == "23-11-2026. Forkert sag"
    assert all(b.text() != "Edit" or b.isHidden() for b in tab.detail.findChildren(QPushButton))


def test_a_follow_up_is_copied_as_clean_text_and_the_copy_is_logged(
    tab: FollowUpsTab, context: Context, office: Office, case: Case, measure: Measure
) -> None:
    held = office.held(case, measure, child_said="<b>Jeg</b> & min kat\nsover nu.")
    promise = Agreement(case_id=case.id, follow_up_id=held.id, what="Ringe", responsible="Mor", due=TODAY)
    context.write(save_follow_up, held, TODAY, (promise,))
    before = context.store.log_head().count
    button(tab, "Copy for the case system").click()
    text = QGuiApplication.clipboard().text()
    assert "What the child said:\n<b>Jeg</b> & min kat\nsover nu." in text
    assert "- Ringe – Mor, by 23-11-2026" in text
    assert context.store.log_head().count == before + 2  # the copy, and the mark


def test_f2_opens_the_chosen_follow_up(
    tab: FollowUpsTab, context: Context, office: Office, case: Case, measure: Measure, qtbot: QtBot
) -> None:
    held = office.held(case, measure)
    tab.refresh()
    tab.table.setFocus()
    tab.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is tab.table.view)
    qtbot.keyClick(tab.table.view, Qt.Key.Key_F2)
    form = opened(tab, RegisterFollowUp)
    assert isinstance(form, RegisterFollowUp)
    assert form.record().id == held.id


def test_a_planned_follow_up_of_a_day_gone_says_that_nobody_registered_it(
    tab: FollowUpsTab, office: Office, case: Case, measure: Measure
) -> None:
    planned = FollowUp(case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY - WEEK)
    office.store.write(save_follow_up, planned, TODAY)
    tab.refresh()
    state = next(column for column in tab.table.model.columns if column.key == "state")
    assert state.text(planned) == "Planned, not registered"
    assert any(t.text().endswith("November 2026. Nobody has registered it.") for t in tab.due.findChildren(Text))


def test_a_closed_case_is_read_and_not_added_to(context: Context, office: Office, qtbot: QtBot) -> None:
    closed = office.case("Ida", closed=TODAY - WEEK)
    made = FollowUpsTab(context)
    qtbot.addWidget(made)
    made.show_case(closed.id)
    made.show()
    assert all(b.isHidden() for b in made.due.findChildren(QPushButton))


def test_an_attempt_in_vain_is_noted_by_one_click_and_taken_back_by_undo(
    tab: FollowUpsTab, context: Context, case: Case, measure: Measure
) -> None:
    planned = FollowUp(case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY - timedelta(days=3))
    context.write(save_follow_up, planned, TODAY)
    tab.refresh()
    said = tab.dates.spoken()
    button(tab, "Attempted in vain").click()
    (kept,) = context.read(follow_ups_of_case, case.id)
    assert (kept.attempted_on, kept.held_on) == (planned.planned_on, None)
    tab.refresh()
    assert any(t.text() == "Attempted in vain 20-11-2026. Plan it anew." for t in tab.due.findChildren(Text))
    assert tab.dates.spoken() == said, "an attempt moves no due date"
    context.undo()
    assert context.read(follow_ups_of_case, case.id) == (planned,)


def test_the_providers_status_note_is_awaited_in_the_list_and_received_by_one_click(
    tab: FollowUpsTab, context: Context, case: Case, measure: Measure
) -> None:
    planned = FollowUp(
        case_id=case.id, planned_on=TODAY + WEEK, note_asked_on=TODAY - WEEK, note_about="Skolegang", open_questions="?"
    )
    context.write(save_follow_up, planned, TODAY)
    tab.refresh()
    state = next(column for column in tab.table.model.columns if column.key == "state")
    assert state.text(planned) == "Planned, note awaited"
    assert tab.detail.facts()["Status note"] == "asked for 16-11-2026, not received yet\nSkolegang"
    assert tab.detail.facts()["To take up"] == "?"
    button(tab, "Status note received").click()
    (kept,) = context.read(follow_ups_of_case, case.id)
    assert kept.note_received_on == TODAY
    tab.refresh()
    assert state.text(kept) == "Planned"
    assert tab.detail.facts()["Status note"].startswith("asked for 16-11-2026, received 23-11-2026")
    assert all(b.isHidden() for b in tab.detail.findChildren(QPushButton) if b.text() == "Status note received")


def test_a_follow_up_typed_late_shows_both_days(
    tab: FollowUpsTab, office: Office, case: Case, measure: Measure
) -> None:
    office.held(case, measure, on=TODAY - 4 * WEEK, open_questions="Ferien?")
    tab.refresh()
    assert tab.detail.facts()["Held on"] == "Monday 26 October 2026, registered 23-11-2026"
    assert tab.detail.facts()["To take up next time"] == "Ferien?"
    office.held(case, measure, on=TODAY)
    tab.refresh()
    tab.table.select(tab.table.rows()[0].id)
    assert tab.detail.facts()["Held on"] == "Monday 23 November 2026"


def test_a_missing_rhythm_leads_into_the_row_where_it_is_decided(
    tab: FollowUpsTab, context: Context, office: Office, case: Case, measure: Measure, qtbot: QtBot
) -> None:
    held = office.held(case, measure, on=TODAY - 2 * WEEK)
    office.held(case, office.measure(case, "open_advice"), on=TODAY - WEEK)
    tab.refresh()
    tab.activateWindow()
    tab.lead_to(Destination(Place.CASE, case.id, tab.key, measure.id))
    form = opened(tab, RegisterFollowUp)
    assert isinstance(form, RegisterFollowUp)
    assert form.record().id == held.id
    assert not form.form.row("rhythm").isHidden()
    form.form.field("rhythm").set_value("6w")
    form.form.field("rhythm").edited.emit()
    form.form.field("rhythm_reason").set_value("Ny i familien")
    button(form, "Save").click()
    assert not context.status(case.id).schedule.rhythm_missing
