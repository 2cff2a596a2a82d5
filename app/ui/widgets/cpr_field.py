"""A field for a CPR number, covered until it is revealed on purpose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.cpr import digits_of, masked, shown
from app.ui.widgets.button import IconButton
from app.ui.widgets.field import Field
from app.ui.widgets.short_edit import ShortEdit
from app.words import Words


class CprField(Field[str]):
    """Ten digits or "". A number that is already known shows as its birth date and dots.

    Revealing it calls `on_reveal`, which writes the log of access; only then can it be read, copied or changed. An
    untouched number is left out of drafts.
    """

    def __init__(self, words: Words, on_reveal: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._on_reveal = words, on_reveal
        self._digits, self._covered = "", False
        self.edit = ShortEdit("XXXXXX-XXXX ")
        self.edit.setPlaceholderText(words.tr("DDMMYY-XXXX"))
        self.edit.setMaxLength(16)
        self._eye = IconButton("eye", words.tr("Show the CPR number"))
        self._hold(self.edit)
        self._layout.removeWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.edit)
        row.addWidget(self._eye)
        row.addStretch(1)
        self._layout.addLayout(row)
        self.edit.textEdited.connect(self._on_text_edited)
        self._eye.clicked.connect(self.toggle)
        self.set_value("")

    def value(self) -> str:
        """The digits typed, or those covered; they need not be a number that can be."""
        return self._digits if self._covered else digits_of(self.edit.text())

    def set_value(self, value: str) -> None:
        """Show a number, covered; "" is open for typing."""
        self._digits = value
        self._cover(bool(value))

    def state(self) -> object:
        """The text typed; None while a known number is covered."""
        return None if self._covered else self.edit.text()

    def restore(self, state: object) -> None:
        """Show the text typed earlier."""
        if isinstance(state, str):
            self._cover(False)
            self.edit.setText(state)

    def is_covered(self) -> bool:
        """Whether the number is hidden behind dots."""
        return self._covered

    def _cover(self, covered: bool) -> None:
        self._covered = covered
        self.edit.setText(masked(self._digits) if covered else shown(self._digits))
        self.edit.setReadOnly(covered)
        self._eye.show_icon("eye" if covered else "eye-off")
        self._eye.set_name(self._words.tr("Show the CPR number") if covered else self._words.tr("Cover the CPR number"))
        self._eye.setVisible(bool(self._digits))

    def toggle(self) -> None:
        """Reveal the number, or cover it again."""
        if self._covered:
            self._on_reveal()
            self._cover(False)
        else:
            self.set_value(self.value())

    def _on_text_edited(self) -> None:
        self._eye.setVisible(bool(self.edit.text()))
        self.edited.emit()
