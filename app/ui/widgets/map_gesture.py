"""What the mouse can hold on to in a drawing, and the one thing it can hold in all of them: the sheet itself.

A gesture begins with a press and is asked at each move of the mouse; `drop` says what it comes to. What it paints
itself while it lasts it names in `hidden`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from app.ui.theme import Theme
from app.ui.widgets.network_wishes import LineWish, MapMove

Outcome = tuple[MapMove, ...] | LineWish | None


class Gesture:
    """The base: holds on to nothing."""

    cursor = Qt.CursorShape.ArrowCursor
    hidden: frozenset[str] = frozenset()

    def drag(self, where: QPointF) -> None:
        """The mouse is here now."""

    def drop(self) -> Outcome:
        """What it comes to where the mouse is let go."""
        return None

    def paint_below(self, painter: QPainter, theme: Theme) -> None:
        """Paint what lies under the map."""

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """Paint what lies over the map."""


class MoveSheet(Gesture):
    """Looks at what lies beside: the sheet follows the mouse."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, start: QPointF, move: Callable[[QPointF], object]) -> None:
        self._last, self._move = start, move

    def drag(self, where: QPointF) -> None:
        """Move as far as the mouse did."""
        way, self._last = where - self._last, where
        self._move(way)
