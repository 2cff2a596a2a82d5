"""Hints at a goal's wording: quiet, hidden at one goal at a time, and never in the way of issuing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.plan import Goal, Plan, SubGoal
from app.services.plans import plan_of_case
from app.ui.context import Context
from app.ui.dialogs.issue_plan import IssuePlan
from app.ui.pages.case.goal_card import GoalCard
from app.ui.pages.case.plan_tab import PlanTab
from app.ui.widgets.text_fields import LongTextField
from tests.factories import Office

_VAGUE = Goal(goal="Alma skal blive bedre til at læse", own_words="Jeg vil læse", success_sign="Hun læser")


@pytest.fixture
def case(office: Office) -> Case:
    return office.case()


def _tab(qtbot: QtBot, context: Context, case: Case) -> PlanTab:
    tab = PlanTab(context)
    qtbot.addWidget(tab)
    tab.resize(1106, 700)
    tab.show_case(case.id)
    tab.show()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    return tab


def _stored(context: Context, case: Case) -> Plan:
    plan = context.read(plan_of_case, case.id)
    assert plan is not None
    return plan


def _goal_text(card: GoalCard) -> LongTextField:
    assert card.form is not None
    field = card.form.field("goal")
    assert isinstance(field, LongTextField)
    return field


def _turn(card: GoalCard) -> None:
    card.hints.findChildren(QPushButton)[0].click()


def test_a_vague_goal_is_told_what_could_be_better(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    office.plan(case, _VAGUE)
    tab = _tab(qtbot, context, case)
    card = tab.form.goals.cards[0]
    assert "blive bedre til" in card.hints.sentences()[0]
    assert len(card.hints.sentences()) == 2
    assert card.hints.isVisible()


def test_the_hints_follow_what_is_typed_after_a_moment(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    step = SubGoal(what="Læser højt", responsible="Far", rhythm="hver aften")
    office.plan(case, Goal(goal="Alma", own_words="Jeg vil", success_sign="Hun læser", sub_goals=(step,)))
    tab = _tab(qtbot, context, case)
    card = tab.form.goals.cards[0]
    assert card.hints.isHidden()
    text = _goal_text(card)
    text.edit.setFocus()
    qtbot.keyClicks(text.edit, " skal ikke ")
    qtbot.waitUntil(card.hints.isVisible, timeout=3000)
    text.edit.selectAll()
    qtbot.keyClicks(text.edit, "Alma læser højt")
    qtbot.waitUntil(card.hints.isHidden, timeout=3000)


def test_hints_are_hidden_at_one_goal_for_good_and_undo_brings_them_back(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.plan(case, _VAGUE, Goal(goal="Støttes i skolen"))
    tab = _tab(qtbot, context, case)
    cards = tab.form.goals.cards
    _turn(cards[0])
    assert [goal.hints_hidden for goal in _stored(context, case).goals] == [True, False]
    assert cards[0].hints.sentences() == ()
    assert cards[1].hints.sentences()

    later = _tab(qtbot, context, case)
    again = later.form.goals.cards
    assert [bool(card.hints.sentences()) for card in again] == [False, True]
    _turn(again[0])
    assert again[0].hints.sentences()

    context.undo()
    context.undo()
    assert [goal.hints_hidden for goal in _stored(context, case).goals] == [False, False]


def test_no_hint_stands_in_the_way_of_issuing(qtbot: QtBot, context: Context, office: Office, case: Case) -> None:
    step = SubGoal(what="Læser højt", responsible="Far")
    office.plan(case, Goal(goal="Støttes i at læse", own_words="Nå", sub_goals=(step,)), purpose="Ro")
    dialog = IssuePlan(context, case.id)
    qtbot.addWidget(dialog)
    dialog._given.set_value("Alma")
    assert not dialog.check(later=False)


def test_a_day_that_does_not_exist_is_told_when_the_field_is_left(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.plan(case, Goal(goal="Skole", sub_goals=(SubGoal(what="Bus"),)))
    tab = _tab(qtbot, context, case)
    tab._keeper.blockSignals(True)  # nothing is saved: leaving the field alone tells
    rows = tab.form.goals.cards[0].sub_goals
    assert rows is not None
    row = rows.rows[0]
    row.deadline.edit.setFocus()
    qtbot.keyClicks(row.deadline.edit, "31-02-2025")
    assert row.remark.isHidden()

    row.rhythm.edit.setFocus()
    assert row.remark.isVisible()

    row.deadline.edit.setFocus()
    row.deadline.edit.selectAll()
    qtbot.keyClicks(row.deadline.edit, "28-02-2025")
    assert row.remark.isHidden()
