"""A score from 0 to 10, with last time's score marked beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from app.ui.theme import Theme, theme_of
from app.ui.widgets.button import IconButton
from app.ui.widgets.field import Field
from app.ui.widgets.text import Text
from app.words import Words

HIGHEST = 10
_RADIUS = 13.0


class ScoreField(Field[int | None]):
    """A score 0 to 10, or None for "not scored", which is a state of its own and never 0.

    Digits set it (1 and then 0 is ten), arrows move it, Delete takes it away.
    """

    def __init__(self, words: Words, *, last: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._name, self._help_text = "", ""
        self.scale = _Scale()
        self._said = Text(look="strong")
        self._last_said = Text(look="small")
        self._clear = IconButton("x", words.tr("Remove the score"))
        self._hold(self.scale)
        self._layout.removeWidget(self.scale)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.scale, 1)
        top = Qt.AlignmentFlag.AlignTop
        for beside in (self._said, self._last_said):
            beside.setContentsMargins(0, 6, 0, 0)
            row.addWidget(beside, 0, top)
        row.addWidget(self._clear, 0, top)
        self._layout.addLayout(row)
        self._said.setMinimumWidth(self._said.fontMetrics().horizontalAdvance(words.tr("Not scored")) + 4)
        self._reserve_room()
        self.scale.chosen.connect(self._on_chosen)
        self._clear.clicked.connect(self._on_cleared)
        self.set_last(last)

    def set_last(self, last: int | None) -> None:
        """Mark last time's score, None for none."""
        self.scale.last = last
        self._last_said.setText("" if last is None else self._words.tr("last time {score}", score=last))
        self._say()

    def value(self) -> int | None:
        """The score, None while not scored."""
        return self.scale.score

    def set_value(self, value: int | None) -> None:
        """Show a score; raises ValueError outside 0 to 10."""
        if value is not None and not 0 <= value <= HIGHEST:
            raise ValueError(f"no such score: {value}")
        self.scale.show_score(value)
        self._say()

    def state(self) -> object:
        """The score."""
        return self.value()

    def restore(self, state: object) -> None:
        """Show the score chosen earlier."""
        if state is None or (isinstance(state, int) and 0 <= state <= HIGHEST):
            self.set_value(state)

    def said(self) -> str:
        """The score in words."""
        return self._said.text()

    def describe(self, name: str, help_text: str) -> None:
        """Name the scale; its state in words is part of the description, since a slider cannot say "not scored"."""
        self._name, self._help_text = name, help_text
        parts = (self.said(), self._last_said.text(), help_text)
        super().describe(name, ", ".join(part for part in parts if part))

    def _reserve_room(self) -> None:
        """Keep the button's place while it is hidden, so that the scale does not jump."""
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)

    def _say(self) -> None:
        score = self.value()
        self._said.setText(
            self._words.tr("Not scored") if score is None else self._words.tr("{score} of 10", score=score)
        )
        self._said.set_look("quiet" if score is None else "strong")
        self._clear.setVisible(score is not None)
        self.describe(self._name, self._help_text)
        self.scale.update()

    def _on_chosen(self) -> None:
        self._say()
        self.edited.emit()

    def _on_cleared(self) -> None:
        self.scale.show_score(None)
        self.scale.setFocus()
        self._on_chosen()


class _Scale(QSlider):
    """The scale itself: a slider to the keyboard and screen readers, eleven numbered places to the eye."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, HIGHEST)
        self.setPageStep(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.score: int | None = None
        self.last: int | None = None

    def show_score(self, score: int | None) -> None:
        """Show a score without saying that it was chosen."""
        self.score = score
        self.setValue(score if score is not None else 0)
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for the numbers."""
        return QSize(320, max(44, self.fontMetrics().height() * 2 + 8))

    def minimumSizeHint(self) -> QSize:
        """Eleven places one can hit."""
        return QSize(11 * 20, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, Delete; everything else belongs to the form."""
        key, start = event.key(), self.score if self.score is not None else (self.last or 0)
        moves = {
            Qt.Key.Key_Right: start + 1,
            Qt.Key.Key_Up: start + 1,
            Qt.Key.Key_Left: start - 1,
            Qt.Key.Key_Down: start - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: HIGHEST,
        }
        if event.text().isdigit():
            ten = self.score == 1 and event.text() == "0"
            self._choose(HIGHEST if ten else int(event.text()))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._choose(None)
        elif key in moves:
            self._choose(max(0, min(HIGHEST, moves[Qt.Key(key)])))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the place under the mouse."""
        self._choose(self._score_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._score_at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form: a score is never changed in passing."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, numbers, last time's mark and the score."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = _RADIUS + 3
        painter.setPen(QPen(theme.field_line, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self._x(0), middle), QPointF(self._x(HIGHEST), middle))
        if self.score is not None:
            painter.setPen(QPen(theme.accent, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(self._x(0), middle), QPointF(self._x(self.score), middle))
        self._paint_numbers(painter, theme, middle)
        if self.last is not None:
            self._paint_last(painter, theme, middle)
        self._paint_knob(painter, theme, middle)
        painter.end()

    def _paint_numbers(self, painter: QPainter, theme: Theme, middle: float) -> None:
        painter.setFont(_sized(self.font(), 0.86))
        top = middle + _RADIUS + 2
        for number in range(HIGHEST + 1):
            painter.setPen(QPen(theme.field_line, 2))
            painter.drawLine(QPointF(self._x(number), middle - 3), QPointF(self._x(number), middle + 3))
            painter.setPen(theme.muted)
            place = QRectF(self._x(number) - 16, top, 32, self.height() - top)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(number))

    def _paint_last(self, painter: QPainter, theme: Theme, middle: float) -> None:
        """A hollow diamond, told from the score by its shape."""
        x, half = self._x(self.last or 0), 6.0
        shape = [
            QPointF(x, middle - half),
            QPointF(x + half, middle),
            QPointF(x, middle + half),
            QPointF(x - half, middle),
        ]
        painter.setPen(QPen(theme.muted, 2))
        painter.setBrush(theme.card)
        painter.drawPolygon(QPolygonF(shape))

    def _paint_knob(self, painter: QPainter, theme: Theme, middle: float) -> None:
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            start = self.score if self.score is not None else (self.last or 0)
            painter.drawEllipse(QPointF(self._x(start), middle), _RADIUS + 2, _RADIUS + 2)
        if self.score is None:
            return
        painter.setPen(QPen(theme.card, 2))
        painter.setBrush(theme.accent)
        centre = QPointF(self._x(self.score), middle)
        painter.drawEllipse(centre, _RADIUS, _RADIUS)
        font = _sized(self.font(), 0.93)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.on_accent)
        place = QRectF(centre.x() - _RADIUS, centre.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self.score))

    def _x(self, score: int) -> float:
        margin = _RADIUS + 4
        return margin + (self.width() - 2 * margin) * score / HIGHEST

    def _score_at(self, x: float) -> int:
        margin = _RADIUS + 4
        return max(0, min(HIGHEST, round((x - margin) / max(1.0, self.width() - 2 * margin) * HIGHEST)))

    def _choose(self, score: int | None) -> None:
        if score != self.score:
            self.show_score(score)
            self.chosen.emit()


def _sized(font: QFont, share: float) -> QFont:
    """The font at a share of its size."""
    sized = QFont(font)
    sized.setPixelSize(max(11, round(font.pixelSize() * share)))
    return sized
