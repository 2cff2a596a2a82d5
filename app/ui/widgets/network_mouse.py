"""What the mouse does in a network map, and how the map is painted while it does."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from app.core.network_layout import CHILD_RADIUS, Point
from app.ui.theme import theme_of
from app.ui.widgets.map_gesture import Gesture
from app.ui.widgets.network_gestures import CHILD, DrawLine, MovePeople, SelectFrame, paint_new_line
from app.ui.widgets.network_newcomers import MapNewcomers
from app.ui.widgets.network_overlay import (
    HANDLE,
    handle_of,
    paint_child_ring,
    paint_chosen_line,
    paint_handle,
    paint_ring,
)
from app.ui.widgets.network_picture import NetworkPicture
from app.ui.widgets.network_selection import ends_of
from app.ui.widgets.network_wishes import LineWish
from app.ui.widgets.tips import plain_tip
from app.words import Words

_ADDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TARGET = 24.0  # pixels from somebody's middle within which a child's finger means them


class MapMouse(MapNewcomers):
    """A map worked on by mouse: `opened` carries an id, `moved` a tuple of `MapMove`, `menu_asked` an id or "" and
    where."""

    opened = Signal(str)
    moved = Signal(object)
    menu_asked = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget | None = None, *, calm: bool = False, large: float = 1.0) -> None:
        super().__init__(words, parent, calm=calm, large=large)
        self._pressed: QPointF | None = None
        self._begins: Callable[[QPointF], Gesture] | None = None
        self._taps_empty = self._by_key = False

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the map as it is kept, and over it what is chosen, under the mouse, or being moved."""
        picture = self.picture()
        if picture is None:
            return
        theme, painter, gesture = theme_of(self), QPainter(self), self._gesture or Gesture()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gesture.paint_below(painter, theme)
        relation = self._relation()
        if relation is not None:
            paint_chosen_line(painter, theme, picture, relation)
        self.paint_kept(painter, gesture.hidden)
        shown = [(self._hovered, 2.0), *((one, 3.0) for one in self._chosen)]
        for person_id, width in shown:
            if person_id not in gesture.hidden:
                paint_ring(painter, theme, picture, person_id, width)
        self._paint_line_ends(painter, picture)
        gesture.paint_above(painter, theme)
        if self.hasFocus() and (self._by_key or not self._calm):
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _paint_line_ends(self, painter: QPainter, picture: NetworkPicture) -> None:
        """Where a line can be drawn from, and the one being drawn by keyboard."""
        theme = theme_of(self)
        if self._hovered == CHILD:
            paint_child_ring(painter, theme, picture)
        if self._new_line is not None:
            one, target = self._new_line
            paint_new_line(painter, theme, picture, one, target, picture.to_screen(Point(0, 0)))
        elif self._gesture is None and self.underMouse() and (holder := self._handle_holder()):
            paint_handle(painter, theme, picture, holder)

    def _handle_holder(self) -> str:
        """Who shows the dot a line is drawn from: who is under the mouse, else who is chosen."""
        if not self._editable or self._calm or len(self._chosen) > 1 or self._line is not None:
            return ""
        return self._hovered if self._hovered in self._numbers else "".join(self._chosen)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse, and be ready to drag it."""
        picture, where = self.picture(), event.position()
        if picture is None:
            return
        self._pressed, self._begins, self._by_key = where, None, False
        if self._lifts(event):
            self._begins = self._begin_sheet
        elif event.button() is Qt.MouseButton.LeftButton:
            self._press(picture, where, bool(event.modifiers() & _ADDS))

    def _press(self, picture: NetworkPicture, where: QPointF, adding: bool) -> None:
        handle, found = self._handle_at(where), self._person_at(where)
        if handle:
            self._begins = self._begin_line(handle)
        elif found and adding and not self._calm:
            rest = tuple(one for one in self._chosen if one != found)
            self._choose_all(rest if found in self._chosen else (*rest, found))
        elif found:
            self._choose_all(
                (*(one for one in self._chosen if one != found), found) if found in self._chosen else (found,)
            )
            self._begins = self._begin_people if self._editable else None
        elif self._is_child_at(where):
            self._choose_all(())
            self._begins = self._begin_line(CHILD) if self._editable and not self._calm else None
        else:
            self._taps_empty = not self._chosen
            self._choose_line_at(picture, where)
            if not adding and self._line is None:
                self._choose_all(())
            self._begins = self._begin_frame if adding and not self._calm else self._begin_sheet

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, or show what is under the mouse."""
        picture, where = self.picture(), event.position()
        if picture is None:
            return
        if self._gesture is None and self._pressed is not None and self._begins is not None:
            if (where - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._gesture = self._begins(self._pressed)
            self.line_bar.hide()
            self.setCursor(self._gesture.cursor)
        if self._gesture is not None:
            self._gesture.drag(where)
            self.update()
        elif self._pressed is None:
            self._hover(picture, where)

    def _hover(self, picture: NetworkPicture, where: QPointF) -> None:
        found = self._person_at(where)
        handle = self._handle_at(where)
        over_child = self._editable and not self._calm and not found and self._is_child_at(where)
        self.highlight(handle or found or (CHILD if over_child else ""))
        on_line = not (found or handle or over_child or self._calm) and picture.relation_at(where) is not None
        self.setToolTip("" if self._calm else plain_tip(self._tip(handle, found, over_child)))
        pointing = found or handle or over_child or (on_line and self._editable)
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)

    def _tip(self, handle: str, found: str, over_child: bool) -> str:
        if handle or over_child:
            return self._words.tr("Draw a line from here")
        return self._told.get(found, "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let what is held stand here."""
        gesture, was_click = self._gesture, self._gesture is None and self._pressed is not None
        outcome = None
        if gesture is not None:
            gesture.drag(event.position())
            outcome = gesture.drop()
        self._let_go()
        if isinstance(outcome, LineWish):
            self._line, self._drawn_from = ends_of(outcome.one, outcome.other), ""
            self._ask_for_line(outcome)
        elif isinstance(gesture, SelectFrame):
            self._choose_all(gesture.chosen())
        elif outcome:
            self.moved.emit(outcome)
            if self._calm:
                self._choose_all(())  # so that the next tap on an empty place asks who is there
        elif was_click and self._calm and event.button() is Qt.MouseButton.LeftButton:
            self._tap(event.position())

    def _tap(self, where: QPointF) -> None:
        """In a calm map a press on an empty place asks who is there."""
        if self._taps_empty and self._editable and not self._end_at(where):
            self.begin_typing(where)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person under the mouse; on an empty place a new one is typed."""
        if event.button() is not Qt.MouseButton.LeftButton or self._calm:
            return
        self._let_go()
        found = self._person_at(event.position())
        if found:
            self.opened.emit(found)
        elif self._editable and not self._is_child_at(event.position()):
            self.begin_typing(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of who is under the mouse, or chosen."""
        if self._calm:
            return
        picture = self.picture()
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        where = QPointF(event.pos())
        found = self._last() if by_key else self._person_at(where)
        if not by_key and found not in self._chosen:
            self._choose_all((found,) if found else ())
        if by_key and picture is not None and found:
            node = picture.nodes[found]
            where = picture.to_screen(Point(node.x, node.y))
        self.menu_asked.emit(found, where)

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is under the mouse any more."""
        super().leaveEvent(event)
        self.highlight("")

    # What the mouse begins

    def _begin_people(self, start: QPointF) -> Gesture:
        picture = self.picture()
        assert picture is not None  # noqa: S101 - what was pressed was seen
        return MovePeople(picture, self._words, self._last(), self._chosen, start)

    def _begin_frame(self, start: QPointF) -> Gesture:
        picture = self.picture()
        assert picture is not None  # noqa: S101 - what was pressed was seen
        return SelectFrame(picture, self._chosen, start)

    def _begin_line(self, one: str) -> Callable[[QPointF], Gesture]:
        def begin(_start: QPointF) -> Gesture:
            picture = self.picture()
            assert picture is not None  # noqa: S101 - what was pressed was seen
            return DrawLine(picture, one, self._end_at)

        return begin

    def _end_at(self, where: QPointF) -> str:
        """Whom a line let go here would lead to."""
        return self._person_at(where) or (CHILD if self._is_child_at(where) else "")

    def _let_go(self) -> None:
        self._gesture = self._pressed = self._begins = None
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._holds_space else Qt.CursorShape.ArrowCursor)
        self._show_line_bar()
        self.update()

    def _person_at(self, where: QPointF) -> str:
        picture = self.picture()
        if picture is None:
            return ""
        nearest = min((node.radius for node in picture.nodes.values()), default=0.0) * picture.unit
        return picture.person_at(where, max(6.0, _TARGET - nearest) if self._calm else 6.0)

    def _is_child_at(self, where: QPointF) -> bool:
        picture = self.picture()
        return picture is not None and math.hypot(*picture.to_map(where)) <= CHILD_RADIUS

    def _handle_at(self, where: QPointF) -> str:
        picture, holder = self.picture(), self._handle_holder()
        handle = handle_of(picture, holder) if picture is not None and holder else None
        near = handle is not None and math.dist(handle.toTuple(), where.toTuple()) <= HANDLE + 3
        return holder if near else ""
