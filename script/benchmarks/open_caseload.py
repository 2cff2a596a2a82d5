"""Opens a caseload as a caseworker does and prints how long it took until it could be used.

The program is started whole, the recovery key is handed to the unlock step (it opens as the passphrase does, without
the half second that a passphrase takes on purpose), and the clock runs until everything the window has to do is done.
Then cases are opened one after the other. Prints milliseconds, and the memory in use at the overview (KiB).
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import TypeVar

# isort: off
import app.ui.quick_imports  # noqa: F401  # as the program does before it loads Qt

# isort: on
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import now
from app.ui.context import Place
from app.ui.main_window import MainWindow
from app.ui.pages.page import Page
from app.ui.program import Program
from app.ui.settings import SettingsFile
from app.ui.start.start_window import StartWindow
from app.ui.start.unlock_step import UnlockStep
from app.ui.widgets.calendar_grid import CalendarGrid
from app.vault.store_folder import DataFolder
from app.words import Words

_CASES = 8
T = TypeVar("T", bound=QWidget)


class Painted(QObject):
    """Sees that a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the painting and let everything through."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


class Caseworker:
    """Unlocks, waits until all is quiet behind the window, and opens cases."""

    def __init__(self, recovery: str) -> None:
        self._recovery = recovery
        self._figures: dict[str, object] = {}

    def unlock(self) -> None:
        """Hand the key over once everything is loaded, as it is when a passphrase has been typed."""
        if not hasattr(sys.modules.get("app.ui.session"), "Session"):
            QTimer.singleShot(50, self.unlock)
            return
        window = _top(StartWindow)
        window.opened.connect(self._on_opened)
        step = window.step()
        if not isinstance(step, UnlockStep):
            raise TypeError("there is no caseload to unlock")
        self._started = time.perf_counter()
        step.submitted.emit(self._recovery, True)

    def _on_opened(self) -> None:
        # The window is shown; what it still has to lay out and paint is waiting as events.
        QApplication.processEvents()
        self._figures["overview"] = _since(self._started)
        self._figures["memory"] = _memory()
        QTimer.singleShot(400, self._open_cases)

    def _open_cases(self) -> None:
        window = _top(MainWindow)
        context = window.findChildren(Page)[0].context
        ids = [status.case_id for status in context.statuses()][:_CASES]
        times = []
        for case_id in ids:
            context.go(Place.OVERVIEW if window.first_place == Place.OVERVIEW else Place.SETTINGS)
            QApplication.processEvents()
            times.append(_open(window, case_id))
        self._figures["first_case"], self._figures["cases"] = times[0], times[1:]
        self._figures["months"] = _turn_months(window)
        sys.stdout.write(json.dumps(self._figures) + "\n")
        sys.stdout.flush()
        os._exit(0)


def _open(window: MainWindow, case_id: str) -> float:
    context = window.findChildren(Page)[0].context
    started = time.perf_counter()
    context.go(Place.CASE, case_id)
    painted = Painted(next(page for page in window.findChildren(Page) if page.isVisible()))
    while not painted.seen:
        QApplication.processEvents()
    QApplication.processEvents()
    return _since(started)


def _turn_months(window: MainWindow) -> list[float]:
    """How long the calendar takes from one month to the next, until it is painted."""
    context = window.findChildren(Page)[0].context
    context.go(Place.CALENDAR)
    QApplication.processEvents()
    (grid,) = window.findChildren(CalendarGrid)
    times = []
    for turn in (1, 1, -1, -1, -1, 1):
        started = time.perf_counter()
        grid.turned.emit(turn)
        painted = Painted(grid)
        while not painted.seen:
            QApplication.processEvents()
        times.append(_since(started))
    return times


def _top(kind: type[T]) -> T:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind))


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def _memory() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def _fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The program's own hook would ask somebody to press a button."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def main(root: Path, recovery: str) -> None:
    """Start the program over the data folder `root`."""
    data = DataFolder(root)
    program = Program(["forlaens"], data, SettingsFile(data.settings), Words("da"), now, lambda _run: None)
    sys.excepthook = _fail
    program.start("", "bench", is_demo=False)
    caseworker = Caseworker(recovery)
    QTimer.singleShot(50, caseworker.unlock)
    program.run()


main(Path(sys.argv[1]), sys.argv[2])
