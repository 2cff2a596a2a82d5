"""How near one looks at a network map, and at which part of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSizeF

NEAREST = 5.0
STEP = 1.25
_AROUND = 24.0  # pixels that stay in sight around what is shown


class MapCamera:
    """From 1, where the whole map fits its widget, up to `NEAREST`. Sizes and places are in pixels of the widget."""

    def __init__(self) -> None:
        self.zoom = 1.0
        self._shift = QPointF()

    def origin(self, size: QSizeF) -> QPointF:
        """Where the child stands in a widget of this size."""
        return QPointF(size.width() / 2, size.height() / 2) + self._shift

    @property
    def is_far(self) -> bool:
        """Whether one can look nearer still."""
        return self.zoom < NEAREST

    def fit(self) -> None:
        """Look at the whole map."""
        self.zoom, self._shift = 1.0, QPointF()

    def zoom_by(self, factor: float, about: QPointF, size: QSizeF) -> bool:
        """Look nearer or from further off; what lies at `about` stays there. Says whether anything changed."""
        zoom = max(1.0, min(NEAREST, self.zoom * factor))
        if zoom == self.zoom:
            return False
        away = about - self.origin(size)
        self._shift += away - away * (zoom / self.zoom)
        self.zoom = zoom
        self._hold(size)
        return True

    def move_by(self, way: QPointF, size: QSizeF) -> bool:
        """Look at what lies beside; the map does not leave its widget. Says whether anything changed."""
        before = QPointF(self._shift)
        self._shift += way
        self._hold(size)
        return self._shift != before

    def bring_in_sight(self, where: QPointF, size: QSizeF) -> bool:
        """Move just as far as needed to have a place in sight. Says whether anything changed."""
        x = max(_AROUND, min(size.width() - _AROUND, where.x()))
        y = max(_AROUND, min(size.height() - _AROUND, where.y()))
        return self.move_by(QPointF(x, y) - where, size)

    def _hold(self, size: QSizeF) -> None:
        most = QSizeF(size.width() * (self.zoom - 1) / 2, size.height() * (self.zoom - 1) / 2)
        self._shift.setX(max(-most.width(), min(most.width(), self._shift.x())))
        self._shift.setY(max(-most.height(), min(most.height(), self._shift.y())))
