"""Keeps what is being typed, so that nothing is lost to a closed window or a flat battery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import ForlaensError
from app.ui.widgets.form import Form

# Long enough not to write at every key, short enough to lose no word. It is counted from the first key that is not kept
# yet, not from the last: who types without a pause would have nothing kept.
DELAY_MS = 400


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft found at opening: the form's state, and when it was typed in words ("12:40", "yesterday 16:05")."""

    state: object
    when: str


@dataclass(frozen=True, slots=True)
class Drafts:
    """Where the drafts of one form are kept: how to save one, how to clear it, and the one found at opening."""

    save: Callable[[object], None]
    clear: Callable[[], None]
    found: Draft | None = None


class DraftKeeper(QObject):
    """Saves a form's draft a moment after an edit, however the typing goes on, and at once when asked to `flush`.

    `refused` says why a draft could not be kept, as on a full disk; the text is on the screen alone then.
    """

    refused = Signal(object)

    def __init__(self, form: Form, drafts: Drafts) -> None:
        super().__init__(form)
        self._form, self._drafts = form, drafts
        self._is_behind = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self._save)
        form.edited.connect(self._on_edited)

    def flush(self) -> bool:
        """Save now what is waiting to be saved, and say whether all that was typed is kept."""
        if self._timer.isActive() or self._is_behind:
            self._timer.stop()
            self._save()
        return not self._is_behind

    def clear(self) -> None:
        """Forget the draft: its form was saved, or the user starts over."""
        self._timer.stop()
        self._is_behind = False
        self._drafts.clear()

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _save(self) -> None:
        try:
            self._drafts.save(self._form.state())
            self._is_behind = False
        except ForlaensError as error:
            self._is_behind = True
            self.refused.emit(error)
