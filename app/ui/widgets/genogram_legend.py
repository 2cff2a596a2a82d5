"""The legend of the genogram on screen: every mark with its word, in as few lines as the width allows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from app.core.genogram_lines import Line, couple_sample, parent_sample
from app.core.network_layout import Point
from app.core.records.genogram import Symbol
from app.reports.genogram_wording import CHILDREN, COUPLES, SYMBOLS
from app.ui.theme import Theme
from app.ui.widgets.genogram_marks import draw_cross, draw_lines, draw_outline, draw_symbol
from app.ui.widgets.network_legend import NetworkLegend
from app.words import Words

_DOT, _LINE = 16, 30


class GenogramLegend(NetworkLegend):
    """Says what the marks mean."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._entries = [
            (partial(_symbol, Symbol.MALE, is_child=True), _DOT, words.tr("the child")),
            *((partial(_symbol, symbol), _DOT, words.tr(told)) for symbol, told in SYMBOLS.items()),
            (_deceased, _DOT, words.tr("deceased")),
            *((partial(_lines, couple_sample(k, _LINE, 22)), _LINE, words.tr(told)) for k, told in COUPLES.items()),
            *((partial(_lines, parent_sample(k, _LINE)), _LINE, words.tr(told)) for k, told in CHILDREN.items()),
            (_household, _LINE, words.tr("live with the child")),
        ]
        self.setAccessibleDescription(", ".join(text for _, _, text in self._entries))


def _box(place: QPointF) -> QRectF:
    return QRectF(place.x() + 1, place.y() - 6.5, 13, 13)


def _symbol(symbol: Symbol, painter: QPainter, theme: Theme, place: QPointF, *, is_child: bool = False) -> None:
    draw_symbol(painter, theme, symbol, _box(place), is_child=is_child)
    if symbol is Symbol.UNKNOWN:
        font = QFont(painter.font())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(theme.ink)
        painter.drawText(_box(place), Qt.AlignmentFlag.AlignCenter, "?")


def _deceased(painter: QPainter, theme: Theme, place: QPointF) -> None:
    draw_symbol(painter, theme, Symbol.FEMALE, _box(place))
    draw_cross(painter, theme, _box(place))


def _lines(lines: tuple[Line, ...], painter: QPainter, theme: Theme, place: QPointF) -> None:
    painter.save()
    painter.translate(place)
    draw_lines(painter, theme, lines)
    painter.restore()


def _household(painter: QPainter, theme: Theme, place: QPointF) -> None:
    corners = (Point(0, -6), Point(_LINE, -6), Point(_LINE, 6), Point(0, 6), Point(0, -6))
    painter.save()
    painter.translate(place)
    draw_outline(painter, theme, corners)
    painter.restore()
