"""Work on the worker thread whose owner is closed meanwhile."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.ui.background import Background
from app.ui.context import Context
from app.ui.dialogs.open_case import OpenCase
from app.ui.dialogs.write_note import WriteNote
from tests.factories import Office


def test_an_owner_that_is_gone_is_told_nothing_and_the_next_one_is(qtbot: QtBot) -> None:
    background = Background()
    go = Event()
    told: list[int] = []
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


@pytest.mark.usefixtures("eager_collection")
def test_what_is_loaded_is_spared_and_what_is_made_later_is_not(qtbot: QtBot) -> None:
    background = Background()
    loaded = _Knot()
    background.spare_what_is_loaded()
    kept, gone = weakref.ref(loaded), weakref.ref(_Knot())
    del loaded
    heap: list[list[int]] = []

    def is_gone() -> bool:
        heap.extend([] for _ in range(200))
        return gone() is None

    qtbot.waitUntil(is_gone)
    assert kept() is not None
    background.close()


class _Knot(QObject):
    """Holds itself, as a closed dialog whose buttons lead back to it does."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def ordinary_collection() -> Iterator[None]:
    """Python's own thresholds, over nothing but what the test makes."""
    with collected_after(700, 10, 10):
        yield


@pytest.fixture
def eager_collection(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What nobody needs is looked for as often as can be."""
    monkeypatch.setattr("app.ui.background._SWEEP_MS", 2)
    with collected_after(100, 1, 1):
        yield


@contextmanager
def collected_after(*thresholds: int) -> Iterator[None]:
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*thresholds)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("ordinary_collection")
def test_what_the_screen_leaves_behind_is_never_taken_down_by_the_worker(qtbot: QtBot) -> None:
    background = Background()
    ends: list[object] = []
    knot = _Knot()
    weakref.finalize(knot, lambda: ends.append(current_thread()))
    del knot
    owner = QObject()
    with qtbot.waitSignal(background.start(owner, _allocate_much).succeeded, timeout=10_000) as much:
        pass
    qtbot.waitUntil(lambda: bool(ends), timeout=10_000)
    assert ends == [main_thread()]
    assert much.args
    background.close()


@pytest.mark.usefixtures("eager_collection")
def test_dialogs_come_and_go_by_the_dozen_while_the_worker_works_and_leave_nothing(
    qtbot: QtBot, context: Context, office: Office
) -> None:
    page, case = QWidget(), office.case()
    qtbot.addWidget(page)
    opened, ends = 0, list[object]()
    for _ in range(8):
        context.background.start(page, _allocate_much)
        for dialog in (WriteNote(context, case.id, "Alma", parent=page), OpenCase(context, page)):
            weakref.finalize(dialog, lambda: ends.append(current_thread()))
            opened += 1
            dialog.open()
            qtbot.wait(5)
            dialog.reject()
        del dialog
    qtbot.waitUntil(lambda: len(ends) == opened, timeout=10_000)
    assert set(ends) == {main_thread()}


def _allocate_much() -> list[list[int]]:
    return [[number] for number in range(200_000)]


def test_once_closed_nothing_is_begun_any_more(qtbot: QtBot) -> None:
    background = Background()
    background.close()
    begun: list[int] = []
    background.start(QObject(), lambda: begun.append(1))
    qtbot.wait(20)
    assert begun == []
