"""Words looked for in a print: where they stand, and which of them was led to."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.page_text import Span
from app.ui.widgets.pdf_painting import NO_HITS, Hits


class PdfSearch:
    """Holds what is looked for and what of it is found so far: page by page, from the one that was shown on.

    The words of each page are read once for all that is looked for in a print. Pages are counted from 0.
    """

    def __init__(self) -> None:
        self.wanted = ""
        self._count = 0
        self._pages: tuple[int, ...] = ()
        self._words: dict[int, str] = {}
        self._found: dict[int, tuple[Span, ...]] = {}
        self._page, self._place = -1, 0

    def open(self, count: int, here: int) -> None:
        """Look for the same words in another print of so many pages."""
        self._count = count
        self._words.clear()
        self.look_for(self.wanted, here)

    def look_for(self, wanted: str, here: int) -> None:
        """Look for words, first on the page that is shown; "" for none."""
        self.wanted = wanted
        self._pages = (*range(here, self._count), *range(here))
        self._found = {}
        self._page, self._place = -1, 0

    def missing(self) -> tuple[int, ...]:
        """The pages that were not searched yet, in the order in which they are to be."""
        return tuple(page for page in self._pages if page not in self._found) if self.wanted else ()

    def known(self, pages: Sequence[int]) -> tuple[str | None, ...]:
        """The words of pages that were read before."""
        return tuple(map(self._words.get, pages))

    def learn(self, pages: Sequence[int], words: Sequence[str]) -> None:
        """Keep the words of pages for what is looked for next."""
        self._words.update(zip(pages, words, strict=True))

    def take(self, pages: Sequence[int], found: Sequence[tuple[Span, ...]]) -> bool:
        """Take what was found on pages; whether the first hit is among it, which is led to."""
        self._found.update(zip(pages, found, strict=True))
        if self._page >= 0:
            return False
        self._page = next((page for page in pages if self._found[page]), -1)
        return self._page >= 0

    def step(self, step: int) -> bool:
        """Lead to the next hit (1) or the one before (-1), around the ends; whether there is one."""
        hits = [(page, place) for page, spans in sorted(self._found.items()) for place in range(len(spans))]
        if not hits:
            return False
        at = hits.index((self._page, self._place))
        self._page, self._place = hits[(at + step) % len(hits)]
        return True

    def at(self) -> int | None:
        """Which hit was led to, counted from 1; None while nothing is looked for or known."""
        if not self.wanted or (self._page < 0 and self.missing()):
            return None
        return 1 + self._place + sum(len(spans) for page, spans in self._found.items() if page < self._page)

    def count(self) -> int:
        """How many hits are found."""
        return sum(len(spans) for spans in self._found.values())

    def page(self) -> int | None:
        """The page of the hit that was led to."""
        return self._page if self._page >= 0 else None

    def hits(self) -> Hits:
        """What is to be marked."""
        if self._page < 0:
            return NO_HITS
        return Hits(dict(self._found), self._page, self._found[self._page][self._place])
