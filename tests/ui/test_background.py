"""Work on the worker thread whose owner is closed meanwhile."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.ui.background import Background


def test_an_owner_that_is_gone_is_told_nothing_and_the_next_one_is(qtbot: QtBot) -> None:
    background = Background()
    go, told = Event(), []
    owner = QObject()
    background.start(owner, lambda: go.wait(10)).succeeded.connect(told.append)
    delete(owner)
    go.set()
    other = QObject()
    with qtbot.waitSignal(background.start(other, lambda: 2).succeeded) as second:
        pass
    assert second.args == [2]
    assert told == []
    background.close()
