"""What lies over a painted network map: who is chosen, where one who is dragged would stand, where a line begins."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.core.network_layout import CHILD_RADIUS, RING_EDGES, Point
from app.core.network_lines import THICK
from app.core.records.documents import DocumentRelation
from app.core.records.network import Ring
from app.ui.theme import Theme
from app.ui.widgets.network_picture import NetworkPicture

HANDLE = 8.0  # pixels: radius of the dot a line is drawn from


def paint_ring(painter: QPainter, theme: Theme, picture: NetworkPicture, person_id: str, width: float) -> None:
    """A ring around a person, where there is one of this id."""
    node = picture.nodes.get(person_id)
    if node is not None:
        around = node.radius * picture.unit + 5
        painter.setPen(QPen(theme.focus, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(picture.to_screen(Point(node.x, node.y)), around, around)


def handle_of(picture: NetworkPicture, person_id: str) -> QPointF | None:
    """The middle of the dot beside a person from which a line is drawn: below, where no other mark stands."""
    node = picture.nodes.get(person_id)
    if node is None:
        return None
    away = node.radius * picture.unit + 6
    return picture.to_screen(Point(node.x, node.y)) + QPointF(away * 0.71, away * 0.71)


def paint_handle(painter: QPainter, theme: Theme, picture: NetworkPicture, person_id: str) -> None:
    """The dot from which a line is drawn, with a small line in it."""
    where = handle_of(picture, person_id)
    if where is None:
        return
    painter.setPen(QPen(theme.card, 1.5))
    painter.setBrush(theme.focus)
    painter.drawEllipse(where, HANDLE, HANDLE)
    painter.setPen(QPen(theme.card, 1.8))
    painter.drawLine(where + QPointF(-3, 3), where + QPointF(3, -3))
    painter.drawPolyline(QPolygonF([where + QPointF(-1, -3), where + QPointF(3, -3), where + QPointF(3, 1)]))


def paint_chosen_line(painter: QPainter, theme: Theme, picture: NetworkPicture, relation: DocumentRelation) -> None:
    """A soft band under the line that is chosen."""
    for line in picture.lines:
        if line.relation == relation and len(line.path) > 1:
            pen = QPen(soft(theme.focus, 0.30), max(10.0, THICK * picture.unit + 8))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([picture.to_screen(point) for point in line.path]))


def paint_target(painter: QPainter, theme: Theme, picture: NetworkPicture, sector: int, ring: Ring) -> None:
    """The ring of a sector in which somebody who is dragged would stand."""
    each = 360 / len(picture.sectors)
    outer, inner = RING_EDGES[ring] * picture.unit, RING_EDGES[ring - 1] * picture.unit
    middle = picture.to_screen(Point(0, 0))
    # Qt counts sixteenths of a degree, against the clock from the right.
    start, span = round((90 - sector * each) * 16), round(-each * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent_soft)
    painter.drawPie(_square(middle, outer), start, span)
    painter.setBrush(theme.card)
    painter.drawPie(_square(middle, inner), start, span)


def paint_landing(painter: QPainter, theme: Theme, picture: NetworkPicture, person_id: str, spot: Point) -> None:
    """Where a person would stand, and the line of the ring there."""
    radius = picture.nodes[person_id].radius * picture.unit
    painter.setPen(QPen(theme.focus, 2, Qt.PenStyle.DashLine))
    painter.setBrush(soft(theme.focus, 0.12))
    painter.drawEllipse(picture.to_screen(spot), radius, radius)


def paint_name(
    painter: QPainter, theme: Theme, picture: NetworkPicture, person_id: str, where: QPointF, told: str = ""
) -> None:
    """The name under a person who is dragged, and what is told of where they would stand."""
    person = picture.people[person_id]
    size = picture.names.size
    lines = [(person.name or person.role, picture.sized(size, strong=True), theme.ink)]
    if told:
        lines.append((told, picture.sized(size), theme.muted))
    metrics = [QFontMetricsF(font) for _, font, _ in lines]
    wide = max(m.horizontalAdvance(text) for m, (text, _, _) in zip(metrics, lines, strict=True)) + 10
    top = where.y() + picture.nodes[person_id].radius * picture.unit + 4
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft(theme.card, 0.9))
    painter.drawRoundedRect(QRectF(where.x() - wide / 2, top, wide, sum(m.height() for m in metrics) + 2), 4, 4)
    for (text, font, colour), m in zip(lines, metrics, strict=True):
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(where.x() - wide / 2, top, wide, m.height()), Qt.AlignmentFlag.AlignCenter, text)
        top += m.height()


def paint_child_ring(painter: QPainter, theme: Theme, picture: NetworkPicture) -> None:
    """A ring around the child, from whom a line can be drawn."""
    radius = CHILD_RADIUS * picture.unit + 4
    painter.setPen(QPen(theme.focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(picture.to_screen(Point(0, 0)), radius, radius)


def soft(colour: QColor, strength: float) -> QColor:
    """A colour that lets what lies under it through."""
    found = QColor(colour)
    found.setAlphaF(strength)
    return found


def _square(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
