"""The genogram as a drawing one can work in: look nearer, walk from person to person, open and add."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
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
from PySide6.QtWidgets import QWidget

from app.core.records.family import Relative
from app.core.records.genogram import GenogramDocument
from app.reports.genogram_wording import alternative
from app.ui.look import BODY
from app.ui.theme import theme_of
from app.ui.widgets.genogram_painting import paint_family
from app.ui.widgets.genogram_picture import GenogramScreen
from app.ui.widgets.map_sheet import MapSheet
from app.ui.widgets.tips import plain_tip
from app.words import Words

_READABLE, _LARGEST_FIT, _NEAREST = (
    0.72,
    1.15,
    3.0,
)  # of the size it reads best in: at first, as all of it fits, at most
_EDGE = 12.0
ADD_KEYS = {
    Qt.Key.Key_Up: Relative.PARENT,
    Qt.Key.Key_Down: Relative.CHILD,
    Qt.Key.Key_Left: Relative.SIBLING,
    Qt.Key.Key_Right: Relative.PARTNER,
}
"""The arrow keys that, with Shift, add a relative where they point to."""


class GenogramCanvas(MapSheet):
    """Shows a family. Arrow keys walk: up to parents, down to children, to either side along a generation; Shift and an
    arrow key adds somebody there. Enter or F2 opens.

    `selected` carries an id ("" for none), `opened` an id, `add_asked` an id and a `Relative`, `menu_asked` an id and
    where on the screen.
    """

    selected = Signal(str)
    opened = Signal(str)
    add_asked = Signal(str, object)
    menu_asked = Signal(str, QPoint)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._document: GenogramDocument | None = None
        self._told: Mapping[str, str] = {}
        self._screen: GenogramScreen | None = None
        self._chosen = self._hovered = ""

    def show_family(self, document: GenogramDocument, told: Mapping[str, str]) -> None:
        """Show this family; `told` is what is said of each person in a sentence."""
        if self._document is not None and _child_of(self._document) != _child_of(document):
            self._chosen = ""
            self.camera.begin()
        self._document, self._told, self._screen = document, told, None
        if self._chosen not in {person.id for person in document.drawn}:
            self._chosen = ""
        self._hovered, self._gesture = "", None
        self._aim()
        self._show_chosen()
        self.setAccessibleName(self._words.tr("Genogram for {name}", name=document.child_first_name))
        self._describe()
        self.update()

    def select(self, person_id: str) -> None:
        """Choose a person without telling so; who stands in the drawing comes in sight."""
        if person_id != self._chosen:
            self._chosen = person_id
            self._show_chosen()
            self._describe()
            self.update()

    def screen_picture(self) -> GenogramScreen | None:
        """The family as it is laid out; None before there is one."""
        if self._screen is None and self._document is not None:
            self._screen = GenogramScreen(self._document, self.font(), self.font().pixelSize() / BODY, self._words)
        return self._screen

    def place_of(self, person_id: str) -> QPointF:
        """Where in the widget somebody's symbol stands; raises KeyError."""
        screen = self.screen_picture()
        if screen is None:
            raise KeyError(person_id)
        zoom, origin = self._view(screen)
        return origin + screen.rect(person_id).center() * zoom

    def sizeHint(self) -> QSize:
        """Large enough for three generations."""
        return QSize(620, 480)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(320, 260)

    # Looking

    def _whole(self) -> QSizeF:
        screen = self.screen_picture()
        if screen is None:
            return super()._whole()
        air, fit = 2 * _EDGE, self._fit(screen)
        return QSizeF(screen.picture.width * fit + air, screen.picture.height * fit + air)

    def _nearest(self) -> float:
        screen = self.screen_picture()
        return super()._nearest() if screen is None else max(1.0, _NEAREST / self._fit(screen))

    def _begin(self) -> None:
        """At first the words are readable, and where the whole does not fit then, the child stands in the middle."""
        screen = self.screen_picture()
        if screen is None or not (child := _child_of(screen.document)):
            super()._begin()
            return
        fit = self._fit(screen)
        across = screen.rect(child).center().x() - screen.picture.width / 2
        self.camera.begin(max(1.0, _READABLE / fit), QPointF(across * fit, 0))
        self._show_chosen()

    def _fit(self, screen: GenogramScreen) -> float:
        """How large the drawing is shown where all of it fits, with `_EDGE` around it."""
        across, down, whole = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE, screen.picture
        return max(0.05, min(_LARGEST_FIT, across / max(1.0, whole.width), down / max(1.0, whole.height)))

    def _view(self, screen: GenogramScreen) -> tuple[float, QPointF]:
        """How large the drawing is shown, and where its corner lies."""
        scale = self._fit(screen) * self.camera.zoom
        return scale, self.camera.middle - QPointF(screen.picture.width, screen.picture.height) / 2 * scale

    def _show_chosen(self) -> None:
        """Bring who is chosen in sight, with their words."""
        screen = self.screen_picture()
        if screen is not None and self._chosen in screen.people:
            scale, origin = self._view(screen)
            place = screen.whole_rect(self._chosen)
            self.camera.bring_in_sight(QRectF(origin + place.topLeft() * scale, place.size() * scale))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the family, who is chosen, and that the keys go here."""
        screen = self.screen_picture()
        if screen is None:
            return
        theme, painter = theme_of(self), QPainter(self)
        scale, origin = self._view(screen)
        paint_family(painter, theme, screen, origin, scale, ((self._hovered, 2.0), (self._chosen, 3.0)))
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the person under the mouse; beside everybody, take hold of the drawing."""
        where, left = event.position(), event.button() is Qt.MouseButton.LeftButton
        found = self._person_at(where)
        if self._lifts(event) or (left and not found):
            self._gesture = self._begin_sheet(where)
            self.setCursor(self._gesture.cursor)
        if not self._lifts(event) and (left or event.button() is Qt.MouseButton.RightButton):
            self._choose(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the drawing that is held, or show who is under the mouse."""
        if self._gesture is not None:
            self._gesture.drag(event.position())
            return
        found = self._person_at(event.position())
        if found != self._hovered:
            self._hovered = found
            self.update()
        self.setToolTip(plain_tip(self._told.get(found, "")))
        if not self._holds_space:
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the drawing."""
        self._gesture = None
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._holds_space else Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person under the mouse."""
        if found := self._person_at(event.position()):
            self.opened.emit(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the person under the mouse, or of the one chosen where a key asks."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            if self._chosen in (self._screen.people if self._screen else ()):
                self.menu_asked.emit(self._chosen, self.mapToGlobal(self.place_of(self._chosen).toPoint()))
        elif found := self._person_at(QPointF(event.pos())):
            self.menu_asked.emit(found, event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is under the mouse any more."""
        super().leaveEvent(event)
        self._hovered = ""
        self.update()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, add, open, look nearer or at all of it."""
        key, ctrl = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._look_by_key(event):
            return
        if key in ADD_KEYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if self._chosen:
                self.add_asked.emit(self._chosen, ADD_KEYS[key])
        elif key in ADD_KEYS and not ctrl:
            self._walk(key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self._chosen:
            self.opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> None:
        """Choose who stands that way; the child where nobody is chosen."""
        screen = self.screen_picture()
        if screen is None or not screen.people:
            return
        if self._chosen not in screen.people:
            self._choose(_child_of(screen.document))
            return
        match key:
            case Qt.Key.Key_Up:
                found = screen.above(self._chosen)
            case Qt.Key.Key_Down:
                found = screen.below(self._chosen)
            case _:
                found = screen.beside(self._chosen, -1 if key == Qt.Key.Key_Left else 1)
        if found:
            self._choose(found)

    # What follows

    def _person_at(self, where: QPointF) -> str:
        screen = self.screen_picture()
        if screen is None:
            return ""
        zoom, origin = self._view(screen)
        return screen.person_at((where - origin) / zoom)

    def _choose(self, person_id: str) -> None:
        if person_id == self._chosen:
            return
        self.select(person_id)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._told.get(person_id, "")))
        self.selected.emit(person_id)

    def _describe(self) -> None:
        told = self._told.get(self._chosen, "")
        whole = alternative(self._document, self._words) if self._document is not None else ""
        self.setAccessibleDescription(". ".join(part for part in (told, whole) if part))

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme or size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._screen = None
            self._aim()
            self.update()


def _child_of(document: GenogramDocument) -> str:
    """The id of the child, "" where there is none."""
    return next((person.id for person in document.drawn if person.is_child), "")
