"""F9: everything on the screen is covered at once, and uncovered by F9 again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.text import IconLabel, Text
from app.words import Words

_OPENS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOCKS = (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


class Curtain(QObject):
    """Covers every window of the program. While it is drawn no key does anything but uncover and lock (Ctrl+L), so
    that nothing is typed or pressed blind. `lock_asked` is emitted by Ctrl+L in a dialog, which keeps the key from the
    window behind it."""

    lock_asked = Signal()

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._covers: list[_Cover] = []
        self._had_focus: QWidget | None = None

    def start(self) -> None:
        """Listen for F9 from now on."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def is_drawn(self) -> bool:
        """Whether everything is covered."""
        return bool(self._covers)

    def toggle(self) -> None:
        """Cover, or uncover."""
        if self._covers:
            self._open()
        else:
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F9 from wherever the focus is; while covered no other key goes through."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.key() == Qt.Key.Key_F9 and event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.toggle()
            event.accept()
            return True
        locks = (event.key(), event.modifiers()) == _LOCKS
        if locks and event.type() is QEvent.Type.KeyPress and QApplication.activeModalWidget() is not None:
            event.accept()
            self.lock_asked.emit()
            return True
        opens = event.key() in _OPENS and any(watched is cover.button for cover in self._covers)
        return self.is_drawn and not opens and not locks

    def _draw(self) -> None:
        self._had_focus = QApplication.focusWidget()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.isWindow():
                cover = _Cover(self._words, window)
                cover.button.clicked.connect(self.toggle)
                self._covers.append(cover)
        if self._covers:
            self._covers[-1].button.setFocus()

    def _open(self) -> None:
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        self._covers.clear()
        if self._had_focus is not None:
            self._had_focus.setFocus()
            self._had_focus = None


class _Cover(QWidget):
    """An opaque sheet over one window, as large as that is."""

    def __init__(self, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.button = Button(words.tr("Show again  F9"))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (IconLabel("eye-off", "field_line", 32), Text(words.tr("Covered"), "quiet"), self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False
