"""Fields for words: a line, a longer text, and a line that suggests what was typed before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QPlainTextEdit, QWidget

from app.core.errors import Problem
from app.ui.widgets.field import Field
from app.ui.widgets.text import Text
from app.words import Words

# The count of characters is shown when this share of a text's limit is used.
_NEAR = 0.9


class LineField(Field[str]):
    """One line of text. The value has no blanks at its ends."""

    def __init__(self, *, placeholder: str = "", limit: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMaxLength(limit)
        self._hold(self.edit)
        self.edit.textEdited.connect(self._on_text_edited)

    def value(self) -> str:
        """The text without blanks at its ends."""
        return self.edit.text().strip()

    def set_value(self, value: str) -> None:
        """Show `value`."""
        self.edit.setText(value)

    def state(self) -> object:
        """The text as typed."""
        return self.edit.text()

    def restore(self, state: object) -> None:
        """Show the text typed earlier."""
        if isinstance(state, str):
            self.edit.setText(state)

    def _on_text_edited(self) -> None:
        self.edited.emit()


class SuggestField(LineField):
    """A line that suggests known words, e.g. people of the case; other words are welcome too."""

    def __init__(
        self, suggestions: Sequence[str] = (), *, placeholder: str = "", limit: int = 200, parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder=placeholder, limit=limit, parent=parent)
        self._words = QStringListModel(list(suggestions), self)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("look", "popup")
        completer.setPopup(popup)
        self.edit.setCompleter(completer)
        completer.activated.connect(self._on_completed)

    def suggest(self, suggestions: Sequence[str]) -> None:
        """Suggest these words from now on."""
        self._words.setStringList(list(suggestions))

    def _on_completed(self, _text: str) -> None:
        self.edited.emit()


class LongTextField(Field[str]):
    """Several lines of plain text. It grows with what is written, from `lines` up to 14 lines.

    Tab leaves the field; what is pasted loses its formatting; near `limit` characters a count appears.
    """

    def __init__(
        self, words: Words, *, lines: int = 3, limit: int = 20_000, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._lines, self._limit = words, lines, limit
        self._filling = False
        self.edit = _GrowingEdit(lines)
        self.edit.setPlaceholderText(placeholder)
        self._hold(self.edit)
        self._count = Text(look="small")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._count.hide()
        self._layout.addWidget(self._count)
        self.edit.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        """The text without blanks at its ends."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show `value`."""
        self._filling = True
        self.edit.setPlainText(value)
        self._filling = False

    def state(self) -> object:
        """The text as typed."""
        return self.edit.toPlainText()

    def restore(self, state: object) -> None:
        """Show the text typed earlier."""
        if isinstance(state, str):
            self.set_value(state)

    def unread(self) -> Problem | None:
        """ "too-long" past the limit; nothing is cut off while typing."""
        return Problem("", "too-long", values={"limit": self._limit}) if len(self.value()) > self._limit else None

    def is_long(self) -> bool:
        """A text wants the full width."""
        return True

    def _on_text_changed(self) -> None:
        used = len(self.edit.toPlainText())
        self._count.setVisible(used >= self._limit * _NEAR)
        self._count.setText(self._words.tr("{used} of {limit} characters", used=used, limit=self._limit))
        self._count.set_look("over" if used > self._limit else "small")
        if not self._filling:
            self.edited.emit()


class _GrowingEdit(QPlainTextEdit):
    """A plain text editor as high as its text."""

    _MOST = 14

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew and fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit to another size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form instead, where all the text is in sight."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _fit(self) -> None:
        # A plain text document measures its height in lines.
        shown = max(self._lines, min(self._MOST, round(self.document().size().height())))
        margins = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.document().documentMargin()
        self.setFixedHeight(round(shown * self.fontMetrics().lineSpacing() + margins + 2))
