"""What the team leader said: entered from the paper, shown on the case, and settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.leader_remark import LeaderRemark, RemarkSource
from app.core.status import by_urgency
from app.services.leader_remarks import remarks_of_case, remember_summary, save_remark
from app.services.store import Store
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.enter_remarks import EnterRemarks
from app.ui.dialogs.remark_list import RemarkList, TypedRemark
from app.ui.dialogs.void_record import VoidRecord
from app.ui.dialogs.write_remark import WriteRemark
from app.ui.pages.case.overview_tab import OverviewTab
from app.ui.pages.overview_page import OverviewPage
from app.ui.pages.work_opening import lead_to_work, settle
from app.ui.prints.registry import PRINTS, SUMMARY
from app.ui.prints.summary import Summary, summary_order
from tests.conftest import TODAY
from tests.factories import Office

DAY = timedelta(days=1)


@pytest.fixture
def office(office: Office, context: Context) -> Office:
    """Writes as the program does, so that the pages hear of it."""
    return replace(office, store=cast(Store, context))


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


def kept(context: Context, case: Case) -> list[LeaderRemark]:
    return [*context.read(remarks_of_case, case.id)]


def shown(qtbot: QtBot, dialog: Any) -> Any:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fill(dialog: Any, **values: Any) -> None:
    for name, value in values.items():
        field = dialog.form.field(name)
        field.set_value(value)
        field.edited.emit()


# One remark


def test_a_remark_is_noted_as_the_team_leaders_of_today(qtbot: QtBot, context: Context, case: Case) -> None:
    form = shown(qtbot, WriteRemark(context, case.id))
    fill(form, said_by="Bodil", text="Ring til skolen.")
    form.save_button.click()
    (remark,) = kept(context, case)
    assert (remark.said_on, remark.source, remark.summary_of) == (TODAY, RemarkSource.SPARRING, None)


def test_a_remark_from_the_summary_says_which(qtbot: QtBot, context: Context, case: Case) -> None:
    form = shown(qtbot, WriteRemark(context, case.id))
    assert not form.form.row("summary_of").isVisible()
    fill(form, said_by="Bodil", text="Ring.", source="summary")
    form.save_button.click()
    assert "Write the date" in form.form.problem_at("summary_of")
    fill(form, summary_of=TODAY - DAY)
    form.save_button.click()
    assert kept(context, case)[0].summary_of == TODAY - DAY


def test_a_day_is_asked_for(qtbot: QtBot, context: Context, case: Case) -> None:
    form = shown(qtbot, WriteRemark(context, case.id))
    fill(form, said_on=None, said_by="Bodil", text="Ring.")
    form.save_button.click()
    assert "Write the date" in form.form.problem_at("said_on")
    form.form.field("said_on").edit.setText("nonsense")
    form.save_button.click()
    assert "not a date" in form.form.problem_at("said_on")


def test_an_open_remark_is_settled_first_thing(qtbot: QtBot, office: Office, context: Context, case: Case) -> None:
    remark = office.remark(case)
    form = shown(qtbot, WriteRemark(context, case.id, remark))
    assert form.focusWidget() is form.form.field("settled_on").control()
    fill(form, settled_on=TODAY, settled_how="Skolen er ringet op.")
    form.save_button.click()
    (now,) = kept(context, case)
    assert now == replace(remark, settled_on=TODAY, settled_how="Skolen er ringet op.")


def test_one_noted_by_mistake_is_struck_out_from_its_form(
    qtbot: QtBot, office: Office, context: Context, case: Case
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    form = WriteRemark(context, case.id, office.remark(case), parent)
    form.show()
    form._void.click()
    (asked,) = parent.findChildren(VoidRecord)
    assert asked.isVisible()
    assert not form.isVisible()
    fill(asked, void_reason="Forkert barn")
    asked.save_button.click()
    assert kept(context, case)[0].voided_on == TODAY


# From the paper


def two(office: Office) -> tuple[Case, Case]:
    return office.case("Alma"), office.case("Bo")


def typed(dialog: EnterRemarks) -> RemarkList:
    return dialog.findChildren(RemarkList)[0]


def test_the_children_stand_in_the_order_of_the_paper(qtbot: QtBot, office: Office, context: Context) -> None:
    alma, bo = two(office)
    context.store.scratch(remember_summary, TODAY - 3 * DAY, (bo.id, alma.id))
    form = shown(qtbot, EnterRemarks(context))
    names = [line.edit.accessibleName() for line in typed(form).lines()]
    assert names == ["Remark on 1, Bo K.", "Remark on 2, Alma K."]
    fill(form, summary_of=TODAY.isoformat())
    assert typed(form).lines()[0].edit.accessibleName().startswith("Remark on 1, ")


def test_enter_and_the_arrows_go_from_child_to_child_and_empty_lines_are_passed_over(
    qtbot: QtBot, office: Office, context: Context
) -> None:
    cases = two(office)
    form = shown(qtbot, EnterRemarks(context))
    first, second = (line.edit for line in typed(form).lines())
    order = [status.case_id for status in by_urgency(context.statuses())]
    form.activateWindow()
    first.setFocus()
    for key, edit in ((Qt.Key.Key_Return, second), (Qt.Key.Key_Up, first), (Qt.Key.Key_Down, second)):
        QTest.keyClick(form.focusWidget(), key)
        assert form.focusWidget() is edit
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert form.isVisible()
    QTest.keyClicks(second, "Ring til mor.")
    fill(form, said_by="Bodil")
    form.save_button.click()

    by_case = {case.id: kept(context, case) for case in cases}
    assert by_case[order[0]] == []
    (remark,) = by_case[order[1]]
    assert (remark.text, remark.source, remark.summary_of) == ("Ring til mor.", RemarkSource.SUMMARY, TODAY)
    context.undo()
    assert not any(kept(context, case) for case in cases)


def test_nothing_typed_and_a_day_alone_are_told(qtbot: QtBot, office: Office, context: Context) -> None:
    case = office.case()
    form = shown(qtbot, EnterRemarks(context))
    fill(form, said_by="", said_on=None)
    form.save_button.click()
    assert "at least one remark" in form.form.problem_at("remarks")
    assert form.form.problem_at("said_by")
    assert form.form.problem_at("said_on")
    fill(form, said_on=TODAY + DAY, remarks=(TypedRemark(case_id=case.id, text="", due=TODAY),))
    form.save_button.click()
    assert "day without a remark" in form.form.problem_at("remarks")
    assert form.form.problem_at("said_on")
    day = typed(form)._days[case.id]
    day.edit.setText("nonsense")
    form.save_button.click()
    assert "not a date" in form.form.problem_at("remarks")


def test_what_is_wrong_is_told_in_its_own_line_which_is_led_to(qtbot: QtBot, office: Office, context: Context) -> None:
    for number in range(9):
        office.case(f"Barn {number}")
    form = shown(qtbot, EnterRemarks(context))
    lines = typed(form)
    wrong = [*lines._days][6]
    lines._texts[wrong].set_value("Ring")
    qtbot.keyClicks(lines._days[wrong].edit, "32/12")
    form.save_button.click()
    assert lines._days[wrong].edit.property("tone") == "error"
    assert form.focusWidget() is lines._days[wrong].edit
    (told,) = lines._told
    qtbot.waitUntil(told.isVisible)
    assert 0 < told.y() - lines._days[wrong].y() < 60
    lines._days[wrong].edit.clear()
    lines._days[wrong].edited.emit()
    assert lines._told == []


def test_what_was_typed_survives_closing_and_the_choice_of_another_summary(
    qtbot: QtBot, office: Office, context: Context
) -> None:
    alma, bo = two(office)
    context.store.scratch(remember_summary, TODAY - DAY, (bo.id,))
    form = shown(qtbot, EnterRemarks(context))
    fill(form, summary_of=TODAY.isoformat())
    value = (TypedRemark(case_id=alma.id, text="Ring.", due=TODAY + DAY),)
    fill(form, remarks=value)
    fill(form, summary_of=(TODAY - DAY).isoformat())
    assert typed(form).value() == ()
    fill(form, summary_of=TODAY.isoformat())
    assert typed(form).value() == value
    form.reject()

    again = shown(qtbot, EnterRemarks(context))
    assert typed(again).value() == value
    typed(again).restore(None)
    assert typed(again).value() == value
    again.start_over_button.click()
    assert typed(again).value() == ()


def test_an_empty_caseload_has_no_line(qtbot: QtBot, context: Context) -> None:
    form = shown(qtbot, EnterRemarks(context))
    assert typed(form).lines() == ()


# Where they show


def test_the_case_shows_what_is_open_before_what_was_settled(
    qtbot: QtBot, office: Office, context: Context, case: Case
) -> None:
    office.remark(case, text="Afsluttet sag", settled_on=TODAY, settled_how="Talt med skolen")
    office.remark(case, text="Åben", said_on=TODAY - 5 * DAY, due=TODAY + 9 * DAY)
    tab = OverviewTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.show()
    lines = tab.remarks.list.lines()
    assert [line.text for line in lines] == ["Åben", "Afsluttet sag"]
    assert "by 02-12-2026" in lines[0].second
    assert "Talt med skolen" in lines[1].second
    assert any("Team leader: Åben" in line.lead for line in tab.next_steps.list.lines())


def test_many_remarks_are_counted_until_all_are_wanted(
    qtbot: QtBot, office: Office, context: Context, case: Case
) -> None:
    for number in range(8):
        office.remark(case, text=f"Nr. {number}")
    tab = OverviewTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.show()
    assert tab.remarks.list.lines()[-1].text == "and 2 more"
    tab.remarks.list.opened.emit("all")
    assert len(tab.remarks.list.lines()) == 8


def test_the_form_opens_from_the_card_and_from_where_a_line_leads(
    qtbot: QtBot, office: Office, context: Context, case: Case
) -> None:
    remark = office.remark(case, due=TODAY)
    tab = OverviewTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.show()
    tab.remarks.list.opened.emit(remark.id)
    tab.remarks._add.click()
    tab.lead_to(Destination(Place.CASE, case.id, "overview", remark.id))
    tab.lead_to(Destination(Place.CASE, case.id, "overview", "remark"))
    tab.lead_to(Destination(Place.CASE, case.id, "overview", "gone"))
    titles = sorted(form.windowTitle() for form in tab.findChildren(WriteRemark))
    assert titles == ["New remark of the team leader"] * 2 + ["Remark of the team leader"] * 2


def test_a_line_of_work_and_one_of_attention_open_the_form_that_settles(
    qtbot: QtBot, office: Office, context: Context, case: Case
) -> None:
    office.remark(case, text="Uden dato")
    office.remark(case, text="Med dato", due=TODAY)
    page = OverviewPage(context)
    qtbot.addWidget(page)
    page.show()
    (line,) = [one for one in context.work() if one.day == TODAY]
    settle(context, line, page)
    (row,) = [one for one in page._attention_card.list.lines() if "Uden dato" in one.text]
    page._attention_card.list.opened.emit(row.key)
    assert len(page.findChildren(WriteRemark)) == 2
    went: list[Destination] = []
    context.went.connect(went.append)
    lead_to_work(context, line)
    assert isinstance(line.about, LeaderRemark)
    assert (went[0].tab, went[0].item) == ("overview", line.about.id)


# The paper


def test_the_summary_remembers_its_order_once_it_leaves(qtbot: QtBot, office: Office, context: Context) -> None:
    two(office)
    order = summary_order(context)
    for note in order.leaving:
        note()
    form = shown(qtbot, EnterRemarks(context))
    field = form.form.field("summary_of")
    assert field.value() == TODAY.isoformat()
    assert field.combo.count() == 1
    assert len(typed(form).lines()) == 2


def test_the_choice_of_the_summary_leads_to_the_form(qtbot: QtBot, office: Office, context: Context) -> None:
    office.case()
    (offered,) = (one for one in PRINTS if one.key == SUMMARY)
    choice = offered.choose(context)
    assert isinstance(choice, Summary)
    qtbot.addWidget(choice)
    assert len(choice.orders(())) == 1
    choice.enter.click()
    assert choice.findChildren(EnterRemarks)


def test_a_settled_remark_leaves_the_work(office: Office, context: Context, case: Case) -> None:
    remark = office.remark(case, due=TODAY)
    assert len(context.work()) == 1
    context.write(save_remark, replace(remark, settled_on=TODAY, settled_how="Gjort"), TODAY)
    assert context.work() == ()
