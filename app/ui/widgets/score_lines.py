"""How the line of each informant is drawn: told apart by its dashes and its mark, with or without colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.core.records.follow_up import Informant
from app.ui.theme import Theme, theme_of
from app.ui.widgets.text import Text

HIGHEST = 10

# Dashes in widths of the pen. The child's line is whole and the heaviest: the child is heard first.
_DASHES: dict[Informant, tuple[float, ...]] = {
    Informant.CHILD: (),
    Informant.PARENTS: (5, 2.5),
    Informant.SCHOOL: (1.2, 2),
    Informant.WORKER: (5, 2, 1.2, 2),
}


def line_pen(theme: Theme, informant: Informant, width: float = 2.0) -> QPen:
    """The pen of an informant's line."""
    pen = QPen(line_colour(theme, informant), width if informant is not Informant.CHILD else width + 0.4)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    if dashes := _DASHES[informant]:
        pen.setDashPattern(dashes)
    return pen


def line_colour(theme: Theme, informant: Informant) -> QColor:
    """The colour of an informant's line and mark."""
    return {
        Informant.CHILD: theme.accent,
        Informant.PARENTS: theme.steps[5],
        Informant.SCHOOL: theme.steps[1],
        Informant.WORKER: theme.ink,
    }[informant]


def paint_mark(painter: QPainter, theme: Theme, informant: Informant, place: QPointF, half: float = 4.0) -> None:
    """The informant's mark: a disc for the child, a square, a triangle, a diamond for the others."""
    painter.setPen(QPen(line_colour(theme, informant), 1.6))
    painter.setBrush(line_colour(theme, informant) if informant is Informant.CHILD else theme.card)
    x, y = place.x(), place.y()
    match informant:
        case Informant.CHILD:
            painter.drawEllipse(place, half, half)
        case Informant.PARENTS:
            _shape(painter, (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
        case Informant.SCHOOL:
            _shape(painter, (x, y - half - 1), (x + half + 1, y + half), (x - half - 1, y + half))
        case Informant.WORKER:
            _shape(painter, (x, y - half - 1), (x + half + 1, y), (x, y + half + 1), (x - half - 1, y))


class LineKey(QWidget):
    """A short piece of an informant's line with words beside it: what the line is, read without colour."""

    def __init__(self, informant: Informant, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(6)
        row.addWidget(_Sample(informant))
        row.addWidget(Text(text, "quiet"))


class _Sample(QWidget):
    def __init__(self, informant: Informant) -> None:
        super().__init__()
        self._informant = informant
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(34, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(line_pen(theme, self._informant))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        paint_mark(painter, theme, self._informant, QPointF(self.width() / 2, middle))
        painter.end()


def _shape(painter: QPainter, *corners: tuple[float, float]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def spread(wanted: Sequence[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Where labels that want to stand at these heights stand, in their order, `gap` apart and within the bounds."""
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], place))
    placed: list[float] = []
    for place in order:
        placed.append(max(wanted[place], lowest, placed[-1] + gap if placed else lowest))
    limit = highest
    for number in reversed(range(len(placed))):
        placed[number] = min(placed[number], limit)
        limit = placed[number] - gap
    found = [0.0] * len(wanted)
    for place, height in zip(order, placed, strict=True):
        found[place] = height
    return found
