"""The marks of a network map on screen: a person's shape, what is said of them, and the strokes of a line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPolygonF

from app.core.network_answers import SIGN_WIDTH, SIGNS, Dot
from app.core.network_layout import Point
from app.core.network_lines import LineShape
from app.core.records.documents import DocumentMapPerson
from app.core.records.network import Invitation
from app.ui.theme import Theme

ToScreen = Callable[[Point], QPointF]


def draw_line(painter: QPainter, theme: Theme, line: LineShape, to_screen: ToScreen, unit: float, colour: str) -> None:
    """Draw strokes and arrowheads; `unit` is the length of one unit in pixels."""
    pen = QPen(theme.colour(colour), max(1.2, line.width * unit))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for points in line.strokes:
        painter.drawPolyline(QPolygonF([to_screen(point) for point in points]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(colour))
    for points in line.heads:
        painter.drawPolygon(QPolygonF([to_screen(point) for point in points]))


def paths_of(line: LineShape) -> tuple[QPainterPath, QPainterPath]:
    """The strokes and the arrowheads of a line in units, to be drawn again and again."""
    strokes, heads = QPainterPath(), QPainterPath()
    for points in line.strokes:
        strokes.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    for points in line.heads:
        heads.addPolygon(QPolygonF([QPointF(*point) for point in points]))
        heads.closeSubpath()
    return strokes, heads


def draw_person(
    painter: QPainter, theme: Theme, person: DocumentMapPerson, where: QPointF, radius: float, inside: str, font: QFont
) -> None:
    """A person's shape with a few letters in it, and the marks for "can help", "deceased" and "protected"."""
    draw_shape(painter, theme, where, radius, square=person.is_professional, helps=bool(person.can_help.strip()))
    painter.setFont(font)
    painter.setPen(theme.ink)
    around = QRectF(where.x() - 2 * radius, where.y() - radius, 4 * radius, 2 * radius)
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, inside)
    if person.deceased:
        draw_cross(painter, theme, where, radius)
    mark = max(5.0, radius * 0.4)
    if person.can_help.strip():
        draw_plus(painter, theme, QPointF(where.x() + radius * 0.8, where.y() - radius * 0.8), mark)
    if person.protected:
        draw_shield(painter, theme, QPointF(where.x() - radius * 0.85, where.y() - radius * 0.8), mark * 1.15)


def draw_shape(
    painter: QPainter, theme: Theme, where: QPointF, radius: float, *, square: bool, helps: bool = False
) -> None:
    """A circle for a private person, a grey square for a professional."""
    painter.setPen(QPen(theme.ok if helps else theme.muted if square else theme.accent, 2.2 if helps else 1.6))
    painter.setBrush(theme.track if square else theme.card)
    if square:
        half = radius * 0.9
        painter.drawRoundedRect(QRectF(where.x() - half, where.y() - half, 2 * half, 2 * half), 4, 4)
    else:
        painter.drawEllipse(where, radius, radius)


def draw_cross(painter: QPainter, theme: Theme, where: QPointF, radius: float) -> None:
    """A cross over a person who has died, broken in the middle so that the letters stay readable."""
    painter.setPen(QPen(theme.ink, 1.6))
    near, far = radius * 0.5, radius * 1.1
    for dx, dy in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        painter.drawLine(
            QLineF(where.x() + dx * near, where.y() + dy * near, where.x() + dx * far, where.y() + dy * far)
        )


def draw_plus(painter: QPainter, theme: Theme, where: QPointF, radius: float) -> None:
    """A plus on a dark dot: somebody who can help."""
    painter.setPen(QPen(theme.card, 1))
    painter.setBrush(theme.ok)
    painter.drawEllipse(where, radius, radius)
    painter.setPen(QPen(theme.card, max(1.4, radius * 0.34)))
    arm = radius * 0.55
    painter.drawLine(QLineF(where.x() - arm, where.y(), where.x() + arm, where.y()))
    painter.drawLine(QLineF(where.x(), where.y() - arm, where.x(), where.y() + arm))


def draw_answer(painter: QPainter, theme: Theme, answer: Invitation, dot: Dot) -> None:
    """The sign of what somebody answered to the coming network meeting, on a light dot."""
    where, radius = QPointF(*dot.middle), dot.radius
    painter.setPen(QPen(theme.ink, 1.1))
    painter.setBrush(theme.card)
    painter.drawEllipse(where, radius, radius)
    pen = QPen(theme.ink, max(1.5, SIGN_WIDTH * radius))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for points in SIGNS[answer]:
        painter.drawPolyline(QPolygonF([where + QPointF(*point) * radius for point in points]))


def draw_shield(painter: QPainter, theme: Theme, where: QPointF, radius: float) -> None:
    """A shield: name and address are protected, and a print shows the role alone."""
    path = QPainterPath(QPointF(where.x(), where.y() - radius))
    path.lineTo(where.x() + radius * 0.85, where.y() - radius * 0.6)
    path.cubicTo(
        where.x() + radius * 0.85,
        where.y() + radius * 0.3,
        where.x() + radius * 0.4,
        where.y() + radius * 0.8,
        where.x(),
        where.y() + radius,
    )
    path.cubicTo(
        where.x() - radius * 0.4,
        where.y() + radius * 0.8,
        where.x() - radius * 0.85,
        where.y() + radius * 0.3,
        where.x() - radius * 0.85,
        where.y() - radius * 0.6,
    )
    path.closeSubpath()
    painter.setPen(QPen(theme.card, 1))
    painter.setBrush(theme.over)
    painter.drawPath(path)
