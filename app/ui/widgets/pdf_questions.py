"""What a preview asks the worker of a PDF, and what it hands back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from app.core.page_text import PageText, Span, find_all
from app.ui.pdf_pages import page_sizes, page_texts, page_words, pictures

Scales = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Of which PDF, which pictures at which scale, large and small, the text of which pages, and words to be found.

    The first question of a PDF asks for the sizes of its pages alone. Of the pages to be searched `known` gives the
    words as far as they were read before.
    """

    pdf: bytes
    large: Scales = ()
    small: Scales = ()
    texts: tuple[int, ...] = ()
    searched: tuple[int, ...] = ()
    known: tuple[str | None, ...] = ()
    wanted: str = ""
    sizes: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, in its order."""

    question: Question
    large: tuple[QImage, ...]
    small: tuple[QImage, ...]
    texts: tuple[PageText, ...]
    read: tuple[str, ...]
    found: tuple[tuple[Span, ...], ...]
    sizes: tuple[QSizeF, ...]


def answer(question: Question) -> Answer:
    """The answer; on the worker thread."""
    pdf = question.pdf
    pages = tuple(zip(question.searched, question.known, strict=True))
    fresh = iter(page_words(pdf, [page for page, words in pages if words is None]))
    read = tuple(next(fresh) if words is None else words for _page, words in pages)
    return Answer(
        question,
        pictures(pdf, question.large),
        pictures(pdf, question.small),
        page_texts(pdf, question.texts),
        read,
        tuple(find_all(words, question.wanted) for words in read),
        page_sizes(pdf) if question.sizes else (),
    )
