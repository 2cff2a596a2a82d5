"""The start window over real stores: faults 5 and 7 to 9 as the caseworker meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services import backups
from app.ui.background import Background
from app.ui.look import Look
from app.ui.settings import SettingsFile
from app.ui.start.start_window import StartWindow
from app.ui.start.trouble_step import TroubleStep
from app.ui.start.unlock_step import UnlockStep
from app.ui.start.welcome_step import WelcomeStep
from app.ui.start.work import StartWork
from app.vault.store_folder import DataFolder
from app.words import Words
from tests.own_caseload import PASSPHRASE, Own, own, own_template

__all__ = ["own", "own_template"]

PATIENCE_MS = 20_000
Start = Callable[[DataFolder], StartWindow]


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def start(own: Own, look: Look, words: Words, background: Background, qtbot: QtBot) -> Start:
    """Opens the start window over a data folder; the windows live as long as the test, as in the program."""
    windows = []

    def open_window(data: DataFolder) -> StartWindow:
        work = StartWork(data, own.clock, "run")
        window = StartWindow(work, words, SettingsFile(data.settings), background)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        return window

    return open_window


def _button(within: QWidget, text: str) -> QPushButton:
    return next(b for b in within.findChildren(QPushButton) if b.text() == text)


def _holds(path: Path, text: str) -> Callable[[], bool]:
    return lambda: path.exists() and text in path.read_text("utf-8")


def _type_passphrase(qtbot: QtBot, window: StartWindow, text: str) -> None:
    qtbot.waitUntil(lambda: any(line.isVisible() for line in window.step().findChildren(QLineEdit)))
    line = next(line for line in window.step().findChildren(QLineEdit) if line.isVisible())
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_right_passphrase_opens(own: Own, start: Start, qtbot: QtBot) -> None:
    window = start(own.data)
    with qtbot.waitSignal(window.opened, timeout=PATIENCE_MS) as opened:
        _type_passphrase(qtbot, window, PASSPHRASE)
    assert opened.args
    opened.args[0].store.close()


def test_wrong_passphrases_get_the_same_words_and_a_wait_and_leave_the_store_alone(
    own: Own, start: Start, qtbot: QtBot
) -> None:
    window = start(own.data)
    before = own.folder.store.read_bytes()
    told = set()
    for count in range(1, 4):
        _type_passphrase(qtbot, window, f"wrong {count}")
        qtbot.waitUntil(_holds(own.folder.tries, f'"count": {count}'), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: bool(window.step().problem()), timeout=PATIENCE_MS)
        told.add(window.step().problem())
    assert len(told) == 1
    qtbot.waitUntil(lambda: any("Try again in" in b.text() for b in window.step().findChildren(QPushButton)))
    assert own.folder.store.read_bytes() == before


def test_the_first_run_offers_three_ways(tmp_path: Path, own: Own, start: Start, qtbot: QtBot) -> None:
    window = start(DataFolder(tmp_path / "nothing"))
    step = window.step()
    assert isinstance(step, WelcomeStep)
    texts = {button.text() for button in step.findChildren(QPushButton)}
    assert {"New caseload", "See the demo", "Restore a copy"} <= texts


def test_a_damaged_store_offers_the_newest_good_copy_with_its_date(own: Own, start: Start, qtbot: QtBot) -> None:
    custody = own.open()
    backups.back_up(custody, "close")
    custody.store.close()
    own.folder.store.write_bytes(b"")
    damaged = own.folder
    window = start(own.data)
    window.begin()
    qtbot.waitUntil(lambda: isinstance(window.step(), TroubleStep), timeout=PATIENCE_MS)
    assert "empty" in window.step().problem()
    offer = next(b for b in window.step().findChildren(QPushButton) if "23 November 2026" in b.text())
    offer.click()
    qtbot.waitUntil(lambda: isinstance(window.step(), UnlockStep), timeout=PATIENCE_MS)
    with qtbot.waitSignal(window.opened, timeout=PATIENCE_MS) as opened:
        _type_passphrase(qtbot, window, PASSPHRASE)
    assert opened.args
    opened.args[0].store.close()
    assert damaged.store.exists()


def test_damaged_slots_offer_those_of_a_copy(own: Own, start: Start, qtbot: QtBot) -> None:
    custody = own.open()
    backups.back_up(custody, "close")
    custody.store.close()
    own.folder.slots.write_text("{}")
    window = start(own.data)
    window.begin()
    qtbot.waitUntil(lambda: isinstance(window.step(), TroubleStep), timeout=PATIENCE_MS)
    _button(window.step(), "Use the previous key file").click()
    with qtbot.waitSignal(window.opened, timeout=PATIENCE_MS) as opened:
        _type_passphrase(qtbot, window, PASSPHRASE)
    assert opened.args
    opened.args[0].store.close()
    own.open().store.close()


def test_every_control_that_takes_focus_has_a_name(own: Own, start: Start, qtbot: QtBot) -> None:
    window = start(own.data)
    qtbot.waitUntil(window.step().isVisible)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text()))
    ]
    assert nameless == []
