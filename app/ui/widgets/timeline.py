"""The timeline of a case: a line for each step, bars for measures, dots for follow-ups, dashes for what is agreed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.core.case_timeline import Timeline, TimelineBar, TimelineMark
from app.core.ladder import LadderMove
from app.ui.theme import Theme, theme_of
from app.ui.widgets.timeline_layout import Drawing, PlacedBar, PlacedMark, PlacedMove, lay_out
from app.ui.widgets.timeline_painting import paint_bar, paint_label, paint_mark, write
from app.ui.widgets.tips import plain_tip
from app.words import Words

TimelineItem = TimelineBar | TimelineMark | LadderMove
_REACH = 5.0


class TimelineView(QWidget):
    """Draws a case through time. Arrow keys or the mouse choose an item, Enter or a click opens it.

    `describe` says an item in words, for tooltip and screen reader. `chosen` is emitted with those words when another
    item is chosen or pointed at ("" for none), `opened` with the item.
    """

    chosen = Signal(str)
    opened = Signal(object)

    def __init__(self, words: Words, describe: Callable[[TimelineItem], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._describe = words, describe
        self._timeline: Timeline | None = None
        self._drawing: Drawing | None = None
        self._items: list[tuple[TimelineItem, QRectF]] = []
        self._current = -1
        self._pointed = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.tr("The way on the ladder through time"))
        self.setAccessibleDescription(words.tr("Arrow keys go from event to event, Enter opens one."))

    def show_timeline(self, timeline: Timeline) -> None:
        """Draw this case."""
        self._timeline = timeline
        self._current = self._pointed = -1
        self._lay_out()

    def items(self) -> tuple[TimelineItem, ...]:
        """Everything that can be chosen, in the order of time."""
        return tuple(item for item, _ in self._items)

    def current(self) -> TimelineItem | None:
        """The item chosen by keyboard or mouse."""
        return self._items[self._current][0] if self._current >= 0 else None

    def drawing(self) -> Drawing | None:
        """Where everything stands."""
        return self._drawing

    def place_of(self, item: TimelineItem) -> QPoint:
        """The middle of an item, where a click meets it."""
        return next(area for there, area in self._items if there == item).center().toPoint()

    # Size

    def sizeHint(self) -> QSize:
        """As high as its steps."""
        return QSize(560, round(self._drawing.height) if self._drawing else 200)

    def minimumSizeHint(self) -> QSize:
        """Narrower than this the names have no room."""
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Place everything anew in another size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._lay_out()

    def _lay_out(self) -> None:
        if self._timeline is None:
            return
        metrics = QFontMetricsF(self._font())
        measured = metrics.horizontalAdvance
        drawing = lay_out(self._timeline, self.width(), lambda text: measured(text) + 1, metrics.height(), self._words)
        self._drawing = drawing
        bars = [(placed.bar, _reach(placed)) for placed in drawing.bars]
        moves = [(placed.move, _around(placed)) for placed in drawing.moves]
        marks = [(placed.mark, _dot(placed)) for placed in drawing.marks]
        self._items = sorted([*bars, *moves, *marks], key=lambda pair: _when(pair[0]))
        self.setFixedHeight(round(drawing.height))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(11, round(font.pixelSize() * 12 / 14)))
        return font

    # Choosing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go through time, Home and End to its ends, Enter opens."""
        last = len(self._items) - 1
        targets = {
            Qt.Key.Key_Right: min(self._current + 1, last),
            Qt.Key.Key_Down: min(self._current + 1, last),
            Qt.Key.Key_Left: max(self._current - 1, 0),
            Qt.Key.Key_Up: max(self._current - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in targets and self._items:
            self._choose(targets[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and (item := self.current()) is not None:
            self.opened.emit(item)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses and opens."""
        found = self._at(event.position())
        if found >= 0:
            self._choose(found)
            self.opened.emit(self._items[found][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the mouse points at."""
        found = self._at(event.position())
        if found != self._pointed:
            self._pointed = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor)
            self._tell(found if found >= 0 else self._current)

    def leaveEvent(self, event: QEvent) -> None:
        """Say again what is chosen."""
        super().leaveEvent(event)
        self._pointed = -1
        self._tell(self._current)

    def event(self, event: QEvent) -> bool:
        """Say an item in words where the mouse rests."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            said = self._describe(self._items[found][0]) if found >= 0 else ""
            QToolTip.showText(event.globalPos(), plain_tip(said), self)
            return True
        return super().event(event)

    def _choose(self, index: int) -> None:
        self._current = index
        text = self._tell(index)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _tell(self, index: int) -> str:
        text = self._describe(self._items[index][0]) if index >= 0 else ""
        self.chosen.emit(text)
        self.update()
        return text

    def _at(self, point: QPointF) -> int:
        """The item under a point: dots lie above lines, lines above bars."""
        hit = [number for number, (_, area) in enumerate(self._items) if area.contains(point)]
        return min(hit, key=lambda number: _depth(self._items[number], point), default=-1)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint lines and axis first, then bars, moves, dots, names, and the ring of what is chosen."""
        drawing = self._drawing
        if drawing is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        self._paint_ground(painter, theme, drawing)
        for move in drawing.moves:
            painter.setPen(QPen(theme.field_line, 1.5))
            painter.drawLine(move.start, move.end)
        for bar in drawing.bars:
            paint_bar(painter, theme, bar)
        for mark in drawing.marks:
            paint_mark(painter, theme, mark)
        for bar in drawing.bars:
            if bar.label is not None:
                paint_label(painter, theme, bar.label)
            if bar.then is not None:
                paint_label(painter, theme, bar.then, "muted")
        self._paint_choice(painter, theme)
        painter.end()

    def _paint_ground(self, painter: QPainter, theme: Theme, drawing: Drawing) -> None:
        bottom = drawing.rows[-1].top + drawing.rows[-1].height
        for x, label in drawing.ticks:
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(QPointF(x, 4), QPointF(x, bottom + 4))
            if label is not None:
                write(painter, theme, label, "muted")
        for row in drawing.rows:
            y = row.label.place.center().y()
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(QPointF(drawing.left, y), QPointF(drawing.right, y))
            write(painter, theme, row.label, "muted")
        for _span, place in drawing.beside:
            painter.fillRect(place, theme.step(0))
        painter.setPen(QPen(theme.accent, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(drawing.today_x, 4), QPointF(drawing.today_x, bottom + 4))
        write(painter, theme, drawing.today_label, "accent")

    def _paint_choice(self, painter: QPainter, theme: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shown = self._pointed if self._pointed >= 0 else self._current
        if shown >= 0 and (self._pointed >= 0 or self.hasFocus()):
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRoundedRect(self._items[shown][1].adjusted(-1, -1, 1, 1), 6, 6)
        if self.hasFocus() and self._current < 0:
            painter.setPen(QPen(theme.focus, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


def _reach(placed: PlacedBar) -> QRectF:
    return placed.place.adjusted(-2, -4, 2, 4)


def _around(placed: PlacedMove) -> QRectF:
    return QRectF(placed.start, placed.end).normalized().adjusted(-_REACH, 0, _REACH, 0)


def _dot(placed: PlacedMark) -> QRectF:
    reach = placed.radius + 3
    return QRectF(placed.at.x() - reach, placed.at.y() - reach, 2 * reach, 2 * reach)


def _depth(pair: tuple[TimelineItem, QRectF], point: QPointF) -> tuple[int, float]:
    item, area = pair
    order = {TimelineMark: 0, LadderMove: 2, TimelineBar: 1}[type(item)]
    return order, abs(area.center().x() - point.x())


def _when(item: TimelineItem) -> tuple[object, int]:
    """The order of time; what begins on one day is read measure, move, follow-up."""
    if isinstance(item, TimelineBar):
        return item.measure.start, 0
    return item.day, 1 if isinstance(item, LadderMove) else 2
