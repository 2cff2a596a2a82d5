"""The dark side of the start window: the name, the motto, and the staircase."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import theme_of
from app.ui.widgets.button import PushButton
from app.ui.widgets.text import Text
from app.words import Words

_STEPS = 6


class Side(QFrame):
    """Emits `language_asked` where the other language is wanted."""

    language_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self.setFixedWidth(300)
        brand = QLabel("Forlæns")
        brand.setProperty("look", "brand")
        # The other language names itself.
        self._other = PushButton("English" if words.language == "da" else "Dansk")
        self._other.setCursor(Qt.CursorShape.PointingHandCursor)
        self._other.clicked.connect(lambda _: self.language_asked.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 32, 28, 20)
        column.setSpacing(4)
        column.addWidget(brand)
        column.addWidget(Text(words.tr("Forwards into the cases"), wrap=True))
        column.addWidget(_Staircase(), 1)
        column.addWidget(Text(words.tr("Everything stays on this machine, encrypted."), wrap=True))
        column.addWidget(self._other)

    def offer_language(self, offered: bool) -> None:
        """Whether the language can be changed on this step."""
        self._other.setVisible(offered)


class _Staircase(QWidget):
    """The ladder as a drawing; decoration only."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps, each a little higher."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        across = self.width() / _STEPS
        ground = self.height() * 0.78
        for number in range(_STEPS):
            height = 22 + number * 26
            painter.setBrush(theme.step(number))
            painter.drawRoundedRect(QRectF(number * across, ground - height, across - 6, height), 4, 4)
        painter.end()
