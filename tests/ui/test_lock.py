"""Faults 13 and 14: what locks the caseload, and what cannot hold it up."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.lock import IdleWatch
from app.ui.lock_curtain import Curtain
from app.ui.look import Look
from app.words import Words

MINUTE = 60.0


@dataclass
class Clocks:
    """The two clocks that the watch looks at, and what it said."""

    elapsed: float = 1_000.0
    wall: float = 1_764_000_000.0
    locked: int = 0
    visits: list[int] = field(default_factory=list)

    def watch(self, parent: QObject) -> IdleWatch:
        made = IdleWatch(5, parent, elapsed=lambda: self.elapsed, wall=lambda: self.wall)
        made.lock_due.connect(self._on_lock)
        made.visit_changed.connect(self.visits.append)
        return made

    def run(self, watch: IdleWatch, minutes: float) -> None:
        """Let time pass, ticking as the timer does."""
        for _ in range(round(minutes * MINUTE / 2)):
            self.elapsed += 2
            self.wall += 2
            watch.tick()

    def _on_lock(self) -> None:
        self.locked += 1


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


def test_it_locks_after_five_idle_minutes_and_not_before(qapp: QObject, clocks: Clocks) -> None:
    watch = clocks.watch(qapp)
    clocks.run(watch, 4.9)
    assert clocks.locked == 0
    clocks.run(watch, 0.2)
    assert clocks.locked > 0


def test_a_key_or_the_mouse_puts_the_lock_off(qtbot: QtBot, qapp: QObject, clocks: Clocks) -> None:
    watch = clocks.watch(qapp)
    watch.start()
    line = QLineEdit()
    qtbot.addWidget(line)
    clocks.run(watch, 4.5)
    qtbot.keyClick(line, Qt.Key.Key_A)
    clocks.run(watch, 4.5)
    assert clocks.locked == 0
    watch.stop()


@pytest.mark.parametrize("step", [-366 * 86_400.0, -3_600.0])
def test_a_clock_set_back_neither_locks_nor_keeps_the_lock_off(qapp: QObject, clocks: Clocks, step: float) -> None:
    watch = clocks.watch(qapp)
    clocks.run(watch, 2)
    clocks.wall += step
    clocks.run(watch, 2.5)
    assert clocks.locked == 0
    clocks.run(watch, 1)
    assert clocks.locked > 0


@pytest.mark.parametrize(("elapsed", "wall"), [(2.0, 600.0), (600.0, 600.0)])
def test_sleep_locks_whether_or_not_the_running_clock_stood_still(
    qapp: QObject, clocks: Clocks, elapsed: float, wall: float
) -> None:
    watch = clocks.watch(qapp)
    watch.start_visit(60)
    clocks.elapsed += elapsed
    clocks.wall += wall
    watch.tick()
    assert clocks.locked == 1


def test_a_visit_holds_the_lock_off_and_ends_by_itself(qapp: QObject, clocks: Clocks) -> None:
    watch = clocks.watch(qapp)
    watch.start_visit(30)
    clocks.run(watch, 29.5)
    assert clocks.locked == 0
    assert clocks.visits[-1] == 1
    clocks.run(watch, 1)
    assert clocks.visits[-1] == 0
    assert not watch.is_visit()
    clocks.run(watch, 5)
    assert clocks.locked > 0


@pytest.mark.parametrize("kind", ["dialog", "menu"])
def test_what_is_open_in_front_cannot_hold_the_lock_up(qtbot: QtBot, qapp: QObject, clocks: Clocks, kind: str) -> None:
    watch = clocks.watch(qapp)
    watch.lock_due.connect(watch.stop)
    clocks.elapsed += 10 * MINUTE
    clocks.wall += 10 * MINUTE
    front: QDialog | QMenu = QDialog() if kind == "dialog" else QMenu()
    if isinstance(front, QMenu):
        front.addAction("x")
    qtbot.addWidget(front)
    watch.lock_due.connect(front.close)
    watch.start()
    front.exec()  # returns because the watch closes it
    assert clocks.locked == 1


def test_f9_covers_everything_and_nothing_is_typed_blind(qtbot: QtBot, look: Look, words: Words) -> None:
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    qtbot.addWidget(window)
    curtain = Curtain(words, window)
    curtain.start()
    with qtbot.waitExposed(window):
        window.show()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_F9)
    assert curtain.is_drawn
    assert window.childAt(line.geometry().center()) is not line
    qtbot.keyClick(line, Qt.Key.Key_X)
    assert line.text() == ""
    qtbot.keyClick(line, Qt.Key.Key_F9)
    assert not curtain.is_drawn
    qtbot.keyClick(line, Qt.Key.Key_X)
    assert line.text() == "x"
