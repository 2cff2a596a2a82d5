"""The program on the screen: start window, then the open caseload, until it is closed or locked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.background import Background
from app.ui.errors import CrashHook, log_to
from app.ui.look import CHOICES, STYLE, Look
from app.ui.qt_words import QtWords
from app.ui.settings import SettingsFile
from app.ui.start.start_window import StartWindow
from app.ui.start.work import StartWork
from app.vault.reminder_file import counts_left
from app.vault.store_folder import DataFolder
from app.words import Words

if TYPE_CHECKING:
    from app.services.custody import Custody
    from app.ui.reminding import Reminding
    from app.ui.session import Session
    from app.ui.tray import Tray

# When the session starts, the desktop may make its tray later than this program starts.
_TRAY_MS = 2_000
_TRAY_TRIES = 5


class Program:
    """Holds what lives as long as the process. `renew` puts a fresh process in its place and does not return.

    Started in the tray it shows no window until one is asked for, and closing the window brings it back there.
    """

    def __init__(
        self,
        argv: Sequence[str],
        data: DataFolder,
        settings: SettingsFile,
        words: Words,
        clock: Callable[[], datetime],
        renew: Callable[[str], None],
    ) -> None:
        self._data, self._settings, self._words, self._clock = data, settings, words, clock
        self._renew = renew
        self._run_id = ""
        self._comes_back = False
        self._app = QApplication([*argv, *STYLE])
        self._app.setApplicationName("Forlæns")
        self._app.setDesktopFileName("forlaens")
        self._app.setQuitOnLastWindowClosed(False)
        self._log_file = data.root / "forlaens.log"
        CrashHook(words, self._log_file).install()
        theme = settings.now.theme if settings.now.theme in CHOICES else CHOICES[0]
        self._look = Look(self._app, theme, settings.now.text_scale)
        self._translator, self._lacking = QTranslator(), QtWords(words)
        self._speak()
        self._background = Background()
        self._session: Session | None = None
        self._window: QWidget | None = None
        self._tray: Tray | None = None
        self._reminding: Reminding | None = None
        self._leads_to_list = False

    def start(
        self, socket: str, run_id: str, *, is_demo: bool, comes_back: bool = False, in_tray: bool = False
    ) -> None:
        """Show the first window; what follows it is loaded once it was painted. After a lock it comes at once."""
        self._run_id, self._comes_back = run_id, comes_back
        self._socket, self._is_demo, self._stays = socket, is_demo, in_tray
        if in_tray and not comes_back:
            self._settle()
            self._wait_for_tray(_TRAY_TRIES)
        else:
            self._show_start()
            self._start_window.painted.connect(self._on_painted)

    def run(self) -> int:
        """Run until the program is closed or locked."""
        code = self._app.exec()
        self._background.close()
        return code

    def _show_start(self) -> None:
        place = self._settings.now.second_place
        work = StartWork(self._data, self._clock, self._run_id, place)
        window = StartWindow(work, self._words, self._settings, self._background)
        window.opened.connect(self._on_opened)
        window.language_changed.connect(self._on_language)
        window.closed.connect(self._leave)
        self._start_window = self._window = window
        window.painted.connect(window.begin)
        window.show()

    def _speak(self) -> None:
        """Qt's own words: the buttons of its file dialogs, the menus of its text fields."""
        language = self._words.language
        QLocale.setDefault(QLocale("da_DK" if language == "da" else "en_GB"))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for translator in (self._translator, self._lacking):
            self._app.removeTranslator(translator)
        if language == "da":
            self._lacking = QtWords(self._words)
            self._app.installTranslator(self._lacking)  # first, so that it is asked last
        if self._translator.load(f"qtbase_{language}", folder):
            self._app.installTranslator(self._translator)

    def _on_painted(self) -> None:
        self._settle()
        if self._is_demo:
            self._start_window.open_demo()

    def _settle(self) -> None:
        """What lives beside the windows: the log, the doorbell, the tray and its reminders."""
        # None of it is needed for the first window: the network part of Qt, and what Qt knows of trays.
        from app.ui.instance import Doorbell
        from app.ui.reminding import Reminding
        from app.ui.tray import Tray

        log_to(self._log_file)
        self._doorbell = Doorbell(self._socket, self._app)
        self._doorbell.rung.connect(self._bring_up)
        self._tray = Tray(self._words, self._look.theme, self._app)
        self._tray.opened.connect(self._bring_up)
        self._tray.reminder_opened.connect(self._on_reminder)
        self._tray.quit_asked.connect(self._on_quit)
        self._tray.appear()
        self._reminding = Reminding(self._settings, self._clock, self._counts, self._tray.remind, self._app)
        self._reminding.start()

    def _wait_for_tray(self, tries: int) -> None:
        """Stay hidden where there is a tray; without one nobody could open the window, so it is shown."""
        if self._window is not None or (self._tray is not None and self._tray.appear()):
            return
        if tries:
            QTimer.singleShot(_TRAY_MS, self._app, partial(self._wait_for_tray, tries - 1))
        else:
            self._show_start()

    # Reminders

    def _counts(self) -> Mapping[date, int]:
        """How much is due on which day: of the open caseload, or what the locked one left."""
        if self._session is not None:
            return self._session.counts()
        folder = self._data.current()
        return counts_left(folder) if folder else {}

    def _on_reminder(self) -> None:
        """A reminder was clicked: the list is shown, where the caseload is locked once it is open."""
        self._bring_up()
        if self._session is None:
            self._leads_to_list = True
        else:
            self._session.show_follow_ups()

    # Windows

    def _bring_up(self) -> None:
        if self._window is None:
            self._show_start()
            return
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _on_language(self) -> None:
        before = self._start_window
        self._words = Words(self._settings.now.language)
        self._speak()
        CrashHook(self._words, self._log_file).install()
        if self._tray is not None:
            self._tray.speak(self._words)
        self._show_start()
        self._start_window.setGeometry(before.geometry())
        before.hide()
        before.deleteLater()

    def _on_opened(self, custody: Custody, brings_in: bool) -> None:
        from app.ui.session import Session  # the worker thread has loaded it behind the first window

        self._session = Session(
            custody,
            words=self._words,
            look=self._look,
            settings=self._settings,
            background=self._background,
            comes_back=self._comes_back,
        )
        self._session.locked.connect(self._on_locked)
        self._session.ended.connect(self._leave)
        self._session.start()
        if brings_in:
            self._session.bring_in()
        self._window = self._session.window
        self._start_window.hide()
        self._start_window.deleteLater()
        if self._leads_to_list:
            self._session.show_follow_ups()
        if self._reminding is not None:
            self._reminding.look()

    # Ends

    def _on_locked(self) -> None:
        # At once, from wherever this is: an open dialog or a running export must not hold the lock up, and what an
        # export writes is written whole or not at all.
        self._begin_anew(self._run_id)

    def _on_quit(self) -> None:
        self._stays = False
        if self._window is None:
            self._app.quit()
        else:
            self._window.close()

    def _leave(self) -> None:
        """The window was closed: the end, unless the program stays in the tray, where a fresh process waits locked."""
        stays = self._stays and self._tray is not None and self._tray.appear()
        if stays and not self._app.isSavingSession():
            self._begin_anew("")
        else:
            self._app.quit()

    def _begin_anew(self, run_id: str) -> None:
        if self._tray is not None:
            self._tray.put_away()
        self._look.put_away()
        self._renew(run_id)


def tell(argv: Sequence[str], words: Words, sentence: str) -> None:
    """Say in a box why the program does not start."""
    from app.ui.ask import Ask  # only a program that does not start needs it here

    app = QApplication([*argv, *STYLE])
    look = Look(app)
    Ask(words).notice(None, words.tr("Forlæns cannot start"), sentence)
    look.deleteLater()
