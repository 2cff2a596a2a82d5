"""What tests of screens share: the program's own look, and English words."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.services.store import Store
from app.ui.background import Background
from app.ui.context import Context
from app.ui.look import STYLE, Look
from app.ui.pages.case.plan_tab import PlanTab
from app.ui.settings import SettingsFile
from app.words import Words
from tests.conftest import Clock
from tests.ui.plan_desk import OpenPlan

# Tests leave windows behind that no parent owns, as the program never does. Python would take them down amid
# another test, in an order in which Qt has been seen to crash; they go with the process instead.
gc.set_threshold(1_000_000_000, 1_000_000_000, 1_000_000_000)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["forlaens", *STYLE]


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light theme with the bundled fonts, on the whole test run."""
    return Look(qapp, "light")


@pytest.fixture(autouse=True)
def _windows_go() -> Iterator[None]:
    """Take down what a test left open, in Qt's own order, before Python may.

    What Python kept of it is collected when the next test begins: fixtures hold on to it until then. What is left
    after that stays for the whole run, and is not gone through again.
    """
    gc.collect()
    gc.freeze()
    yield
    QApplication.processEvents()  # what the worker ended last is still answered
    for left in QApplication.topLevelWidgets():
        left.hide()
        left.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def words() -> Words:
    return Words("en")


@pytest.fixture
def context(store: Store, look: Look, words: Words, clock: Clock, tmp_path: Path) -> Iterator[Context]:
    """What pages and dialogs are handed, over a real store."""
    background = Background()
    settings = SettingsFile(tmp_path / "settings.json")
    yield Context(store=store, words=words, look=look, settings=settings, clock=clock, background=background)
    background.close()


@pytest.fixture
def opened_plan(qtbot: QtBot, context: Context) -> OpenPlan:
    def make(case: Case) -> PlanTab:
        tab = PlanTab(context)
        qtbot.addWidget(tab)
        tab.resize(1106, 700)
        tab.show_case(case.id)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), tab)
        undo.activated.connect(context.undo)
        return tab

    return make
