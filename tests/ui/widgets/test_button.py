"""Buttons do by keyboard what they do by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.ui.widgets.button import Button, IconButton
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
