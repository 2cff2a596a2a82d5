"""How the parts of a case's timeline are painted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from app.core.case_timeline import MarkKind
from app.ui.theme import Theme
from app.ui.widgets.timeline_layout import Label, PlacedBar, PlacedMark


def paint_bar(painter: QPainter, theme: Theme, placed: PlacedBar) -> None:
    """A measure in the colour of its step, and dashes towards what is agreed."""
    colour = theme.step(placed.bar.step.number)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(placed.place, 4, 4)
    if placed.dashes is not None:
        painter.setPen(QPen(colour, 2.5, Qt.PenStyle.DashLine))
        painter.drawLine(*placed.dashes)


def paint_mark(painter: QPainter, theme: Theme, placed: PlacedMark) -> None:
    """A full dot for held, a hollow and larger one for missed; both ringed by the card so that they stand out."""
    missed = placed.mark.kind is MarkKind.MISSED
    radius = placed.radius
    painter.setPen(QPen(theme.card, 1.5))
    painter.setBrush(theme.ink)
    if missed:
        painter.setPen(QPen(theme.over, 1.8))
        painter.setBrush(theme.card)
    painter.drawEllipse(placed.at, radius, radius)


def paint_label(painter: QPainter, theme: Theme, label: Label, colour: str = "ink") -> None:
    """A name on a strip of the card's ground, so that the line of a move does not cut through it."""
    painter.fillRect(label.place.adjusted(-2, 0, 2, -1), theme.card)
    write(painter, theme, label, colour)


def write(painter: QPainter, theme: Theme, label: Label, colour: str) -> None:
    """Words at their place, in a colour of the theme; what does not fit is cut at the end."""
    painter.setPen(theme.colour(colour))
    text = painter.fontMetrics().elidedText(label.text, Qt.TextElideMode.ElideRight, round(label.place.width() + 1))
    painter.drawText(label.place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
