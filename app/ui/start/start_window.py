"""The window before the caseload is open. It leads from step to step; the work is done on the worker thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.core.errors import ForlaensError
from app.refusals import refusal
from app.ui.background import Background
from app.ui.settings import SettingsFile
from app.ui.start.reminder import reminder_line
from app.ui.start.side import Side
from app.ui.start.unlock_step import UnlockStep
from app.ui.start.welcome_step import WelcomeStep
from app.ui.start.work import StartWork
from app.ui.widgets.step import Step
from app.ui.widgets.surfaces import Scroll
from app.vault.store_folder import StoreFolder
from app.words import Words

if TYPE_CHECKING:
    from app.services.custody import Custody
    from app.vault.backup import Backup

T = TypeVar("T")

_STAY = frozenset({"wrong-passphrase", "wrong-recovery-key", "too-soon", "recovery-key-malformed", "not-enough-memory"})


class StartWindow(QWidget):
    """Emits `opened` with the custody of the store and whether a caseload is to be brought in, `painted` once it is
    seen, and `language_changed` after the other language was chosen."""

    opened = Signal(object, bool)
    language_changed = Signal()
    painted = Signal()
    closed = Signal()

    def __init__(self, work: StartWork, words: Words, settings: SettingsFile, background: Background) -> None:
        super().__init__()
        self._work, self._words, self._settings, self._background = work, words, settings, background
        self._slots: Path | None = None
        self._after_restore = False
        self._step: Step | None = None
        self._was_painted = False
        self.setWindowTitle("Forlæns")
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1000, 660)
        self._side = Side(words)
        self._side.language_asked.connect(self._on_language)
        scroll = Scroll()
        self._middle = scroll.body
        self._middle.setContentsMargins(40, 24, 40, 24)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(scroll, 1)
        self._show_first()

    def begin(self) -> None:
        """Load what will be needed behind the window that is already seen, and look at the store's files."""
        self._run(lambda: self._work.look(self._folder()), self._on_looked, self._on_refused)

    def open_demo(self) -> None:
        """Open the demo at once."""
        self._busy(self._words.tr("Making the demo ready …"))
        self._run(self._work.demo, self._on_opened, self._on_refused)

    def step(self) -> Step:
        """The step shown."""
        assert self._step is not None  # noqa: S101  # one is shown from the beginning
        return self._step

    def _folder(self) -> StoreFolder | None:
        return self._work.data.current()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is seen: what is loaded behind it begins then, and not before."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        # Its own slot: a timer on the bare signal would ring at a window that is gone, and crash.
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the user before anything was opened."""
        self.closed.emit()
        super().closeEvent(event)

    # Steps

    def _show(self, step: Step) -> None:
        if self._step is not None:
            self._middle.removeWidget(self._step)
            self._step.hide()
            self._step.deleteLater()
        self._step = step
        self._middle.addWidget(step, 0, Qt.AlignmentFlag.AlignCenter)
        self._side.offer_language(isinstance(step, WelcomeStep | UnlockStep))
        step.begin()

    def _show_first(self) -> None:
        if self._folder() is None:
            self._show_welcome()
        else:
            self._show_unlock()

    def _show_welcome(self) -> None:
        step = WelcomeStep(self._words, has_caseload=self._folder() is not None)
        step.new_asked.connect(self._on_new)
        step.demo_asked.connect(self.open_demo)
        step.restore_asked.connect(self._show_restore)
        step.unlock_asked.connect(self._show_unlock)
        self._show(step)

    def _show_unlock(self) -> None:
        folder = self._folder()
        today = self._work.clock().astimezone().date()
        step = UnlockStep(self._words, reminder_line(self._words, folder, today) if folder else "")
        step.submitted.connect(self._on_secret)
        step.others_asked.connect(self._show_welcome)
        if self._after_restore:
            step.note(self._words.tr("The copy is restored. It opens with the passphrase it had when it was made."))
        elif self._slots:
            step.note(self._words.tr("The previous key file is used."))
        self._show(step)

    def _show_restore(self) -> None:
        # Loaded here because most runs never need it.
        from app.ui.start.restore_step import RestoreStep

        step = RestoreStep(self._words)
        step.chosen.connect(self._on_restore)
        step.folder_asked.connect(self._on_folder)
        step.back_asked.connect(self._show_first)
        self._show(step)
        self._run(lambda: self._work.copies(None), step.show_copies, self._on_refused)

    def _show_trouble(self, error: ForlaensError) -> None:
        self._run(self._offers, lambda offers: self._show_offers(error, *offers), self._on_refused)

    def _offers(self) -> tuple[tuple[Backup, ...], tuple[Path, ...]]:
        folder = self._folder()
        return self._work.copies(None), self._work.usable_slots(folder) if folder else ()

    def _show_offers(self, error: ForlaensError, copies: tuple[Backup, ...], slots: tuple[Path, ...]) -> None:
        # Loaded here because most runs never need it.
        from app.ui.start.trouble_step import TroubleStep

        step = TroubleStep(self._words, error, copies, slots)
        step.restore_asked.connect(self._on_restore)
        step.slots_asked.connect(self._on_slots)
        step.elsewhere_asked.connect(self._show_restore)
        step.again_asked.connect(self._on_again)
        self._show(step)

    # Acts

    def _run(
        self, work: Callable[[], T], then: Callable[[T], None], otherwise: Callable[[ForlaensError], None]
    ) -> None:
        """Do something on the worker thread; a refusal goes to `otherwise`, anything else to the crash hook."""

        def on_failed(error: BaseException) -> None:
            self.step().be_done()
            if not isinstance(error, ForlaensError):
                raise error
            otherwise(error)

        job = self._background.start(self, work)
        job.succeeded.connect(then)
        job.failed.connect(on_failed)

    def _busy(self, doing: str) -> None:
        self.step().be_busy(doing)

    def _on_looked(self, error: ForlaensError | None) -> None:
        # Asked for an object that Qt made itself, PySide brings all classes loaded by now to Python, once. Here nobody
        # waits for it.
        app = QApplication.instance()
        assert app is not None  # noqa: S101  # this window stands on it
        app.children()
        self._background.spare_what_is_loaded()
        if error is not None and isinstance(self._step, UnlockStep):
            self._show_trouble(error)

    def _on_refused(self, error: ForlaensError) -> None:
        self.step().be_done()
        self.step().show_problem(refusal(self._words, error))

    def _on_secret(self, text: str, is_recovery_key: bool) -> None:
        folder = self._folder()
        if folder is None:
            self._show_first()
            return
        self._busy(self._words.tr("Unlocking …"))
        slots, restored = self._slots, self._after_restore
        self._run(
            lambda: self._work.unlock(
                folder, text, is_recovery_key=is_recovery_key, slots=slots, after_restore=restored
            ),
            self._on_opened,
            self._on_not_opened,
        )

    def _on_opened(self, custody: Custody) -> None:
        self.opened.emit(custody, False)

    def _on_not_opened(self, error: ForlaensError) -> None:
        step = self.step()
        if error.code in _STAY and isinstance(step, UnlockStep):
            step.refuse(refusal(self._words, error), getattr(error, "wait", timedelta(0)))
        else:
            self._show_trouble(error)

    def _on_new(self) -> None:
        # Loaded here because it is needed once in the life of a caseload.
        from app.ui.start.new_caseload import NewCaseload

        flow = NewCaseload(self._words, self._show, self._run, self._work, self)
        flow.made.connect(self.opened)
        flow.given_up.connect(self._show_first)
        flow.begin()

    def _on_slots(self, path: Path) -> None:
        self._slots = path
        self._show_unlock()

    def _on_again(self) -> None:
        self._show_first()
        self.begin()

    def _on_restore(self, backup: Backup) -> None:
        self._busy(self._words.tr("Restoring the copy …"))
        self._run(lambda: self._work.restore(backup), self._on_restored, self._on_refused)

    def _on_restored(self, _folder: StoreFolder) -> None:
        self._slots, self._after_restore = None, True
        self._show_unlock()

    def _on_folder(self) -> None:
        # Loaded here because most runs never need it.
        from app.ui.ask import Ask
        from app.ui.start.restore_step import RestoreStep

        step = self.step()
        place = Ask(self._words).folder(self, self._words.tr("Folder with copies"), Path.home())
        if place is not None and isinstance(step, RestoreStep):
            self._run(lambda: self._work.copies(place), step.show_copies, self._on_refused)

    def _on_language(self) -> None:
        self._settings.change(language="en" if self._words.language == "da" else "da")
        self.language_changed.emit()
