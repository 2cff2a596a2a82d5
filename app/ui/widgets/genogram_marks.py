"""The marks of a genogram on screen: symbols by gender, lines by how people are tied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from app.core.genogram_lines import Line, Stroke
from app.core.network_layout import Point
from app.core.records.genogram import GenogramPerson, Symbol
from app.reports.genogram_wording import inside
from app.ui.theme import Theme
from app.ui.widgets.network_marks import draw_shield

_DASHES = {Stroke.DASHED: [4.0, 3.0], Stroke.DOTTED: [0.1, 2.6]}


def draw_lines(painter: QPainter, theme: Theme, lines: Iterable[Line]) -> None:
    """Draw the lines between people."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        faint = line.stroke is Stroke.FAINT
        pen = QPen(theme.muted if faint else theme.ink, 1.0 if faint else 2.2 if line.stroke is Stroke.DOTTED else 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if line.stroke is Stroke.DOTTED else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if line.stroke in _DASHES:
            pen.setDashPattern(_DASHES[line.stroke])
        painter.setPen(pen)
        painter.drawPolyline(_polygon(line.points))


def draw_outline(painter: QPainter, theme: Theme, points: Sequence[Point]) -> None:
    """Draw the dashed outline around a household."""
    pen = QPen(theme.muted, 1.2)
    pen.setDashPattern([6.0, 3.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(points))


def draw_person(painter: QPainter, theme: Theme, person: GenogramPerson, place: QRectF, font: QFont) -> None:
    """A symbol with the age in it, crossed out for somebody who has died; a shield tells protection."""
    draw_symbol(painter, theme, person.symbol, place, is_child=person.is_child)
    text = inside(person)
    if text:
        painter.setFont(font)
        painter.setPen(theme.ink)
        low = place.height() * 0.3 if person.symbol is Symbol.UNBORN else 0.0
        painter.drawText(place.adjusted(0, low, 0, 0), Qt.AlignmentFlag.AlignCenter, text)
    if person.deceased:
        draw_cross(painter, theme, place, broken=bool(text))
    if person.protected:
        draw_shield(painter, theme, place.topRight(), place.width() * 0.2)


def draw_symbol(painter: QPainter, theme: Theme, symbol: Symbol, place: QRectF, *, is_child: bool = False) -> None:
    """A symbol in a square place; the child of the case has a double outline."""
    painter.setPen(QPen(theme.accent if is_child else theme.ink, 1.8))
    painter.setBrush(theme.accent_soft if is_child else theme.card)
    _shape(painter, symbol, place)
    if is_child:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = max(2.5, place.width() * 0.1)
        _shape(painter, symbol, place.adjusted(inner, inner, -inner, -inner))


def draw_cross(painter: QPainter, theme: Theme, place: QRectF, *, broken: bool = False) -> None:
    """A cross through a symbol, broken in the middle where something stands there."""
    painter.setPen(QPen(theme.ink, 1.6))
    middle, far = place.center(), place.width() / 2
    near = place.width() * 0.26 if broken else 0.0
    for right, down in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        way = QPointF(right, down)
        painter.drawLine(QLineF(middle + way * near, middle + way * far))


def _shape(painter: QPainter, symbol: Symbol, place: QRectF) -> None:
    middle = place.center()
    match symbol:
        case Symbol.MALE:
            painter.drawRect(place)
        case Symbol.FEMALE:
            painter.drawEllipse(place)
        case Symbol.UNKNOWN:
            painter.drawRoundedRect(place, place.width() * 0.28, place.width() * 0.28)
        case Symbol.OTHER:
            top, bottom = QPointF(middle.x(), place.top()), QPointF(middle.x(), place.bottom())
            left, right = QPointF(place.left(), middle.y()), QPointF(place.right(), middle.y())
            painter.drawPolygon(QPolygonF([top, right, bottom, left]))
        case Symbol.UNBORN:
            painter.drawPolygon(QPolygonF([QPointF(middle.x(), place.top()), place.bottomRight(), place.bottomLeft()]))


def _polygon(points: Iterable[Point]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])
