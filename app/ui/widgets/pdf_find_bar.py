"""Finding words in a print: a field, how many there are, and the way to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.button import IconButton
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField
from app.words import Words

_WIDEST = 360  # pixels of the field
_PAUSE_MS = 120  # after a letter, before the search begins


class PdfFindBar(QFrame):
    """Enter and F3 lead to the next hit, with Shift to the one before, Esc closes.

    `asked` carries the words, `stepped` 1 or -1, `left` is emitted when the bar was closed.
    """

    asked = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("look", "banner")
        self.field = LineField(placeholder=words.tr("Find in the print"))
        self.field.describe(words.tr("Find in the print"), "")
        self._count = Text(look="quiet")
        self._before = IconButton("chevron-up", words.tr("The hit before (Shift+F3)"))
        self._next = IconButton("chevron-down", words.tr("The next hit (F3)"))
        self._close = IconButton("x", words.tr("Close the search (Esc)"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(6)
        self.field.setMaximumWidth(_WIDEST)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        row.addStretch(0)
        for button in (self._before, self._next, self._close):
            row.addWidget(button)
        self.field.edited.connect(self._pause.start)
        self._pause.timeout.connect(self._on_paused)
        self._before.clicked.connect(self._on_before)
        self._next.clicked.connect(self._on_next)
        self._close.clicked.connect(self.close_it)
        self.field.edit.installEventFilter(self)
        self.say(None, 0)
        self.hide()

    def open_it(self) -> None:
        """Show the bar, with what was looked for last ready to be typed over."""
        self.show()
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()
        self.asked.emit(self.field.value())

    def close_it(self) -> None:
        """Take the bar away, and what it marked."""
        self._pause.stop()
        self.hide()
        self.left.emit()

    def say(self, at: int | None, count: int, *, goes_on: bool = False) -> None:
        """Tell which of how many hits is shown, None for none; `goes_on` while pages are still searched.

        Screen readers are told once it is known.
        """
        words = self._words
        if at is None:
            told = words.tr("Searching …") if goes_on else ""
        elif count and goes_on:
            told = words.tr("{at} of {count} so far", at=at, count=count)
        elif count:
            told = words.tr("{at} of {count}", at=at, count=count)
        else:
            told = words.tr("Not found")
        if told and told != self._count.text() and not goes_on:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
        self._count.setText(told)
        self._count.set_look("over" if at is not None and not count else "quiet")
        self.field.edit.setAccessibleDescription(told)
        for button in (self._before, self._next):
            button.setEnabled(count > 0)

    def told(self) -> str:
        """What the bar says of the hits."""
        return self._count.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field leads on instead of pressing a button of the dialog around it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_it()
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        if self._pause.isActive():
            self._on_paused()
        else:
            self.stepped.emit(step)

    def _on_paused(self) -> None:
        self._pause.stop()
        self.asked.emit(self.field.value())

    def _on_before(self) -> None:
        self._step(-1)

    def _on_next(self) -> None:
        self._step(1)
