"""Reading a PDF for the screen and for paper: how large its pages are, pictures of them, and their text.

All of it runs on the worker thread, which alone opens a PDF: pdfium bears one thread. Opening costs a quarter of a
millisecond, so that nothing is kept open between two questions.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from app.core.page_text import Box, PageText
from app.ui.pdf_spoken import edges_of, letters_of, spoken_places

_ENDS = frozenset("\r\n\x00")


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """Width and height of each page in points."""
    with _opened(pdf) as document:
        return tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))


def pictures(pdf: bytes, scales: Sequence[tuple[int, float]]) -> tuple[QImage, ...]:
    """Pictures of pages, counted from 0, each at its scale; scale 1 is 72 dots an inch."""
    with _opened(pdf) as document:
        return tuple(rendered(document[number], scale) for number, scale in scales)


def page_texts(pdf: bytes, numbers: Sequence[int]) -> tuple[PageText, ...]:
    """The text of pages, counted from 0, with the place of each letter."""
    with _opened(pdf) as document:
        return tuple(_text_of(document[number]) for number in numbers)


def page_words(pdf: bytes, numbers: Sequence[int]) -> tuple[str, ...]:
    """The words of pages, counted from 0: without the places of the letters, which take longest to read."""
    with _opened(pdf) as document:
        return tuple(document[number].get_textpage().get_text_range() for number in numbers)


def rendered(page: pypdfium2.PdfPage, scale: float) -> QImage:
    """A page as a picture; scale 1 is 72 dots an inch."""
    drawn = page.render(scale=scale, rev_byteorder=True)
    image = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
    return image.copy()  # its own memory: the bytes go when this returns


@contextlib.contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def _text_of(page: pypdfium2.PdfPage) -> PageText:
    lying, height = page.get_textpage(), page.get_height()
    letters, spoken = letters_of(lying), spoken_places(page, lying)
    boxes = []
    for letter in letters:
        if letter.text in _ENDS:
            left = bottom = right = top = 0.0
        else:
            left, bottom, right, top = spoken.get(letter.place) or edges_of(lying, letter)
        boxes.append(Box(left, height - top, right, height - bottom))
    return PageText("".join(letter.text for letter in letters), tuple(boxes))
