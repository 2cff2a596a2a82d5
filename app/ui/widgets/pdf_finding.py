"""The search in a preview: what the bar asks for, what of it is found, and where the view is led."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.core.page_text import PageText, Span
from app.ui.widgets.pdf_find_bar import PdfFindBar
from app.ui.widgets.pdf_painting import NO_HITS
from app.ui.widgets.pdf_search import PdfSearch
from app.ui.widgets.pdf_view import PdfView

_AT_ONCE = 16  # pages that are searched at a time, so that what is turned to meanwhile does not wait long


class PdfFinding(QObject):
    """Searches nothing itself: `wished` tells that there is something to ask the worker, and the answers come back.

    `texts` holds the pages that are read with the places of their letters, and grows; pages are counted from 0.
    """

    wished = Signal()

    def __init__(self, bar: PdfFindBar, view: PdfView, texts: Mapping[int, PageText]) -> None:
        super().__init__(bar)
        self._bar, self._view, self._texts = bar, view, texts
        self._search = PdfSearch()
        self._count = 0
        self._is_led = False
        bar.asked.connect(self.look_for)
        bar.stepped.connect(self.step)
        bar.left.connect(self._on_left)

    @property
    def wanted(self) -> str:
        """What is looked for, "" for nothing."""
        return self._search.wanted

    def begin(self, count: int) -> None:
        """Look for the same words in another print of so many pages."""
        self._count = count
        self._search.open(count, self._here())

    def look_for(self, wanted: str) -> None:
        """Look for words from the page shown on."""
        self._search.look_for(wanted, self._here())
        self._show()
        self.wished.emit()

    def step(self, step: int) -> None:
        """Lead to the next hit (1) or the one before (-1)."""
        if self._search.step(step):
            self._is_led = True
            self._show()
            self.wished.emit()

    def to_be_read(self) -> list[int]:
        """The page that a hit leads to, whose letters have to be known first."""
        page = self._search.page() if self._is_led else None
        return [] if page is None else [page]

    def to_be_searched(self) -> tuple[tuple[int, ...], tuple[str | None, ...]]:
        """The pages to be searched next, and of each the words where they are known."""
        pages = self._search.missing()[:_AT_ONCE]
        return pages, self._search.known(pages)

    def take(self, wanted: str, pages: Sequence[int], read: Sequence[str], found: Sequence[tuple[Span, ...]]) -> None:
        """Take the words of pages, and what was found on them of what was wanted then."""
        self._search.learn(pages, read)
        if pages and wanted == self.wanted:
            self._is_led |= self._search.take(pages, found)
            self._show()

    def lead(self) -> None:
        """Show the hit that is to be led to, as soon as its page is read."""
        if self._is_led and self._search.page() in self._texts:
            self._is_led = False
            self._view.lead_to_hit()

    def _here(self) -> int:
        return max(0, self._view.page() - 1)

    def _show(self) -> None:
        self._bar.say(self._search.at(), self._search.count(), goes_on=bool(self._search.missing()))
        self._view.show_hits(self._search.hits())
        self.lead()

    def _on_left(self) -> None:
        self._search.look_for("", 0)
        self._view.show_hits(NO_HITS)
        if self._count:
            self._view.setFocus()
