"""The scores of a goal through time, a line for each who scored, with where it began and what it aims at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app import labels
from app.core.dates import screen_date
from app.core.goal_scores import ScorePoint, ScoreRow, Scores, score_table
from app.core.records.follow_up import Informant
from app.ui.theme import Theme, theme_of
from app.ui.widgets.button import Button
from app.ui.widgets.score_lines import HIGHEST, line_colour, line_pen, paint_mark, spread
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.ui.widgets.tips import plain_tip
from app.words import Words

_TOP, _FOOT, _LEFT, _GAP = 10.0, 24.0, 26.0, 14.0  # px around the field of the lines, and to the words at its right
_NEAR = 14.0  # px from a mark that still mean it
_ROWS = 6  # of the table in sight; the rest scrolls


class GoalScores(QWidget):
    """The chart, and as its twin a table of the same scores that is unfolded by a button."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._scores: Scores = {}
        self.chart = ScoreChart(words)
        self.turn = Button("", "link")
        self.table: DataTable[ScoreRow] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.chart)
        self._column.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        self.turn.clicked.connect(self._on_turned)
        self._say()
        self.hide()

    def show_scores(self, scores: Scores, baseline: int | None, target: int | None) -> None:
        """Show these instead; nothing where nobody scored."""
        if self.table is not None and scores.keys() != self._scores.keys():
            self._take_table()
        self._scores = scores
        self.chart.show_scores(scores, baseline, target)
        if self.table is not None:
            self._fill(self.table)
        self.setVisible(bool(scores))

    def _on_turned(self) -> None:
        if self.table is None:
            self.table = self._made()
            self._fill(self.table)
            self._column.addWidget(self.table)
            self.table.show()
            self.table.view.setFocus()
        else:
            self._take_table()
        self._say()

    def _take_table(self) -> None:
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        self._say()

    def _made(self) -> DataTable[ScoreRow]:
        words = self._words
        day = Column[ScoreRow](
            key="day", title=words.tr("Date"), text=lambda row: screen_date(row.day), sort=lambda row: row.day
        )
        return DataTable(
            words,
            words.tr("Scores by day"),
            [day, *(_column(words, informant) for informant in self._scores)],
            key=lambda row: row.day,
        )

    def _fill(self, table: DataTable[ScoreRow]) -> None:
        rows = score_table(self._scores)
        table.set_rows(rows)
        height = table.view.verticalHeader().defaultSectionSize()
        table.setFixedHeight(height * min(_ROWS, len(rows)) + table.view.horizontalHeader().sizeHint().height() + 8)

    def _say(self) -> None:
        words = self._words
        self.turn.setText(words.tr("Scores as a table") if self.table is None else words.tr("Close the table"))


