"""Goals are put in order by mouse as with Alt and the arrows: a card is taken by its head and let go elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import theme_of
from app.ui.widgets.surfaces import scroll_around

_KIND = "application/x-forlaens-goal"
_EDGE = 60  # px from the edge of what is in sight, where the page moves on


class DropMark(QWidget):
    """A line between two cards: here the goal comes to stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand_at(self, y: int, width: int) -> None:
        """Show it at a height of its parent."""
        self.setGeometry(0, max(0, y - 2), width, 4)
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line in the accent colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme_of(self).accent)
        painter.end()


def drag(card: QWidget, goal_id: str) -> None:
    """Carry a goal until it is let go."""
    carried = QDrag(card)
    data = QMimeData()
    data.setData(_KIND, goal_id.encode())
    carried.setMimeData(data)
    picture = card.grab().scaledToWidth(min(420, card.width()), Qt.TransformationMode.SmoothTransformation)
    carried.setPixmap(picture.copy(0, 0, picture.width(), min(60, picture.height())))
    carried.exec(Qt.DropAction.MoveAction)


def goal_of(event: QDropEvent) -> str:
    """The goal that is carried, "" where something else is."""
    return bytes(event.mimeData().data(_KIND).data()).decode() if event.mimeData().hasFormat(_KIND) else ""


def place_at(cards: Sequence[QWidget], y: int) -> int:
    """Before which card something let go at this height comes to stand; behind the last is their number."""
    return sum(card.geometry().center().y() < y for card in cards)


def scroll_along(widget: QWidget, at: QPoint) -> None:
    """Move the page on where something is carried to the edge of what is in sight."""
    if (above := scroll_around(widget)) is not None and (page := above.widget()) is not None:
        place = widget.mapTo(page, at)
        above.ensureVisible(place.x(), place.y(), 0, _EDGE)
