"""A network map seen from afar: who is near and who is far. The words beside it say how many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.network_layout import CHILD_RADIUS, RING_EDGES, Node, place
from app.core.records.network import NetworkMap, RelationQuality, Ring
from app.ui.theme import theme_of

_SIDE = 184  # pixels
_PERSON = 4.5


class NetworkThumbnail(QWidget):
    """Rings, people and the child's lines, without names; a click emits `opened`. Screen readers pass it by."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[Node, ...] = ()
        self._ties: dict[str, RelationQuality] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_map(self, drawn: NetworkMap, sector_keys: Sequence[str]) -> None:
        """Show this map; the sectors are clockwise from the top."""
        self._nodes = place(drawn.people, sector_keys)
        self._ties = {line.to_id: line.quality for line in drawn.relations if line.from_id is None}
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE, _SIDE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the map."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from the ground up."""
        theme, unit = theme_of(self), min(self.width(), self.height()) / 2 - 6
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.field_line if theme.dark else theme.track.darker(108), 1))
        for ring in Ring:
            painter.drawEllipse(middle, RING_EDGES[ring] * unit, RING_EDGES[ring] * unit)
        for node in self._nodes:
            quality = self._ties.get(node.id)
            if quality is not None:
                style = Qt.PenStyle.DashLine if quality is RelationQuality.WEAK else Qt.PenStyle.SolidLine
                painter.setPen(QPen(theme.muted, 2.4 if quality is RelationQuality.STRONG else 1, style))
                painter.drawLine(middle, middle + QPointF(node.x, node.y) * unit)
        painter.setPen(QPen(theme.accent, 1.6))
        painter.setBrush(theme.card)
        for node in self._nodes:
            painter.drawEllipse(middle + QPointF(node.x, node.y) * unit, _PERSON, _PERSON)
        painter.setBrush(theme.accent)
        painter.drawEllipse(middle, CHILD_RADIUS * unit, CHILD_RADIUS * unit)
        painter.end()
