"""How near one looks at a drawing, and at which part of it: the network map and the genogram alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

STEP = 1.25
_AROUND = 12.0  # pixels that stay in sight around what is shown


class MapCamera:
    """From 1, where all of it fits its widget, up to the `nearest` that is of use. Sizes and places are in its pixels.

    It is touched as soon as somebody chose what to look at; until then it may begin anew.
    """

    def __init__(self) -> None:
        self.zoom = self.nearest = 1.0
        self.is_touched = False
        self._shift = QPointF()
        self._size = self._whole = QSizeF()

    @property
    def middle(self) -> QPointF:
        """Where in the widget the middle of the drawing stands."""
        return QPointF(self._size.width() / 2, self._size.height() / 2) + self._shift

    @property
    def is_far(self) -> bool:
        """Whether one can look nearer still."""
        return self.zoom < self.nearest

    def aim(self, size: QSizeF, whole: QSizeF, nearest: float) -> None:
        """Look through a widget of this size at what is `whole` large where all of it fits."""
        self._size, self._whole, self.nearest = size, whole, nearest
        self.zoom = min(self.zoom, nearest)
        self._hold()

    def begin(self, zoom: float = 1.0, beside: QPointF | None = None) -> None:
        """Look from so near, as nobody chose to yet; `beside` is what lies in the middle, from there, at zoom 1."""
        self.zoom, self.is_touched = max(1.0, min(self.nearest, zoom)), False
        self._shift = -beside * self.zoom if beside is not None else QPointF()
        self._hold()

    def fit(self) -> None:
        """Look at all of it."""
        self.begin()
        self.is_touched = True

    def zoom_by(self, factor: float, about: QPointF) -> bool:
        """Look nearer or from further off; what lies at `about` stays there. Says whether anything changed."""
        zoom = max(1.0, min(self.nearest, self.zoom * factor))
        if zoom == self.zoom:
            return False
        away = about - self.middle
        self._shift += away - away * (zoom / self.zoom)
        self.zoom, self.is_touched = zoom, True
        self._hold()
        return True

    def move_by(self, way: QPointF) -> bool:
        """Look at what lies beside; the drawing does not leave its widget. Says whether anything changed."""
        moved = self._follow(way)
        self.is_touched |= moved
        return moved

    def bring_in_sight(self, place: QRectF) -> bool:
        """Move just as far as needed to have a place in sight. Says whether anything changed."""
        room = QRectF(QPointF(), self._size).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        across = max(0.0, room.left() - place.left()) or min(0.0, room.right() - place.right())
        down = max(0.0, room.top() - place.top()) or min(0.0, room.bottom() - place.bottom())
        return self._follow(QPointF(across, down))

    def _follow(self, way: QPointF) -> bool:
        before = QPointF(self._shift)
        self._shift += way
        self._hold()
        return self._shift != before

    def _hold(self) -> None:
        """What is larger than the widget covers it, what is smaller stays within it."""
        across = abs(self._whole.width() * self.zoom - self._size.width()) / 2
        down = abs(self._whole.height() * self.zoom - self._size.height()) / 2
        self._shift.setX(max(-across, min(across, self._shift.x())))
        self._shift.setY(max(-down, min(down, self._shift.y())))
