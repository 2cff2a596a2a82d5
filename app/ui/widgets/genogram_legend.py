"""The legend of the genogram on screen: every mark with its word, in as few lines as the width allows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from app.core.genogram_lines import Line, couple_sample, parent_sample
from app.core.genogram_unions import kinship
from app.core.network_layout import Point
from app.core.records.family import CoupleKind
from app.core.records.genogram import GenogramDocument, Symbol
from app.reports.genogram_wording import CHILDREN, COUPLES, SYMBOLS
from app.ui.theme import Theme
from app.ui.widgets.genogram_marks import draw_cross, draw_lines, draw_outline, draw_symbol
from app.ui.widgets.network_legend import Entry, NetworkLegend
from app.ui.widgets.network_marks import draw_shield

_DOT, _LINE = 16, 30


class GenogramLegend(NetworkLegend):
    """Says what the marks mean that stand in the drawing; on paper all of them are told."""

    def show_family(self, document: GenogramDocument) -> None:
        """Tell the marks of this family."""
        words, drawn = self._words, document.drawn
        symbols = {person.symbol for person in drawn}
        pairs = {frozenset({one.one_id, one.other_id}) for one in document.couples}
        couples: set[CoupleKind | None] = {one.kind for one in document.couples}
        if any(len(union.parents) > 1 and frozenset(union.parents) not in pairs for union in kinship(document).unions):
            couples.add(None)
        kinds = {tie.kind for tie in document.parents}
        found: list[Entry] = [(partial(_symbol, Symbol.MALE, is_child=True), _DOT, words.tr("the child"))]
        found += [(partial(_symbol, s), _DOT, words.tr(told)) for s, told in SYMBOLS.items() if s in symbols]
        if any(person.deceased for person in drawn):
            found.append((_deceased, _DOT, words.tr("deceased")))
        if any(person.protected for person in drawn):
            found.append((_shield, _DOT, words.tr("protected")))
        for kind, told in COUPLES.items():
            if kind in couples:
                found.append((partial(_lines, couple_sample(kind, _LINE, 22)), _LINE, words.tr(told)))
        for bond, told in CHILDREN.items():
            if bond in kinds:
                found.append((partial(_lines, parent_sample(bond, _LINE)), _LINE, words.tr(told)))
        if sum(person.at_home for person in drawn) > 1:
            found.append((_household, _LINE, words.tr("live with the child")))
        self.tell(found)


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


def _shield(painter: QPainter, theme: Theme, place: QPointF) -> None:
    draw_shield(painter, theme, _box(place).center(), 7)


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
