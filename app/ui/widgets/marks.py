"""Small marks: chips, dots and meters. None speaks by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme_of
from app.ui.widgets.text import Text, set_property


class Chip(Text):
    """A word on a soft ground; `tone` is "", "accent", "over", "soon" or "ok"."""

    def __init__(self, text: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "chip", parent=parent)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: str = "") -> None:
        """Show another word."""
        self.setText(text)
        set_property(self, "tone", tone)


def paint_dot(painter: QPainter, widget: QWidget, place: QRectF, tone: str) -> None:
    """Draw the mark of a status into `place`, in a colour of the theme ("over", "soon", "ok", "muted", "step 3").

    Each tone has its shape, so that it is told apart without colour: over is a diamond, soon a ring, the rest a dot.
    """
    colour = theme_of(widget).colour(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tone == "soon":
        painter.setPen(QPen(colour, place.width() * 0.24))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(1.8, 1.8, -1.8, -1.8))
    elif tone == "over":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.translate(place.center())
        painter.rotate(45)
        half = place.width() * 0.37
        painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), 1.2, 1.2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
    painter.restore()


class Meter(QWidget):
    """How much of a limit is used: a bar, full at the limit. The words stand beside it; `text` is for screen readers.

    Past `noted` it turns to the colour of "soon", past the limit to "over".
    """

    def __init__(self, limit: int, noted: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._noted = limit, noted if noted is not None else limit + 1
        self._used = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_use(self, used: int, text: str) -> None:
        """Show `used` of the limit."""
        self._used = used
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def tone(self) -> str:
        """The colour of the theme in which the bar is drawn."""
        if self._used > self._limit:
            return "over"
        return "soon" if self._used >= self._noted else "accent"

    def sizeHint(self) -> QSize:
        """A slim bar."""
        return QSize(190, 8)

    def minimumSizeHint(self) -> QSize:
        """At least wide enough to read a share from."""
        return QSize(80, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and bar."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), self.height())
        painter.setBrush(theme.track)
        painter.drawRoundedRect(whole, 4, 4)
        share = min(1.0, self._used / self._limit) if self._limit else 1.0
        if share > 0:
            painter.setBrush(theme.colour(self.tone()))
            painter.drawRoundedRect(QRectF(0, 0, max(8.0, whole.width() * share), whole.height()), 4, 4)
        painter.end()
