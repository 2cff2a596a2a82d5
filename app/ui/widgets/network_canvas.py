"""The network map as a drawing one can work in, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.network_layout import Point
from app.core.network_snapping import Spot, by_hand, next_in_direction, snapped, step
from app.core.records.documents import NetworkDocument
from app.core.records.network import RelationQuality, Ring
from app.ui.widgets.network_gestures import CHILD
from app.ui.widgets.network_keys import ARROWS, KeySheet, LetterKeys
from app.ui.widgets.network_mouse import MapMouse
from app.ui.widgets.network_selection import wish_between
from app.ui.widgets.network_wishes import MapMove
from app.words import Words

_MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class NetworkCanvas(MapMouse):
    """Shows a map and says what one asks for by working in it.

    `selected` carries the id of who is chosen last ("" for nobody), `opened` an id, `moved` a tuple of `MapMove`,
    `line_asked` a `LineWish`, `typed` a `NewPerson` and the key of a known person, `removal_asked` a tuple of ids,
    `menu_asked` an id or "" and where. A map that is not `editable` is only looked at. In a `calm` one, for working
    with a child, one can add and move people and nothing else.
    """

    removal_asked = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None, *, calm: bool = False, large: float = 1.0) -> None:
        super().__init__(words, parent, calm=calm, large=large)
        self._letters = LetterKeys(words)
        self.keys = KeySheet(words, self._letters, self)
        self.keys.left.connect(self._on_left)

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

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `key_lines` for what each key does."""
        key, self._by_key = Qt.Key(event.key()), True
        handled = (
            (key in ARROWS and self._on_arrow(key, event))
            or self._look_by_key(event)
            or self._on_named_key(key, event)
            or self._on_letter(event)
        )
        if not handled:
            super().keyPressEvent(event)

    def _on_arrow(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return self._move_a_cell(key)
        if event.modifiers() & _MOVES:
            self._nudge(ARROWS[key])
        else:
            self._walk(ARROWS[key])
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
                adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._walk_list(-1 if key is Qt.Key.Key_PageUp else 1, adding=adding)
            case Qt.Key.Key_A if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._choose_all(tuple(self._numbers))
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
            self._let_line_go()
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
                self._ask_for_line(wish_between(one, target, goes=True))
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

    def _walk_list(self, way: int, *, adding: bool = False) -> None:
        """Go to the next of the list, or the one before, around at its ends; a new line can lead to the child too.

        With `adding` those who are chosen stay so.
        """
        order = sorted(self._numbers, key=lambda one: self._numbers[one])
        at = self._last()
        if self._new_line is not None:
            order, at = [CHILD, *(one for one in order if one != self._new_line[0])], self._new_line[1]
        if order:
            place = order.index(at) + way if at in order else 0 if way > 0 else -1
            self._go_to(order[place % len(order)], adding=adding)

    def _go_to(self, person_id: str, *, adding: bool = False) -> None:
        picture = self.picture()
        if not person_id or picture is None:
            return
        if self._new_line is None:
            others = tuple(one for one in self._chosen if adding and one != person_id)
            self._choose_all((*others, person_id))
        else:
            self._new_line = (self._new_line[0], person_id if person_id != self._new_line[0] else CHILD)
            self._say(self._told.get(self._new_line[1], picture.document.child_first_name))
        self._show_end(person_id)
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
