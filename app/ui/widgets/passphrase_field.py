"""A field for a passphrase: hidden unless asked to show, with a word when Caps Lock seems to be on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.widgets.button import IconButton
from app.ui.widgets.field import Field
from app.ui.widgets.text import Text
from app.words import Words

# A thousand characters is what the key derivation is tried with.
_LIMIT = 1_000


class PassphraseField(Field[str]):
    """The value is what was typed, blanks included. It never goes into a draft."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(_LIMIT)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._eye = IconButton("eye", words.tr("Show what is typed"))
        self._caps = Text(words.tr("Caps Lock seems to be on"), "warning")
        self._caps.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        row.addWidget(self._eye)
        self._control = self.edit
        self._layout.addLayout(row)
        self._layout.addWidget(self._caps)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._on_text_edited)
        self._eye.clicked.connect(self._on_eye)

    def value(self) -> str:
        """What was typed."""
        return self.edit.text()

    def set_value(self, value: str) -> None:
        """Show `value`."""
        self.edit.setText(value)

    def state(self) -> object:
        """Nothing: a passphrase is kept nowhere."""
        return None

    def restore(self, state: object) -> None:
        """Nothing was kept."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look whether capitals come without Shift: Qt does not tell of Caps Lock itself."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._look_for_caps(event)
        return super().eventFilter(watched, event)

    def _look_for_caps(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()
        elif len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() is not shifted)

    def _on_text_edited(self) -> None:
        self.edited.emit()

    def _on_eye(self) -> None:
        shows = self.edit.echoMode() is QLineEdit.EchoMode.Normal
        self.edit.setEchoMode(QLineEdit.EchoMode.Password if shows else QLineEdit.EchoMode.Normal)
        self._eye.show_icon("eye" if shows else "eye-off")
        self._eye.set_name(self._words.tr("Show what is typed") if shows else self._words.tr("Hide what is typed"))
        self.edit.setFocus()
