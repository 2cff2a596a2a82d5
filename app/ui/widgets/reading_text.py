"""A long text to read: it wraps, scrolls, and can be copied from; nothing in it is read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget


class ReadingText(QPlainTextEdit):
    """Plain text that cannot be changed; arrow keys and the wheel scroll, Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "reading")
        self.setReadOnly(True)
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setAccessibleName(name)

    def set_text(self, text: str) -> None:
        """Show another text from its beginning; the same one stays where it was scrolled to."""
        if text != self.toPlainText():
            self.setPlainText(text)
