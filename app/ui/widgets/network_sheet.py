"""The sheet a network map is drawn on: laid out, painted once and kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.network_layout import LARGEST
from app.core.records.documents import NetworkDocument
from app.ui.look import BODY
from app.ui.theme import theme_of
from app.ui.widgets.map_sheet import MapSheet
from app.ui.widgets.network_painting import paint_map
from app.ui.widgets.network_picture import NetworkPicture, PictureStyle
from app.words import Words

_SETTLED_MS = 120  # after this long without another step of zooming the words are laid out anew
_LARGEST = 0.08  # radius in units at which people of one ring still have air


class NetworkSheet(MapSheet):
    """Shows a map. `large` enlarges words and shapes for one that is worked on by a child."""

    def __init__(self, words: Words, parent: QWidget | None = None, *, large: float = 1.0) -> None:
        super().__init__(words, parent)
        self._large = large
        self._document: NetworkDocument | None = None
        self._numbers: Mapping[str, int] = {}
        self._corners: list[QRectF] = []
        self._picture: NetworkPicture | None = None
        self._kept: dict[frozenset[str], QPixmap] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._lay_out_anew)

    def set_document(self, document: NetworkDocument, numbers: Mapping[str, int]) -> None:
        """Show this map; `numbers` are those of the list."""
        if self._document is None or document.child_first_name != self._document.child_first_name:
            self.camera.begin()
            self.zoomed.emit()
        self._document, self._numbers = document, numbers
        self._lay_out_anew()

    def picture(self) -> NetworkPicture | None:
        """The map as it is laid out; None before there is one."""
        if self._picture is None and self._document is not None:
            self._aim()
            zoom = self.camera.zoom
            scale = self.font().pixelSize() / BODY * self._large
            largest, is_large = min(_LARGEST, LARGEST * self._large), self._large > 1
            style = PictureStyle(scale=scale, largest=largest, zoom=zoom, keeps_roles=is_large)
            corners = self._corners if zoom == 1 else []
            size = QSizeF(self.size())
            self._picture = NetworkPicture(self._document, size, self.font(), style, self._words, corners)
            self._picture.origin = self.camera.middle
        return self._picture

    def keep_free(self, corners: list[QRectF]) -> None:
        """Keep names out of these rectangles, where something else lies over the map."""
        if corners != self._corners:
            self._corners = corners
            self._lay_out_anew()

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

    def _looked(self, before: float) -> None:
        """Words stand where they stood until the zooming is over; all of it at once is laid out at once."""
        zoom = self.camera.zoom
        if self._picture is not None and (zoom == before or zoom > 1):
            if zoom != before:
                self._picture = self._picture.stretched(self._picture.unit * zoom / before)
                self._settle.start()
            self._picture.origin = self.camera.middle
            self._forget_painted()
        else:
            self._lay_out_anew()

    def _forget_painted(self) -> None:
        self._kept = {}
        self.update()

    def _lay_out_anew(self) -> None:
        self._settle.stop()
        self._picture = None
        self._forget_painted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the map out for the room there is."""
        self._picture = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take another theme or size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._lay_out_anew()
