"""The network map as a drawing one can work in: choose, drag and open people, by mouse and by keyboard."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.core.network_layout import CHILD_RADIUS, RING_EDGES, Point, angle_of, at, ring_at, sector_at
from app.core.records.documents import NetworkDocument
from app.core.records.network import Ring
from app.ui.look import BODY
from app.ui.theme import theme_of
from app.ui.widgets.network_overlay import paint_dragged, paint_ring, paint_target
from app.ui.widgets.network_painting import paint_map
from app.ui.widgets.network_picture import NetworkPicture
from app.ui.widgets.tips import plain_tip
from app.words import Words

_TURN = 12.0  # degrees that Shift and an arrow key turn a person
_ARROWS = {
    Qt.Key.Key_Left: Point(-1, 0),
    Qt.Key.Key_Right: Point(1, 0),
    Qt.Key.Key_Up: Point(0, -1),
    Qt.Key.Key_Down: Point(0, 1),
}


@dataclass(frozen=True, slots=True)
class MapMove:
    """Somebody was put elsewhere on the map: which sector and ring, and at what angle."""

    person_id: str
    sector_key: str
    ring: Ring
    angle: float


class NetworkCanvas(QWidget):
    """Shows a map. Arrow keys choose people, Shift and an arrow key moves the one chosen, Enter or F2 opens it.

    `selected` carries an id ("" for none), `opened` an id, `moved` a `MapMove`, `removal_asked` an id. A map that is
    not `editable` is only looked at.
    """

    selected = Signal(str)
    opened = Signal(str)
    moved = Signal(object)
    removal_asked = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._document: NetworkDocument | None = None
        self._numbers: Mapping[str, int] = {}
        self._told: Mapping[str, str] = {}
        self._editable = False
        self._picture: NetworkPicture | None = None
        self._drawn: QPixmap | None = None
        self._chosen = self._hovered = ""
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_map(
        self, document: NetworkDocument, numbers: Mapping[str, int], told: Mapping[str, str], *, editable: bool
    ) -> None:
        """Show this map. `numbers` are those of the list, `told` what is said of each person in a sentence."""
        self._document, self._numbers, self._told, self._editable = document, numbers, told, editable
        if self._chosen not in numbers:
            self._chosen = ""
        self._hovered, self._pressed, self._dragged = "", None, None
        self.setAccessibleName(self._words.tr("Network map for {name}", name=document.child_first_name))
        self._describe()
        self._lay_out_anew()

    def select(self, person_id: str) -> None:
        """Choose a person without telling so."""
        if person_id != self._chosen:
            self._chosen = person_id
            self._describe()
            self.update()

    def highlight(self, person_id: str) -> None:
        """Show softly where somebody stands, as while the mouse is over them."""
        if person_id != self._hovered:
            self._hovered = person_id
            self.update()

    def picture(self) -> NetworkPicture | None:
        """The map as it is laid out; None before there is one."""
        if self._picture is None and self._document is not None:
            size, scale = QSizeF(self.size()), self.font().pixelSize() / BODY
            self._picture = NetworkPicture(self._document, size, self.font(), scale, self._words)
        return self._picture

    def sizeHint(self) -> QSize:
        """Large enough for twenty people."""
        return QSize(620, 520)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(320, 300)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the map from its picture, and over it what is chosen, under the mouse, or being dragged."""
        picture = self.picture()
        if picture is None:
            return
        theme, painter = theme_of(self), QPainter(self)
        if self._drawn is None:
            self._drawn = self._paint_whole(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._dragged is not None:
            paint_target(painter, theme, picture, self._dragged)
        painter.drawPixmap(0, 0, self._drawn)
        for person_id, width in ((self._hovered, 2.0), (self._chosen, 3.0)):
            paint_ring(painter, theme, picture, person_id, width)
        if self._dragged is not None:
            paint_dragged(painter, theme, picture, self._chosen, self._dragged)
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _paint_whole(self, picture: NetworkPicture) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint_map(painter, theme_of(self), picture, self._numbers, self._words)
        painter.end()
        return drawn

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the person under the mouse."""
        picture = self.picture()
        if picture is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        found = picture.person_at(event.position())
        self._choose(found)
        self._pressed = event.position() if found and self._editable else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the person that is held, or show who is under the mouse."""
        picture = self.picture()
        if picture is None:
            return
        if self._pressed is not None:
            far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far or self._dragged is not None:
                self._dragged = event.position()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.update()
            return
        found = picture.person_at(event.position())
        self.highlight(found)
        self.setToolTip(plain_tip(self._told.get(found, "")))
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the dragged person stand here."""
        dropped, self._dragged, self._pressed = self._dragged, None, None
        picture = self.picture()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if dropped is not None and picture is not None:
            self._put(picture.to_map(event.position()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person under the mouse."""
        picture = self.picture()
        if picture is not None and (found := picture.person_at(event.position())):
            self._pressed = None
            self.opened.emit(found)

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is under the mouse any more."""
        super().leaveEvent(event)
        self.highlight("")

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from person to person, move, open or remove the one chosen; Esc lets a dragged one go back."""
        key = Qt.Key(event.key())
        if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._nudge(_ARROWS[key])
        elif key in _ARROWS:
            self._walk(_ARROWS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self._chosen:
            self.opened.emit(self._chosen)
        elif key == Qt.Key.Key_Delete and self._chosen and self._editable:
            self.removal_asked.emit(self._chosen)
        elif key == Qt.Key.Key_Escape and self._dragged is not None:
            self._dragged = self._pressed = None
            self.update()
        else:
            super().keyPressEvent(event)

    def _walk(self, way: Point) -> None:
        """Choose the nearest person in a direction; the first one where nobody is chosen."""
        picture = self.picture()
        if picture is None or not picture.nodes:
            return
        here = picture.nodes.get(self._chosen)
        if here is None:
            self._choose(min(picture.nodes, key=lambda one: self._numbers[one]))
            return
        ahead = []
        for node in picture.nodes.values():
            along = (node.x - here.x) * way.x + (node.y - here.y) * way.y
            across = abs((node.x - here.x) * way.y) + abs((node.y - here.y) * way.x)
            if along > 1e-6 and across <= along * 2:
                ahead.append((along + across, node.id))
        if ahead:
            self._choose(min(ahead)[1])

    def _nudge(self, way: Point) -> None:
        """Move the chosen person a ring or a bit around the child, whichever lies that way."""
        picture = self.picture()
        here = picture.nodes.get(self._chosen) if picture is not None else None
        if here is None or not self._editable:
            return
        there = [(_agreement(Point(here.x, here.y), spot, way), spot) for spot in _steps(here.ring, here.angle)]
        best, spot = max(there)
        if best > 0.3:
            self._put(spot)

    # What follows

    def _put(self, spot: Point) -> None:
        document = self._document
        if document is None or math.hypot(*spot) < CHILD_RADIUS / 2:
            return
        sector = document.sectors[sector_at(*spot, len(document.sectors))]
        self.moved.emit(MapMove(self._chosen, sector.key, ring_at(*spot), angle_of(*spot)))

    def _choose(self, person_id: str) -> None:
        if person_id == self._chosen:
            return
        self.select(person_id)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._told.get(person_id, "")))
        self.selected.emit(person_id)

    def _describe(self) -> None:
        count = self._words.trn("{n} person", "{n} people", len(self._numbers))
        self.setAccessibleDescription(". ".join(part for part in (count, self._told.get(self._chosen, "")) if part))

    def _lay_out_anew(self) -> None:
        self._picture = self._drawn = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the map to the room there is."""
        super().resizeEvent(event)
        self._lay_out_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme or size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._lay_out_anew()


def _steps(ring: Ring, angle: float) -> Iterator[Point]:
    """Where a person can go in one step: a ring closer, a ring further out, or around the child to either side."""
    for other, turned in ((ring - 1, angle), (ring + 1, angle), (ring, angle - _TURN), (ring, angle + _TURN)):
        if Ring.CLOSE <= other <= Ring.DISTANT:
            yield at(turned, (RING_EDGES[other - 1] + RING_EDGES[other]) / 2)


def _agreement(here: Point, there: Point, way: Point) -> float:
    """How well the way from here to there agrees with a direction: 1 is the same, 0 is square to it."""
    size = math.dist(here, there) or 1.0
    return ((there.x - here.x) * way.x + (there.y - here.y) * way.y) / size
