"""Hints at a goal's wording: quiet, hidden at one goal at a time, and never in the way of issuing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.plan import Goal, SubGoal
from app.ui.context import Context
from app.ui.dialogs.issue_plan import IssuePlan
from app.ui.pages.case.plan_tab import PlanTab
from tests.factories import Office
from tests.ui.plan_desk import OpenPlan, fields_of, stored, text_of

_VAGUE = Goal(goal="Alma skal blive bedre til at læse", own_words="Jeg vil læse", success_sign="Hun læser")


@pytest.fixture
def case(office: Office) -> Case:
    return office.case()


def _turn(tab: PlanTab) -> None:
    fields_of(tab).hints.findChildren(QPushButton)[0].click()


def test_a_vague_goal_is_told_what_could_be_better(office: Office, case: Case, opened_plan: OpenPlan) -> None:
    office.plan(case, _VAGUE)
    tab = opened_plan(case)  # kept alive
    hints = fields_of(tab).hints
    assert "blive bedre til" in hints.sentences()[0]
    assert len(hints.sentences()) == 2
    assert hints.isVisible()


def test_the_hints_follow_what_is_typed_after_a_moment(
    qtbot: QtBot, office: Office, case: Case, opened_plan: OpenPlan
) -> None:
    step = SubGoal(what="Læser højt", responsible="Far", rhythm="hver aften")
    office.plan(case, Goal(goal="Alma", own_words="Jeg vil", success_sign="Hun læser", sub_goals=(step,)))
    tab = opened_plan(case)
    hints, text = fields_of(tab).hints, text_of(tab, "goal")
    assert hints.isHidden()
    text.setFocus()
    qtbot.keyClicks(text, " skal ikke ")
    qtbot.waitUntil(hints.isVisible, timeout=3000)
    text.selectAll()
    qtbot.keyClicks(text, "Alma læser højt")
    qtbot.waitUntil(hints.isHidden, timeout=3000)


def test_hints_are_hidden_at_one_goal_for_good_and_undo_brings_them_back(
    context: Context, office: Office, case: Case, opened_plan: OpenPlan
) -> None:
    office.plan(case, _VAGUE, Goal(goal="Støttes i skolen"))
    tab = opened_plan(case)
    _turn(tab)
    assert [goal.hints_hidden for goal in stored(context, case).goals] == [True, False]
    assert [bool(fields_of(tab, number).hints.sentences()) for number in (0, 1)] == [False, True]

    later = opened_plan(case)
    assert [bool(fields_of(later, number).hints.sentences()) for number in (0, 1)] == [False, True]
    _turn(later)
    assert fields_of(later).hints.sentences()

    context.undo()
    context.undo()
    assert [goal.hints_hidden for goal in stored(context, case).goals] == [False, False]


def test_no_hint_stands_in_the_way_of_issuing(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    step = SubGoal(what="Læser højt", responsible="Far")
    office.plan(case, Goal(goal="Støttes i at læse", own_words="Nå", sub_goals=(step,)), purpose="Ro")
    dialog = IssuePlan(context, case.id)
    qtbot.addWidget(dialog)
    dialog._given.set_value("Alma")
    assert not dialog.check(later=False)


def test_a_day_that_does_not_exist_is_told_when_the_field_is_left(
    qtbot: QtBot, office: Office, case: Case, opened_plan: OpenPlan
) -> None:
    office.plan(case, Goal(goal="Skole", sub_goals=(SubGoal(what="Bus"),)))
    tab = opened_plan(case)
    tab.saving.keeper.blockSignals(True)  # nothing is saved: leaving the field alone tells
    row = fields_of(tab).sub_goals.rows[0]
    row.deadline.edit.setFocus()
    qtbot.keyClicks(row.deadline.edit, "31-02-2025")
    assert row.remark.isHidden()

    row.rhythm.edit.setFocus()
    assert row.remark.isVisible()

    row.deadline.edit.setFocus()
    row.deadline.edit.selectAll()
    qtbot.keyClicks(row.deadline.edit, "28-02-2025")
    assert row.remark.isHidden()