class ScoreChart(QWidget):
    """The lines. Each ends in its name and latest score; a mark tells its day on hover."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._scores: Scores = {}
        self._baseline: int | None = None
        self._target: int | None = None
        self._right = 0.0  # where the lines end: the words need the rest
        self._span = (date.min, date.min)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scores(self, scores: Scores, baseline: int | None, target: int | None) -> None:
        """Draw these scores."""
        if (scores, baseline, target) == (self._scores, self._baseline, self._target):
            return
        self._scores, self._baseline, self._target = scores, baseline, target
        self.setAccessibleName(in_words(self._words, scores, baseline, target))
        days = [point.day for points in scores.values() for point in points]
        self._span = (min(days), max(days)) if days else (date.min, date.min)
        self._measure()
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for eleven scores to be told apart."""
        return QSize(420, 168)

    def told_at(self, place: QPointF) -> str:
        """What the marks nearest a place say, "" where there is none."""
        marks = [(who, p, self._place(p)) for who, points in self._scores.items() for p in points]
        near = [(who, p) for who, p, at in marks if (at - place).manhattanLength() <= _NEAR]
        return "\n".join(
            self._words.tr(
                "{who}: {value} of 10 on {day}",
                who=labels.choice(self._words, who),
                value=point.value,
                day=screen_date(point.day),
            )
            for who, point in near
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lines what room the words leave."""
        super().resizeEvent(event)
        self._measure()

    def event(self, event: QEvent) -> bool:
        """Say on hover who scored what, and when."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self.told_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, the lines and their names."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        self._paint_scale(painter, theme)
        self._paint_days(painter, theme)
        for informant, points in self._scores.items():
            painter.setPen(line_pen(theme, informant))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([self._place(point) for point in points]))
            for point in points:
                paint_mark(painter, theme, informant, self._place(point), 3.5)
        self._paint_names(painter, theme)
        painter.end()

    def _paint_scale(self, painter: QPainter, theme: Theme) -> None:
        right = self._right
        for value in (0, 5, HIGHEST):
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(QPointF(_LEFT, self._y(value)), QPointF(right, self._y(value)))
            painter.setPen(theme.muted)
            place = QRectF(0, self._y(value) - 9, _LEFT - 8, 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))
        for marked, dashes in ((self._target, Qt.PenStyle.DashLine), (self._baseline, Qt.PenStyle.DotLine)):
            if marked is not None:
                painter.setPen(QPen(theme.field_line, 1.2, dashes))
                painter.drawLine(QPointF(_LEFT, self._y(marked)), QPointF(right, self._y(marked)))

    def _paint_days(self, painter: QPainter, theme: Theme) -> None:
        first, last = self._span
        painter.setPen(theme.muted)
        top = self.height() - _FOOT + 6
        place = QRectF(_LEFT, top, self._right - _LEFT, _FOOT - 6)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, screen_date(last))
        if first < last:
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, screen_date(first))

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        """At the right: who ends where, and what the dashed and the dotted line are, none upon another."""
        named = self._names()
        row = float(painter.fontMetrics().height())
        heights = spread([self._y(value) for _, _, value in named], row, row / 2, self.height() - row / 2)
        left = self._right + _GAP
        for (informant, text, value), height in zip(named, heights, strict=True):
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(QPointF(self._right + 2, self._y(value)), QPointF(left - 4, height))
            if informant is not None:
                paint_mark(painter, theme, informant, QPointF(left + 4, height), 3.5)
            painter.setPen(line_colour(theme, informant) if informant is not None else theme.muted)
            words_left = left + (14 if informant is not None else 0)
            place = QRectF(words_left, height - row / 2, self.width() - words_left, row)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _names(self) -> list[tuple[Informant | None, str, int]]:
        words = self._words
        named: list[tuple[Informant | None, str, int]] = [
            (who, f"{labels.choice(words, who)} {points[-1].value}", points[-1].value)
            for who, points in self._scores.items()
        ]
        if self._target is not None:
            named.append((None, words.tr("target {value}", value=self._target), self._target))
        if self._baseline is not None:
            named.append((None, words.tr("began at {value}", value=self._baseline), self._baseline))
        return named

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        return font

    def _measure(self) -> None:
        metrics = QFontMetricsF(self._small())
        widest = max((metrics.horizontalAdvance(text) for _, text, _ in self._names()), default=0.0)
        self._right = max(_LEFT + 40, self.width() - widest - _GAP - 18)

    def _place(self, point: ScorePoint) -> QPointF:
        first, last = self._span
        share = (point.day - first).days / (last - first).days if last > first else 1.0
        return QPointF(_LEFT + 6 + share * (self._right - _LEFT - 12), self._y(point.value))

    def _y(self, value: int) -> float:
        return self.height() - _FOOT - value / HIGHEST * (self.height() - _FOOT - _TOP)


def in_words(words: Words, scores: Scores, baseline: int | None, target: int | None) -> str:
    """All of it for those who do not see the lines: who scored what on which day."""
    parts = []
    for who, points in scores.items():
        told = ", ".join(f"{screen_date(point.day)}: {point.value}" for point in points)
        parts.append(f"{labels.choice(words, who)} – {told}")
    if baseline is not None:
        parts.append(words.tr("began at {value}", value=baseline))
    if target is not None:
        parts.append(words.tr("target {value}", value=target))
    return " · ".join(parts)


def latest_in_words(words: Words, scores: Scores) -> str:
    """Who scored what the last time, and when."""
    told = (
        words.tr(
            "{who}: {value} of 10 on {day}",
            who=labels.choice(words, who),
            value=points[-1].value,
            day=screen_date(points[-1].day),
        )
        for who, points in scores.items()
    )
    return ", ".join(told)


def _column(words: Words, informant: Informant) -> Column[ScoreRow]:
    def value(row: ScoreRow) -> str:
        return str(row.values.get(informant, "–"))

    return Column(key=informant.value, title=labels.choice(words, informant), text=value)
