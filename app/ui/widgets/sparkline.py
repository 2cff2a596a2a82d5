"""A small curve of scores with the target as a thin line; the numbers stand beside it in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.goal_scores import ScorePoint, Scores
from app.core.records.follow_up import Informant
from app.ui.theme import Theme, theme_of
from app.ui.widgets.score_lines import line_pen, paint_mark
from app.ui.widgets.tips import plain_tip

_TOP = 10


class Sparkline(QWidget):
    """Scores of 0–10 through time. `text` says them to screen readers and on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[ScorePoint, ...] = ()
        self._scores: Scores = {}
        self._target: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_curve(self, points: Sequence[ScorePoint], target: int | None, text: str) -> None:
        """Draw these scores as one line."""
        self._points, self._scores, self._target = tuple(points), {}, target
        self._tell(text)

    def show_scores(self, scores: Scores, target: int | None, text: str) -> None:
        """Draw a line for each who scored, told apart as in the chart of the goal; one who is alone is one line."""
        every = tuple(sorted((p for points in scores.values() for p in points), key=lambda point: point.day))
        self._points, self._scores, self._target = every, scores, target
        self._tell(text)

    def _tell(self, text: str) -> None:
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.update()

    def sizeHint(self) -> QSize:
        """A line of two rows' height."""
        return QSize(170, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint target, curve and the latest score."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._target is not None:
            painter.setPen(QPen(theme.field_line, 1, Qt.PenStyle.DashLine))
            y = self._y(self._target)
            painter.drawLine(QPointF(4, y), QPointF(self.width() - 4, y))
        if len(self._scores) > 1:
            for informant, points in self._scores.items():
                self._paint_line(painter, theme, informant, points)
        elif self._points:
            reached = self._target is not None and self._points[-1].value >= self._target
            colour = theme.ok if reached else theme.accent
            places = [self._place(point) for point in self._points]
            painter.setPen(QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPolyline(QPolygonF(places))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(places[-1], 4, 4)
        painter.end()

    def _paint_line(self, painter: QPainter, theme: Theme, informant: Informant, points: Sequence[ScorePoint]) -> None:
        places = [self._place(point) for point in points]
        painter.setPen(line_pen(theme, informant, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        paint_mark(painter, theme, informant, places[-1], 3.0)

    def _place(self, point: ScorePoint) -> QPointF:
        first, last = self._points[0].day, self._points[-1].day
        share = (point.day - first).days / max(1, (last - first).days) if last > first else 1.0
        return QPointF(5 + share * (self.width() - 10), self._y(point.value))

    def _y(self, value: int) -> float:
        return self.height() - 5 - value / _TOP * (self.height() - 10)
