"""The legend of the genogram, always printed with it: every mark with its word, in as few lines as it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from app.core.genogram_lines import Line, couple_sample, parent_sample
from app.core.network_layout import Point
from app.core.records.genogram import Symbol
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.genogram_marks import draw_cross, draw_lines, draw_outline, draw_symbol
from app.reports.genogram_wording import CHILDREN, COUPLES, SYMBOLS
from app.reports.palette import colour
from app.words import Words

_ROW, _SIZE, _MARK, _LINE, _GAP = 15.0, 8.0, 12.0, 30.0, 14.0
_Draw = Callable[[Canvas, float, float], None]


def legend_height(words: Words, width: float) -> float:
    """Points the legend takes at a width."""
    return _ROW * (max(row for row, _ in _places(words, width)) + 1)


def draw_legend(canvas: Canvas, words: Words, width: float) -> None:
    """Draw the legend with its lower left corner at the origin."""
    places = _places(words, width)
    last = max(row for row, _ in places)
    for (draw, wide, text), (row, x) in zip(_entries(words), places, strict=True):
        y = (last - row) * _ROW + _ROW / 2
        draw(canvas, x, y)
        canvas.setFillColor(colour("ink"))
        fonts.draw(canvas, x + wide + 5, y - _SIZE * 0.35, text, Face.REGULAR, _SIZE)


def _places(words: Words, width: float) -> list[tuple[int, float]]:
    """The line and the left edge of each entry."""
    found, row, x = [], 0, 0.0
    for _, wide, text in _entries(words):
        across = wide + 5 + fonts.width(text, Face.REGULAR, _SIZE)
        if x and x + across > width:
            row, x = row + 1, 0.0
        found.append((row, x))
        x += across + _GAP
    return found


def _entries(words: Words) -> Iterator[tuple[_Draw, float, str]]:
    yield partial(_symbol, Symbol.MALE, is_child=True), _MARK, words.tr("double outline: the child")
    for symbol, told in SYMBOLS.items():
        yield partial(_symbol, symbol), _MARK, words.tr(told)
    yield _deceased, _MARK, words.tr("deceased")
    for kind, told in COUPLES.items():
        yield partial(_lines, couple_sample(kind, _LINE, 20.0)), _LINE, words.tr(told)
    for bond, told in CHILDREN.items():
        yield partial(_lines, parent_sample(bond, _LINE)), _LINE, words.tr(told)
    yield _household, _LINE, words.tr("live with the child")


def _symbol(symbol: Symbol, canvas: Canvas, x: float, y: float, *, is_child: bool = False) -> None:
    draw_symbol(canvas, symbol, x + _MARK / 2, y, _MARK - 2, is_child=is_child)
    if symbol is Symbol.UNKNOWN:
        canvas.setFillColor(colour("ink"))
        fonts.draw(canvas, x + _MARK / 2, y - 2.4, "?", Face.STRONG, 7, 0.5)


def _deceased(canvas: Canvas, x: float, y: float) -> None:
    draw_symbol(canvas, Symbol.FEMALE, x + _MARK / 2, y, _MARK - 2)
    draw_cross(canvas, x + _MARK / 2, y, _MARK - 2)


def _lines(lines: tuple[Line, ...], canvas: Canvas, x: float, y: float) -> None:
    draw_lines(canvas, lines, lambda point: (x + point.x, y - point.y))


def _household(canvas: Canvas, x: float, y: float) -> None:
    corners = (Point(0, -5), Point(_LINE, -5), Point(_LINE, 5), Point(0, 5), Point(0, -5))
    draw_outline(canvas, corners, lambda point: (x + point.x, y - point.y))
