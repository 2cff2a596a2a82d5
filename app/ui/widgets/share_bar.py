"""A bar of shares side by side, with the numbers beside it; the parts also differ in height, for grey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme_of

_GAP = 2.0


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of the bar: how many, in which colour of the theme, how much of the bar's height from 0 to 1."""

    count: int
    tone: str
    height: float = 1.0


class ShareBar(QWidget):
    """Parts of a whole, as long as their numbers; `most` makes several bars comparable. `text` says it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[BarPart, ...] = ()
        self._most = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(56)

    def show_parts(self, parts: Sequence[BarPart], most: int, text: str) -> None:
        """Draw these parts; a bar of `most` fills the width."""
        self._parts, self._most = tuple(parts), max(most, 1)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """A slim bar."""
        return QSize(160, 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the parts on it."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(QRectF(0, self.height() - 3, self.width(), 3), 1.5, 1.5)
        left = 0.0
        for part in self._parts:
            width = self.width() * part.count / self._most
            if part.count:
                high = self.height() * part.height
                painter.setBrush(theme.colour(part.tone))
                painter.drawRoundedRect(QRectF(left, self.height() - high, max(width - _GAP, 2), high), 2, 2)
            left += width
        painter.end()
