"""Goals are carried, copied, dropped and put back; each act is one step of undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.plan import Goal, GoalStatus, SubGoal
from app.ui.context import Context
from app.ui.pages.case import goal_column
from app.ui.pages.case.goal_card import GoalCard
from app.ui.pages.case.plan_tab import PlanTab
from tests.factories import Office
from tests.ui.plan_desk import OpenPlan, fields_of, stored


@pytest.fixture
def case(office: Office) -> Case:
    found = office.case()
    office.plan(found, Goal(goal="A", sub_goals=(SubGoal(what="Bus"),)), Goal(goal="B"), Goal(goal="C & D"))
    return found


@pytest.fixture
def tab(opened_plan: OpenPlan, case: Case) -> PlanTab:
    return opened_plan(case)


def _order(context: Context, case: Case) -> list[str]:
    return [goal.goal for goal in stored(context, case).goals]


def _choose(qtbot: QtBot, tab: PlanTab, text: str) -> None:
    menu = tab.findChildren(QMenu)[-1]
    action = next(action for action in menu.actions() if text in action.text())
    action.trigger()
    menu.close()


def _carried(goal_id: str) -> QMimeData:
    data = QMimeData()
    data.setData("application/x-forlaens-goal", goal_id.encode())
    return data


_NONE, _LEFT, _MOVE = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction


def _carry(tab: PlanTab, card: GoalCard, y: int) -> None:
    """What Qt sends while a goal is carried over the list and let go at a height of it."""
    goals, data, place = tab.form.goals, _carried(card.id), QPoint(40, y)
    for event in (
        QDragEnterEvent(place, _MOVE, data, _LEFT, _NONE),
        QDragMoveEvent(place, _MOVE, data, _LEFT, _NONE),
        QDropEvent(QPointF(place), _MOVE, data, _LEFT, _NONE),
    ):
        QApplication.sendEvent(goals, event)
        assert event.isAccepted()
    QApplication.processEvents()  # the cards stand in their new places


def test_a_goal_carried_below_the_last_stands_last_and_undo_takes_it_back(
    context: Context, case: Case, tab: PlanTab
) -> None:
    cards = tab.form.goals.cards
    _carry(tab, cards[0], cards[2].geometry().bottom() + 2)
    assert _order(context, case) == ["B", "C & D", "A"]
    _carry(tab, tab.form.goals.cards[2], tab.form.goals.cards[1].y() + 2)
    assert _order(context, case) == ["B", "A", "C & D"]
    context.undo()
    assert _order(context, case) == ["B", "C & D", "A"]


def test_a_goal_let_go_where_it_stands_changes_nothing(context: Context, case: Case, tab: PlanTab) -> None:
    before = stored(context, case)
    cards = tab.form.goals.cards
    _carry(tab, cards[1], cards[1].y() + 2)
    _carry(tab, cards[1], cards[1].geometry().bottom())
    assert stored(context, case) == before


def test_a_line_shows_where_the_goal_comes_to_stand_until_it_is_carried_away(tab: PlanTab) -> None:
    goals = tab.form.goals
    first = goals.cards[0]
    data = _carried(first.id)  # the event does not keep it alive
    QApplication.sendEvent(goals, QDragEnterEvent(QPoint(40, first.y()), _MOVE, data, _LEFT, _NONE))
    QApplication.sendEvent(goals, QDragMoveEvent(QPoint(40, first.y()), _MOVE, data, _LEFT, _NONE))
    assert goals._mark.isVisible()
    assert goals._mark.geometry().bottom() <= first.y()
    assert not goals._mark.grab().isNull()
    QApplication.sendEvent(goals, QDragLeaveEvent())
    assert not goals._mark.isVisible()


def test_nothing_else_is_taken(tab: PlanTab) -> None:
    goals, data, place = tab.form.goals, _carried("unknown"), QPoint(40, 60)
    for event in (
        QDragEnterEvent(place, _MOVE, data, _LEFT, _NONE),
        QDropEvent(QPointF(place), _MOVE, data, _LEFT, _NONE),
    ):
        event.ignore()
        QApplication.sendEvent(goals, event)
        assert not event.isAccepted()


def test_a_card_held_by_its_head_is_carried_and_a_click_only_opens_it(
    monkeypatch: pytest.MonkeyPatch, tab: PlanTab
) -> None:
    carried: list[str] = []
    monkeypatch.setattr(goal_column, "drag", lambda card, goal_id: carried.append(goal_id))
    card = tab.form.goals.cards[1]

    def send(kind: QEvent.Type, x: int) -> None:
        place = QPointF(x, 20)
        QApplication.sendEvent(card, QMouseEvent(kind, place, card.mapToGlobal(place), _LEFT, _LEFT, _NONE))

    send(QEvent.Type.MouseButtonPress, 60)
    send(QEvent.Type.MouseMove, 62)
    assert carried == []
    send(QEvent.Type.MouseMove, 120)
    assert carried == [card.id]
    send(QEvent.Type.MouseButtonRelease, 120)
    assert not card.is_open()
    send(QEvent.Type.MouseButtonPress, 60)
    send(QEvent.Type.MouseButtonRelease, 60)
    assert card.is_open()


def test_a_goal_is_copied_behind_itself(qtbot: QtBot, context: Context, case: Case, tab: PlanTab) -> None:
    tab.form.goals.cards[0].head.more.click()
    _choose(qtbot, tab, "Duplicate")
    goals = stored(context, case).goals
    assert [goal.goal for goal in goals] == ["A", "A", "B", "C & D"]
    assert goals[0].id != goals[1].id
    assert goals[1].sub_goals[0].what == "Bus"
    assert tab.form.goals.cards[1].is_open()
    context.undo()
    assert _order(context, case) == ["A", "B", "C & D"]


@pytest.mark.parametrize("is_open", [False, True])
def test_a_goal_is_dropped_and_taken_up_again(
    qtbot: QtBot, context: Context, case: Case, tab: PlanTab, is_open: bool
) -> None:
    card = tab.form.goals.cards[0]
    if is_open:
        card.open()
    card.head.more.click()
    _choose(qtbot, tab, "Drop")
    assert stored(context, case).goals[0].status is GoalStatus.DROPPED
    assert card.head.status.accessibleName() or card.goal().status is GoalStatus.DROPPED
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    card.head.more.click()
    _choose(qtbot, tab, "again")
    assert stored(context, case).goals[0].status is GoalStatus.UNDER_WAY


def test_a_goal_taken_out_is_put_back_from_the_foot_of_the_list(
    qtbot: QtBot, context: Context, case: Case, tab: PlanTab
) -> None:
    before = stored(context, case).goals
    assert tab.form.goals.back.isHidden()
    tab.form.goals.cards[2].head.remove.click()
    tab.refresh()
    assert _order(context, case) == ["A", "B"]
    assert tab.form.goals.back.isVisible()

    tab.form.goals.back.click()
    _choose(qtbot, tab, "C && D")
    tab.refresh()

    assert stored(context, case).goals == before
    assert tab.form.goals.back.isHidden()


def test_a_key_adds_a_goal_from_anywhere_in_the_plan(qtbot: QtBot, tab: PlanTab) -> None:
    tab.form.why.field("purpose").setFocus()
    qtbot.keyClick(tab, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert fields_of(tab, 3).form.field("own_words").control().hasFocus()
