"""The legend of the network map, always printed with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from app.core.network_answers import Dot
from app.core.network_layout import Point
from app.core.network_lines import shape
from app.core.network_room import Box
from app.core.records.network import Invitation, RelationQuality, Support
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.network_marks import draw_answer, draw_cross, draw_plus, draw_shape, fill_heads, stroke
from app.reports.palette import colour
from app.reports.wording import QUALITY, answer_name
from app.words import Words

_ROW, _SIZE, _SAMPLE, _UNIT = 13.0, 8.0, 40.0, 215.0
_Draw = Callable[[Canvas, float, float], None]


def legend_box(words: Words, answers: Iterable[Invitation], unit: float, width: float, height: float) -> Box:
    """The room the legend takes in the lower left corner of a page `width` × `height` points, in units.

    Of the answers to a network meeting only those are told that stand on the map.
    """
    rows = _rows(words, answers)
    across = _SAMPLE + 10 + max(fonts.width(text, Face.REGULAR, _SIZE) for _, text in rows)
    up = _ROW * (len(rows) + 1)
    return Box(-width / 2 / unit, (height / 2 - up) / unit, across / unit, up / unit)


def draw_legend(canvas: Canvas, words: Words, answers: Iterable[Invitation]) -> None:
    """Draw the legend with its lower left corner at the origin."""
    rows = _rows(words, answers)
    for number, (draw, text) in enumerate(reversed(rows)):
        y = _ROW * number + 2
        draw(canvas, 0, y + 3)
        canvas.setFillColor(colour("ink"))
        fonts.draw(canvas, _SAMPLE + 8, y, text, Face.REGULAR, _SIZE)
    canvas.setFillColor(colour("muted"))
    fonts.draw(canvas, 0, _ROW * len(rows) + 3, words.tr("What the marks mean"), Face.STRONG, _SIZE)


def _rows(words: Words, answers: Iterable[Invitation]) -> list[tuple[_Draw, str]]:
    return [*_people(words), *((partial(_answer, one), answer_name(one, words)) for one in answers), *_lines(words)]


def _people(words: Words) -> Iterator[tuple[_Draw, str]]:
    middle = _SAMPLE / 2
    yield lambda c, x, y: draw_shape(c, x + middle, y, 4.8, square=False), words.tr("private person")
    yield lambda c, x, y: draw_shape(c, x + middle, y, 4.8, square=True), words.tr("professional")
    yield lambda c, x, y: draw_plus(c, x + middle, y, 4), words.tr("can help")

    def deceased(canvas: Canvas, x: float, y: float) -> None:
        draw_shape(canvas, x + middle, y, 4.4, square=False)
        draw_cross(canvas, x + middle, y, 4.4)

    yield deceased, words.tr("deceased")


def _answer(answer: Invitation, canvas: Canvas, x: float, y: float) -> None:
    draw_answer(canvas, answer, Dot(Point(x + _SAMPLE / 2, y), 4.4))


def _lines(words: Words) -> Iterator[tuple[_Draw, str]]:
    for quality, name in QUALITY.items():
        yield _sample(quality, Support.NONE), words.tr(name)
    yield _sample(RelationQuality.ORDINARY, Support.GIVEN), words.tr("gives support to")


def _sample(quality: RelationQuality, support: Support) -> _Draw:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        line = shape((Point(0, 0), Point(_SAMPLE / _UNIT, 0)), quality, support)

        def to_page(point: Point) -> tuple[float, float]:
            return x + point.x * _UNIT, y - point.y * _UNIT

        stroke(canvas, line, to_page, _UNIT)
        fill_heads(canvas, line, to_page)

    return draw
