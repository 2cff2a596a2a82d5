"""Painting a page of a print: its picture, and what is marked on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.core.page_text import PageText, Span
from app.ui.theme import Theme, load
from app.ui.widgets.pdf_layout import PdfLayout

_HIT_ALPHA, _CHOSEN_ALPHA = 70, 60  # of 255: one reads through a mark


@dataclass(frozen=True, slots=True)
class Hits:
    """What is marked as found: the parts of each page, and the one that was led to last, with its page."""

    spans: Mapping[int, tuple[Span, ...]]
    page: int = -1
    current: Span | None = None


NO_HITS = Hits({})


def paint_picture(painter: QPainter, place: QRectF, picture: QPixmap, ratio: float, *, is_exact: bool) -> None:
    """Paint a page's picture; one that is exact has a dot for each of the screen, `ratio` of them a pixel.

    Stretched by a fraction of a pixel, letters would blur.
    """
    exact = QRectF(place.topLeft(), QSizeF(picture.size()) / ratio)
    painter.drawPixmap(exact if is_exact else place, picture, QRectF(picture.rect()))


def paint_marks(
    painter: QPainter, layout: PdfLayout, page: int, text: PageText, hits: Hits, chosen: Span | None
) -> None:
    """Mark what was found on a page, frame the hit that was led to, and mark what is chosen.

    Paper is white by night too, so its marks keep the colours of the day.
    """
    paper = load("light")
    for span in hits.spans.get(page, ()):
        for box in text.marked(span):
            painter.fillRect(layout.on_screen(page, box), _faint(paper.soon, _HIT_ALPHA))
    if page == hits.page and hits.current is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(paper.over, 2))
        for box in text.marked(hits.current):
            painter.drawRect(layout.on_screen(page, box).adjusted(-2, -2, 2, 2))
    for box in text.marked(chosen) if chosen is not None else ():
        painter.fillRect(layout.on_screen(page, box), _faint(paper.accent, _CHOSEN_ALPHA))


def paint_sheet(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Paint the white sheet that a page stands on, with its edge."""
    painter.setPen(QPen(theme.line, 1))
    painter.setBrush(load("light").card)
    painter.drawRect(place)


def _faint(colour: QColor, alpha: int) -> QColor:
    faint = QColor(colour)
    faint.setAlpha(alpha)
    return faint
