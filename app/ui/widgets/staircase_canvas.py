"""What the staircase is painted on: the steps with their names and numbers, where a child may be dropped."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.theme import Theme, theme_of
from app.ui.widgets.staircase_chip import MIME, StairChip
from app.ui.widgets.staircase_layout import Box, StairPlace, Stairs
from app.ui.widgets.tips import plain_tip
from app.words import Words

_ROUND = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StairStep:
    """A step with the children on it. `name` stands in the block, `full_name` and `why` are said on hover."""

    key: str
    number: int
    name: str
    full_name: str
    why: str
    chips: tuple[StairChip, ...]


class StairCanvas(QWidget):
    """Paints the blocks; the chips are its children. `dropped` carries a case and the step it was dropped on."""

    dropped = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._steps: tuple[StairStep, ...] = ()
        self._places: tuple[StairPlace, ...] = ()
        self._target = ""
        self.setAcceptDrops(True)

    def show_steps(self, steps: tuple[StairStep, ...]) -> None:
        """Take up these steps; `place` follows."""
        self._steps, self._places, self._target = steps, (), ""
        counts = [
            self._words.trn("{step}: {n} child", "{step}: {n} children", len(step.chips), step=step.full_name)
            for step in steps
        ]
        self.setAccessibleDescription(". ".join(counts))

    def place(self, stairs: Stairs) -> None:
        """Paint the blocks there."""
        self._places = stairs.steps
        self.update()

    def step_at(self, point: QPointF) -> StairStep | None:
        """The step whose column holds the point."""
        for step, place in zip(self._steps, self._places, strict=False):
            if place.block.x <= point.x() < place.block.x + place.block.w:
                return step
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        for step, place in zip(self._steps, self._places, strict=False):
            if step.key == self._target:
                self._paint_target(painter, theme, place.block)
            self._paint_block(painter, theme, step, place)
        painter.end()

    def _paint_target(self, painter: QPainter, theme: Theme, block: Box) -> None:
        """The column that a child would be dropped on."""
        painter.setPen(QPen(theme.focus, 2, Qt.PenStyle.DashLine))
        painter.setBrush(theme.accent_soft)
        painter.drawRoundedRect(QRectF(block.x + 1, 1, block.w - 2, block.y + _ROUND), _ROUND, _ROUND)

    def _paint_block(self, painter: QPainter, theme: Theme, step: StairStep, place: StairPlace) -> None:
        block = place.block
        rect = QRectF(block.x, block.y, block.w, block.h)
        path = QPainterPath()
        path.moveTo(rect.bottomLeft())
        path.lineTo(rect.left(), rect.top() + _ROUND)
        path.quadTo(rect.topLeft(), rect.topLeft() + QPointF(_ROUND, 0))
        path.lineTo(rect.topRight() - QPointF(_ROUND, 0))
        path.quadTo(rect.topRight(), rect.topRight() + QPointF(0, _ROUND))
        path.lineTo(rect.bottomRight())
        path.closeSubpath()
        painter.fillPath(path, theme.step(step.number))
        painter.setPen(theme.step_ink)
        if place.upright:
            self._write_upright(painter, step, rect)
        else:
            self._write(painter, step, rect)

    def _write(self, painter: QPainter, step: StairStep, rect: QRectF) -> None:
        """The name, and under it how many."""
        inside = rect.adjusted(9, 8, -4, -4)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setFont(self._name_font())
        taken = painter.boundingRect(inside, flags, step.name)
        painter.drawText(inside, flags, step.name)
        painter.setFont(self._count_font())
        below = inside.adjusted(0, taken.height(), 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(len(step.chips)))

    def _write_upright(self, painter: QPainter, step: StairStep, rect: QRectF) -> None:
        """On a narrow step how many stands on top, and the name runs upwards below it."""
        painter.setFont(self._count_font())
        head = QRectF(rect.left(), rect.top() + 6, rect.width(), painter.fontMetrics().height())
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, str(len(step.chips)))
        painter.setFont(self._name_font())
        painter.save()
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        room = QRectF(10, 0, rect.bottom() - head.bottom() - 14, rect.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, step.name)
        painter.restore()

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(font.pixelSize() - 1)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _count_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * 1.4))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    # Hover and drag

    def event(self, event: QEvent) -> bool:
        """Explain a step on hover."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            step = self.step_at(QPointF(event.pos()))
            if step is not None:
                QToolTip.showText(event.globalPos(), plain_tip(f"{step.full_name}\n{step.why}"), self)
                return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take up a dragged child."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the child would be dropped; its own step is no target."""
        step = self._target_at(event)
        self._aim(step.key if step else "")
        event.setAccepted(step is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        self._aim("")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which child was dropped on which step."""
        step = self._target_at(event)
        self._aim("")
        if step is not None:
            event.acceptProposedAction()
            self.dropped.emit(_case_in(event), step.key)

    def _target_at(self, event: QDropEvent) -> StairStep | None:
        step, case = self.step_at(event.position()), _case_in(event)
        here = step is not None and any(chip.key == case for chip in step.chips)
        return None if here or not case else step

    def _aim(self, target: str) -> None:
        if target != self._target:
            self._target = target
            self.update()


def _case_in(event: QDropEvent) -> str:
    return bytes(event.mimeData().data(MIME).data()).decode()
