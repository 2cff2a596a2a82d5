"""Buttons do by keyboard what they do by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.form import Form
from app.words import Words

pytestmark = pytest.mark.usefixtures("look")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [lambda: Button("Begin"), lambda: IconButton("eye", "Show")])
def test_enter_and_space_press_the_button_in_focus(
    kind: Callable[[], QAbstractButton], key: Qt.Key, qtbot: QtBot
) -> None:
    button = kind()
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=100):
        qtbot.keyClick(button, key)


def test_enter_on_a_button_within_a_form_does_not_submit_it(qtbot: QtBot, words: Words) -> None:
    form = Form(words)
    button = Button("Add a row")
    form.add_widget(button)
    qtbot.addWidget(form)
    with qtbot.waitSignal(button.clicked, timeout=100), qtbot.assertNotEmitted(form.submitted):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_the_words_of_a_choice_have_room_when_they_are_chosen(qtbot: QtBot) -> None:
    field = SegmentedField([Option("seen", "Observation or other direct contact"), Option("no", "No")])
    qtbot.addWidget(field)
    field.show()
    button = field.findChildren(Button)[0]
    bold = QFont(button.font())
    bold.setWeight(QFont.Weight.DemiBold)
    padding = 2 * 15
    assert button.width() >= QFontMetrics(bold).horizontalAdvance(button.text()) + padding
