"""The small buttons over the corners of a network map: nearer, further off, the whole; keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.widgets.button import IconButton
from app.ui.widgets.network_canvas import NetworkCanvas
from app.ui.widgets.zoom_buttons import ZoomButtons
from app.words import Words

_EDGE = 2


class NetworkTools:
    """Lays the buttons over a map and keeps its names out of their way."""

    def __init__(self, words: Words, canvas: NetworkCanvas) -> None:
        self._canvas = canvas
        self.looking = ZoomButtons(words, canvas, words.tr("See the whole map (Ctrl and 0)"))
        self.help = IconButton("circle-question-mark", words.tr("Keys of the map (?)"))
        self._left = _column(canvas, *self.looking.all())
        self._right = _column(canvas, self.help)
        self.help.clicked.connect(canvas.keys.open)
        canvas.resized.connect(self.place)

    def place(self) -> None:
        """Stand in the upper corners, upright: the name of a sector reaches far to the side."""
        self._left.move(_EDGE, _EDGE)
        self._right.move(self._canvas.width() - self._right.width() - _EDGE, _EDGE)
        self._canvas.keep_free([QRectF(strip.geometry()) for strip in (self._left, self._right)])


def _column(canvas: NetworkCanvas, *buttons: QWidget) -> QWidget:
    strip = QFrame(canvas)
    strip.setProperty("look", "tools")
    column = QVBoxLayout(strip)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for button in buttons:
        column.addWidget(button)
    strip.adjustSize()
    return strip
