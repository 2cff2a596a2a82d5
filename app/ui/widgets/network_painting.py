"""Paints a laid-out network map: rings, lines, people and names, from the ground up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.core.network_answers import answer_dot
from app.core.network_ground import SetText, initials
from app.core.network_labels import Label
from app.core.network_layout import CHILD_RADIUS, RING_EDGES, Point, at
from app.core.network_room import circle_around
from app.core.records.network import Invitation, Ring
from app.ui.theme import Theme
from app.ui.widgets.network_marks import draw_answer, draw_person
from app.ui.widgets.network_picture import NetworkPicture, line_colour
from app.words import Words

_SMALLEST, _TINY = 9, 7  # pixels at the normal size of text: letters in the middle, and of a name before its initials
_AIR = 0.95  # share of the radius of the circle in the middle that its words may take


def paint_map(
    painter: QPainter,
    theme: Theme,
    picture: NetworkPicture,
    numbers: Mapping[str, int],
    words: Words,
    without: frozenset[str] = frozenset(),
) -> None:
    """Paint the map but for some people and their lines; whose name found no room carries their number in the list."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, theme, picture)
    _paint_lines(painter, theme, picture, without)
    paint_child(painter, theme, picture, words)
    labels = [label for label in picture.names.labels if label.id not in without]
    _paint_label_grounds(painter, theme, picture, labels)
    named = {label.id for label in labels}
    for node in picture.nodes.values():
        if node.id not in without:
            person = picture.people[node.id]
            inside = initials(person) if person.id in named else str(numbers[person.id])
            paint_person(painter, theme, picture, node.id, picture.to_screen(Point(node.x, node.y)), inside)
    paint_labels(painter, theme, picture, labels)


def _paint_lines(painter: QPainter, theme: Theme, picture: NetworkPicture, without: frozenset[str]) -> None:
    """The lines but for those of some people, from paths in units that are made once."""
    unit = picture.unit
    painter.save()
    painter.translate(picture.origin)
    painter.scale(unit, unit)
    for line, (strokes, heads) in zip(picture.lines, picture.paths, strict=True):
        if without & {line.relation.from_id, line.relation.to_id}:
            continue
        colour = theme.colour(line_colour(line.relation.quality))
        pen = QPen(colour, max(1.2, line.shape.width * unit) / unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(strokes, pen)
        painter.fillPath(heads, colour)
    painter.restore()


def paint_person(
    painter: QPainter, theme: Theme, picture: NetworkPicture, person_id: str, where: QPointF, inside: str
) -> None:
    """One person at a place in the widget, with what they answered to the coming network meeting."""
    person, radius = picture.people[person_id], picture.nodes[person_id].radius * picture.unit
    draw_person(painter, theme, person, where, radius, inside, picture.letters(radius))
    if person.invited is not Invitation.NOT_ASKED:
        dot = answer_dot(Point(where.x(), where.y()), radius, picture.smallest_sign)
        draw_answer(painter, theme, person.invited, dot)


def paint_ground(painter: QPainter, theme: Theme, picture: NetworkPicture) -> None:
    """Rings and sectors with their names."""
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


def paint_child(painter: QPainter, theme: Theme, picture: NetworkPicture, words: Words) -> None:
    """The child in the middle, with the age."""
    radius = CHILD_RADIUS * picture.unit
    middle = picture.to_screen(Point(0, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.accent)
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(theme.on_accent)
    lines = _child_lines(picture, words, radius)
    high = [QFontMetricsF(picture.sized(pixels, strong=strong)).height() for _, pixels, strong in lines]
    top = middle.y() - sum(high) / 2
    for (text, pixels, strong), height in zip(lines, high, strict=True):
        painter.setFont(picture.sized(pixels, strong=strong))
        painter.drawText(QRectF(middle.x() - 3 * radius, top, 6 * radius, height), Qt.AlignmentFlag.AlignCenter, text)
        top += height


def _child_lines(picture: NetworkPicture, words: Words, radius: float) -> list[tuple[str, int, bool]]:
    """Name and age in the largest letters that stay within the circle; the name alone, then initials, where none do."""
    document, found = picture.document, list[tuple[str, int, bool]]()
    age = document.child_age
    told = [words.trn("{n} year", "{n} years", age)] if age is not None else []
    parts = document.child_first_name.replace("-", "- ").split() or [""]
    letters = ["".join(part[0] for part in parts if part)]
    for named, below, least in ((parts, told, _SMALLEST), (parts, [], _TINY), (letters, told, _SMALLEST)):
        size = round(max(14, min(30, radius * 0.58 / picture.scale)))
        while size >= least:
            found = [(part, size, True) for part in named]
            found += [(text, max(_SMALLEST, size - 4), False) for text in below]
            needed = circle_around([_extent(picture, *line) for line in found])
            if needed <= radius * _AIR:
                return found
            size = min(size - 1, round(size * radius / needed))
    return found


def _extent(picture: NetworkPicture, text: str, size: int, strong: bool) -> tuple[float, float]:
    metrics = QFontMetricsF(picture.sized(size, strong=strong))
    return metrics.horizontalAdvance(text), metrics.height()


def _paint_label_grounds(painter: QPainter, theme: Theme, picture: NetworkPicture, labels: Sequence[Label]) -> None:
    """Leader lines, and a light ground where a name stands on lines."""
    painter.setPen(QPen(theme.muted, 1, Qt.PenStyle.DotLine))
    ground = QColor(theme.card)
    ground.setAlphaF(0.88)
    for label in labels:
        if label.leader is not None:
            painter.drawLine(QLineF(picture.to_screen(label.leader[0]), picture.to_screen(label.leader[1])))
        if label.lines:
            painter.fillRect(picture.rect(label.box), ground)


def paint_labels(painter: QPainter, theme: Theme, picture: NetworkPicture, labels: Sequence[Label]) -> None:
    """Names and roles."""
    strong, plain = picture.sized(picture.names.size, strong=True), picture.sized(picture.names.size)
    for label in labels:
        place = picture.rect(label.box)
        each = place.height() / max(1, len(label.lines))
        for number, (text, is_name) in enumerate(label.lines):
            painter.setFont(strong if is_name else plain)
            painter.setPen(theme.ink if is_name else theme.muted)
            row = QRectF(place.left() - 40, place.top() + number * each, place.width() + 80, each)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)
