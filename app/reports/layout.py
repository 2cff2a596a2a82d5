"""How a story is laid out on sheets, so that no last page is left nearly empty."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterable, Sequence

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from app.reports import fonts
from app.reports.fonts import Face
from app.reports.page import Sheet, SheetCanvas

Story = Callable[[], Iterable[Flowable]]
"""What a print consists of, made anew each time it is laid out."""

_LEAST, _FULL = 0.27, 0.5  # shares of their height to which the last page and the one before it are filled


class _Pages(BaseDocTemplate):  # type: ignore[misc]  # reportlab carries no types
    """Lays a story out, noting how high each page is filled; one page may be ended before its foot."""

    def __init__(self, out: io.BytesIO, sheet: Sheet, ended: tuple[int, float] | None) -> None:
        super().__init__(
            out,
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
        self._content = Frame(sheet.side, sheet.low, sheet.width, sheet.height, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate(frames=[self._content]))
        self.filled: list[float] = []

    def beforePage(self) -> None:
        """Called by reportlab when a page begins."""
        height = self._ended[1] if self._ended and self._ended[0] == self.page else self._sheet.height
        self._content.height = height
        self._content.y1 = self._sheet.low + self._sheet.height - height

    def afterPage(self) -> None:
        """Called by reportlab when a page is full."""
        self.filled.append(self._sheet.low + self._sheet.height - self._content._y)


def draw_pdf(story: Story, sheet: Sheet, *, closer: Story | None = None, whole: int = 0) -> bytes:
    """Lay the story out on sheets; the same story gives the same bytes.

    Where the last page would hold little, the story set `closer` is taken if it saves that page; else the page takes
    something over from the one before, if that leaves enough there. The first `whole` pages stay as they are.
    """
    pdf, filled = _laid_out(story(), sheet)
    if closer is not None and _is_lonely(filled, sheet):
        closed, fewer = _laid_out(closer(), sheet)
        if len(fewer) < len(filled):
            story, pdf, filled = closer, closed, fewer
    if len(filled) <= whole + 1 or not _is_lonely(filled, sheet):
        return pdf
    return _evened(story, sheet, filled) or pdf


def _is_lonely(filled: Sequence[float], sheet: Sheet) -> bool:
    """Whether the last of several pages holds little."""
    return len(filled) > 1 and filled[-1] < _LEAST * sheet.height


def _evened(story: Story, sheet: Sheet, filled: Sequence[float]) -> bytes:
    """The print with its last page but one ended early; b"" where that would leave too little on it."""
    full = _FULL * sheet.height
    height = filled[-2] - (_LEAST * sheet.height - filled[-1])
    if height < full:
        return b""
    try:
        pdf, after = _laid_out(story(), sheet, (len(filled) - 1, height))
    except LayoutError:
        return b""  # something that is not parted is higher than that
    return pdf if len(after) == len(filled) and after[-2] >= full else b""


def _laid_out(
    story: Iterable[Flowable], sheet: Sheet, ended: tuple[int, float] | None = None
) -> tuple[bytes, list[float]]:
    """The PDF and how high its pages are filled, in points; `ended` ends a page (number, height) before its foot."""
    out = io.BytesIO()
    pages = _Pages(out, sheet, ended)
    pages.build(list(story), canvasmaker=functools.partial(SheetCanvas, sheet=sheet))
    return out.getvalue(), pages.filled
