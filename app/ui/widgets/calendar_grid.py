"""The calendar as a grid of days that one walks through with the arrow keys; chips are dragged to another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from app.ui.theme import theme_of
from app.ui.widgets.calendar_layout import DAYS, CalendarLayout
from app.ui.widgets.calendar_painting import CalendarPainting
from app.ui.widgets.tips import plain_tip

MIME = "application/x-forlaens-follow-up"
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
_CHIP_LINES = (6, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChip:
    """One thing on a day. `kind` says how it is drawn, `tone` marks what is over, `why` is shown on hover."""

    key: str
    text: str
    second: str = ""
    kind: str
    tone: str = ""
    movable: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarCell:
    """A day as the grid shows it; `spoken` is the whole of it in words."""

    day: date
    number: str
    week: str
    name: str = ""
    is_off: bool = False
    outside: bool = False
    spoken: str = ""
    chips: tuple[CalendarChip, ...] = ()


class CalendarGrid(QWidget):
    """Emits `chosen` for the day one comes to, also one beyond the grid; `opened` for a chip; `entered` for Enter on a
    day; `moved` for a chip dropped on another day; `turned` with -1 or 1 to show what lies before or after.
    """

    chosen = Signal(object)
    opened = Signal(str)
    entered = Signal()
    moved = Signal(str, object)
    turned = Signal(int)

    def __init__(self, name: str, weekdays: Sequence[str], more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._weekdays, self._more = name, tuple(weekdays), more
        self._cells: tuple[CalendarCell, ...] = ()
        self._today: date | None = None
        self._current = 0
        self._target: int | None = None
        self._pressed: tuple[QPointF, CalendarChip] | None = None
        self.chip_lines = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_days(self, cells: Sequence[CalendarCell], today: date, current: date) -> None:
        """Show these days, whole weeks; `current` is the one that stands chosen."""
        self._cells, self._today = tuple(cells), today
        days = [cell.day for cell in cells]
        self._current = days.index(current) if current in days else 0
        self._say()
        self.update()

    def cells(self) -> tuple[CalendarCell, ...]:
        """The days shown."""
        return self._cells

    def geometry_of(self) -> CalendarLayout:
        """Where everything lies now. Chips of two lines have up to six as long as all of them find room."""
        rows, line = max(1, len(self._cells) // DAYS), self.fontMetrics().height()
        laid_out = CalendarLayout(self.width(), self.height(), rows, line, self.chip_lines)
        if self.chip_lines == 1:
            return laid_out
        most = max((len(cell.chips) for cell in self._cells), default=0)
        taller = (replace(laid_out, chip_lines=lines) for lines in _CHIP_LINES)
        return next((one for one in taller if one.shown(most) == most), laid_out)

    def sizeHint(self) -> QSize:
        """Room for a month."""
        return QSize(720, 560)

    def minimumSizeHint(self) -> QSize:
        """Room for two lines a day."""
        return QSize(420, 360)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the days."""
        painter = QPainter(self)
        painting = CalendarPainting(painter, self.geometry_of(), theme_of(self), self.font())
        painting.head(self._weekdays)
        for number, cell in enumerate(self._cells):
            if number % DAYS == 0:
                painting.week(number // DAYS, cell.week)
            is_current = number == self._current and self.hasFocus()
            painting.day(number, cell, is_today=cell.day == self._today, is_target=number == self._target)
            if is_current or number == self._current:
                painting.frame(number, strong=is_current)
            painting.chips(number, cell, self._more)
        painter.end()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, turn the page, open the day."""
        key = Qt.Key(event.key())
        if key in _STEPS and self._cells:
            self.chosen.emit(self._cells[self._current].day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(-1 if key is Qt.Key.Key_PageUp else 1)
        elif key is Qt.Key.Key_Home and self._today is not None:
            self.chosen.emit(self._today)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that one has left."""
        super().focusOutEvent(event)
        self.update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day; a chip may be dragged from here."""
        number, chip = self._under(event.position())
        self._pressed = (event.position(), chip) if chip else None
        if number is not None and number != self._current:
            self.chosen.emit(self._cells[number].day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag a chip that can be moved."""
        _, chip = self._under(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if chip else Qt.CursorShape.ArrowCursor)
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton or not self._pressed[1].movable:
            return
        if (event.position() - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
            self._drag(self._pressed[1])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the chip that was clicked."""
        _, chip = self._under(event.position())
        if self._pressed is not None and chip is not None and chip.key == self._pressed[1].key:
            self.opened.emit(chip.key)
        self._pressed = None

    def event(self, event: QEvent) -> bool:
        """Say on hover what a chip is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number, chip = self._under(QPointF(event.pos()))
            if number is not None:
                told = chip.why if chip else self._cells[number].spoken
                QToolTip.showText(event.globalPos(), plain_tip(told), self)
                return True
        return super().event(event)

    # Drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take up a dragged follow-up."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the day it would be dropped on."""
        self._aim(self.geometry_of().day_at(event.position()))
        event.setAccepted(self._target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped on which day; its own day is no move."""
        number = self.geometry_of().day_at(event.position())
        key = bytes(event.mimeData().data(MIME).data()).decode()
        self._aim(None)
        if number is None or any(chip.key == key for chip in self._cells[number].chips):
            return
        event.acceptProposedAction()
        self.moved.emit(key, self._cells[number].day)

    def _drag(self, chip: CalendarChip) -> None:
        self._pressed = None
        drag, data = QDrag(self), QMimeData()
        data.setData(MIME, chip.key.encode())
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def _aim(self, target: int | None) -> None:
        if target != self._target:
            self._target = target
            self.update()

    def _under(self, point: QPointF) -> tuple[int | None, CalendarChip | None]:
        """The day under a point, and the chip there."""
        layout = self.geometry_of()
        number = layout.day_at(point)
        if number is None or number >= len(self._cells):
            return None, None
        chips = self._cells[number].chips
        shown = chips[: layout.shown(len(chips))]
        found = (chip for place, chip in enumerate(shown) if layout.chip_at(number, place).contains(point))
        return number, next(found, None)

    def _say(self) -> None:
        """Tell screen readers the day one has come to."""
        if self._cells:
            spoken = self._cells[self._current].spoken
            self.setAccessibleDescription(spoken)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))
