"""A line that tells of work on the worker thread, with a way to stop it; what is done soon shows nothing."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.ui.background import Cancelled
from app.ui.widgets.button import Button
from app.ui.widgets.text import Text
from app.words import Words

_PATIENCE_MS = 300  # work that is done sooner shows no progress


class StopCheck:
    """What work calls now and then: raises `Cancelled` once it is to stop."""

    def __init__(self, stop: Event) -> None:
        self._stop = stop

    def __call__(self) -> None:
        """Raise `Cancelled` where the user, or what came after, stopped the work."""
        if self._stop.is_set():
            raise Cancelled


class WorkStrip(QWidget):
    """One piece of work at a time: what is begun stops what was begun before. `stopped` tells that the user did."""

    stopped = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._saying, self._progress = Text(look="quiet"), QProgressBar()
        self._progress.setRange(0, 0)
        self.cancel = Button(words.tr("Stop"), "quiet")
        self._event = Event()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._saying)
        row.addWidget(self._progress, 1)
        row.addWidget(self.cancel)
        self.hide()
        self.cancel.clicked.connect(self._on_cancel)
        self._patience.timeout.connect(self.show)

    def begin(self, saying: str) -> StopCheck:
        """Tell soon what is being done; the work is given what stops it."""
        self.stop()
        self._event = Event()
        self._saying.setText(saying)
        self._progress.setAccessibleName(saying)
        self._patience.start()
        return StopCheck(self._event)

    def stop(self) -> None:
        """Stop what was begun, at its next look."""
        self._event.set()

    def end(self) -> None:
        """Tell of nothing more: the work is done, has failed or is not waited for."""
        self._patience.stop()
        self.hide()

    def is_telling(self) -> bool:
        """Whether the work is told of, or will be soon."""
        return self._patience.isActive() or self.isVisible()

    def _on_cancel(self) -> None:
        self.stop()
        self.end()
        self.stopped.emit()
