"""What all fields of a form have in common."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Problem
from app.ui.widgets.text import set_property

Value = TypeVar("Value")


class Field(QWidget, Generic[Value]):
    """A control that holds one value of a form.

    `edited` is emitted when the user changes it, never when the program does, and `left` when the user goes on from
    what was typed. `state` is the raw input as JSON-able data, also where it cannot be read as a value yet, so that a
    draft keeps every keystroke.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._control: QWidget = self

    def value(self) -> Value:
        """What the field holds; None (or "") where nothing, or nothing readable, was typed."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show `value`; does not count as an edit."""
        raise NotImplementedError

    def state(self) -> object:
        """The raw input as JSON-able data."""
        raise NotImplementedError

    def restore(self, state: object) -> None:
        """Show what `state` returned earlier; a state of another shape is passed over."""
        raise NotImplementedError

    def unread(self) -> Problem | None:
        """The problem where what was typed cannot be read as a value; the form fills in the field's name."""
        return None

    def is_long(self) -> bool:
        """Whether the field wants the full width of its form."""
        return False

    def control(self) -> QWidget:
        """The widget that takes the focus and carries the accessible name."""
        return self._control

    def describe(self, name: str, help_text: str) -> None:
        """Give the control its accessible name and description."""
        self._control.setAccessibleName(name)
        self._control.setAccessibleDescription(help_text)

    def set_tone(self, tone: str) -> None:
        """Mark the control "error" or "warning"; "" takes the mark away. Words stand beside it in the row."""
        set_property(self._control, "tone", tone)

    def _hold(self, control: QWidget) -> None:
        """Put `control` into the field as the one that takes the focus."""
        self._control = control
        self._layout.addWidget(control)
        self.setFocusProxy(control)
