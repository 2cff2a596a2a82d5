"""The program set up for a picture or a test: a caseload, a window, and the words and theme to show it in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.orm import Session as StoreSession

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.services.catalogue import load_catalogue, seed_catalogue, shipped_rows
from app.services.custody import Custody
from app.services.demo import fill_demo
from app.services.opening import create_store
from app.services.store import Store
from app.ui.background import Background
from app.ui.context import Context, Place
from app.ui.lock import IdleWatch
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.pages.registry import pages
from app.ui.print_pane import PrintPane
from app.ui.settings import SettingsFile
from app.vault.keys import DataKey
from app.vault.store_folder import DataFolder, StoreFolder
from app.vault.tries import WrongTries
from app.words import Words
from tests.worst_caseload import fill_worst

KEY = DataKey(bytes(range(32)))
Fill = Callable[[StoreSession, Catalogue, date], Changes]
CASELOADS: dict[str, Fill] = {"demo": fill_demo, "worst": fill_worst}


def make_caseload(path: Path, fill: Fill, clock: Callable[[], datetime]) -> None:
    """Make a store with a whole caseload at `path`."""
    create_store(path, KEY)
    store = Store(path, KEY, clock=clock, run="made")
    store.write(seed_catalogue, shipped_rows())
    store.write(fill, store.read(load_catalogue), clock().date())
    store.close()


@dataclass
class Stage:
    """One open caseload. `case_id` is the fullest case of it."""

    app: QApplication
    custody: Custody
    context: Context
    watch: IdleWatch
    size: QSize
    case_id: str

    @classmethod
    def open(
        cls,
        app: QApplication,
        folder: Path,
        made: Path,
        *,
        words: Words,
        look: Look,
        clock: Callable[[], datetime],
        size: QSize,
    ) -> Stage:
        """Open a copy of the store at `made`, with what its log still holds, in `folder`."""
        data = DataFolder(folder)
        home = StoreFolder(folder / "caseload")
        home.folder.mkdir(parents=True)
        for suffix in ("", "-wal"):
            if Path(f"{made}{suffix}").exists():
                shutil.copyfile(f"{made}{suffix}", f"{home.store}{suffix}")
        store = Store(home.store, KEY, clock=clock, run="stage")
        custody = Custody(data=data, folder=home, key=KEY, store=store, clock=clock, wrong_tries=WrongTries())
        context = Context(
            store=store,
            words=words,
            look=look,
            settings=SettingsFile(data.settings, language=words.language),
            clock=clock,
            background=Background(),
        )
        fullest = max(context.statuses(), key=lambda status: (status.file.map_people, len(status.file.goals)))
        return cls(app, custody, context, IdleWatch(5, app), size, fullest.case_id)

    def close(self) -> None:
        """Let go of everything."""
        self.context.background.close()
        self.custody.store.close()

    def window(self, place: Place, tab: str = "", item: str = "") -> MainWindow:
        """The main window at a place; the case is the fullest one."""
        self.context.settings.remember("window", "")
        window = MainWindow(self.context, pages(self.custody, self.watch))
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The window begins maximised on a small screen, and that of a machine without one is small.
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.show()
        window.resize(self.size)
        self.context.go(place, self.case_id if place is Place.CASE else "", tab, item)
        return window

    def settle(self, widget: QWidget) -> None:
        """Let layouts, timers and background work come to rest."""
        QTest.qWait(40)
        if isinstance(widget, MainWindow) and widget.size() != self.size:
            widget.showNormal()
            widget.resize(self.size)
        # A print is drawn, then rendered: each a piece of work that begins when the one before was answered.
        for _ in range(3):
            # Not QSignalSpy.wait: it keeps Python's lock, and the worker stands still until a timer fires.
            loop = QEventLoop()
            self.context.background.start(self.app, int).succeeded.connect(loop.quit)
            QTimer.singleShot(5_000, loop.quit)
            loop.exec()
            QTest.qWait(20)
        tries = 0
        while any(not pane.is_at_rest() for pane in widget.findChildren(PrintPane)) and tries < 500:
            QTest.qWait(10)
            tries += 1
