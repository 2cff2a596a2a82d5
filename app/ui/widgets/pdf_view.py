"""The pages of a print with their pictures; what was found and what was chosen is marked on them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)

from app.core.page_text import PageText, Span
from app.ui.theme import theme_of
from app.ui.widgets.pdf_choice import Caret, PdfChoice
from app.ui.widgets.pdf_painting import NO_HITS, Hits, paint_marks, paint_picture, paint_sheet
from app.ui.widgets.pdf_sheets import PdfSheets

_MOST_PIXELS = 24_000_000  # of one picture; a page that is larger is drawn at that size and stretched


class PdfView(PdfSheets):
    """Letters are chosen by the mouse; Ctrl+A chooses all of a page, Ctrl+C asks for a copy, Esc lets go.

    It holds no PDF: what is to be drawn is asked for with `looked`, and given back page by page. `menu_asked` carries a
    place on the screen.
    """

    copy_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.viewport().setMouseTracking(True)
        self._pictures: dict[int, tuple[float, QPixmap]] = {}
        self._texts: Mapping[int, PageText] = {}
        self._hits = NO_HITS
        self._choice = PdfChoice(self._texts)

    # What is shown

    def show_pages(self, sizes: Sequence[QSizeF], texts: Mapping[int, PageText]) -> None:
        """Show pages of these sizes, white until their pictures come; `texts` grows while they are read."""
        self._texts = texts
        self._pictures.clear()
        self._hits, self._choice = NO_HITS, PdfChoice(texts)
        self.show_sizes(sizes)

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
        seen = self.in_sight()
        beside = {min(seen) - 1, max(seen) + 1} & set(range(len(self._sizes))) if seen else set()
        scales = [(page, self._density(page)) for page in (*seen, *sorted(beside))]
        return [(page, scale) for page, scale in scales if self._drawn_at(page) != scale]

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
        """Choose, copy and let go; the rest turns pages and scrolls."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_page()
        elif not (event.key() == Qt.Key.Key_Escape and self.choose_nothing()):
            super().keyPressEvent(event)

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
