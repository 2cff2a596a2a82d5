"""Words looked for in a print: where they stand, and which of them was led to."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.page_text import PageText, Span, find_all
from app.ui.widgets.pdf_painting import NO_HITS, Hits


class PdfSearch:
    """Holds what is looked for; it is found once the text of every page is there."""

    def __init__(self) -> None:
        self.wanted = ""
        self._found: list[tuple[int, Span]] | None = None
        self._at = 0

    def look_for(self, wanted: str) -> None:
        """Look for other words; "" for none."""
        self.wanted, self._found = wanted, None

    def begin_anew(self) -> None:
        """Look for the same words in other pages."""
        self._found = None

    def is_pending(self) -> bool:
        """Whether words are looked for that are not found yet."""
        return bool(self.wanted) and self._found is None

    def find(self, texts: Mapping[int, PageText], here: int) -> None:
        """Find the words; the first hit led to is that on page `here` (from 0), or the next after it."""
        found = [(page, span) for page, text in sorted(texts.items()) for span in find_all(text.text, self.wanted)]
        self._found = found
        self._at = next((at for at, (page, _span) in enumerate(found) if page >= here), 0)

    def step(self, step: int) -> bool:
        """Lead to the next hit (1) or the one before (-1), around the ends; whether there is one."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
        return bool(self._found)

    def at(self) -> int | None:
        """Which hit was led to, counted from 1; None while nothing is looked for."""
        return self._at + 1 if self.wanted else None

    def count(self) -> int:
        """How many hits there are."""
        return len(self._found or ())

    def hits(self, texts: Mapping[int, PageText]) -> Hits:
        """What is to be marked."""
        if not self._found:
            return NO_HITS
        boxes = {
            number: tuple(box for page, span in self._found if page == number for box in texts[page].marked(span))
            for number in {page for page, _span in self._found}
        }
        page, span = self._found[self._at]
        return Hits(boxes, page, texts[page].marked(span))
