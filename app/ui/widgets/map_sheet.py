"""The sheet that network map and genogram are drawn on: one looks nearer, from further off, at what lies beside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from app.ui.widgets.map_camera import STEP, MapCamera
from app.ui.widgets.map_gesture import Gesture, MoveSheet
from app.words import Words

_NEAREST = 5.0
_NOTCH = 120  # what a wheel tells for one notch


class MapSheet(QWidget):
    """The wheel, a pinch and Ctrl with plus, minus and 0 zoom; two fingers, or the mouse on the background, move it.

    `zoomed` says that one looks from another distance now, `resized` that there is another room for the drawing.
    Whoever draws says in `_whole` how large all of it is, in `_begin` what is looked at first, and in `_looked` what
    is to be painted anew.
    """

    zoomed = Signal()
    resized = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.camera = MapCamera()
        self._gesture: Gesture | None = None
        self._holds_space = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def zoom_in(self) -> None:
        """Look a step nearer, at the middle."""
        self.zoom_at(STEP, QPointF(self.rect().center()))

    def zoom_out(self) -> None:
        """Look from a step further off."""
        self.zoom_at(1 / STEP, QPointF(self.rect().center()))

    def zoom_to_fit(self) -> None:
        """Look at all of it."""
        before = self.camera.zoom
        self.camera.fit()
        self._looked(before)
        self.zoomed.emit()

    def zoom_at(self, factor: float, about: QPointF) -> None:
        """Look nearer, or from further off, at what lies at a place."""
        before = self.camera.zoom
        if self.camera.zoom_by(factor, about):
            self._looked(before)
            self.zoomed.emit()

    def move_sheet(self, way: QPointF) -> None:
        """Look at what lies beside."""
        if self.camera.move_by(way):
            self._looked(self.camera.zoom)

    def bring_in_sight(self, place: QRectF) -> None:
        """Move just as far as needed to see a place."""
        if self.camera.bring_in_sight(place):
            self._looked(self.camera.zoom)

    # What the drawing says

    def _whole(self) -> QSizeF:
        """How large the drawing is, in pixels, where all of it fits; with its air."""
        return QSizeF(self.size())

    def _nearest(self) -> float:
        """How many times larger than as it fits one may see it."""
        return _NEAREST

    def _begin(self) -> None:
        """Look at what is to be seen first."""
        self.camera.begin()

    def _looked(self, before: float) -> None:
        """One looks at another part now, or from another distance than `before`."""
        self.update()

    def _aim(self) -> None:
        """Look at the drawing as large as it is now, and from the beginning where nobody chose otherwise."""
        before = self.camera.zoom
        self.camera.aim(QSizeF(self.size()), self._whole(), self._nearest())
        if not self.camera.is_touched:
            self._begin()
        if self.camera.zoom != before:
            self.zoomed.emit()

    # What moves it

    def _lifts(self, event: QMouseEvent) -> bool:
        """Whether a press takes hold of the sheet wherever it is: the middle button, or the space bar is down."""
        left = event.button() is Qt.MouseButton.LeftButton
        return event.button() is Qt.MouseButton.MiddleButton or (left and self._holds_space)

    def _begin_sheet(self, start: QPointF) -> Gesture:
        return MoveSheet(start, self.move_sheet)

    def _look_by_key(self, event: QKeyEvent) -> bool:
        """Look nearer, further or at all of it; the space bar holds the sheet. Says whether it was such a key."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._hold_space(event)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.zoom_to_fit()
            case _:
                return False
        return True

    def _hold_space(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Space:
            return False
        if not event.isAutoRepeat():
            self._holds_space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        return True

    def _drop_space(self) -> None:
        self._holds_space = False
        if self._gesture is None:
            self.unsetCursor()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar holds the sheet only while it is down."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._drop_space()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Another widget hears when the space bar comes up."""
        super().focusOutEvent(event)
        self._drop_space()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel looks nearer or from further off; two fingers on a touchpad move what is looked at."""
        if not event.pixelDelta().isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_sheet(QPointF(event.pixelDelta()))
        else:
            self.zoom_at(STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinching with two fingers, on a touchpad or on the screen."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_at(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                middle = self.mapFromGlobal(pinch.centerPoint().toPoint())
                self.zoom_at(pinch.scaleFactor(), QPointF(middle))
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the drawing to the room there is."""
        super().resizeEvent(event)
        self._aim()
        self._looked(self.camera.zoom)
        self.resized.emit()
