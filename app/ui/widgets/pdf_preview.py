"""A PDF on screen, a page at a time, rendered on the worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pypdfium2
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.background import Background
from app.ui.printing import rendered
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.text import Text
from app.words import Words

_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_DOTS = 96 / 72  # pixels a point at 100 %
_RIM = 24  # pixels around a page that fills the width


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was asked of the worker: which page of which PDF, and how large.

    `zoom` 1 is natural size; None fills `room`, in pixels. `density` is the screen's own scaling.
    """

    pdf: bytes
    page: int
    zoom: float | None
    room: int
    density: float


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page as the worker hands it back, with its words for screen readers; `zoom` is how large it came out."""

    shown: _Shown
    image: QImage
    text: str
    count: int
    zoom: float


class PdfPreview(QWidget):
    """Page Up and Page Down turn pages, Home and End lead to the first and last, Ctrl with + and - zooms, Ctrl+0 fits.

    Only the worker opens the PDF, for pdfium bears one thread. The jobs belong to `owner`, which outlives the preview.
    """

    turned = Signal(int)

    def __init__(self, words: Words, background: Background, owner: QObject) -> None:
        super().__init__()
        self._words, self._background, self._owner = words, background, owner
        self._pdf, self._page, self._count = b"", 0, 0
        self._zoom: float | None = None  # None fills the width
        self._is = 1.0
        self._wanted: _Shown | None = None
        self._sheet = QLabel()
        self._scroll = _Paper(self._sheet)
        self._previous = IconButton("chevron-up", words.tr("Previous page (Page Up)"))
        self._next = IconButton("chevron-down", words.tr("Next page (Page Down)"))
        self._where = Text(look="quiet")
        self._smaller = IconButton("minus", words.tr("Smaller (Ctrl+-)"))
        self._larger = IconButton("plus", words.tr("Larger (Ctrl++)"))
        self._size = Text(look="quiet")
        self._fit = Button(words.tr("Fit the width"), "link")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(80)
        self._lay_out()
        self._connect()
        self.clear()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF at the page that is shown now, or the last it has."""
        self._pdf = pdf
        self._ask()

    def clear(self) -> None:
        """Show nothing."""
        self._pdf, self._page, self._count, self._wanted = b"", 0, 0, None
        self._sheet.clear()
        self._say()

    def page(self) -> int:
        """The page shown, counted from 1; 0 while there is none."""
        return self._page + 1 if self._count else 0

    def page_count(self) -> int:
        """How many pages there are."""
        return self._count

    def text(self) -> str:
        """The words on the page shown, as screen readers are given them; "" until it is drawn."""
        return self._sheet.accessibleDescription()

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 1; past the ends the first or the last."""
        wanted = max(0, min(self._count - 1, page - 1))
        if self._count and wanted != self._page:
            self._page = wanted
            self._scroll.verticalScrollBar().setValue(0)
            self._ask()
            self.turned.emit(self.page())

    def zoom(self, step: int) -> None:
        """Show the page a step larger (1) or smaller (-1); 0 fits it to the width."""
        if step == 0:
            self._zoom = None
        else:
            ahead = [z for z in _ZOOMS if (z > self._is * 1.01 if step > 0 else z < self._is * 0.99)]
            self._zoom = (ahead[0] if step > 0 else ahead[-1]) if ahead else self._zoom
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn and zoom."""
        turns = {
            Qt.Key.Key_PageDown: self.page() + 1,
            Qt.Key.Key_PageUp: self.page() - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self._count,
        }
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        key = Qt.Key(event.key())
        if key in turns:
            self.turn_to(turns[key])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in zooms:
            self.zoom(zooms[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width once the window has settled."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._settle.start()

    def _lay_out(self) -> None:
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        left: tuple[QWidget, ...] = (self._previous, self._next, self._where)
        right: tuple[QWidget, ...] = (self._smaller, self._size, self._larger, self._fit)
        for widget in left:
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in right:
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._scroll, 1)
        self.setFocusProxy(self._scroll)

    def _connect(self) -> None:
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self._fit.clicked.connect(self._on_fit)
        self._settle.timeout.connect(self._ask)
        self._scroll.overrun.connect(self._on_overrun)

    def _ask(self) -> None:
        self._say()
        if not self._pdf:
            return
        room = self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width() - _RIM
        wanted = _Shown(self._pdf, self._page, self._zoom, room if self._zoom is None else 0, self.devicePixelRatioF())
        if wanted != self._wanted:
            self._wanted = wanted
            job = self._background.start(self._owner, partial(_draw, wanted))
            job.succeeded.connect(self._on_drawn)

    def _say(self) -> None:
        here = self._words.tr("Page {page} of {count}", page=self.page(), count=self._count) if self._count else ""
        self._where.setText(here)
        self._scroll.setAccessibleName(here or self._words.tr("Preview"))
        self._size.setText(self._words.tr("{n} %", n=round(100 * self._is)) if self._count else "")
        self._previous.setEnabled(self._page > 0)
        self._next.setEnabled(self._page < self._count - 1)
        for button in (self._smaller, self._larger, self._fit):
            button.setEnabled(bool(self._count))

    def _on_drawn(self, drawn: _Drawn) -> None:
        if drawn.shown != self._wanted:
            return  # asked before the page was turned
        self._count, self._is = drawn.count, drawn.zoom
        self._page = min(self._page, drawn.count - 1)
        self._say()
        picture = QPixmap.fromImage(drawn.image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._sheet.setPixmap(picture)
        self._sheet.setAccessibleName(self._where.text())
        self._sheet.setAccessibleDescription(drawn.text)
        self._scroll.setAccessibleDescription(drawn.text)

    def _on_previous(self) -> None:
        self.turn_to(self.page() - 1)

    def _on_next(self) -> None:
        self.turn_to(self.page() + 1)

    def _on_overrun(self, pages: int) -> None:
        self.turn_to(self.page() + pages)

    def _on_smaller(self) -> None:
        self.zoom(-1)

    def _on_larger(self) -> None:
        self.zoom(1)

    def _on_fit(self) -> None:
        self.zoom(0)


def _draw(shown: _Shown) -> _Drawn:
    document = pypdfium2.PdfDocument(shown.pdf)
    try:
        count = len(document)
        page = document[min(shown.page, count - 1)]
        zoom = shown.zoom or max(0.25, shown.room / (page.get_width() * _DOTS))
        image = rendered(page, zoom * _DOTS * shown.density)
        return _Drawn(shown, image, page.get_textpage().get_text_range(), count, zoom)
    finally:
        document.close()


class _Paper(QScrollArea):
    """The page, scrolled by wheel and arrow keys; the wheel past an end turns the page."""

    overrun = Signal(int)

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or turn the page where there is nothing left to scroll."""
        bar, turned = self.verticalScrollBar(), event.angleDelta().y()
        if turned < 0 and bar.value() == bar.maximum():
            self.overrun.emit(1)
        elif turned > 0 and bar.value() == bar.minimum():
            self.overrun.emit(-1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, which the preview does; arrows scroll."""
        if event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End}:
            event.ignore()
        else:
            super().keyPressEvent(event)
