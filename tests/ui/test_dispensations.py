"""The team leader's dispensation: granted in a form that shows what it leads to, listed, changed and struck out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.interval import Interval
from app.core.records.case import Case
from app.core.records.follow_up import Dispensation
from app.core.records.measure import Measure
from app.services.caseload import caseworker, save_caseworker
from app.services.cases import close_case
from app.services.dispensations import save_dispensation
from app.services.drafts import drafts
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.grant_dispensation import GrantDispensation
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.case.dispensations_card import DispensationsCard
from app.ui.pages.case.follow_ups_tab import FollowUpsTab
from app.ui.widgets.due_dates import DueDatesView
from app.ui.widgets.text import Text
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import WEEK, press

UNTIL = date(2027, 3, 1)


@pytest.fixture
def case(office: Office) -> Case:
    return office.case()


@pytest.fixture
def measure(office: Office, case: Case) -> Measure:
    """A foster family since seven weeks, followed up today: due again on 4 January 2027."""
    placed = office.measure(case, office.a_type(step=4), start=TODAY - 7 * WEEK)
    office.held(case, placed, rhythm=Interval.parse("3m"), rhythm_reason="Ny")
    return placed


def leave(measure: Measure, **values: object) -> Dispensation:
    told = {"granted_by": "L. Dam", "granted_on": TODAY, "valid_until": UNTIL, "reason": "Familien rejser"} | values
    return Dispensation(measure_id=measure.id, **told)  # type: ignore[arg-type]  # kwargs


@pytest.fixture
def form(context: Context, office: Office, case: Case, measure: Measure, qtbot: QtBot) -> GrantDispensation:
    return opened(context, office, case, qtbot)


def opened(
    context: Context, office: Office, case: Case, qtbot: QtBot, record: Dispensation | None = None
) -> GrantDispensation:
    dialog = GrantDispensation(context, office.status(case), record)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def edit(dialog: GrantDispensation, **values: object) -> None:
    for name, value in values.items():
        field = dialog.form.field(name)
        field.set_value(value)
        field.edited.emit()


def told(dialog: GrantDispensation) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text) if text.isVisibleTo(dialog))


@pytest.fixture
def tab(context: Context, case: Case, measure: Measure, qtbot: QtBot) -> FollowUpsTab:
    made = FollowUpsTab(context)
    qtbot.addWidget(made)
    made.show_case(case.id)
    made.show()
    return made


def shown(card: DispensationsCard) -> str:
    return " ".join(text.text() for text in card.findChildren(Text) if text.isVisibleTo(card))


def offered(card: DispensationsCard) -> list[str]:
    return [button.text() for button in card.findChildren(QPushButton) if button.isVisibleTo(card)]


def press_in(card: DispensationsCard, words: str) -> None:
    next(b for b in card.findChildren(QPushButton) if b.text() == words and b.isVisibleTo(card)).click()


# The form


def test_the_form_shows_what_a_pause_leads_to_before_it_is_saved(form: GrantDispensation) -> None:
    view = form.findChild(DueDatesView)
    assert view is not None
    assert "Write what is granted" in view.spoken()
    edit(form, kind="pause", valid_until=UNTIL)
    assert "The programme goal moves from Monday 4 January 2027 to Monday 1 March 2027." in told(form)
    assert "The law's deadline Tuesday 23 February 2027" in view.spoken()
    edit(form, valid_until=date(2026, 12, 1))
    assert "The programme goal stays: Monday 4 January 2027." in told(form)


def test_a_longer_interval_asks_how_often_and_counts_from_the_last_held(form: GrantDispensation) -> None:
    assert form.form.row("interval").isHidden()
    edit(form, kind="longer", valid_until=UNTIL)
    press(form, "Save")
    assert "Choose one" in form.form.problem_at("interval")
    edit(form, interval="3m")
    assert "moves from Monday 4 January 2027 to Tuesday 23 February 2027." in told(form)


def test_the_team_leader_and_today_are_preset_and_it_is_saved_with_its_reason(
    form: GrantDispensation, office: Office, case: Case, measure: Measure, context: Context
) -> None:
    assert form.form.field("granted_by").value() == "L. Dam"
    assert form.form.field("granted_on").value() == TODAY
    edit(form, kind="pause", valid_until=UNTIL, reason="Familien rejser")
    press(form, "Save")
    (kept,) = office.status(case).file.dispensations
    assert kept == leave(measure, id=kept.id)
    assert context.read(drafts) == ()


def test_nothing_is_granted_without_a_leaders_name(
    context: Context, office: Office, case: Case, measure: Measure, qtbot: QtBot
) -> None:
    context.write(save_caseworker, replace(context.read(caseworker), team_leader=""))
    form = opened(context, office, case, qtbot)
    edit(form, kind="pause", valid_until=UNTIL, reason="Familien rejser")
    press(form, "Save")
    assert "Write who granted it" in form.form.problem_at("granted_by")
    assert office.status(case).file.dispensations == ()


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"kind": "pause"}, "valid_until", "Write the date"),
        ({"valid_until": UNTIL}, "kind", "Choose one"),
        ({"kind": "pause", "valid_until": UNTIL, "reason": ""}, "reason", "Write a reason"),
        ({"kind": "pause", "valid_until": TODAY - WEEK}, "valid_until", "The end lies before the start"),
        ({"kind": "pause", "valid_until": UNTIL, "granted_on": TODAY + WEEK}, "granted_on", "on a day to come"),
    ],
)
def test_what_is_missing_is_told_beside_it(
    form: GrantDispensation, office: Office, case: Case, values: dict[str, object], field: str, said: str
) -> None:
    edit(form, **({"reason": "Familien rejser"} | values))
    press(form, "Save")
    assert said in form.form.problem_at(field)
    assert office.status(case).file.dispensations == ()


def test_one_that_moves_nothing_is_met_with_a_warning_once(form: GrantDispensation, office: Office, case: Case) -> None:
    edit(form, kind="pause", valid_until=TODAY + WEEK, reason="Ferie")
    press(form, "Save")
    assert "It moves no date" in form.form.problem_at("valid_until")
    press(form, "Save anyway")
    assert len(office.status(case).file.dispensations) == 1


def test_only_measures_the_programme_follows_up_are_offered(
    context: Context, office: Office, case: Case, measure: Measure, qtbot: QtBot
) -> None:
    office.measure(case, "early_help")
    form = opened(context, office, case, qtbot)
    field = form.form.field("measure_id")
    assert field.value() == measure.id
    assert field.combo.count() == 1  # type: ignore[attr-defined]  # a choice field


def test_the_draft_of_a_dispensation_is_there_again(
    form: GrantDispensation, context: Context, office: Office, case: Case, qtbot: QtBot
) -> None:
    edit(form, kind="longer", interval="6m", reason="Stabil periode")
    form.reject()
    again = opened(context, office, case, qtbot)
    assert (again.form.field("interval").value(), again.form.field("reason").value()) == ("6m", "Stabil periode")
    assert not again.form.row("interval").isHidden()


# The tab


def test_a_dispensation_is_granted_from_the_tab_and_listed_there(tab: FollowUpsTab) -> None:
    assert tab.dispensations.isHidden()
    next(b for b in tab.findChildren(QPushButton) if b.text() == "Dispensation …").click()
    form = next(d for d in tab.findChildren(GrantDispensation) if d.isVisible())
    edit(form, kind="pause", valid_until=UNTIL, reason="Familien rejser")
    press(form, "Save")
    tab.refresh()
    assert "Pause until 01-03-2027 · " in shown(tab.dispensations)
    assert "Granted by L. Dam 23-11-2026. Familien rejser" in shown(tab.dispensations)
    assert "Dispensation: a pause until 01-03-2027." in tab.dates.spoken()


def test_it_is_edited_and_struck_out_with_a_reason(
    tab: FollowUpsTab, context: Context, office: Office, case: Case, measure: Measure
) -> None:
    context.write(save_dispensation, leave(measure, interval=Interval.parse("5m")), TODAY)
    tab.refresh()
    assert "Every 5 months until 01-03-2027" in shown(tab.dispensations)
    assert offered(tab.dispensations) == ["Edit", "Strike out …"]
    press_in(tab.dispensations, "Edit")
    form = next(d for d in tab.findChildren(GrantDispensation) if d.isVisible())
    assert form.form.field("interval").value() == "5m"
    edit(form, valid_until=date(2027, 2, 1))
    press(form, "Save")
    (kept,) = office.status(case).file.dispensations
    assert (kept.valid_until, kept.interval) == (date(2027, 2, 1), Interval.parse("5m"))
    tab.refresh()
    next(b for b in tab.dispensations.findChildren(QPushButton) if b.text() == "Strike out …" and b.isVisible()).click()
    void = next(d for d in tab.findChildren(VoidRecord) if d.isVisible())
    void.form.field("void_reason").set_value("Forkert barn")
    press(void, "Strike out")
    tab.refresh()
    assert "Struck out 23-11-2026. Forkert barn" in shown(tab.dispensations)
    assert "Monday 4 January 2027" in tab.dates.spoken()
    assert offered(tab.dispensations) == []


def test_one_of_a_measure_that_ended_can_still_be_read_and_edited(
    context: Context, office: Office, case: Case, measure: Measure, qtbot: QtBot
) -> None:
    ended = office.measure(case, start=TODAY - timedelta(days=200), end=TODAY - WEEK)
    past = leave(ended, granted_on=TODAY - 8 * WEEK, valid_until=TODAY - 4 * WEEK)
    context.write(save_dispensation, past, TODAY)
    card = DispensationsCard(context)
    qtbot.addWidget(card)
    card.show_status(office.status(case))
    card.show()
    assert "It has ended." in shown(card)
    form = opened(context, office, case, qtbot, past)
    assert form.form.field("measure_id").value() == ended.id
    assert "The measure has ended, so no date follows." in told(form)


def test_a_destination_leads_to_one_dispensation_or_opens_the_form(
    tab: FollowUpsTab, context: Context, case: Case, measure: Measure, qtbot: QtBot
) -> None:
    granted = leave(measure)
    context.write(save_dispensation, granted, TODAY)
    tab.activateWindow()
    tab.lead_to(Destination(Place.CASE, case.id, tab.key, granted.id))
    qtbot.waitUntil(lambda: QApplication.focusWidget() in tab.dispensations.findChildren(QPushButton))
    tab.lead_to(Destination(Place.CASE, case.id, tab.key, "dispensation"))
    assert [d for d in tab.findChildren(GrantDispensation) if d.isVisible()]


def test_in_a_closed_case_dispensations_are_only_read(
    tab: FollowUpsTab, context: Context, case: Case, measure: Measure
) -> None:
    context.write(save_dispensation, leave(measure), TODAY)
    context.write(close_case, case.id, TODAY, "Flyttet", True)
    tab.refresh()
    assert "Pause until" in shown(tab.dispensations)
    assert offered(tab.dispensations) == []
    assert not [b for b in tab.due.findChildren(QPushButton) if b.isVisibleTo(tab.due)]
