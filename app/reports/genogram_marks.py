"""The marks of a genogram on paper, readable without colour: symbols by gender, and lines by how people are tied."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportlab.pdfgen.canvas import Canvas

from app.core.genogram_lines import Line, Stroke
from app.core.network_layout import Point
from app.core.records.genogram import GenogramPerson, Symbol
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.genogram_wording import inside
from app.reports.palette import colour

ToPage = Callable[[Point], tuple[float, float]]
_DASHES = {Stroke.DASHED: (4.5, 2.5), Stroke.DOTTED: (0.6, 2.4)}


def draw_lines(canvas: Canvas, lines: Iterable[Line], to_page: ToPage) -> None:
    """Draw the lines between people."""
    canvas.saveState()
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineJoin(0)
    for line in lines:
        canvas.setLineWidth(0.5 if line.stroke is Stroke.FAINT else 1.4 if line.stroke is Stroke.DOTTED else 1.1)
        canvas.setLineCap(1 if line.stroke is Stroke.DOTTED else 0)
        canvas.setDash(*_DASHES.get(line.stroke, ()))
        _trace(canvas, line.points, to_page)
    canvas.restoreState()


def draw_outline(canvas: Canvas, points: Iterable[Point], to_page: ToPage) -> None:
    """Draw the dashed outline around a household."""
    canvas.saveState()
    canvas.setStrokeColor(colour("muted"))
    canvas.setLineWidth(0.8)
    canvas.setDash(7, 3)
    _trace(canvas, tuple(points), to_page)
    canvas.restoreState()


def draw_person(
    canvas: Canvas, person: GenogramPerson, where: tuple[float, float], size: float, told: str = ""
) -> None:
    """A symbol `size` points wide with the age in it, or what is told instead."""
    x, y = where
    draw_symbol(canvas, person.symbol, x, y, size, is_child=person.is_child)
    text = told or inside(person)
    if text:
        canvas.setFillColor(colour("ink"))
        high = size * (0.4 if person.symbol is not Symbol.UNBORN else 0.3)
        high = min(high, 0.6 * size / max(0.1, fonts.width(text, Face.STRONG, 1)))
        low = 0.14 * size if person.symbol is Symbol.UNBORN else 0.0
        fonts.draw(canvas, x, y - high * 0.35 - low, text, Face.STRONG, high, 0.5)
    if person.deceased:
        draw_cross(canvas, x, y, size, broken=bool(text))


def draw_symbol(canvas: Canvas, symbol: Symbol, x: float, y: float, size: float, *, is_child: bool = False) -> None:
    """A symbol with its middle at a place; the child of the case has a double outline."""
    canvas.setStrokeColor(colour("ink"))
    canvas.setFillColor(colour("card"))
    canvas.setLineWidth(1.2)
    _shape(canvas, symbol, x, y, size, fill=1)
    if is_child:
        _shape(canvas, symbol, x, y, size - max(5.0, size * 0.2), fill=0)


def draw_cross(canvas: Canvas, x: float, y: float, size: float, *, broken: bool = False) -> None:
    """A cross through the symbol of somebody who has died, broken in the middle where something stands there."""
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(1.0)
    far, near = size / 2, size * 0.24 if broken else 0.0
    for right, up in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        canvas.line(x + right * near, y + up * near, x + right * far, y + up * far)


def _shape(canvas: Canvas, symbol: Symbol, x: float, y: float, size: float, *, fill: int) -> None:
    half = size / 2
    match symbol:
        case Symbol.MALE:
            canvas.rect(x - half, y - half, size, size, fill=fill)
        case Symbol.FEMALE:
            canvas.circle(x, y, half, fill=fill)
        case Symbol.UNKNOWN:
            canvas.roundRect(x - half, y - half, size, size, size * 0.28, fill=fill)
        case Symbol.OTHER:
            _polygon(canvas, ((x, y + half), (x + half, y), (x, y - half), (x - half, y)), fill=fill)
        case Symbol.UNBORN:
            _polygon(canvas, ((x, y + half), (x + half, y - half), (x - half, y - half)), fill=fill)


def _polygon(canvas: Canvas, corners: tuple[tuple[float, float], ...], *, fill: int) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=1, fill=fill)


def _trace(canvas: Canvas, points: tuple[Point, ...], to_page: ToPage) -> None:
    path = canvas.beginPath()
    path.moveTo(*to_page(points[0]))
    for point in points[1:]:
        path.lineTo(*to_page(point))
    canvas.drawPath(path, stroke=1, fill=0)
