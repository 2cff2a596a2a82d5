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
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.records.family import Relative
from app.core.records.genogram import GenogramDocument
from app.reports.genogram_wording import alternative
from app.ui.look import BODY
from app.ui.theme import theme_of
from app.ui.widgets.genogram_marks import draw_lines, draw_outline, draw_person
from app.ui.widgets.genogram_picture import GenogramScreen
from app.ui.widgets.tips import plain_tip
from app.words import Words

_STEP, _NEAREST, _READABLE, _LARGEST_FIT, _EDGE = 1.25, 3.0, 0.8, 1.15, 12.0
ADD_KEYS = {
    Qt.Key.Key_Up: Relative.PARENT,
    Qt.Key.Key_Down: Relative.CHILD,
    Qt.Key.Key_Left: Relative.SIBLING,
    Qt.Key.Key_Right: Relative.PARTNER,
}
"""The arrow keys that, with Shift, add a relative where they point to."""


class GenogramCanvas(QWidget):
    """Shows a family. Arrow keys walk: up to parents, down to children, to either side along a generation; Shift and an
    arrow key adds somebody there. Enter or F2 opens, Ctrl with plus, minus or 0 looks nearer, further, at all of it.

    `selected` carries an id ("" for none), `opened` an id, `add_asked` an id and a `Relative`, `menu_asked` an id and
    where on the screen.
    """

    selected = Signal(str)
    opened = Signal(str)
    add_asked = Signal(str, object)
    menu_asked = Signal(str, QPoint)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._document: GenogramDocument | None = None
        self._told: Mapping[str, str] = {}
        self._screen: GenogramScreen | None = None
        self._chosen = self._hovered = ""
        self._zoom = 0.0  # 0: as it fits
        self._shift = QPointF()
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_family(self, document: GenogramDocument, told: Mapping[str, str]) -> None:
        """Show this family; `told` is what is said of each person in a sentence."""
        if self._document is not None and _child_of(self._document) != _child_of(document):
            self._zoom, self._shift, self._chosen = 0.0, QPointF(), ""
        self._document, self._told, self._screen = document, told, None
        if self._chosen not in {person.id for person in document.drawn}:
            self._chosen = ""
        self._hovered, self._pressed = "", None
        self.setAccessibleName(self._words.tr("Genogram for {name}", name=document.child_first_name))
        self._describe()
        self.update()

    def select(self, person_id: str) -> None:
        """Choose a person without telling so; who stands in the drawing comes in sight."""
        if person_id != self._chosen:
            self._chosen = person_id
            self._bring_in_sight()
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

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Look nearer or from further off; what lies at `about` (the middle) stays there."""
        screen = self.screen_picture()
        if screen is None:
            return
        about = about if about is not None else QRectF(self.rect()).center()
        zoom, origin = self._view(screen)
        least = min(self._fit(screen), _READABLE) * 0.8
        new = max(least, min(_NEAREST, zoom * factor))
        point = (about - origin) / zoom
        self._zoom = new
        self._shift = QPointF()
        self._shift = about - point * new - self._view(screen)[1]
        self.update()

    def zoom_to_fit(self) -> None:
        """Look at the whole family."""
        screen = self.screen_picture()
        if screen is not None:
            self._zoom, self._shift = self._fit(screen), QPointF()
            self.update()

    def _fit(self, screen: GenogramScreen) -> float:
        across, up = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        whole = screen.picture
        return max(0.05, min(_LARGEST_FIT, across / max(1.0, whole.width), up / max(1.0, whole.height)))

    def _view(self, screen: GenogramScreen) -> tuple[float, QPointF]:
        """How large the drawing is shown, and where its corner lies. At first the words are readable, and where the
        whole does not fit then, the child stands in the middle."""
        fit = self._fit(screen)
        zoom = self._zoom or max(fit, _READABLE)
        size = QSizeF(screen.picture.width * zoom, screen.picture.height * zoom)
        origin = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        if size.width() > self.width() and (child := _child_of(screen.document)):
            origin.setX(self._held(self.width() / 2 - screen.rect(child).center().x() * zoom, size.width()))
        return zoom, origin + self._shift

    def _held(self, x: float, wide: float) -> float:
        """A left edge at which the drawing still reaches both edges of the widget."""
        return max(self.width() - wide - _EDGE, min(_EDGE, x))

    def _bring_in_sight(self) -> None:
        screen = self.screen_picture()
        if screen is None or self._chosen not in screen.people:
            return
        zoom, origin = self._view(screen)
        place = screen.whole_rect(self._chosen)
        shown = QRectF(origin + place.topLeft() * zoom, place.size() * zoom)
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self._shift += QPointF(
            max(0.0, room.left() - shown.left()) or min(0.0, room.right() - shown.right()),
            max(0.0, room.top() - shown.top()) or min(0.0, room.bottom() - shown.bottom()),
        )

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the household, the lines and the people, and who is chosen."""
        screen = self.screen_picture()
        if screen is None:
            return
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        zoom, origin = self._view(screen)
        painter.save()
        painter.translate(origin)
        painter.scale(zoom, zoom)
        for outline in screen.outlines:
            draw_outline(painter, theme, outline)
        draw_lines(painter, theme, screen.picture.lines)
        for key, person in screen.people.items():
            draw_person(painter, theme, person, screen.rect(key), screen.sized(14, strong=True))
            self._paint_words(painter, screen, key)
        for key, width in ((self._hovered, 2.0), (self._chosen, 3.0)):
            if key in screen.people:
                painter.setPen(QPen(theme.focus, width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(screen.rect(key).adjusted(-5, -5, 5, 5), 8, 8)
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _paint_words(self, painter: QPainter, screen: GenogramScreen, key: str) -> None:
        theme, place = theme_of(self), screen.picture.words[key]
        for number, (text, is_name) in enumerate(screen.words[key]):
            painter.setFont(screen.font_of(is_name=is_name))
            painter.setPen(theme.ink if is_name else theme.muted)
            row = QRectF(place.x - 200, place.y + number * screen.line, 400, screen.line)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the person under the mouse; beside everybody, take hold of the drawing."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            found = self._person_at(event.position())
            self._choose(found)
            if not found and event.button() is Qt.MouseButton.LeftButton:
                self._pressed = event.position()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the drawing that is held, or show who is under the mouse."""
        if self._pressed is not None:
            self._shift += event.position() - self._pressed
            self._pressed = event.position()
            self.update()
            return
        found = self._person_at(event.position())
        if found != self._hovered:
            self._hovered = found
            self.update()
        self.setToolTip(plain_tip(self._told.get(found, "")))
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the drawing."""
        self._pressed = None
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person under the mouse."""
        if found := self._person_at(event.position()):
            self.opened.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel look nearer or from further off; the wheel alone moves the drawing."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_STEP if turned.y() > 0 else 1 / _STEP, event.position())
        else:
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._shift += QPointF(turned.y() if sideways else turned.x(), 0 if sideways else turned.y()) / 2
            self.update()
        event.accept()

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
        if ctrl and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(_STEP)
        elif ctrl and key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif ctrl and key == Qt.Key.Key_0:
            self.zoom_to_fit()
        elif key in ADD_KEYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew to the room there is, unless somebody looks nearer."""
        super().resizeEvent(event)
        if not self._zoom:
            self._shift = QPointF()
            self._bring_in_sight()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme or size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._screen = None
            self.update()


def _child_of(document: GenogramDocument) -> str:
    """The id of the child, "" where there is none."""
    return next((person.id for person in document.drawn if person.is_child), "")
