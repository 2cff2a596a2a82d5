"""Letters chosen in a print, from one place to another, over as many pages as lie between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.page_text import PageText, Span


@dataclass(frozen=True, slots=True, order=True)
class Caret:
    """A place between two letters of a page; pages are counted from 0."""

    page: int
    place: int


class PdfChoice:
    """What is chosen of the pages whose `texts` are read; they grow while they are."""

    def __init__(self, texts: Mapping[int, PageText]) -> None:
        self._texts = texts
        self._anchor: Caret | None = None
        self._end: Caret | None = None

    def begin(self, caret: Caret | None) -> None:
        """Begin anew at a place; None lets go of all."""
        self._anchor = self._end = caret

    def extend(self, caret: Caret | None) -> None:
        """Choose as far as this place."""
        if self._anchor is not None:
            self._end = caret

    def choose_word(self, caret: Caret) -> None:
        """Choose the word around a place."""
        word = self._texts[caret.page].word_at(caret.place)
        self._anchor, self._end = Caret(caret.page, word.start), Caret(caret.page, word.end)

    def choose_page(self, page: int) -> None:
        """Choose all words of a page that is read."""
        if text := self._texts.get(page):
            self._anchor, self._end = Caret(page, 0), Caret(page, len(text.text))

    def is_begun(self) -> bool:
        """Whether there is a place to extend from."""
        return self._anchor is not None

    def spans(self) -> dict[int, Span]:
        """What is chosen: of each page which part."""
        if self._anchor is None or self._end is None:
            return {}
        first, last = sorted((self._anchor, self._end))
        found = {}
        for page in range(first.page, last.page + 1):
            if page in self._texts:
                start = first.place if page == first.page else 0
                end = last.place if page == last.page else len(self._texts[page].text)
                found[page] = Span(start, end)
        return {page: span for page, span in found.items() if not span.is_empty}

    def text(self) -> str:
        """The words chosen, "" for none."""
        return "\n".join(self._texts[page].read(span) for page, span in self.spans().items())
