"""How a story is laid out on sheets, so that no last page is left nearly empty."""

from __future__ import annotations

import copy
import functools
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Self

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from app.reports import fonts
from app.reports.fonts import Face
from app.reports.page import Placed, Sheet, SheetCanvas

Story = Callable[[], Iterable[Flowable]]
"""What a print consists of, made anew each time it is laid out."""

_LEAST, _FULL = 0.27, 0.5  # shares of their height to which the last page and the one before it are filled


class _Content(Frame):  # type: ignore[misc]  # reportlab carries no types
    """The part of the sheet that flowables fill; they are noted there, and drawn if it comes to that."""

    def __init__(self, *size: float) -> None:
        super().__init__(*size)
        self.pages: list[list[Placed]] = []

    def add(self, flowable: Flowable, canv: SheetCanvas, trySplit: int = 0) -> int:
        """Called by reportlab to draw a flowable at the next place, if it fits there."""
        flowable.drawOn = functools.partial(self._note, flowable)
        try:
            fits: int = super().add(flowable, canv, trySplit)
        finally:
            del flowable.drawOn
        return fits

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """Reportlab measures in a copy what is kept together; all that stands on the pages would be copied along."""
        return copy.copy(self)

    def _note(self, flowable: Flowable, _canvas: SheetCanvas, x: float, y: float, _sW: float = 0) -> None:
        self.pages[-1].append(Placed(flowable, x, y, _sW))


class _Pages(BaseDocTemplate):  # type: ignore[misc]  # reportlab carries no types
    """Lays a story out, noting how high each page is filled; one page may be ended before its foot."""

    def __init__(self, sheet: Sheet, ended: tuple[int, float] | None) -> None:
        self._out = io.BytesIO()
        super().__init__(
            self._out,
            pagesize=sheet.size,
            title=sheet.name,
            author=", ".join(part for part in (sheet.head.caseworker, sheet.head.municipality) if part),
            subject=sheet.version,
            creator="Forlæns",
            lang=sheet.words.language,
            displayDocTitle=1,
            initialFontName=fonts.font(Face.REGULAR).fontName,
            invariant=1,
            pageCompression=1,
        )
        self._sheet, self._ended = sheet, ended
        self._content = _Content(sheet.side, sheet.low, sheet.width, sheet.height, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate(frames=[self._content]))
        self.filled: list[float] = []

    def beforePage(self) -> None:
        """Called by reportlab when a page begins."""
        self._content.pages.append([])
        height = self._ended[1] if self._ended and self._ended[0] == self.page else self._sheet.height
        self._content.height = height
        self._content.y1 = self._sheet.low + self._sheet.height - height

    def afterPage(self) -> None:
        """Called by reportlab when a page is full."""
        self.filled.append(self._sheet.low + self._sheet.height - self._content._y)

    @property
    def is_lonely(self) -> bool:
        """Whether the last of several pages holds little."""
        return len(self.filled) > 1 and self.filled[-1] < _LEAST * self._sheet.height

    def placed(self) -> Sequence[Sequence[Placed]]:
        """What stands on each page."""
        return self._content.pages

    def written(self) -> bytes:
        """The pages as a PDF."""
        self.canv.finish(self._content.pages)
        return self._out.getvalue()


def draw_pdf(story: Story, sheet: Sheet, *, closer: Story | None = None, whole: int = 0) -> bytes:
    """Lay the story out on sheets; the same story gives the same bytes.

    Where the last page would hold little, the story set `closer` is taken if it saves that page; else the page takes
    something over from the one before, if that leaves enough there. The first `whole` pages stay as they are.
    """
    pages = _laid_out(story(), sheet)
    if closer is not None and pages.is_lonely:
        closed = _laid_out(closer(), sheet)
        if len(closed.filled) < len(pages.filled):
            story, pages = closer, closed
    if len(pages.filled) > whole + 1 and pages.is_lonely:
        pages = _evened(story, sheet, pages.filled) or pages
    return pages.written()


def draw_indexed_pdf(story: Story, sheet: Sheet, index: Callable[[Flowable, int], None]) -> bytes:
    """Lay out a print with an index of itself.

    Before anything is drawn `index` is told the page of each flowable, counted from 1, and of each part of one that
    goes on over a page.
    """
    pages = _laid_out(story(), sheet)
    if pages.is_lonely:
        pages = _evened(story, sheet, pages.filled) or pages
    for number, placed in enumerate(pages.placed(), 1):
        for one in placed:
            index(one.flowable, number)
    return pages.written()


def _evened(story: Story, sheet: Sheet, filled: Sequence[float]) -> _Pages | None:
    """The print with its last page but one ended early; None where that would leave too little on it."""
    full = _FULL * sheet.height
    height = filled[-2] - (_LEAST * sheet.height - filled[-1])
    if height < full:
        return None
    try:
        pages = _laid_out(story(), sheet, (len(filled) - 1, height))
    except LayoutError:
        return None  # something that is not parted is higher than that
    return pages if len(pages.filled) == len(filled) and pages.filled[-2] >= full else None


def _laid_out(story: Iterable[Flowable], sheet: Sheet, ended: tuple[int, float] | None = None) -> _Pages:
    """The pages, laid out and not yet written; `ended` ends a page (number, height in points) before its foot."""
    pages = _Pages(sheet, ended)
    pages.build(list(story), canvasmaker=functools.partial(SheetCanvas, sheet=sheet))
    return pages
