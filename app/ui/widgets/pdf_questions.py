"""What a preview asks the worker of a PDF, and what it hands back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from app.core.page_text import PageText, Span
from app.ui.pdf_pages import found_on, page_sizes, page_texts, pictures

Scales = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Of which PDF, which pictures at which scale, large and small, the text of which pages, and words to be found.

    The first question of a PDF asks for the sizes of its pages alone.
    """

    pdf: bytes
    large: Scales = ()
    small: Scales = ()
    texts: tuple[int, ...] = ()
    searched: tuple[int, ...] = ()
    wanted: str = ""
    sizes: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, in its order."""

    question: Question
    large: tuple[QImage, ...]
    small: tuple[QImage, ...]
    texts: tuple[PageText, ...]
    found: tuple[tuple[Span, ...], ...]
    sizes: tuple[QSizeF, ...]


def answer(question: Question) -> Answer:
    """The answer; on the worker thread."""
    pdf = question.pdf
    return Answer(
        question,
        pictures(pdf, question.large),
        pictures(pdf, question.small),
        page_texts(pdf, question.texts),
        found_on(pdf, question.searched, question.wanted),
        page_sizes(pdf) if question.sizes else (),
    )
