"""The staircase by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.look import Look
from app.ui.widgets.staircase import Staircase
from app.ui.widgets.staircase_canvas import StairCanvas, StairStep
from app.ui.widgets.staircase_chip import MIME, ChipButton, StairChip
from app.words import Words

NAMES = ("Clarification", "Prevention", "Home-based", "Kin", "Foster family", "Residential")


def steps(*children: tuple[str, ...]) -> tuple[StairStep, ...]:
    return tuple(
        StairStep(
            key=name.lower(),
            number=number,
            name=name,
            full_name=name,
            why=f"About {name}",
            chips=tuple(
                StairChip(key=child, name=child, tone="ok", why="in 3 days")
                for child in (children[number] if number < len(children) else ())
            ),
        )
        for number, name in enumerate(NAMES)
    )


@pytest.fixture
def staircase(qtbot: QtBot, look: Look, words: Words) -> Staircase:
    made = Staircase(words, "Ladder")
    qtbot.addWidget(made)
    made.resize(700, 560)
    made.show_steps(steps(("Ada", "Bo"), ("Cleo",), (), ("Dan", "Eva"), (), ()))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def chip(staircase: Staircase, key: str) -> ChipButton:
    found = staircase.chip(key)
    assert found is not None
    return found


def canvas_of(staircase: Staircase) -> StairCanvas:
    canvas = staircase.widget()
    assert isinstance(canvas, StairCanvas)
    return canvas


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.chip.key if isinstance(widget, ChipButton) else ""


def test_the_arrow_keys_walk_to_every_chip(staircase: Staircase) -> None:
    chip(staircase, "Ada").setFocus()
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(chip(staircase, focused()), key)
        walked.append(focused())
    assert walked == ["Bo", "Cleo", "Eva", "Dan", "Cleo"]


def test_tab_enters_at_the_chip_walked_to_last(staircase: Staircase) -> None:
    assert [c.chip.key for c in staircase.chips() if c.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["Ada"]
    chip(staircase, "Dan").setFocus()
    assert [c.chip.key for c in staircase.chips() if c.focusPolicy() & Qt.FocusPolicy.TabFocus] == ["Dan"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_opens_the_case(qtbot: QtBot, staircase: Staircase, key: Qt.Key) -> None:
    with qtbot.waitSignal(staircase.opened) as opened:
        QTest.keyClick(chip(staircase, "Cleo"), key)
    assert opened.args == ["Cleo"]


def test_a_click_opens_the_case(qtbot: QtBot, staircase: Staircase) -> None:
    with qtbot.waitSignal(staircase.opened) as opened:
        QTest.mouseClick(chip(staircase, "Bo"), Qt.MouseButton.LeftButton)
    assert opened.args == ["Bo"]


def test_the_menu_moves_a_child_to_any_other_step(qtbot: QtBot, staircase: Staircase) -> None:
    menu = staircase.menu_for(chip(staircase, "Cleo"))
    targets = [action for action in menu.actions() if action.data()]
    assert [action.data() for action in targets] == [
        "clarification",
        "home-based",
        "kin",
        "foster family",
        "residential",
    ]
    with qtbot.waitSignal(staircase.move_asked) as asked:
        targets[-1].trigger()
    assert asked.args == ["Cleo", "residential"]
    with qtbot.waitSignal(staircase.opened) as opened:
        menu.actions()[0].trigger()
    assert opened.args == ["Cleo"]


def test_the_letter_m_opens_the_menu(qtbot: QtBot, staircase: Staircase) -> None:
    QTest.keyClick(chip(staircase, "Ada"), Qt.Key.Key_M)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def dragged(key: str) -> QMimeData:
    what = QMimeData()
    what.setData(MIME, QByteArray(key.encode()))
    return what


def drop(canvas: StairCanvas, what: QMimeData, at: QPoint) -> bool:
    """Drag something over the canvas to a point and let go; says whether it was taken."""
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, move, what, left, none)
    canvas.dragEnterEvent(enter)
    over = QDragMoveEvent(at, move, what, left, none)
    canvas.dragMoveEvent(over)
    if over.isAccepted():
        canvas.dropEvent(QDropEvent(QPointF(at), move, what, left, none))
    return over.isAccepted()


def middle_of(staircase: Staircase, child: str) -> QPoint:
    return chip(staircase, child).geometry().center()


def test_dragging_a_child_onto_a_step_asks_for_the_move(qtbot: QtBot, staircase: Staircase) -> None:
    canvas = canvas_of(staircase)
    with qtbot.waitSignal(staircase.move_asked) as asked:
        assert drop(canvas, dragged("Ada"), middle_of(staircase, "Dan"))
    assert asked.args == ["Ada", "kin"]


def test_a_child_is_not_moved_to_the_step_it_stands_on(staircase: Staircase, qtbot: QtBot) -> None:
    canvas = canvas_of(staircase)
    with qtbot.assertNotEmitted(staircase.move_asked):
        assert not drop(canvas, dragged("Ada"), middle_of(staircase, "Bo"))
        assert not drop(canvas, QMimeData(), middle_of(staircase, "Dan"))


def test_each_chip_says_its_name_and_why(staircase: Staircase) -> None:
    found = chip(staircase, "Eva")
    assert (found.accessibleName(), found.accessibleDescription()) == ("Eva", "in 3 days")


def test_a_name_that_looks_like_markup_is_shown_letter_by_letter(staircase: Staircase) -> None:
    staircase.show_steps(steps(("<b>&", "Bo")))
    assert "&lt;b&gt;&amp;" in chip(staircase, "<b>&").toolTip()


def test_a_child_keeps_the_focus_when_it_has_moved(staircase: Staircase) -> None:
    chip(staircase, "Ada").setFocus()
    staircase.show_steps(steps((), ("Ada", "Bo")))
    assert focused() == "Ada"


def test_no_chip_is_hidden_when_the_window_gets_narrow(staircase: Staircase) -> None:
    staircase.show_steps(steps(*[tuple(f"{step}{n}" for n in range(9)) for step in "abcdef"]))
    staircase.resize(320, 240)
    assert all(canvas_of(staircase).rect().contains(one.geometry()) for one in staircase.chips())
