"""The sheet a network map is drawn on: laid out, painted once and kept, looked at from near or far."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from app.core.network_layout import LARGEST
from app.core.records.documents import NetworkDocument
from app.ui.look import BODY
from app.ui.theme import theme_of
from app.ui.widgets.network_camera import STEP, MapCamera
from app.ui.widgets.network_painting import paint_map
from app.ui.widgets.network_picture import NetworkPicture, PictureStyle
from app.words import Words

_SETTLED_MS = 120  # after this long without another step of zooming the words are laid out anew
_LARGEST = 0.08  # radius in units at which people of one ring still have air
_NOTCH = 120  # what a wheel tells for one notch


class NetworkSheet(QWidget):
    """Shows a map; the wheel, a pinch and keys zoom. `zoomed` says that one looks from another distance now, `resized`
    that there is another room for it.

    `large` enlarges words and shapes for a map that is worked on by a child.
    """

    zoomed = Signal()
    resized = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None, *, large: float = 1.0) -> None:
        super().__init__(parent)
        self._words = words
        self._large = large
        self._document: NetworkDocument | None = None
        self._numbers: Mapping[str, int] = {}
        self.camera = MapCamera()
        self._corners: list[QRectF] = []
        self._picture: NetworkPicture | None = None
        self._kept: dict[frozenset[str], QPixmap] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._lay_out_anew)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def set_document(self, document: NetworkDocument, numbers: Mapping[str, int]) -> None:
        """Show this map; `numbers` are those of the list."""
        if self._document is None or document.child_first_name != self._document.child_first_name:
            self.camera.fit()
        self._document, self._numbers = document, numbers
        self._lay_out_anew()

    def picture(self) -> NetworkPicture | None:
        """The map as it is laid out; None before there is one."""
        if self._picture is None and self._document is not None:
            zoom = self.camera.zoom
            scale = self.font().pixelSize() / BODY * self._large
            largest, is_large = min(_LARGEST, LARGEST * self._large), self._large > 1
            style = PictureStyle(scale=scale, largest=largest, zoom=zoom, keeps_roles=is_large)
            corners = self._corners if zoom == 1 else []
            size = QSizeF(self.size())
            self._picture = NetworkPicture(self._document, size, self.font(), style, self._words, corners)
            self._picture.origin = self.camera.origin(size)
        return self._picture

    def keep_free(self, corners: list[QRectF]) -> None:
        """Keep names out of these rectangles, where something else lies over the map."""
        if corners != self._corners:
            self._corners = corners
            self._lay_out_anew()

    # Near and far

    def zoom_in(self) -> None:
        """Look a step nearer, at the middle."""
        self.zoom_at(STEP, QPointF(self.rect().center()))

    def zoom_out(self) -> None:
        """Look from a step further off."""
        self.zoom_at(1 / STEP, QPointF(self.rect().center()))

    def zoom_to_fit(self) -> None:
        """Look at the whole map."""
        self.camera.fit()
        self._lay_out_anew()
        self.zoomed.emit()

    def zoom_at(self, factor: float, about: QPointF) -> None:
        """Look nearer, or from further off, at what lies at a place."""
        picture, before, size = self.picture(), self.camera.zoom, QSizeF(self.size())
        if picture is None or not self.camera.zoom_by(factor, about, size):
            return
        self._picture = picture.stretched(picture.unit * self.camera.zoom / before)
        self._picture.origin = self.camera.origin(size)
        self._forget_painted()
        self._settle.start()
        self.zoomed.emit()

    def move_sheet(self, way: QPointF) -> None:
        """Look at what lies beside."""
        size = QSizeF(self.size())
        if self._picture is not None and self.camera.move_by(way, size):
            self._picture.origin = self.camera.origin(size)
            self._forget_painted()

    def bring_in_sight(self, where: QPointF) -> None:
        """Move just as far as needed to see a place."""
        size = QSizeF(self.size())
        if self._picture is not None and self.camera.bring_in_sight(where, size):
            self._picture.origin = self.camera.origin(size)
            self._forget_painted()

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

    # Painting

    def paint_kept(self, painter: QPainter, without: frozenset[str] = frozenset()) -> None:
        """Paint the map but for some people, from what was painted before where nothing moved since."""
        picture = self.picture()
        if picture is None:
            return
        if without not in self._kept:
            ratio = self.devicePixelRatioF()
            drawn = QPixmap(self.size() * ratio)
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            onto = QPainter(drawn)
            paint_map(onto, theme_of(self), picture, self._numbers, self._words, without)
            onto.end()
            self._kept = {without: drawn}
        painter.drawPixmap(0, 0, self._kept[without])

    def sizeHint(self) -> QSize:
        """Large enough for twenty people."""
        return QSize(620, 520)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest window."""
        return QSize(320, 300)

    def _forget_painted(self) -> None:
        self._kept = {}
        self.update()

    def _lay_out_anew(self) -> None:
        self._settle.stop()
        self._picture = None
        self._forget_painted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the map to the room there is."""
        super().resizeEvent(event)
        self._lay_out_anew()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme or size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._lay_out_anew()
