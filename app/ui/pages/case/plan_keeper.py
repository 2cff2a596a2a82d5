"""Keeps a plan that is being typed: each moment as a draft, after a pause as the plan itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.widgets.drafts import DELAY_MS

PAUSE_MS = 2_000


class PlanKeeper(QObject):
    """Says when: `draft_due` a moment after an edit, however the typing goes on, `save_due` after a pause, when a field
    of `form` is left, or at once where `settle` is called. Nothing is due before the first edit."""

    draft_due = Signal()
    save_due = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._draft, self._pause = _timer(self, DELAY_MS), _timer(self, PAUSE_MS)
        self._draft.timeout.connect(self.draft_due)
        self._pause.timeout.connect(self.save_due)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def touch(self) -> None:
        """Something was edited."""
        if not self._draft.isActive():  # counted from the first edit that is not kept yet
            self._draft.start()
        self._pause.start()

    def is_waiting(self) -> bool:
        """Whether something was edited that was not saved yet."""
        return self._pause.isActive()

    def settle(self) -> None:
        """Save now what waits."""
        if self.is_waiting():
            self.rest()
            self.save_due.emit()

    def rest(self) -> None:
        """Nothing waits any more."""
        self._draft.stop()
        self._pause.stop()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and new is not None and self._form.isAncestorOf(old):
            self.settle()


def _timer(owner: QObject, wait: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    return timer
