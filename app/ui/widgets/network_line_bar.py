"""The bar beside the line that is chosen in a network map: its five qualities, which way support goes, take it away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from app.core.network_layout import Point
from app.core.network_lines import shape
from app.core.records.network import RelationQuality, Support
from app.labels import choice
from app.ui.theme import theme_of
from app.ui.widgets.button import IconButton
from app.ui.widgets.network_marks import draw_line
from app.ui.widgets.network_picture import line_colour
from app.words import Words

_SAMPLE = QSize(28, 18)
_UNIT = 190.0


class LineBar(QFrame):
    """Emits what is asked for; `show_line` says what is chosen now. `names` are the ends as they are called."""

    quality_asked = Signal(object)
    support_asked = Signal(object)
    removal_asked = Signal()
    left = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("look", "float")
        self.qualities: dict[RelationQuality, QToolButton] = {}
        self.supports: dict[Support, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for quality in RelationQuality:
            self.qualities[quality] = self._button(partial(self._ask_quality, quality))
            row.addWidget(self.qualities[quality])
        row.addWidget(_Divider())
        for support in Support:
            self.supports[support] = self._button(partial(self._ask_support, support))
            row.addWidget(self.supports[support])
        row.addWidget(_Divider())
        self._remove = IconButton("trash-2", words.tr("Take the line away"))
        self._remove.clicked.connect(self.removal_asked)
        row.addWidget(self._remove)
        self.hide()

    def show_line(self, names: tuple[str, str], quality: RelationQuality, support: Support) -> None:
        """Show how this line is; the support is seen from the first of its ends."""
        words, (one, other) = self._words, names
        self.setAccessibleName(words.tr("Line between {one} and {other}", one=one, other=other))
        for kind, button in self.qualities.items():
            _name(button, choice(words, kind))
            button.setChecked(kind is quality)
        told = {
            Support.NONE: choice(words, Support.NONE),
            Support.GIVEN: words.tr("{one} supports {other}", one=one, other=other),
            Support.RECEIVED: words.tr("{other} supports {one}", one=one, other=other),
            Support.BOTH: choice(words, Support.BOTH),
        }
        for way, button in self.supports.items():
            _name(button, told[way])
            button.setChecked(way is support)
        self._draw()
        self.adjustSize()

    def place(self, beside: QPointF) -> None:
        """Stand under a point of the map, wholly within it."""
        room = self.parentWidget()
        if room is not None:
            x = max(4, min(room.width() - self.width() - 4, round(beside.x() - self.width() / 2)))
            below = round(beside.y() + 22)
            y = below if below + self.height() <= room.height() - 4 else round(beside.y() - 22 - self.height())
            self.move(x, max(4, y))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from button to button, Esc back to the map."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw()

    def _button(self, asked: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(_SAMPLE)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(asked)
        return button

    def _ask_quality(self, quality: RelationQuality) -> None:
        self.quality_asked.emit(quality)

    def _ask_support(self, support: Support) -> None:
        self.support_asked.emit(support)

    def _draw(self) -> None:
        for quality, button in self.qualities.items():
            button.setIcon(self._sample(quality, Support.NONE))
        for way, button in self.supports.items():
            button.setIcon(self._sample(RelationQuality.ORDINARY, way))

    def _sample(self, quality: RelationQuality, support: Support) -> QIcon:
        """A short line as it is drawn on the map."""
        theme, ratio = theme_of(self), self.devicePixelRatioF()
        picture = QPixmap(_SAMPLE * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        line = shape((Point(0.01, 0), Point(_SAMPLE.width() / _UNIT - 0.01, 0)), quality, support)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

        def to_screen(point: Point) -> QPointF:
            return QPointF(point.x * _UNIT, _SAMPLE.height() / 2 + point.y * _UNIT)

        draw_line(painter, theme, line, to_screen, _UNIT, line_colour(quality))
        painter.end()
        return QIcon(picture)


class _Divider(QFrame):
    """A thin line between two groups of buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "upright")
        self.setFixedSize(1, 20)


def _name(button: QToolButton, name: str) -> None:
    button.setAccessibleName(name)
    button.setToolTip(name)
