"""The legend of the network map: every mark with its word, in as few lines as the width allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.network_answers import Dot, answers_on
from app.core.network_layout import Point
from app.core.network_lines import shape
from app.core.records.documents import NetworkDocument
from app.core.records.network import Invitation, RelationQuality, Support
from app.reports.wording import QUALITY, answer_name
from app.ui.theme import Theme, theme_of
from app.ui.widgets.network_marks import draw_answer, draw_cross, draw_line, draw_plus, draw_shape, draw_shield
from app.ui.widgets.network_picture import line_colour
from app.words import Words

_Mark = Callable[[QPainter, Theme, QPointF], None]
Entry = tuple[_Mark, int, str]
_ROW, _DOT, _LINE, _GAP = 20, 16, 30, 12
_SMALL = 12 / 14  # of the normal size of text
_UNIT = 200.0


class NetworkLegend(QWidget):
    """Says what the marks mean."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._title = words.tr("What the marks mean")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._title)
        self.tell(_entries(words, ()))

    def show_map(self, document: NetworkDocument) -> None:
        """Tell of the answers to a network meeting those that stand on this map."""
        self.tell(_entries(self._words, answers_on(document.people)))

    def tell(self, entries: list[Entry]) -> None:
        """Tell these marks, each with how wide it is and its word."""
        self._entries = entries
        self.setAccessibleDescription(", ".join(text for _, _, text in entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines at this width."""
        return QSize(420, self._height(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The same: a legend is read whole."""
        return QSize(280, self._height(max(280, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Flow anew at another size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint marks and words."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (draw, wide, text), place in zip(self._entries, self._places(self.width()), strict=True):
            draw(painter, theme, QPointF(place.x(), place.y() + self._row() / 2))
            painter.setPen(theme.muted)
            painter.setFont(self._small())
            words = QRectF(place.x() + wide + 6, place.y(), self.width(), self._row())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(font.pixelSize() * _SMALL))
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._small())

    def _row(self) -> int:
        return max(_ROW, self._metrics().height() + 3)

    def _height(self, width: int) -> int:
        return round(self._places(width)[-1].y()) + self._row()

    def _places(self, width: int) -> list[QPointF]:
        """The corner of each entry."""
        found, x, y = [], 0.0, 0.0
        for _, wide, text in self._entries:
            across = wide + 6 + self._metrics().horizontalAdvance(text)
            if x and x + across > width:
                x, y = 0.0, y + self._row()
            found.append(QPointF(x, y))
            x += across + _GAP
        return found


def _entries(words: Words, answers: Iterable[Invitation]) -> list[Entry]:
    found: list[Entry] = [
        (partial(_shape, square=False), _DOT, words.tr("private person")),
        (partial(_shape, square=True), _DOT, words.tr("professional")),
        (_plus, _DOT, words.tr("can help")),
        (_deceased, _DOT, words.tr("deceased")),
        (_shield, _DOT, words.tr("protected")),
    ]
    found += [(partial(_answer, answer), _DOT, answer_name(answer, words)) for answer in answers]
    found += [(partial(_line, quality, Support.NONE), _LINE, words.tr(name)) for quality, name in QUALITY.items()]
    given = partial(_line, RelationQuality.ORDINARY, Support.GIVEN)
    return [*found, (given, _LINE, words.tr("gives support to"))]


def _middle(place: QPointF) -> QPointF:
    return QPointF(place.x() + _DOT / 2, place.y())


def _shape(painter: QPainter, theme: Theme, place: QPointF, *, square: bool) -> None:
    draw_shape(painter, theme, _middle(place), 6, square=square)


def _plus(painter: QPainter, theme: Theme, place: QPointF) -> None:
    draw_plus(painter, theme, _middle(place), 6)


def _shield(painter: QPainter, theme: Theme, place: QPointF) -> None:
    draw_shield(painter, theme, _middle(place), 7)


def _answer(answer: Invitation, painter: QPainter, theme: Theme, place: QPointF) -> None:
    middle = _middle(place)
    draw_answer(painter, theme, answer, Dot(Point(middle.x(), middle.y()), 7))


def _deceased(painter: QPainter, theme: Theme, place: QPointF) -> None:
    draw_shape(painter, theme, _middle(place), 6, square=False)
    draw_cross(painter, theme, _middle(place), 6)


def _line(quality: RelationQuality, support: Support, painter: QPainter, theme: Theme, place: QPointF) -> None:
    def to_screen(point: Point) -> QPointF:
        return QPointF(place.x() + point.x * _UNIT, place.y() + point.y * _UNIT)

    line = shape((Point(0, 0), Point(_LINE / _UNIT, 0)), quality, support)
    draw_line(painter, theme, line, to_screen, _UNIT, line_colour(quality))
