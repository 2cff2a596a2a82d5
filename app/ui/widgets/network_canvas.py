"""The network map as a drawing one can work in, by mouse and by keyboard."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.core.network_editing import next_support, reversed_support
from app.core.network_layout import CHILD_RADIUS, Point
from app.core.network_snapping import Spot, by_hand, next_in_direction, snapped, step
from app.core.records.documents import DocumentRelation, NetworkDocument
from app.core.records.network import RelationQuality, Ring, Support
from app.reports.wording import RING
from app.ui.theme import theme_of
from app.ui.widgets.network_gestures import CHILD, DrawLine, Gesture, MovePeople, MoveSheet, SelectFrame, paint_new_line
from app.ui.widgets.network_keys import ARROWS, KeySheet, LetterKeys
from app.ui.widgets.network_line_bar import LineBar
from app.ui.widgets.network_overlay import (
    HANDLE,
    handle_of,
    paint_child_ring,
    paint_chosen_line,
    paint_handle,
    paint_ring,
)
from app.ui.widgets.network_picture import NetworkPicture
from app.ui.widgets.network_sheet import NetworkSheet
from app.ui.widgets.network_typing import NameTyping
from app.ui.widgets.network_wishes import LineWish, MapMove, NewPerson
from app.ui.widgets.pick_field import Pick
from app.ui.widgets.tips import plain_tip
from app.words import Words

_MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_TARGET = 24.0  # pixels from somebody's middle within which a child's finger means them


class NetworkCanvas(NetworkSheet):
    """Shows a map and says what one asks for by working in it.

    `selected` carries the id of who is chosen last ("" for nobody), `opened` an id, `moved` a tuple of `MapMove`,
    `line_asked` a `LineWish`, `typed` a `NewPerson` and the key of a known person, `removal_asked` a tuple of ids,
    `menu_asked` an id or "" and where. A map that is not `editable` is only looked at. In a `calm` one, for working
    with a child, one can add and move people and nothing else.
    """

    selected = Signal(str)
    opened = Signal(str)
    moved = Signal(object)
    line_asked = Signal(object)
    typed = Signal(object, str)
    removal_asked = Signal(object)
    menu_asked = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget | None = None, *, calm: bool = False, large: float = 1.0) -> None:
        super().__init__(words, parent, large=large)
        self._calm = calm
        self._told: Mapping[str, str] = {}
        self._editable = False
        self._chosen: tuple[str, ...] = ()
        self._line: tuple[str, str] | None = None
        self._hovered = ""
        self._pressed: QPointF | None = None
        self._begins: Callable[[QPointF], Gesture] | None = None
        self._gesture: Gesture | None = None
        self._new_line: tuple[str, str] | None = None  # by keyboard: from whom, and to whom so far
        self._holds_space = self._taps_empty = self._by_key = False
        self._typed_at: NewPerson | None = None
        self._picks: Callable[[], Sequence[Pick]] = tuple
        self._letters = LetterKeys(words)
        self.line_bar = LineBar(words, self)
        self.keys = KeySheet(words, self._letters, self)
        self.typing = NameTyping(words, self, 320 if calm else 250)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.line_bar.quality_asked.connect(self._on_quality)
        self.line_bar.support_asked.connect(self._on_support)
        self.line_bar.removal_asked.connect(self._remove_line)
        self.line_bar.left.connect(self._on_left)
        self.keys.left.connect(self._on_left)
        self.typing.left.connect(self._on_left)
        self.typing.typed.connect(self._on_typed)
        self.zoomed.connect(self._place_line_bar)

    def show_map(
        self, document: NetworkDocument, numbers: Mapping[str, int], told: Mapping[str, str], *, editable: bool
    ) -> None:
        """Show this map. `numbers` are those of the list, `told` what is said of each person in a sentence."""
        self._told, self._editable = told, editable
        self._chosen = tuple(one for one in self._chosen if one in numbers)
        self._hovered, self._new_line = "", None
        self._let_go()
        self.setAccessibleName(self._words.tr("Network map for {name}", name=document.child_first_name))
        self.set_document(document, numbers)
        if self._relation() is None:
            self._line = None
        self._show_line_bar()
        self._describe()

    def offer(self, picks: Callable[[], Sequence[Pick]]) -> None:
        """Whom the line for a new person offers, asked when it opens."""
        self._picks = picks

    def select(self, person_id: str) -> None:
        """Choose a person, and nobody besides, without telling so."""
        wanted = (person_id,) if person_id else ()
        if wanted[-1:] != self._chosen[-1:]:
            self._choose_all(wanted, tell=False)

    def chosen(self) -> tuple[str, ...]:
        """Those chosen, the last one last."""
        return self._chosen

    def dragged(self) -> tuple[str, ...]:
        """Those who are being dragged."""
        return tuple(self._gesture.hidden) if self._gesture is not None else ()

    def chosen_line(self) -> DocumentRelation | None:
        """The line that is chosen."""
        return self._relation()

    def highlight(self, person_id: str) -> None:
        """Show softly where somebody stands, as while the mouse is over them."""
        if person_id != self._hovered:
            self._hovered = person_id
            self.update()

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
        left = event.button() is Qt.MouseButton.LeftButton
        if event.button() is Qt.MouseButton.MiddleButton or (left and self._holds_space):
            self._begins = self._begin_sheet
        elif left:
            self._press(picture, where, bool(event.modifiers() & _MOVES))

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
            self._begins = None if self._calm else self._begin_frame

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
            self._line = _ends(outcome.one, outcome.other)
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

    def _begin_sheet(self, start: QPointF) -> Gesture:
        return MoveSheet(start, self.move_sheet)

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

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `key_lines` for what each key does."""
        key, self._by_key = Qt.Key(event.key()), True
        handled = (
            (key in ARROWS and self._on_arrow(key, event))
            or self._on_zoom_key(key, event)
            or self._on_named_key(key, event)
            or self._on_letter(event)
        )
        if not handled:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar holds the sheet only while it is down."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._holds_space = False
            if self._gesture is None:
                self.unsetCursor()
        super().keyReleaseEvent(event)

    def _on_arrow(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return self._move_a_cell(key)
        if event.modifiers() & _MOVES:
            self._nudge(ARROWS[key])
        else:
            self._walk(ARROWS[key])
        return True

    def _on_zoom_key(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.zoom_to_fit()
            case Qt.Key.Key_A:
                self._choose_all(tuple(self._numbers))
            case Qt.Key.Key_Space:
                pass
            case _:
                return False
        return True

    def _on_named_key(self, key: Qt.Key, event: QKeyEvent) -> bool:
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                return self._on_enter()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                return self._on_delete()
            case Qt.Key.Key_Insert:
                return self._begin_at_chosen("")
            case Qt.Key.Key_Escape:
                return self._on_escape()
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self._walk_list(-1 if key is Qt.Key.Key_PageUp else 1)
            case Qt.Key.Key_Space:
                self._hold_space(event)
            case _:
                return False
        return True

    def _on_letter(self, event: QKeyEvent) -> bool:
        text = event.text()
        if not text.strip() or not text.isprintable() or event.modifiers() & _COMMANDS:
            return False
        if text == "?" and not self._calm:
            self.keys.open()
            return True
        if self._calm or not self._editable:
            return False
        if not self._chosen and self._line is None:
            return text.isalpha() and self._begin_at_chosen(text)
        quality = self._letters.quality(text)
        if quality is not None:
            self._on_quality(quality)
        elif text.upper() == self._letters.support:
            self._on_support(None)
        elif text.upper() == self._letters.line and self._line is None:
            self._start_line()
        else:
            return False
        return True

    def _on_enter(self) -> bool:
        if self._new_line is not None:
            self._finish_line(None)
        elif self._line is not None:
            self.line_bar.qualities[RelationQuality.STRONG].setFocus()
        elif self._chosen and not self._calm:
            self.opened.emit(self._last())
        else:
            return False
        return True

    def _on_delete(self) -> bool:
        if not self._editable or self._calm:
            return False
        if self._new_line is not None:
            one, target = self._new_line
            self._new_line = None
            if target:
                self._ask_for_line(_wish(one, target, goes=True))
        elif self._line is not None:
            self._remove_line()
        elif self._chosen:
            self.removal_asked.emit(self._chosen)
        else:
            return False
        return True

    def _on_escape(self) -> bool:
        """The gesture goes back, then the line by keyboard, then the line chosen, then who is chosen."""
        if self._gesture is not None:
            self._let_go()
        elif self._new_line is not None:
            self._new_line = None
        elif self._line is not None:
            self._line = None
            self._show_line_bar()
        elif self._chosen:
            self._choose_all(())
        else:
            return False
        self.update()
        return True

    def _hold_space(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        if not event.isAutoRepeat():
            self._holds_space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    # Walking and moving

    def _walk(self, way: Point) -> None:
        """Go to the nearest person in a direction; to the first one where nobody is chosen."""
        picture = self.picture()
        if picture is None or not picture.nodes:
            return
        at = self._new_line[1] or self._new_line[0] if self._new_line else self._last()
        here = picture.nodes.get(at)
        if here is None:
            self._walk_list(1)
        else:
            self._go_to(next_in_direction(picture.nodes.values(), here, way))

    def _walk_list(self, way: int) -> None:
        """Go to the next of the list, or the one before, around at its ends; a new line can lead to the child too."""
        order = sorted(self._numbers, key=lambda one: self._numbers[one])
        at = self._last()
        if self._new_line is not None:
            order, at = [CHILD, *(one for one in order if one != self._new_line[0])], self._new_line[1]
        if order:
            place = order.index(at) + way if at in order else 0 if way > 0 else -1
            self._go_to(order[place % len(order)])

    def _go_to(self, person_id: str) -> None:
        picture = self.picture()
        if not person_id or picture is None:
            return
        if self._new_line is None:
            self._choose_all((person_id,))
        else:
            self._new_line = (self._new_line[0], person_id if person_id != self._new_line[0] else CHILD)
            self._say(self._told.get(self._new_line[1], picture.document.child_first_name))
        node = picture.nodes.get(person_id)
        self.bring_in_sight(picture.to_screen(Point(node.x, node.y) if node else Point(0, 0)))
        self.update()

    def _nudge(self, way: Point) -> None:
        """Move those chosen a ring or a bit around the child, whichever lies that way."""
        picture = self.picture()
        if picture is None or not self._editable:
            return
        count = len(picture.document.sectors)
        spots = {one: step(picture.nodes[one], way, count) for one in self._chosen}
        self._move_to({one: spot for one, spot in spots.items() if spot is not None})

    def _move_a_cell(self, key: Qt.Key) -> bool:
        """Move those chosen a ring closer or further, or to the group beside, where there is room for them."""
        picture = self.picture()
        if picture is None or not self._editable or not self._chosen:
            return bool(self._chosen)
        keys = [sector.key for sector in picture.document.sectors]
        spots = {}
        for person_id in self._chosen:
            person, node = picture.people[person_id], picture.nodes[person_id]
            sector, ring, angle = keys.index(person.sector_key), int(person.ring), node.angle
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                ring = max(Ring.CLOSE, min(Ring.DISTANT, ring + (-1 if key is Qt.Key.Key_Up else 1)))
            else:
                turn = 1 if key is Qt.Key.Key_Right else -1
                sector, angle = (sector + turn) % len(keys), (angle + turn * 360 / len(keys)) % 360
            spots[person_id] = Spot(sector, Ring(ring), angle)
        self._move_to(spots)
        return True

    def _move_to(self, spots: Mapping[str, Spot]) -> None:
        """Ask for a move to these places, clear of those placed by hand."""
        picture = self.picture()
        if picture is None:
            return
        keys = [sector.key for sector in picture.document.sectors]
        others = by_hand([one for one in picture.document.people if one.id not in spots], keys)
        moves = []
        for person_id, spot in spots.items():
            stands = snapped(spot.point, len(keys), others, picture.nodes[person_id].radius)
            others.append(stands)
            moves.append(MapMove(person_id, keys[stands.sector], stands.ring, stands.angle))
        if moves:
            self.moved.emit(tuple(moves))

    # Lines

    def _start_line(self) -> None:
        """Draw a line by keyboard: arrow keys choose to whom."""
        picture = self.picture()
        if picture is None or len(self._chosen) != 1:
            return
        self._new_line = (self._last(), CHILD)
        self._say(self._words.tr("Line to whom? Arrow keys choose, Enter draws it."))
        self.update()

    def _finish_line(self, quality: RelationQuality | None) -> None:
        if self._new_line is not None:
            one, target = self._new_line
            self._new_line = None
            self._line = _ends(None if target == CHILD else one, one if target == CHILD else target)
            self._ask_for_line(_wish(one, target, quality=quality))

    def _on_quality(self, quality: object) -> None:
        if not isinstance(quality, RelationQuality):
            return
        if self._new_line is not None:
            self._finish_line(quality)
        elif self._line is not None:
            self._ask_for_line(_wish(self._line[0] or CHILD, self._line[1], quality=quality))
        elif self._editable:
            for person_id in self._chosen:
                self.line_asked.emit(LineWish(None, person_id, quality))

    def _on_support(self, support: object) -> None:
        """This support for the line chosen, or the next one where none is said; else for that of who is chosen."""
        relation = self._relation() or self._own_line()
        if relation is None or not self._editable:
            return
        shown = self._support_shown(relation)
        wanted = support if isinstance(support, Support) else next_support(shown)
        stored = reversed_support(wanted) if relation.from_id is None else wanted
        self.line_asked.emit(LineWish(relation.from_id, relation.to_id, support=stored))

    def _own_line(self) -> DocumentRelation | None:
        """The line to the child of the one who is chosen."""
        picture = self.picture()
        lines = picture.document.relations if picture is not None and len(self._chosen) == 1 else ()
        return next((line for line in lines if line.from_id is None and line.to_id == self._last()), None)

    def _remove_line(self) -> None:
        if self._line is not None:
            one, other = self._line
            self._line = None
            self._ask_for_line(_wish(one or CHILD, other, goes=True))

    def _ask_for_line(self, wish: LineWish) -> None:
        self._chosen = ()
        self.selected.emit("")
        self.line_asked.emit(wish)
        self.setFocus()

    def _choose_line_at(self, picture: NetworkPicture, where: QPointF) -> None:
        found = picture.relation_at(where) if not self._calm else None
        self._line = _ends(found.from_id, found.to_id) if found else None
        if found is not None:
            self._choose_all((), keep_line=True)
        self._show_line_bar()
        self.update()

    def _relation(self) -> DocumentRelation | None:
        if self._line is None or self._document is None:
            return None
        return next((r for r in self._document.relations if _ends(r.from_id, r.to_id) == self._line), None)

    def _support_shown(self, relation: DocumentRelation) -> Support:
        """As the bar tells it: from the person where the other end is the child, else from whom it was drawn."""
        return reversed_support(relation.support) if relation.from_id is None else relation.support

    def _show_line_bar(self) -> None:
        relation, picture = self._relation(), self.picture()
        shown = relation is not None and picture is not None and self._editable and self._gesture is None
        if shown and relation is not None and picture is not None:
            child = picture.document.child_first_name
            first, second = (relation.to_id, "") if relation.from_id is None else (relation.from_id, relation.to_id)
            names = self._called(first), self._called(second) if second else child
            self.line_bar.show_line(names, relation.quality, self._support_shown(relation))
            self._place_line_bar()
            self.line_bar.raise_()
        self.line_bar.setVisible(shown)

    def _place_line_bar(self) -> None:
        relation, picture = self._relation(), self.picture()
        if relation is not None and picture is not None:
            middle = picture.middle_of(relation)
            self.line_bar.place(middle or picture.to_screen(Point(0, 0)))

    def _called(self, person_id: str) -> str:
        picture = self.picture()
        person = picture.people[person_id] if picture is not None else None
        return (person.name or person.role) if person else ""

    # Typing somebody new

    def begin_typing(self, where: QPointF, text: str = "") -> None:
        """Open the line for a new person at a place."""
        picture = self.picture()
        if picture is None or not self._editable:
            return
        keys = [sector.key for sector in picture.document.sectors]
        radius = min((node.radius for node in picture.nodes.values()), default=0.05)
        spot = snapped(picture.to_map(where), len(keys), by_hand(picture.document.people, keys), radius)
        self._open_typing(NewPerson(text, keys[spot.sector], spot.ring, spot.angle), where)

    def _begin_at_chosen(self, text: str) -> bool:
        """Open the line for somebody beside the one chosen, without a place of their own."""
        picture = self.picture()
        if picture is None or not self._editable or self._calm:
            return False
        beside = picture.people.get(self._last())
        sector = beside.sector_key if beside else ""
        ring = beside.ring if beside else Ring.REGULAR
        node = picture.nodes.get(self._last())
        where = picture.to_screen(Point(node.x, node.y)) if node else QPointF(self.rect().center())
        self._open_typing(NewPerson(text, sector, ring), where)
        return True

    def type_anywhere(self) -> None:
        """Open the line for somebody whose place is found for them."""
        self._open_typing(NewPerson("", "", Ring.REGULAR), QPointF(self.rect().center()))

    def _open_typing(self, place: NewPerson, where: QPointF) -> None:
        picture = self.picture()
        if picture is None:
            return
        self._typed_at = place
        sectors = {sector.key: sector.name.of(self._words.language) for sector in picture.document.sectors}
        group = sectors.get(place.sector_key) or self._words.tr("the group follows from the role")
        told = f"{self._words.tr(RING[place.ring])} · {group}"
        self.typing.begin(self._picks(), told[0].upper() + told[1:], where, place.text)

    def _on_typed(self, text: str, key: str) -> None:
        place, self._typed_at = self._typed_at, None
        if place is not None:
            self.typed.emit(NewPerson(text, place.sector_key, place.ring, place.angle), key)

    # What follows

    def _last(self) -> str:
        return self._chosen[-1] if self._chosen else ""

    def _choose_all(self, people: tuple[str, ...], *, tell: bool = True, keep_line: bool = False) -> None:
        before = self._last()
        if not keep_line and self._line is not None:
            self._line = None
            self._show_line_bar()
        self._chosen, self._new_line = people, None
        self._describe()
        self.update()
        if tell and self._last() != before:
            self._say(self._told.get(self._last(), ""))
            self.selected.emit(self._last())

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _describe(self) -> None:
        count = self._words.trn("{n} person", "{n} people", len(self._numbers))
        several = self._words.trn("{n} chosen", "{n} chosen", len(self._chosen)) if len(self._chosen) > 1 else ""
        parts = (count, several, self._told.get(self._last(), ""))
        self.setAccessibleDescription(". ".join(part for part in parts if part))

    def _on_left(self) -> None:
        self.setFocus()
        self.update()


def _ends(one: str | None, other: str) -> tuple[str, str]:
    """The ends of a line in a fixed order, "" for the child."""
    first, second = sorted((one or "", other))
    return first, second


def _wish(one: str, other: str, *, quality: RelationQuality | None = None, goes: bool = False) -> LineWish:
    """What is asked for between two, of whom one may be the child."""
    if CHILD in {one, other}:
        return LineWish(None, other if one == CHILD else one, quality, goes=goes)
    return LineWish(one, other, quality, goes=goes)
