"""Paints a laid-out network map: rings, lines, people and names, from the ground up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.core.network_layout import CHILD_RADIUS, RING_EDGES, Point, at
from app.core.records.network import Ring
from app.ui.theme import Theme
from app.ui.widgets.network_marks import draw_line, draw_person
from app.ui.widgets.network_picture import NetworkPicture, SetText, initials, line_colour
from app.words import Words


def paint_map(
    painter: QPainter, theme: Theme, picture: NetworkPicture, numbers: Mapping[str, int], words: Words
) -> None:
    """Paint the whole map; a person whose name found no room carries their number in the list."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, theme, picture)
    for line in picture.lines:
        draw_line(painter, theme, line.shape, picture.to_screen, picture.unit, line_colour(line.relation.quality))
    _paint_child(painter, theme, picture, words)
    _paint_label_grounds(painter, theme, picture)
    named = {label.id for label in picture.names.labels}
    for node in picture.nodes.values():
        person = picture.people[node.id]
        inside = initials(person) if person.id in named else str(numbers[person.id])
        paint_person(painter, theme, picture, node.id, picture.to_screen(Point(node.x, node.y)), inside)
    _paint_labels(painter, theme, picture)


def paint_person(
    painter: QPainter, theme: Theme, picture: NetworkPicture, person_id: str, where: QPointF, inside: str
) -> None:
    """One person at a place in the widget."""
    radius = picture.nodes[person_id].radius * picture.unit
    font = picture.sized(11 if radius > 9 else 9, strong=True)
    draw_person(painter, theme, picture.people[person_id], where, radius, inside, font)


def _paint_ground(painter: QPainter, theme: Theme, picture: NetworkPicture) -> None:
    each = 360 / len(picture.sectors)
    painter.setPen(QPen(theme.line, 1))
    for index in range(len(picture.sectors)):
        angle = index * each
        painter.drawLine(QLineF(picture.to_screen(at(angle, CHILD_RADIUS)), picture.to_screen(at(angle, 1.0))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = picture.to_screen(Point(0, 0))
    painter.setPen(QPen(theme.track.darker(108) if not theme.dark else theme.field_line, 1))
    for ring in Ring:
        radius = RING_EDGES[ring] * picture.unit
        painter.drawEllipse(middle, radius, radius)
    for text in picture.rings:
        painter.fillRect(picture.rect(text.box), theme.card)
        _set(painter, picture, text, theme.muted, 11)
    for text in picture.sectors:
        _set(painter, picture, text, theme.accent, 12, strong=True)


def _set(
    painter: QPainter, picture: NetworkPicture, text: SetText, colour: QColor, pixels: int, *, strong: bool = False
) -> None:
    font = picture.sized(pixels, strong=strong)
    painter.setFont(font)
    painter.setPen(colour)
    place = picture.rect(text.box)
    each = place.height() / len(text.lines)
    for number, line in enumerate(text.lines):
        row = QRectF(place.left() - 40, place.top() + number * each, place.width() + 80, each)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)


def _paint_child(painter: QPainter, theme: Theme, picture: NetworkPicture, words: Words) -> None:
    document, radius = picture.document, CHILD_RADIUS * picture.unit
    middle = picture.to_screen(Point(0, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(theme.on_accent)
    parts = document.child_first_name.replace("-", "- ").split() or [""]
    size = 14
    while size > 7 and _widest(picture, parts, size) > radius * 1.7:
        size -= 1
    lines = [(part, size, True) for part in parts]
    if document.child_age is not None:
        lines.append((words.trn("{n} year", "{n} years", document.child_age), 10, False))
    high = [QFontMetricsF(picture.sized(pixels, strong=strong)).height() for _, pixels, strong in lines]
    top = middle.y() - sum(high) / 2
    for (text, pixels, strong), height in zip(lines, high, strict=True):
        painter.setFont(picture.sized(pixels, strong=strong))
        painter.drawText(QRectF(middle.x() - 3 * radius, top, 6 * radius, height), Qt.AlignmentFlag.AlignCenter, text)
        top += height


def _widest(picture: NetworkPicture, parts: list[str], size: int) -> float:
    metrics = QFontMetricsF(picture.sized(size, strong=True))
    return max(metrics.horizontalAdvance(part) for part in parts)


def _paint_label_grounds(painter: QPainter, theme: Theme, picture: NetworkPicture) -> None:
    """Leader lines, and a light ground where a name stands on lines."""
    painter.setPen(QPen(theme.muted, 1, Qt.PenStyle.DotLine))
    ground = QColor(theme.card)
    ground.setAlphaF(0.88)
    for label in picture.names.labels:
        if label.leader is not None:
            painter.drawLine(QLineF(picture.to_screen(label.leader[0]), picture.to_screen(label.leader[1])))
        if label.lines:
            painter.fillRect(picture.rect(label.box), ground)


def _paint_labels(painter: QPainter, theme: Theme, picture: NetworkPicture) -> None:
    strong, plain = picture.sized(picture.names.size, strong=True), picture.sized(picture.names.size)
    for label in picture.names.labels:
        place = picture.rect(label.box)
        each = place.height() / max(1, len(label.lines))
        for number, (text, is_name) in enumerate(label.lines):
            painter.setFont(strong if is_name else plain)
            painter.setPen(theme.ink if is_name else theme.muted)
            row = QRectF(place.left() - 40, place.top() + number * each, place.width() + 80, each)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)
