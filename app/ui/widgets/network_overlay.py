"""What lies over a painted network map: who is chosen, who is being dragged, and where they would stand."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.core.network_layout import CHILD_RADIUS, RING_EDGES, Point, angle_of, at, ring_at, sector_at
from app.ui.theme import Theme
from app.ui.widgets.network_painting import paint_person
from app.ui.widgets.network_picture import NetworkPicture, initials


def paint_ring(painter: QPainter, theme: Theme, picture: NetworkPicture, person_id: str, width: float) -> None:
    """A ring around a person, where there is one of this id."""
    node = picture.nodes.get(person_id)
    if node is not None:
        around = node.radius * picture.unit + 5
        painter.setPen(QPen(theme.focus, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(picture.to_screen(Point(node.x, node.y)), around, around)


def paint_target(painter: QPainter, theme: Theme, picture: NetworkPicture, where: QPointF) -> None:
    """The ring and sector in which a person who is dragged here would stand."""
    spot = picture.to_map(where)
    each = 360 / len(picture.sectors)
    ring, sector = ring_at(*spot), sector_at(*spot, len(picture.sectors))
    outer, inner = RING_EDGES[ring] * picture.unit, RING_EDGES[ring - 1] * picture.unit
    middle = picture.to_screen(Point(0, 0))
    # Qt counts sixteenths of a degree, against the clock from the right.
    start, span = round((90 - sector * each) * 16), round(-each * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent_soft)
    painter.drawPie(_square(middle, outer), start, span)
    painter.setBrush(theme.card)
    painter.drawPie(_square(middle, inner), start, span)


def paint_dragged(painter: QPainter, theme: Theme, picture: NetworkPicture, person_id: str, where: QPointF) -> None:
    """The person under the mouse, with a dashed line to the child."""
    spot = picture.to_map(where)
    if math.hypot(*spot) > CHILD_RADIUS:
        painter.setPen(QPen(theme.focus, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(picture.to_screen(at(angle_of(*spot), CHILD_RADIUS)), where)
    paint_person(painter, theme, picture, person_id, where, initials(picture.people[person_id]))


def _square(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
