"""Questions are plain text, their buttons say what they do, and a grave act is not what Enter does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from app.ui.ask import Ask
from app.words import Words

pytestmark = pytest.mark.usefixtures("look", "qtbot")


def _when_open(act: Callable[[QMessageBox], None]) -> None:
    def find() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        act(box)

    QTimer.singleShot(0, find)


def test_enter_takes_the_choice(qtbot: QtBot, words: Words) -> None:
    _when_open(lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))

    assert Ask(words).confirm(None, "Close the case?", "It can be opened again.", "Close the case")


def test_enter_does_not_take_a_grave_choice(qtbot: QtBot, words: Words) -> None:
    _when_open(lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))

    assert not Ask(words).confirm(None, "Delete the store?", "It is gone then.", "Delete", grave=True)


def test_esc_takes_no_choice(qtbot: QtBot, words: Words) -> None:
    _when_open(lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))

    assert Ask(words).choose(None, "Which?", "Two ways.", ("One", "Two")) is None


def test_a_question_shows_text_as_it_is(words: Words) -> None:
    formats: list[Qt.TextFormat] = []

    def look_and_close(box: QMessageBox) -> None:
        formats.extend(label.textFormat() for label in box.findChildren(QLabel) if label.text())
        box.reject()

    _when_open(look_and_close)
    Ask(words).notice(None, "Saved", "<b>Alma</b>")

    assert set(formats) == {Qt.TextFormat.PlainText}
