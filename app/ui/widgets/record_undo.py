"""Ctrl+Z serves the text first: only where a text has nothing to take back does the key reach the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class RecordUndo(QObject):
    """Watches the texts in a widget that saves by itself.

    `settle` forgets what can be taken back in the texts, once it was saved: from there on the record's own undo
    takes back, so that one key goes back step by step and never forth.
    """

    def watch(self, widget: QWidget) -> None:
        """Watch the texts in `widget` that are there now; a text watched already is watched once."""
        for text in (*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)):
            text.removeEventFilter(self)
            text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window have the key where the text has no use for it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not _can_undo(watched)) or (redo and not _can_redo(watched)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def settle(self, widget: QWidget) -> None:
        """Forget what can be taken back in the texts of `widget`."""
        for text in widget.findChildren(QPlainTextEdit):
            text.document().clearUndoRedoStacks()
        for line in widget.findChildren(QLineEdit):
            if line.isUndoAvailable() or line.isRedoAvailable():
                cursor = line.cursorPosition()
                line.setText(line.text())  # the only way to empty a line's history
                line.setCursorPosition(cursor)


def _can_undo(text: QObject) -> bool:
    if isinstance(text, QPlainTextEdit):
        return text.document().isUndoAvailable()
    return isinstance(text, QLineEdit) and text.isUndoAvailable()


def _can_redo(text: QObject) -> bool:
    if isinstance(text, QPlainTextEdit):
        return text.document().isRedoAvailable()
    return isinstance(text, QLineEdit) and text.isRedoAvailable()
