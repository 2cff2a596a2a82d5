"""Fields for what is short and has a form of its own: a time of day, a whole number."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.errors import Problem
from app.ui.widgets.field import Field
from app.ui.widgets.short_edit import ShortEdit
from app.ui.widgets.text import Text

_TIME = re.compile(r"(?:kl\.?\s*)?([0-9]{1,2})(?:\s*[.:]?\s*([0-9]{2}))?")


class TimeField(Field[time | None]):
    """A time of day or None: 9, 930, 9.30, 09:30 and kl. 9.30 all do."""

    def __init__(self, *, placeholder: str = "15.30", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = ShortEdit("kl. 15.30")
        self.edit.setPlaceholderText(placeholder)
        self._hold(self.edit)
        self._layout.setAlignment(self.edit, Qt.AlignmentFlag.AlignLeft)
        self.edit.textEdited.connect(self._on_text_edited)
        self.edit.editingFinished.connect(self._on_editing_finished)

    def value(self) -> time | None:
        """The time typed, None for none or where it cannot be read."""
        match = _TIME.fullmatch(self.edit.text().strip().casefold())
        try:
            return time(int(match[1]), int(match[2] or 0)) if match else None
        except ValueError:
            return None

    def set_value(self, value: time | None) -> None:
        """Show a time."""
        self.edit.setText(f"{value:%H.%M}" if value is not None else "")

    def state(self) -> object:
        """The text as typed."""
        return self.edit.text()

    def restore(self, state: object) -> None:
        """Show the text typed earlier."""
        if isinstance(state, str):
            self.edit.setText(state)

    def unread(self) -> Problem | None:
        """ "time-unreadable" where something else than a time of day was typed."""
        text = self.edit.text().strip()
        return Problem("", "time-unreadable", values={"text": text}) if text and self.value() is None else None

    def _on_text_edited(self) -> None:
        self.edited.emit()

    def _on_editing_finished(self) -> None:
        if (typed := self.value()) is not None:
            self.set_value(typed)
        self.left.emit()


class NumberField(Field[int | None]):
    """A whole number between `least` and `most`, or None; `unit` stands after it in words."""

    def __init__(self, *, least: int = 0, most: int = 999, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.edit = ShortEdit("0" * max(5, len(str(most)) + 1))
        self._hold(self.edit)
        self._layout.removeWidget(self.edit)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addWidget(Text(unit, "quiet"))
        row.addStretch(1)
        self._layout.addLayout(row)
        self.edit.textEdited.connect(self._on_text_edited)
        self.edit.editingFinished.connect(self.left)

    def value(self) -> int | None:
        """The number typed, None for none or where it cannot be read or is out of bounds."""
        text = self.edit.text().strip().replace(".", "").replace(" ", "")
        number = int(text) if re.fullmatch(r"-?[0-9]{1,12}", text) else None
        return number if number is not None and self._least <= number <= self._most else None

    def set_value(self, value: int | None) -> None:
        """Show a number."""
        self.edit.setText("" if value is None else str(value))

    def state(self) -> object:
        """The text as typed."""
        return self.edit.text()

    def restore(self, state: object) -> None:
        """Show the text typed earlier."""
        if isinstance(state, str):
            self.edit.setText(state)

    def unread(self) -> Problem | None:
        """ "number-unreadable" where something else than a number within the bounds was typed."""
        if not self.edit.text().strip() or self.value() is not None:
            return None
        return Problem("", "number-unreadable", values={"least": self._least, "most": self._most})

    def _on_text_edited(self) -> None:
        self.edited.emit()
