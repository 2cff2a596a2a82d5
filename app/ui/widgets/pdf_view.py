"""The pages of a print under each other, scrolled; what was found and what was chosen is marked on them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.core.page_text import Box, PageText, Span
from app.ui.theme import theme_of
from app.ui.widgets.pdf_choice import Caret, PdfChoice
from app.ui.widgets.pdf_layout import RIM, Fit, lay_out
from app.ui.widgets.pdf_painting import NO_HITS, Hits, paint_marks, paint_picture, paint_sheet

_STEP = 48  # pixels that an arrow key scrolls
_NOTCH = 120  # how far Qt says that a wheel was turned by one notch
_MOST_PIXELS = 24_000_000  # of one picture; a page that is larger is drawn at that size and stretched


class PdfView(QAbstractScrollArea):
    """Page Up, Page Down, Home and End lead to pages, arrows and the space bar scroll, letters are chosen by the mouse.

    It holds no PDF: what is to be drawn is asked for with `looked`, and given back page by page. `turned` carries the
    page that is shown now, counted from 1; `zoom_asked` a step larger (1) or smaller (-1); `menu_asked` a place on the
    screen. Ctrl+A chooses all of a page, Ctrl+C asks for a copy, Esc lets go of what is chosen.
    """

    turned = Signal(int)
    looked = Signal()
    zoom_asked = Signal(int)
    copy_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._sizes: tuple[QSizeF, ...] = ()
        self._zoom: float | Fit = Fit.WIDTH
        self._layout = lay_out((), Fit.WIDTH, QSizeF())
        self._page = 0
        self._is_leading = False
        self._pictures: dict[int, tuple[float, QPixmap]] = {}
        self._texts: Mapping[int, PageText] = {}
        self._hits = NO_HITS
        self._choice = PdfChoice(self._texts)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)

    # What is shown

    def show_pages(self, sizes: Sequence[QSizeF], texts: Mapping[int, PageText]) -> None:
        """Show pages of these sizes, white until their pictures come; `texts` grows while they are read."""
        self._sizes, self._texts = tuple(sizes), texts
        self._pictures.clear()
        self._hits, self._choice = NO_HITS, PdfChoice(texts)
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

    def show_hits(self, hits: Hits) -> None:
        """Mark what was found, on the pages that are read."""
        self._hits = hits
        self.viewport().update()

    def lead_to_hit(self) -> None:
        """Scroll to the hit that is framed, once its page is read."""
        page, current = self._hits.page, self._hits.current
        if current is not None and page in self._texts:
            marked = self._texts[page].marked(current)
            if marked:
                self._reveal(page, marked[0])

    # Pictures

    def wanted(self) -> list[tuple[int, float]]:
        """The pages in sight that lack a picture of their size, most needed first, with their scale for pdfium."""
        seen = self._layout.seen(self.verticalScrollBar().value(), self.viewport().height())
        beside = {min(seen) - 1, max(seen) + 1} & set(range(len(self._sizes))) if seen else set()
        scales = [(page, self._density(page)) for page in (*seen, *sorted(beside))]
        return [(page, scale) for page, scale in scales if self._drawn_at(page) != scale]

    def in_sight(self) -> list[int]:
        """The pages in sight, counted from 0, the one of which most is seen first."""
        return self._layout.seen(self.verticalScrollBar().value(), self.viewport().height())

    def give(self, page: int, scale: float, image: QImage) -> None:
        """Take a picture that was asked for; those far from what is seen are let go."""
        picture = QPixmap.fromImage(image)
        self._pictures[page] = scale, picture
        near = set(self.in_sight())
        near |= {number + step for number in near for step in (-1, 1)}
        for number in [number for number in self._pictures if number not in near]:
            del self._pictures[number]
        self.viewport().update()

    def picture(self, page: int) -> QPixmap | None:
        """The picture of a page, counted from 1; None until it is drawn at the size it is shown in."""
        drawn = self._pictures.get(page - 1)
        return drawn[1] if drawn and drawn[0] == self._density(page - 1) else None

    # Choosing letters

    def chosen_text(self) -> str:
        """The words chosen with the mouse, "" for none."""
        return self._choice.text()

    def choose_page(self) -> None:
        """Choose all words of the page shown."""
        self._choice.choose_page(self._page)
        self.viewport().update()

    def choose_nothing(self) -> bool:
        """Let go of what is chosen; whether anything was."""
        had = bool(self._choice.spans())
        self._choice.begin(None)
        self.viewport().update()
        return had

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
        if key in turns:
            self.turn_to(turns[key])
        elif key in steps:
            across, down = steps[key]
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_page()
        elif not (key is Qt.Key.Key_Escape and self.choose_nothing()):
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, by mouse or by key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        corner = self.viewport().mapToGlobal(QPoint(24, 24))
        self.menu_asked.emit(corner if by_key else event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose letters."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._choice.begin(self._caret(event.position()))
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose letters as far as the mouse is; past an end the pages scroll with it."""
        if not event.buttons() & Qt.MouseButton.LeftButton or not self._choice.is_begun():
            is_text = self._is_text(event.position())
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor)
            return
        bar, y = self.verticalScrollBar(), event.position().y()
        over = min(0.0, y) + max(0.0, y - self.viewport().height())
        bar.setValue(bar.value() + round(over / 2))
        self._choice.extend(self._caret(event.position()))
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the word."""
        if caret := self._caret(event.position()):
            self._choice.choose_word(caret)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._offset())
        chosen, ratio, theme = self._choice.spans(), self.devicePixelRatioF(), theme_of(self)
        for page in self.in_sight():
            place = self._layout.places[page]
            paint_sheet(painter, place, theme)
            if page in self._pictures:
                scale, picture = self._pictures[page]
                is_exact = scale == self._layout.scale(page) * ratio
                paint_picture(painter, place, picture, ratio, is_exact=is_exact)
            if page in self._texts:
                paint_marks(painter, self._layout, page, self._texts[page], self._hits, chosen.get(page))
        painter.end()

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

    def _density(self, page: int) -> float:
        """Dots a point that the picture of a page needs on this screen."""
        scale = self._layout.scale(page) * self.devicePixelRatioF()
        size = self._sizes[page]
        return min(scale, math.sqrt(_MOST_PIXELS / (size.width() * size.height())))

    def _drawn_at(self, page: int) -> float:
        return self._pictures[page][0] if page in self._pictures else 0.0

    def _caret(self, position: QPointF) -> Caret | None:
        """The place between letters nearest to a point of the window; None on a page that is not read yet."""
        if not self._sizes:
            return None
        point = position + self._offset()
        page = self._layout.page_near(point.y())
        text = self._texts.get(page)
        return None if text is None else Caret(page, text.caret(*self._layout.on_page(page, point)))

    def _is_text(self, position: QPointF) -> bool:
        """Whether a letter lies under a point of the window."""
        caret = self._caret(position)
        if caret is None:
            return False
        point, text = position + self._offset(), self._texts[caret.page]
        around = text.marked(Span(max(0, caret.place - 1), min(len(text.text), caret.place + 1)))
        return any(self._layout.on_screen(caret.page, box).contains(point) for box in around)
