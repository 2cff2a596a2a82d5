"""Paints a laid-out genogram: the household, the lines, the people with their words, and who is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.ui.theme import Theme
from app.ui.widgets.genogram_marks import draw_lines, draw_outline, draw_person
from app.ui.widgets.genogram_picture import GenogramScreen


def paint_family(
    painter: QPainter,
    theme: Theme,
    screen: GenogramScreen,
    origin: QPointF,
    scale: float,
    rings: Sequence[tuple[str, float]],
) -> None:
    """Paint the family with its corner at `origin`, at this scale, and a ring of a width around some of it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.translate(origin)
    painter.scale(scale, scale)
    for outline in screen.outlines:
        draw_outline(painter, theme, outline)
    draw_lines(painter, theme, screen.picture.lines)
    for key, person in screen.people.items():
        draw_person(painter, theme, person, screen.rect(key), screen.sized(14, strong=True))
        _paint_words(painter, theme, screen, key)
    for key, width in rings:
        if key in screen.people:
            painter.setPen(QPen(theme.focus, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(screen.rect(key).adjusted(-5, -5, 5, 5), 8, 8)
    painter.restore()


def _paint_words(painter: QPainter, theme: Theme, screen: GenogramScreen, key: str) -> None:
    place = screen.picture.words[key]
    for number, (text, is_name) in enumerate(screen.words[key]):
        painter.setFont(screen.font_of(is_name=is_name))
        painter.setPen(theme.ink if is_name else theme.muted)
        row = QRectF(place.x - 200, place.y + number * screen.line, 400, screen.line)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)
