"""Pages under each other that are scrolled: where each lies, which is shown, and how large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.core.page_text import Box
from app.ui.widgets.pdf_layout import RIM, Fit, lay_out

_STEP = 48  # pixels that an arrow key scrolls
_NOTCH = 120  # how far Qt says that a wheel was turned by one notch


class PdfSheets(QAbstractScrollArea):
    """Page Up, Page Down, Home and End lead to pages, End on the last to its foot; arrows and the space bar scroll.

    `turned` carries the page that is shown now, counted from 1; `looked` tells that other parts came in sight;
    `zoom_asked` carries a step larger (1) or smaller (-1).
    """

    turned = Signal(int)
    looked = Signal()
    zoom_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sizes: tuple[QSizeF, ...] = ()
        self._zoom: float | Fit = Fit.WIDTH
        self._layout = lay_out((), Fit.WIDTH, QSizeF())
        self._page = 0
        self._is_leading = False
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)

    def show_sizes(self, sizes: Sequence[QSizeF]) -> None:
        """Show pages of these sizes, from the head of the one that is shown now or the last."""
        self._sizes = tuple(sizes)
        self._page = min(self._page, max(0, len(sizes) - 1))
        self._lay_out()
        self._scroll_to(self._page)

    def page(self) -> int:
        """The page shown, counted from 1; 0 where there is none."""
        return self._page + 1 if self._sizes else 0

    def zoom(self) -> float:
        """How large the page shown is; 1 is natural size."""
        return self._layout.zooms[self._page] if self._sizes else 1.0

    def set_zoom(self, zoom: float | Fit) -> None:
        """Show the pages at a size, or let them follow the window."""
        self._zoom = zoom
        self._lay_out()

    def turn_to(self, page: int) -> None:
        """Lead to the head of a page, counted from 1; past the ends to the first or the last."""
        wanted = max(0, min(len(self._sizes) - 1, page - 1))
        if self._sizes:
            self._scroll_to(wanted)
            self._set_page(wanted)

    def in_sight(self) -> list[int]:
        """The pages in sight, counted from 0, the one of which most is seen first."""
        return self._layout.seen(self.verticalScrollBar().value(), self.viewport().height())

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and scroll."""
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        turns = {
            Qt.Key.Key_PageDown: self.page() + 1,
            Qt.Key.Key_PageUp: self.page() - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: len(self._sizes),
        }
        screen = round(self.viewport().height() * 0.9)
        steps = {
            Qt.Key.Key_Down: (0, _STEP),
            Qt.Key.Key_Up: (0, -_STEP),
            Qt.Key.Key_Right: (_STEP, 0),
            Qt.Key.Key_Left: (-_STEP, 0),
            Qt.Key.Key_Space: (0, -screen if is_back else screen),
        }
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_End and self._page == len(self._sizes) - 1:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        elif key in turns:
            self.turn_to(turns[key])
        elif key in steps:
            across, down = steps[key]
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / _NOTCH
            if notches:
                self.zoom_asked.emit(1 if notches > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew for a screen of another density."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.looked.emit()

    # Inside

    def _lay_out(self) -> None:
        """Lay the pages out anew; what stood at the top of the window stays there."""
        page, share = self._page, self._share()
        before = self.viewport().size()
        self._layout = lay_out(self._sizes, self._zoom, self._room())
        self._set_bars()
        if self._sizes:
            place = self._layout.places[page]
            self._is_leading = True
            self.verticalScrollBar().setValue(round(place.top() + share * place.height()))
            self._is_leading = False
        if before == self.viewport().size():
            self.looked.emit()
        self.viewport().update()

    def _room(self) -> QSizeF:
        """What pages may fill: the scroll bar's place is kept free, so that its coming and going moves nothing."""
        room = QSizeF(self.viewport().size())
        if not self.verticalScrollBar().isVisible():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        return room

    def _set_bars(self) -> None:
        seen, whole = self.viewport().size(), self._layout.size
        self._is_leading = True
        for bar, room, size in (
            (self.verticalScrollBar(), seen.height(), whole.height()),
            (self.horizontalScrollBar(), seen.width(), whole.width()),
        ):
            bar.setPageStep(room)
            bar.setSingleStep(_STEP)
            # A pixel is given away to rounding, so that no bar comes for it.
            bar.setRange(0, max(0, round(size - room - 1)))
        self._is_leading = False

    def _share(self) -> float:
        """How far down the page shown the window begins, as a share of the page."""
        if not self._layout.places:
            return 0.0
        place = self._layout.places[self._page]
        return (self.verticalScrollBar().value() - place.top()) / place.height()

    def _scroll_to(self, page: int) -> None:
        if self._sizes:
            self._is_leading = True
            self.verticalScrollBar().setValue(round(self._layout.places[page].top() - RIM))
            self._is_leading = False
            self.looked.emit()

    def _reveal(self, page: int, box: Box) -> None:
        """Scroll as far as is needed to see a box, with something around it."""
        place = self._layout.on_screen(page, box)
        window = QRectF(self._offset(), QSizeF(self.viewport().size())).adjusted(40, 40, -40, -40)
        self._is_leading = True
        if not (window.top() <= place.top() and place.bottom() <= window.bottom()):
            self.verticalScrollBar().setValue(round(place.top() - self.viewport().height() / 3))
        if not (window.left() <= place.left() and place.right() <= window.right()):
            self.horizontalScrollBar().setValue(round(place.left() - self.viewport().width() / 3))
        self._is_leading = False
        self._set_page(page)
        self.looked.emit()

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.turned.emit(page + 1)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        if not self._is_leading:
            seen = self.in_sight()
            if seen:
                self._set_page(seen[0])
            self.looked.emit()

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
