"""Promises on one line each, and people ticked in groups."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.ui.look import Look
from app.ui.widgets.choice_fields import Option
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form
from app.ui.widgets.grouped_check_list import CheckGroup, GroupedCheckList
from app.ui.widgets.promise_rows import PromiseRows
from app.ui.widgets.text_fields import LineField
from app.words import Words
from tests.conftest import TODAY

CLOSE = CheckGroup("Close", (Option("a", "Karen"), Option("b", "Bo & Ib")))
FAR = CheckGroup("Far", (Option("c", "Lis"),))


@pytest.fixture
def rows(qtbot: QtBot, look: Look, words: Words) -> PromiseRows:
    made = PromiseRows(words, ["Karen Holm"], TODAY)
    made.describe("Promise", "help")
    qtbot.addWidget(made)
    made.show()
    return made


def type_line(rows: PromiseRows, what: str, who: str, due: str) -> None:
    for field, text in zip(rows.lines()[-1], (what, who, due), strict=True):
        assert isinstance(field, Field)
        QTest.keyClicks(field.control(), text)


def test_enter_makes_the_next_line_and_what_was_typed_is_read(rows: PromiseRows, qtbot: QtBot) -> None:
    rows.add_line()
    type_line(rows, "Henter fredag", "Karen", "1/12")
    rows.activateWindow()
    last = rows.lines()[-1][2].edit
    last.setFocus()
    qtbot.waitUntil(last.hasFocus)
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert len(rows.lines()) == 2
    qtbot.waitUntil(rows.lines()[1][0].edit.hasFocus)
    QTest.keyClick(rows.lines()[1][0].edit, Qt.Key.Key_Return)
    assert len(rows.lines()) == 2
    first = rows.lines()[0][0].edit
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Enter)
    qtbot.waitUntil(rows.lines()[1][0].edit.hasFocus)
    (only,) = rows.value()
    assert (only["what"], only["who"], str(only["due"])) == ("Henter fredag", "Karen", "2026-12-01")


def test_enter_with_nothing_there_begins_the_first_line_and_ctrl_enter_is_the_forms(rows: PromiseRows) -> None:
    QTest.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rows.lines() == ()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert len(rows.lines()) == 1
    QTest.keyClick(rows, Qt.Key.Key_A)
    assert rows.value() == ()


def test_a_line_is_removed_and_a_draft_comes_back_as_it_was_typed(rows: PromiseRows) -> None:
    rows.set_value([{"key": "k", "what": "Henter", "who": "Bo", "due": TODAY}])
    rows.add_line()
    type_line(rows, "Bager", "", "nonsense")
    problem = rows.unread()
    assert problem is not None
    assert problem.code == "date-unreadable"
    state = rows.state()
    rows.restore("no list")
    assert rows.state() == state
    rows.lines()[0][0].control().parentWidget()
    removals = [b for b in rows.findChildren(type(rows.lines()[0][2]._open)) if "Remove" in b.accessibleName()]
    removals[0].click()
    assert [values["what"] for values in rows.value()] == ["Bager"]
    rows.restore(state)
    assert [(values["key"], values["what"]) for values in rows.value()] == [("k", "Henter"), ("", "Bager")]
    rows.restore([{"key": 3}, "no mapping"])
    assert rows.value() == ()


def test_every_box_says_which_promise_it_belongs_to(rows: PromiseRows) -> None:
    rows.add_line()
    rows.add_line()
    names = [field.control().accessibleName() for field in rows.lines()[1]]
    assert names == ["Promise 2: What", "Promise 2: Who", "Promise 2: By when"]
    assert rows.is_long()


@pytest.fixture
def ticks(qtbot: QtBot, look: Look, words: Words) -> GroupedCheckList:
    made = GroupedCheckList(words, (CLOSE, CheckGroup("Empty", ()), FAR), none="nobody")
    made.describe("Who", "")
    qtbot.addWidget(made)
    made.show()
    return made


def box(ticks: GroupedCheckList, name: str) -> QCheckBox:
    return next(one for one in ticks.findChildren(QCheckBox) if one.accessibleName().endswith(name))


def test_a_group_is_ticked_and_unticked_whole_with_one_press(ticks: GroupedCheckList) -> None:
    every = next(one for one in ticks.findChildren(QPushButton) if one.accessibleName() == "Who, Close: All")
    every.click()
    assert ticks.value() == ("a", "b")
    assert every.text() == "None"
    box(ticks, "Karen").click()
    assert ticks.value() == ("b",)
    assert every.text() == "All"
    every.click()
    every.click()
    assert ticks.value() == ()
    assert ticks.keys() == ("a", "b", "c")


def test_names_are_whole_to_screen_readers_and_a_draft_ticks_what_is_still_there(ticks: GroupedCheckList) -> None:
    assert box(ticks, "Bo & Ib").text() == "Bo && Ib"
    assert box(ticks, "Bo & Ib").accessibleName() == "Who, Close: Bo & Ib"
    ticks.set_value(("c",))
    state = ticks.state()
    ticks.restore([*state, "gone", 3])  # type: ignore[misc]  # a list of keys
    assert ticks.value() == ("c",)
    ticks.restore("no list")
    assert ticks.value() == ("c",)


def test_others_are_folded_until_asked_for_or_ticked(qtbot: QtBot, look: Look, words: Words) -> None:
    made = GroupedCheckList(words, (CLOSE, FAR), more="Somebody else …")
    made.describe("Who", "")
    qtbot.addWidget(made)
    made.show()
    more = next(one for one in made.findChildren(QPushButton) if one.text() == "Somebody else …")
    assert not box(made, "Lis").isVisible()
    more.click()
    assert box(made, "Lis").isVisible()
    assert not more.isVisible()

    ticked = GroupedCheckList(words, (CLOSE, FAR), more="Somebody else …")
    qtbot.addWidget(ticked)
    ticked.show()
    ticked.set_value(("c",))
    assert ticked.value() == ("c",)
    assert all(one.isVisible() for one in ticked.findChildren(QCheckBox))


def test_tab_goes_line_by_line_between_the_rows_before_and_after_and_back(
    qtbot: QtBot, look: Look, words: Words
) -> None:
    form = Form(words)
    before = form.add("before", "Before", LineField())
    rows = form.add("rows", "Promise", PromiseRows(words, [], TODAY))
    after = form.add("after", "After", LineField())
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    rows.add_line()
    rows.add_line()
    before.edit.setFocus()
    qtbot.waitUntil(before.edit.hasFocus)

    def walk(key: Qt.Key, steps: int) -> list[str]:
        found = []
        for _ in range(steps):
            QTest.keyClick(form.window().focusWidget(), key)
            found.append(form.window().focusWidget().accessibleName())
        return found

    boxes = [f"Promise {n}: {what}" for n in (1, 2) for what in ("What", "Who", "By when", "Remove this row")]
    assert walk(Qt.Key.Key_Tab, 10) == [*boxes, "", "After"]
    assert after.edit.hasFocus()
    assert walk(Qt.Key.Key_Backtab, 10) == ["", *reversed(boxes), "Before"]


def test_the_line_with_the_cursor_is_in_sight(qtbot: QtBot, look: Look, words: Words) -> None:
    rows = PromiseRows(words, [], TODAY)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(rows)
    qtbot.addWidget(scroll)
    scroll.resize(600, 160)
    scroll.show()
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    for _ in range(8):
        rows.add_line()

    def is_in_sight() -> bool:
        box = rows.lines()[-1][0].edit
        return box.hasFocus() and scroll.viewport().rect().contains(box.mapTo(scroll.viewport(), box.rect().center()))

    qtbot.waitUntil(is_in_sight)
