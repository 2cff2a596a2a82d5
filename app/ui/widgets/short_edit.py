"""A line as wide as what is typed in it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

# Border, padding and the line's own margin, on both sides.
_FRAME = 32


class ShortEdit(QLineEdit):
    """A line wide enough for `sample` at any size of text."""

    def __init__(self, sample: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = sample
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The sample's width."""
        return QSize(self.fontMetrics().horizontalAdvance(self._sample) + _FRAME, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same: it does not shrink."""
        return self.sizeHint()
