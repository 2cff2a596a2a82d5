"""Measures in forms: what is offered, what is refused beside its field, what a move leaves behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.measure import Breakdown, EndReason, Measure
from app.services.measures import measures_of_case, void_measure
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.change_measure import ChangeMeasure
from app.ui.dialogs.end_measure import EndMeasure
from app.ui.dialogs.move_child import MoveChild
from app.ui.dialogs.start_measure import StartMeasure
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.case.measures_tab import MeasuresTab
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField
from app.ui.widgets.form_dialog import FormDialog
from tests.conftest import TODAY
from tests.factories import Office


def measures(office: Office, case: Case) -> tuple[Measure, ...]:
    return office.store.read(measures_of_case, case.id)


def fill(dialog: FormDialog, **values: object) -> None:
    """Type and choose as a user would."""
    for name, value in values.items():
        field = dialog.form.field(name)
        field.set_value(value)
        field.edited.emit()


def press(dialog: FormDialog, text: str) -> None:
    next(button for button in dialog.findChildren(Button) if button.text() == text).click()


def offered(dialog: FormDialog, name: str) -> list[str]:
    field = dialog.form.field(name)
    assert isinstance(field, ChoiceField)
    keys = [field.combo.itemData(row) for row in range(field.combo.count())]
    return [key for key in keys if key]


@pytest.fixture
def case(office: Office) -> Case:
    return office.case()


@pytest.fixture
def start(qtbot: QtBot, context: Context, case: Case) -> StartMeasure:
    dialog = StartMeasure(context, case.id, "Alma Kjær", ())
    qtbot.addWidget(dialog)
    return dialog


def test_a_measure_starts_with_the_usual_paragraph_of_its_time(start: StartMeasure, office: Office, case: Case) -> None:
    fill(start, type_key=office.a_type(4), place="Familien Dam", reason="Tættere på hverdagen")
    press(start, "Start the measure")
    (saved,) = measures(office, case)
    assert (saved.type_key, saved.start, saved.place) == (office.a_type(4), TODAY, "Familien Dam")
    assert saved.paragraph.startswith("BL § ")


def test_before_2024_the_paragraphs_are_those_of_the_old_law(start: StartMeasure, office: Office) -> None:
    fill(start, start=date(2022, 5, 2), type_key=office.a_type(4))
    assert offered(start, "paragraph")
    assert all(text.startswith("SEL ") for text in offered(start, "paragraph"))
    fill(start, start=date(2025, 5, 2))
    assert all(text.startswith("BL ") for text in offered(start, "paragraph"))


def test_no_price_stands_where_a_measure_is_chosen(start: StartMeasure) -> None:
    field = start.form.field("type_key")
    assert isinstance(field, ChoiceField)
    shown = [field.combo.itemText(row) for row in range(field.combo.count())]
    assert not [text for text in shown if "kr" in text.split() or "DKK" in text]


def test_only_a_stay_limited_in_time_asks_who_receives_the_child(start: StartMeasure, office: Office) -> None:
    fill(start, type_key=office.a_type(1))
    assert start.form.row("receiver").isHidden()
    fill(start, type_key=office.a_type(5))
    assert not start.form.row("receiver").isHidden()


def test_without_a_measure_or_a_date_the_fields_say_so(start: StartMeasure, office: Office, case: Case) -> None:
    fill(start, start=None)
    press(start, "Start the measure")
    assert start.form.problem_at("start")
    assert start.form.problem_at("type_key")
    assert measures(office, case) == ()


def test_a_date_that_never_was_is_named_beside_its_field(start: StartMeasure, office: Office, case: Case) -> None:
    fill(start, type_key=office.a_type(5))
    start.form.field("expected_end").restore("31-02-2027")
    press(start, "Start the measure")
    assert "31-02-2027" in start.form.problem_at("expected_end")
    assert measures(office, case) == ()


def test_the_same_measure_running_already_is_a_warning_that_can_be_passed(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    first = office.measure(case)
    dialog = StartMeasure(context, case.id, "Alma Kjær", (first,))
    qtbot.addWidget(dialog)
    fill(dialog, type_key=first.type_key)
    press(dialog, "Start the measure")
    assert "runs already" in dialog.form.problem_at("start")
    assert len(measures(office, case)) == 1
    press(dialog, "Save anyway")
    assert len(measures(office, case)) == 2


def test_what_was_typed_waits_as_a_draft(qtbot: QtBot, context: Context, case: Case) -> None:
    left = StartMeasure(context, case.id, "Alma Kjær", ())
    left.show()
    fill(left, reason="Skrevet i bilen")
    left.reject()
    again = StartMeasure(context, case.id, "Alma Kjær", ())
    qtbot.addWidget(again)
    assert again.form.field("reason").value() == "Skrevet i bilen"


def test_an_end_needs_a_reason_and_a_breakdown_needs_by_whom(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    measure = office.measure(case, office.a_type(4))
    dialog = EndMeasure(context, measure, (measure,))
    qtbot.addWidget(dialog)
    press(dialog, "End the measure")
    assert dialog.form.problem_at("end_reason")
    fill(dialog, end_reason=EndReason.BREAKDOWN)
    press(dialog, "End the measure")
    assert dialog.form.problem_at("breakdown")
    fill(dialog, breakdown=Breakdown.CHILD)
    press(dialog, "End the measure")
    (ended,) = measures(office, case)
    assert (ended.end, ended.end_reason, ended.breakdown) == (TODAY, EndReason.BREAKDOWN, Breakdown.CHILD)


def test_a_measure_at_home_cannot_break_down(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    measure = office.measure(case)
    dialog = EndMeasure(context, measure, (measure,))
    qtbot.addWidget(dialog)
    assert EndReason.BREAKDOWN not in offered(dialog, "end_reason")


def test_an_end_before_the_start_is_refused_beside_the_field(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    measure = office.measure(case)
    dialog = EndMeasure(context, measure, (measure,))
    qtbot.addWidget(dialog)
    fill(dialog, end=measure.start - timedelta(days=1), end_reason=EndReason.COMPLETED)
    press(dialog, "End the measure")
    assert "before the start" in dialog.form.problem_at("end")
    assert measures(office, case) == (measure,)


def test_a_move_ends_what_runs_on_the_day_the_new_measure_starts(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    stays, leaves = office.measure(case, office.a_type(1)), office.measure(case, office.a_type(5))
    dialog = MoveChild(context, case.id, "Alma Kjær", (stays, leaves), "foster")
    qtbot.addWidget(dialog)
    fill(dialog, type_key=office.a_type(4), acute="acute", reason="Døgnpladsen lukker")
    fill(dialog, **{f"ends {stays.id}": False})
    press(dialog, "Move")
    assert dialog.result() == MoveChild.DialogCode.Accepted
    kept, ended, new = sorted(measures(office, case), key=lambda m: (m.start, m.end is not None))
    assert kept == stays
    assert (ended.id, ended.end, ended.end_reason) == (leaves.id, TODAY, EndReason.MOVED)
    assert (new.start, new.acute, new.reason) == (TODAY, True, "Døgnpladsen lukker")


def test_a_move_without_a_reason_is_asked_about_once(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    dialog = MoveChild(context, case.id, "Alma Kjær", (office.measure(case),))
    qtbot.addWidget(dialog)
    fill(dialog, type_key=office.a_type(4))
    press(dialog, "Move")
    assert "Write a reason" in dialog.form.problem_at("reason")
    assert office.status(case).step.number != 4
    press(dialog, "Save anyway")
    assert office.status(case).step.number == 4


def test_a_move_before_a_running_measure_began_is_refused_at_the_date(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    running = office.measure(case)
    dialog = MoveChild(context, case.id, "Alma Kjær", (running,))
    qtbot.addWidget(dialog)
    fill(dialog, start=running.start - timedelta(days=5), type_key=office.a_type(4))
    press(dialog, "Move")
    assert "before the start" in dialog.form.problem_at("start")
    assert measures(office, case) == (running,)


def test_a_change_keeps_all_that_was_not_touched(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    measure = office.measure(
        case,
        office.a_type(5),
        provider="Bøgely",
        place="Bøgely",
        paragraph="BL § 46",
        reason="Ro",
        acute=True,
        expected_end=date(2027, 6, 1),
        next_step="Plejefamilie",
        receiver="Familien Dam",
        receiver_since=TODAY - timedelta(days=3),
        parents_goals="Sove hjemme",
        last_held_before=TODAY - timedelta(days=50),
        end=TODAY,
        end_reason=EndReason.RETURN_HOME,
        end_note="Hjem til mor",
    )
    dialog = ChangeMeasure(context, measure, (measure,))
    qtbot.addWidget(dialog)
    fill(dialog, provider="Bøgely <b>&")
    press(dialog, "Save")
    assert measures(office, case) == (replace(measure, provider="Bøgely <b>&"),)


def test_striking_out_asks_why(qtbot: QtBot, context: Context, office: Office) -> None:
    measure = office.measure(office.case())
    dialog = VoidRecord(context, "DUÅ", void_measure, measure.id)
    qtbot.addWidget(dialog)
    press(dialog, "Strike out")
    assert dialog.form.problem_at("void_reason")
    fill(dialog, void_reason="Forkert barn")
    press(dialog, "Strike out")
    (struck,) = context.read(measures_of_case, measure.case_id)
    assert (struck.voided_on, struck.void_reason) == (TODAY, "Forkert barn")


@pytest.fixture
def tab(qtbot: QtBot, context: Context) -> MeasuresTab:
    made = MeasuresTab(context)
    qtbot.addWidget(made)
    made.resize(1140, 600)
    return made


def lead(tab: MeasuresTab, case: Case, item: str = "") -> None:
    tab.show_case(case.id)
    tab.show()
    tab.lead_to(Destination(Place.CASE, case.id, "measures", item))


def test_running_measures_come_first_and_struck_out_ones_last(tab: MeasuresTab, office: Office, case: Case) -> None:
    voided = office.measure(case, office.a_type(2), voided_on=TODAY, void_reason="Fejl")
    ended = office.measure(case, office.a_type(1), end=TODAY - timedelta(days=1))
    running = office.measure(case, office.a_type(5), start=TODAY - timedelta(days=400))
    lead(tab, case)
    assert [row.measure.id for row in tab.table.rows()] == [running.id, ended.id, voided.id]
    assert tab.detail.warnings()
    lead(tab, case, voided.id)
    assert tab.detail.facts()["Struck out"] == "23-11-2026: Fejl"
    assert tab.detail.warnings() == []


def test_a_stay_beyond_a_year_is_told_beside_what_is_missing_in_it(
    tab: MeasuresTab, office: Office, case: Case
) -> None:
    stay = office.measure(case, office.a_type(5), start=TODAY - timedelta(days=400))
    other = office.measure(case, office.a_type(1))
    lead(tab, case, stay.id)
    *missing, last = tab.detail.warnings()
    assert len(missing) == 2
    assert last.startswith("Time-limited residential stay: 12 months: 19-10-2026")
    lead(tab, case, other.id)
    assert tab.detail.warnings() == []


def test_a_chip_dropped_on_a_step_opens_the_move_with_that_step_first(
    tab: MeasuresTab, office: Office, case: Case
) -> None:
    office.measure(case)
    step_key = office.catalogue.measure_type(office.a_type(4), TODAY).step_key
    lead(tab, case, f"move:{step_key}")
    dialog = tab.findChild(MoveChild)
    assert isinstance(dialog, MoveChild)
    assert offered(dialog, "type_key")[0] == office.a_type(4)
    dialog.reject()


def test_a_case_without_measures_offers_the_first_step(tab: MeasuresTab, case: Case) -> None:
    lead(tab, case)
    assert tab.table.rows() == ()
    next(button for button in tab.findChildren(Button) if button.text() == "Start a measure").click()
    dialog = tab.findChild(StartMeasure)
    assert isinstance(dialog, StartMeasure)
    dialog.reject()
