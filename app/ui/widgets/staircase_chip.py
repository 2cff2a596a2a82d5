"""A child's chip on the staircase: a button of its own, so that keyboard and screen readers find it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.ui.theme import theme_of
from app.ui.widgets.marks import paint_dot
from app.ui.widgets.tips import plain_tip

MIME = "application/x-forlaens-case"
_DOT, _LEFT, _GAP, _RIGHT = 10, 9, 6, 12
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StairChip:
    """What a chip shows: `key` names the case, `tone` the mark, `why` is said on hover and to screen readers."""

    key: str
    name: str
    tone: str
    why: str


class ChipButton(QAbstractButton):
    """Click or Enter opens the case; M or the menu key asks for the menu; arrows walk; it can be dragged to a step."""

    walked = Signal(int, int)
    menu_asked = Signal(QPoint)
    focused = Signal()

    def __init__(self, chip: StairChip, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = chip
        self._pressed_at: QPoint | None = None
        self.setText(chip.name)
        self.setAccessibleName(chip.name)
        self.setAccessibleDescription(chip.why)
        self.setToolTip(plain_tip(f"{chip.name}\n{chip.why}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        """As wide as the name."""
        metrics = QFontMetrics(self._font())
        width = _LEFT + _DOT + _GAP + metrics.horizontalAdvance(self.chip.name) + _RIGHT
        return QSize(width, metrics.height() + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill; of a longer name the middle gives way, and it is said in full on hover."""
        theme, painter, font = theme_of(self), QPainter(self), self._font()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 2.0 if self.hasFocus() else 1.0
        edge = theme.focus if self.hasFocus() else theme.accent if self.underMouse() else theme.line
        painter.setPen(QPen(edge, thick))
        painter.setBrush(theme.hover if self.underMouse() or self.isDown() else theme.card)
        inside = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        paint_dot(painter, self, QRectF(_LEFT, (self.height() - _DOT) / 2, _DOT, _DOT), self.chip.tone)
        painter.setFont(font)
        painter.setPen(theme.ink)
        room = self.rect().adjusted(_LEFT + _DOT + _GAP, 0, -_RIGHT + 2, 0)
        name = QFontMetrics(font).elidedText(self.chip.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, arrows walk, M asks for the menu."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif key in ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(*ARROWS[Qt.Key(key)])
        elif key == Qt.Key.Key_M and not event.modifiers():
            self._ask_menu(self.rect().bottomLeft())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, by mouse or by the menu key."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self._ask_menu(event.pos() if by_mouse else self.rect().bottomLeft())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has left the spot."""
        super().mouseMoveEvent(event)
        held = event.buttons() & Qt.MouseButton.LeftButton
        if held and self._pressed_at is not None:
            way = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._drag(self._pressed_at)

    def event(self, event: QEvent) -> bool:
        """Tell who has the focus."""
        if event.type() is QEvent.Type.FocusIn:
            self.focused.emit()
        return super().event(event)

    def _drag(self, grip: QPoint) -> None:
        self._pressed_at = None
        self.setDown(False)
        what = QMimeData()
        what.setData(MIME, QByteArray(self.chip.key.encode()))
        drag = QDrag(self)
        drag.setMimeData(what)
        drag.setPixmap(self.grab())
        drag.setHotSpot(grip)
        drag.exec(Qt.DropAction.MoveAction)

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.mapToGlobal(at))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(font.pixelSize() - 1)
        return font
