"""What looks like a search field on a page and opens the search of everything."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.widgets.button import PushButton
from app.ui.widgets.text import IconLabel, Text
from app.words import Words


class SearchBox(PushButton):
    """A button in the place of a field, with the keys that do the same."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "search")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.tr("Search"))
        self.setAccessibleDescription(words.tr("Opens the search of children, people, notes and commands (Ctrl+K)"))
        self._hint = Text(words.tr("Search child, agreement, note …"), "quiet")
        self._keys = Text("Ctrl K", "keys")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("search"))
        row.addWidget(self._hint, 1)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        inner, own = self.layout(), super().sizeHint()
        return QSize(inner.sizeHint().width() + 4 if inner else own.width(), own.height())

    def minimumSizeHint(self) -> QSize:
        """The words may go; the icon and the keys stay."""
        return QSize(self._keys.sizeHint().width() + 64, super().minimumSizeHint().height())
