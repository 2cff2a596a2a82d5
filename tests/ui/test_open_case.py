"""The forms of a case as a whole: new, edit, close, reopen, and the team leader's answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.records.case import Case, LimitException
from app.core.records.measure import EndReason
from app.core.records.person import Gender
from app.services.access import entries
from app.services.cases import CaseAndChild, all_cases, case_and_child, close_case
from app.services.store import Act
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.answer_exception import AnswerException
from app.ui.dialogs.case_rows import UNBORN
from app.ui.dialogs.close_case import CloseCase
from app.ui.dialogs.edit_case import EditCase
from app.ui.dialogs.limit_rows import AWAITING, GRANTED
from app.ui.dialogs.open_case import OpenCase
from app.ui.dialogs.reopen_case import ReopenCase
from app.ui.widgets.cpr_field import CprField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.text import Text
from tests.conftest import TODAY
from tests.factories import Office


def fill(dialog: FormDialog, **values: object) -> None:
    """Type and choose as a user would."""
    for name, value in values.items():
        field = dialog.form.field(name)
        field.set_value(value)
        field.edited.emit()


def type_cpr(qtbot: QtBot, dialog: FormDialog, text: str) -> None:
    field = dialog.form.field("cpr")
    assert isinstance(field, CprField)
    field.edit.clear()
    qtbot.keyClicks(field.edit, text)


def shown(dialog: FormDialog, name: str) -> bool:
    return not dialog.form.row(name).isHidden()


@pytest.fixture
def new(qtbot: QtBot, context: Context) -> OpenCase:
    return opened(qtbot, context)


def opened(qtbot: QtBot, context: Context) -> OpenCase:
    dialog = OpenCase(context)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return dialog


def only(context: Context) -> CaseAndChild:
    (pair,) = context.read(all_cases)
    return pair


def full(office: Office) -> list[Case]:
    return [office.case(f"Barn {number}") for number in range(25)]


def test_a_case_is_opened_and_led_to(new: OpenCase, context: Context, qtbot: QtBot) -> None:
    fill(new, first_name="Alma", last_name="Kjær", municipal_number="S-1", district="Nord", clarification="assessment")
    with qtbot.waitSignal(context.went) as went:
        new.save_button.click()
    pair = only(context)
    assert (pair.child.name, pair.case.municipal_number, pair.case.district) == ("Alma Kjær", "S-1", "Nord")
    assert (pair.case.opened, pair.case.clarification) == (TODAY, "assessment")
    assert went.args == [Destination(Place.CASE, pair.case.id)]


def test_without_a_name_or_a_day_nothing_is_saved(new: OpenCase, context: Context) -> None:
    fill(new, opened=None)
    new.save_button.click()
    assert "Write a name" in new.form.problem_at("first_name")
    assert "Write the date" in new.form.problem_at("opened")
    assert context.read(all_cases) == ()


def test_a_cpr_number_fills_in_what_it_tells(new: OpenCase, qtbot: QtBot) -> None:
    type_cpr(qtbot, new, "040317-4232")
    assert new.form.field("birth_date").value() == date(2017, 3, 4)
    assert new.form.field("gender").value() == Gender.FEMALE


def test_a_number_that_fails_modulus_11_is_hinted_at_and_saved(new: OpenCase, context: Context, qtbot: QtBot) -> None:
    fill(new, first_name="Alma")
    type_cpr(qtbot, new, "040317-4231")
    assert "check digit" in new.form.problem_at("cpr")
    new.save_button.click()
    assert only(context).child.cpr == "0403174231"


def test_a_replacement_number_is_marked_and_tells_no_gender(new: OpenCase, context: Context, qtbot: QtBot) -> None:
    fill(new, first_name="Alma")
    type_cpr(qtbot, new, "640317-4231")
    assert "replacement number" in new.form.problem_at("cpr")
    assert new.form.field("gender").value() == Gender.UNKNOWN
    new.save_button.click()
    assert only(context).child.birth_date == date(2017, 3, 4)


def test_what_was_typed_is_not_overwritten_by_the_number(new: OpenCase, qtbot: QtBot) -> None:
    fill(new, birth_date=date(2017, 3, 5), gender=Gender.OTHER)
    type_cpr(qtbot, new, "040317-4232")
    assert new.form.field("birth_date").value() == date(2017, 3, 5)
    assert new.form.field("gender").value() == Gender.OTHER


def test_an_unborn_child_has_a_term_date_alone(new: OpenCase, context: Context) -> None:
    fill(new, first_name="Lille", birth_date=date(2017, 3, 4), born=UNBORN, term_date=TODAY + timedelta(days=60))
    assert (shown(new, "cpr"), shown(new, "birth_date"), shown(new, "term_date")) == (False, False, True)
    new.save_button.click()
    child = only(context).child
    assert (child.birth_date, child.term_date, child.cpr) == (None, TODAY + timedelta(days=60), "")


def test_protection_has_an_end_only_while_it_is_ticked(new: OpenCase, context: Context) -> None:
    assert not shown(new, "protected_until")
    fill(new, first_name="Alma", protected=True, protected_until=TODAY + timedelta(days=300))
    assert shown(new, "protected_until")
    new.save_button.click()
    assert only(context).child.is_protected(TODAY)


def test_a_child_known_already_is_warned_about_once(new: OpenCase, context: Context, office: Office) -> None:
    office.case("Alma", "Kjær")
    dialog = OpenCase(context)
    fill(dialog, first_name="alma", last_name="KJÆR")
    dialog.save_button.click()
    assert "Alma Kjær" in dialog.form.problem_at("first_name")
    dialog.save_button.click()
    assert len(context.read(all_cases)) == 2


def test_the_number_of_the_case_is_noted_from_20(qtbot: QtBot, context: Context, office: Office) -> None:
    def texts() -> str:
        dialog = opened(qtbot, context)
        return " ".join(label.text() for label in dialog.findChildren(Text))

    for number in range(18):
        office.case(f"Barn {number}")
    assert "of at most 25" not in texts()
    office.case("Nummer 19")
    assert "This is case 20 of at most 25." in texts()


def test_the_26th_stops_and_goes_on_as_granted(qtbot: QtBot, context: Context, office: Office) -> None:
    full(office)
    new = opened(qtbot, context)
    fill(new, first_name="Emil")
    new.save_button.click()
    assert "exception" in new.form.problem_at("exception")
    fill(new, exception=GRANTED, valid_until=TODAY + timedelta(days=30))
    assert new.form.field("granted_by").value() == "L. Dam"
    new.save_button.click()
    assert "Write a reason" in new.form.problem_at("reason")
    fill(new, reason="Barnet er i fare")
    new.save_button.click()
    (status,) = (s for s in context.statuses() if s.file.child.first_name == "Emil")
    (exception,) = status.file.exceptions
    assert (exception.awaiting, exception.granted_by, exception.granted_on) == (False, "L. Dam", TODAY)
    assert len(context.statuses()) == 26


def test_the_26th_can_await_the_team_leader_and_be_answered_later(
    qtbot: QtBot, context: Context, office: Office
) -> None:
    full(office)
    new = opened(qtbot, context)
    fill(new, first_name="Emil", exception=AWAITING, reason="Barnet er i fare")
    assert not shown(new, "granted_by")
    new.save_button.click()
    (status,) = (s for s in context.statuses() if s.file.child.first_name == "Emil")
    (asked,) = status.file.exceptions
    assert asked.awaiting
    answer = AnswerException(context, asked)
    qtbot.addWidget(answer)
    fill(answer, granted_by="L. Dam", valid_until=TODAY + timedelta(days=30))
    answer.save_button.click()
    (answered,) = context.status(status.case_id).file.exceptions
    assert (answered.id, answered.awaiting, answered.asked_on) == (asked.id, False, asked.asked_on)


def test_an_exception_that_has_ended_stays_and_a_new_one_stands_beside_it(context: Context, office: Office) -> None:
    ended = LimitException(
        case_id="",
        reason="Barnet er i fare",
        asked_on=TODAY - timedelta(days=60),
        awaiting=False,
        granted_by="L. Dam",
        valid_until=TODAY,
    )
    case = office.case(exception=ended)
    (kept,) = context.status(case.id).file.exceptions
    answer = AnswerException(context, kept)
    fill(answer, valid_until=TODAY + timedelta(days=60))
    answer.save_button.click()
    exceptions = office.status(case).file.exceptions
    assert kept in exceptions
    assert {e.valid_until for e in exceptions} == {TODAY, TODAY + timedelta(days=60)}


def test_a_draft_of_a_new_case_comes_back(qtbot: QtBot, context: Context) -> None:
    first = opened(qtbot, context)
    first.show()
    fill(first, first_name="Alma", born=UNBORN)
    first.reject()
    again = opened(qtbot, context)
    assert again.form.field("first_name").value() == "Alma"
    assert shown(again, "term_date")


def test_editing_keeps_the_number_covered_and_logs_its_reveal(qtbot: QtBot, context: Context, office: Office) -> None:
    case = office.case(cpr="6403174231", district="Nord")
    dialog = EditCase(context, case.id)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    field = dialog.form.field("cpr")
    assert isinstance(field, CprField)
    assert field.is_covered()
    field.toggle()
    assert any(e.act is Act.REVEAL and e.case_id == case.id for e in context.read(entries))
    fill(dialog, district="Vest")
    dialog.save_button.click()
    pair = context.read(case_and_child, case.id)
    assert (pair.case.district, pair.child.cpr) == ("Vest", "6403174231")


def test_closing_ends_what_runs_unless_unticked(qtbot: QtBot, context: Context, office: Office) -> None:
    case, other = office.case("Alma"), office.case("Emil")
    for one in (case, other):
        office.measure(one)
        dialog = CloseCase(context, one.id)
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.save_button.click()
        assert "Write a reason" in dialog.form.problem_at("closed_reason")
        fill(dialog, closed_reason="Målene er nået", end_measures=one is case)
        dialog.save_button.click()
    (ended,) = context.status(case.id).file.measures
    (running,) = context.status(other.id).file.measures
    assert (ended.end, ended.end_reason) == (TODAY, EndReason.CASE_CLOSED)
    assert running.end is None


def test_closing_asks_for_a_day(qtbot: QtBot, context: Context, office: Office) -> None:
    case = office.case()
    dialog = CloseCase(context, case.id)
    qtbot.addWidget(dialog)
    assert not shown(dialog, "end_measures")
    fill(dialog, closed=None, closed_reason="Flyttet")
    dialog.save_button.click()
    assert "Write the date" in dialog.form.problem_at("closed")
    assert context.status(case.id).file.case.closed is None


def test_reopening_counts_against_the_limit(qtbot: QtBot, context: Context, office: Office) -> None:
    case = office.case()
    office.store.write(close_case, case.id, TODAY, "Flyttet", True)
    cases = full(office)
    dialog = ReopenCase(context, case.id)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.save_button.click()
    assert dialog.form.problem_at("exception")
    assert context.status(case.id).file.case.closed == TODAY
    office.store.write(close_case, cases[0].id, TODAY, "Flyttet", True)
    roomy = ReopenCase(context, case.id)
    qtbot.addWidget(roomy)
    roomy.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    roomy.save_button.click()
    assert context.status(case.id).file.case.closed is None


def test_a_corrected_cpr_number_takes_back_what_the_wrong_one_told(context: Context, qtbot: QtBot) -> None:
    dialog = OpenCase(context)
    qtbot.addWidget(dialog)
    type_cpr(qtbot, dialog, "010115-0001")
    type_cpr(qtbot, dialog, "010115-4000")
    assert dialog.form.field("birth_date").value() == date(2015, 1, 1)
    assert dialog.form.field("gender").value() == Gender.FEMALE


def test_a_cpr_number_leaves_a_birth_date_typed_by_hand(context: Context, qtbot: QtBot) -> None:
    dialog = OpenCase(context)
    qtbot.addWidget(dialog)
    fill(dialog, birth_date=date(2014, 5, 5))
    type_cpr(qtbot, dialog, "010115-4000")
    assert dialog.form.field("birth_date").value() == date(2014, 5, 5)
