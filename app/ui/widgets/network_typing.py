"""The line in which a new person of a network map is typed, at the place where they will stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.widgets.pick_field import Pick, PickField
from app.ui.widgets.text import Text
from app.words import Words

_WIDE = 250


class NameTyping(QFrame):
    """Enter says who was typed by `typed`: the words, and the key of a known person or "". Esc and leaving close it."""

    typed = Signal(str, str)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget, width: int = _WIDE) -> None:
        super().__init__(parent)
        self._words = words
        self._width = width
        self.setProperty("look", "float")
        self._where = Text("", "small", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 8)
        self._column.setSpacing(4)
        self._field: PickField | None = None
        self._column.addWidget(self._where)
        self.hide()

    def begin(self, picks: Sequence[Pick], where: str, beside: QPointF, text: str = "") -> None:
        """Open with what was typed so far; `where` says in which ring and sector, `beside` where that is."""
        self._drop_field()
        words = self._words
        field = PickField(picks, placeholder=words.tr("Name, role"))
        field.describe(words.tr("Who is it"), where)
        field.edit.installEventFilter(self)
        self._column.insertWidget(0, field)
        self._field = field
        self._where.setText(where)
        self.setFixedWidth(self._width)
        self.adjustSize()
        self._place(beside)
        self.show()
        self.raise_()
        field.edit.setFocus()
        field.edit.setText(text)
        field.edit.setCursorPosition(len(text))

    def text(self) -> str:
        """What stands in the line."""
        return self._field.value() if self._field else ""

    def field(self) -> PickField | None:
        """The line itself while it is open."""
        return self._field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds, Esc closes; the list of known people keeps both while it is open."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._finish()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_line()
                return True
        return False

    def close_line(self) -> None:
        """Close without adding anybody."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _finish(self) -> None:
        text, key = self.text(), self._field.picked() if self._field else ""
        self.close_line()
        if text:
            self.typed.emit(text, key)

    def _drop_field(self) -> None:
        if self._field is not None:
            self._column.removeWidget(self._field)
            self._field.deleteLater()
            self._field = None

    def _place(self, beside: QPointF) -> None:
        room = self.parentWidget()
        if room is not None:
            x = max(4, min(room.width() - self.width() - 4, round(beside.x() - self.width() / 2)))
            y = max(4, min(room.height() - self.height() - 4, round(beside.y() - self.height() / 2)))
            self.move(x, y)
