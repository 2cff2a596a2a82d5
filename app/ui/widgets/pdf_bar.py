"""The line above a print: which page is shown and how large, and the buttons that change it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.text import Text
from app.words import Words


class PdfBar(QWidget):
    """Tells where one is, and asks for what is to be shown instead.

    `turn_asked` carries 1 for the next page and -1 for the one before; `zoom_asked` 1 for larger, -1 for smaller and 0
    for as wide as the window.
    """

    turn_asked = Signal(int)
    zoom_asked = Signal(int)
    whole_asked = Signal()
    search_asked = Signal()
    copy_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._previous = IconButton("chevron-up", words.tr("Previous page (Page Up)"))
        self._next = IconButton("chevron-down", words.tr("Next page (Page Down)"))
        self._where = Text(look="quiet")
        self._seek = IconButton("search", words.tr("Find in the print (Ctrl+F)"))
        self._copy = IconButton("copy", words.tr("Copy the text of the page"))
        self._smaller = IconButton("minus", words.tr("Smaller (Ctrl+-)"))
        self._size = Text(look="quiet")
        self._larger = IconButton("plus", words.tr("Larger (Ctrl++)"))
        self._width = Button(words.tr("Fit the width"), "link")
        self._whole = Button(words.tr("Whole page"), "link")
        self._width.setToolTip(words.tr("Ctrl+0"))
        self._whole.setToolTip(words.tr("Ctrl+9"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        left: tuple[QWidget, ...] = (self._previous, self._next, self._where)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        right: tuple[QWidget, ...] = (
            self._seek,
            self._copy,
            self._smaller,
            self._size,
            self._larger,
            self._width,
            self._whole,
        )
        for widget in right:
            row.addWidget(widget)
        self._connect()

    def say(self, page: int, count: int, zoom: float) -> None:
        """Tell the page shown, of how many, and its size; no page is 0 of 0."""
        words = self._words
        self._where.setText(words.tr("Page {page} of {count}", page=page, count=count) if count else "")
        self._size.setText(words.tr("{n} %", n=round(100 * zoom)) if count else "")
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < count)
        for button in (self._smaller, self._larger, self._width, self._whole, self._seek, self._copy):
            button.setEnabled(bool(count))

    def where(self) -> str:
        """What is told of the page shown, "" for none."""
        return self._where.text()

    def _connect(self) -> None:
        self._seek.clicked.connect(self.search_asked)
        self._copy.clicked.connect(self.copy_asked)
        self._whole.clicked.connect(self.whole_asked)
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self._width.clicked.connect(self._on_width)

    def _on_previous(self) -> None:
        self.turn_asked.emit(-1)

    def _on_next(self) -> None:
        self.turn_asked.emit(1)

    def _on_smaller(self) -> None:
        self.zoom_asked.emit(-1)

    def _on_larger(self) -> None:
        self.zoom_asked.emit(1)

    def _on_width(self) -> None:
        self.zoom_asked.emit(0)
