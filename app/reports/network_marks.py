"""The marks of a network map on paper: a person's shape and the strokes of a line, readable without colour."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from app.core.network_answers import SIGN_WIDTH, SIGNS, Dot
from app.core.network_layout import Point
from app.core.network_lines import LineShape
from app.core.records.documents import DocumentMapPerson
from app.core.records.network import Invitation
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.palette import colour

ToPage = Callable[[Point], tuple[float, float]]


def stroke(canvas: Canvas, line: LineShape, to_page: ToPage, unit: float) -> None:
    """Draw the strokes of a line; `unit` is the length of one unit in points."""
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(line.width * unit)
    canvas.setLineCap(0)
    canvas.setLineJoin(1)
    for points in line.strokes:
        _trace(canvas, points, to_page, fill=False)


def fill_heads(canvas: Canvas, line: LineShape, to_page: ToPage) -> None:
    """Draw the arrowheads of a line."""
    canvas.setFillColor(colour("ink"))
    for points in line.heads:
        _trace(canvas, points, to_page, fill=True)


def draw_person(
    canvas: Canvas, person: DocumentMapPerson, where: tuple[float, float], radius: float, inside: str
) -> None:
    """A person's shape with a few letters in it, and the marks for "can help" and "deceased"."""
    x, y = where
    draw_shape(canvas, x, y, radius, square=person.is_professional)
    canvas.setFillColor(colour("ink"))
    size = min(8.5, radius * 0.95, 1.5 * radius / max(0.1, fonts.width(inside, Face.STRONG, 1)))
    fonts.draw(canvas, x, y - size * 0.35, inside, Face.STRONG, size, 0.5)
    if person.deceased:
        draw_cross(canvas, x, y, radius)
    if person.can_help.strip():
        draw_plus(canvas, x + radius * 0.78, y + radius * 0.78, max(3.4, radius * 0.36))


def draw_shape(canvas: Canvas, x: float, y: float, radius: float, *, square: bool) -> None:
    """A circle for a private person, a grey square for a professional."""
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(1.1)
    canvas.setFillColor(colour("track") if square else colour("card"))
    if square:
        half = radius * 0.9
        canvas.roundRect(x - half, y - half, 2 * half, 2 * half, radius * 0.18, fill=1)
    else:
        canvas.circle(x, y, radius, fill=1)


def draw_cross(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """A cross over a person who has died, as in a genogram, broken in the middle so that the letters stay readable."""
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(1.1)
    near, far = radius * 0.48, radius * 1.05
    for dx, dy in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        canvas.line(x + dx * near, y + dy * near, x + dx * far, y + dy * far)


def draw_plus(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """A plus on a dark dot: somebody who can help."""
    canvas.setFillColor(colour("ok"))
    canvas.setStrokeColor(colour("card"))
    canvas.setLineWidth(0.8)
    canvas.circle(x, y, radius, fill=1)
    canvas.setLineWidth(radius * 0.36)
    arm = radius * 0.56
    canvas.line(x - arm, y, x + arm, y)
    canvas.line(x, y - arm, x, y + arm)


def draw_answer(canvas: Canvas, answer: Invitation, dot: Dot) -> None:
    """The sign of what somebody answered to the coming network meeting, on a light dot in points, y upwards."""
    (x, y), radius = dot.middle, dot.radius
    canvas.setFillColor(colour("card"))
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(0.7)
    canvas.circle(x, y, radius, fill=1)
    canvas.setLineWidth(SIGN_WIDTH * radius)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for points in SIGNS[answer]:
        _trace(canvas, points, lambda point: (x + radius * point.x, y - radius * point.y), fill=False)
    canvas.setLineCap(0)


def _trace(canvas: Canvas, points: tuple[Point, ...], to_page: ToPage, *, fill: bool) -> None:
    path = canvas.beginPath()
    path.moveTo(*to_page(points[0]))
    for point in points[1:]:
        path.lineTo(*to_page(point))
    if fill:
        path.close()
    canvas.drawPath(path, stroke=not fill, fill=fill)
