"""Where the pages of a print lie on the screen: under each other, as large as was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.core.page_text import Box

DOTS = 96 / 72
"""Pixels a point at 100 %."""
RIM = 12.0
"""Pixels around the pages and between them."""
_LEAST, _MOST = 0.2, 4.0  # of the natural size: a page that fits a narrow or a very wide window


class Fit(Enum):
    """Sizes that follow the window."""

    WIDTH = "width"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class PdfLayout:
    """The places of the pages in pixels, and the zoom of each: 1 is natural size.

    In a print of several sheets, upright and lying ones, each is fitted by itself.
    """

    places: tuple[QRectF, ...]
    zooms: tuple[float, ...]
    size: QSizeF

    def scale(self, page: int) -> float:
        """Pixels a point on this page, counted from 0."""
        return self.zooms[page] * DOTS

    def seen(self, top: float, height: float) -> list[int]:
        """The pages in sight, the one of which most is seen first."""
        shares = []
        for page, place in enumerate(self.places):
            share = min(place.bottom(), top + height) - max(place.top(), top)
            if share > 0:
                shares.append((-round(share), page))
        return [page for _share, page in sorted(shares)]

    def page_near(self, y: float) -> int:
        """The page at a height, or the nearest one."""
        away = [max(place.top() - y, 0.0, y - place.bottom()) for place in self.places]
        return away.index(min(away))

    def on_page(self, page: int, point: QPointF) -> tuple[float, float]:
        """Where a point lies on a page, in points from its upper left corner."""
        inner = (point - self.places[page].topLeft()) / self.scale(page)
        return inner.x(), inner.y()

    def on_screen(self, page: int, box: Box) -> QRectF:
        """Where a box of a page lies, in pixels."""
        scale, corner = self.scale(page), self.places[page].topLeft()
        place = QRectF(
            box.left * scale, box.top * scale, (box.right - box.left) * scale, (box.bottom - box.top) * scale
        )
        return place.translated(corner)


def lay_out(sizes: Sequence[QSizeF], zoom: float | Fit, room: QSizeF) -> PdfLayout:
    """Lay pages of these sizes (points) under each other in the middle of `room` (pixels)."""
    zooms = tuple(_zoom(size, zoom, room) for size in sizes)
    drawn = [size * (factor * DOTS) for size, factor in zip(sizes, zooms, strict=True)]
    width = max([room.width(), *(size.width() + 2 * RIM for size in drawn)])
    places, top = [], RIM
    for size in drawn:
        places.append(QRectF(round((width - size.width()) / 2), round(top), size.width(), size.height()))
        top += size.height() + RIM
    return PdfLayout(tuple(places), zooms, QSizeF(width, top))


def _zoom(size: QSizeF, zoom: float | Fit, room: QSizeF) -> float:
    if isinstance(zoom, float):
        return zoom
    across = (room.width() - 2 * RIM) / (size.width() * DOTS)
    if zoom is Fit.PAGE:
        across = min(across, (room.height() - 2 * RIM) / (size.height() * DOTS))
    return max(_LEAST, min(_MOST, across))
