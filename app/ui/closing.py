"""Closing the program: the copy is made and verified, and told of only where it takes its time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.core.errors import ForlaensError
from app.services.backups import BackedUp, back_up
from app.services.custody import Custody
from app.ui.background import Background
from app.ui.widgets.button import Button
from app.ui.widgets.text import Text
from app.words import Words

_PATIENCE_MS = 300
# A stick that is not in is no reason to stop: the age of the last copy outside is shown at each start.
_EXPECTED = frozenset({"place-missing"})


class Closing(QObject):
    """Emits `done` with the problem there was, or None."""

    done = Signal(object)

    def __init__(
        self, custody: Custody, words: Words, second_place: str, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._custody, self._second_place, self._background = custody, second_place, background
        self._window = _Window(words)
        self._window.button.clicked.connect(self._on_skip)
        self._is_done = False

    def start(self) -> None:
        """Make the copy. The demo and a store that is only read get none."""
        custody = self._custody
        if custody.folder.is_demo or custody.store.read_only:
            self._finish(None)
            return
        job = self._background.start(self, lambda: back_up(custody, "close", self._second_place))
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        QTimer.singleShot(_PATIENCE_MS, self._show)

    def _show(self) -> None:
        if not self._is_done:
            self._window.show()

    def _on_made(self, made: BackedUp) -> None:
        problem = made.outside_problem
        self._finish(problem if problem and problem.code not in _EXPECTED else None)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, ForlaensError):
            self._finish(error)
        else:
            self._finish(None)
            raise error

    def _on_skip(self) -> None:
        self._finish(None)

    def _finish(self, problem: ForlaensError | None) -> None:
        if not self._is_done:
            self._is_done = True
            self._window.hide()
            self.done.emit(problem)


class _Window(QWidget):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setWindowTitle("Forlæns")
        self.setProperty("look", "page")
        self.button = Button(words.tr("Close without a copy"))
        progress = QProgressBar()
        progress.setRange(0, 0)
        progress.setAccessibleName(words.tr("Making a verified copy"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(words.tr("Everything is saved. A verified copy is being made …"), wrap=True))
        column.addWidget(progress)
        column.addWidget(self.button)
        self.setFixedWidth(380)
