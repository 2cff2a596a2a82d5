"""The sheet every print lies on: A4 with who, what and which page, and the document's title and language set."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import NamedTuple

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFObjectReference
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from app.core.records.documents import Letterhead
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.palette import colour
from app.reports.structure import write_structure
from app.reports.tags import Bookmark, Element, Tags, content, furniture, with_artifacts
from app.words import Words

PORTRAIT: tuple[float, float] = (A4[0], A4[1])
LANDSCAPE: tuple[float, float] = (A4[1], A4[0])
SIDE, HEAD, FOOT = 42.0, 52.0, 42.0  # margins in points
_SIZE, _LEAST = 7.5, 7.0  # of the head, and the least it is made smaller to stay on one line
_BETWEEN = " · "

# Streams are written as bytes, not as letters: a fifth smaller and quicker.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on each page around the content, in the language of the print.

    `name` is the document's title, `foot` what stands at the bottom left, `version` beside the page number. `signed`
    names lines to write on at the foot of each page. A screen reader passes over the head and the foot of the pages;
    `foot` and `signed` are read once, after all else.
    """

    head: Letterhead
    words: Words
    name: str
    version: str
    foot: str = ""
    size: tuple[float, float] = PORTRAIT
    side: float = SIDE
    signed: tuple[str, ...] = ()
    is_draft: bool = False

    @property
    def marks(self) -> str:
        """What is stamped on each page: draft, demo."""
        draft = self.words.tr("Draft") if self.is_draft else ""
        demo = self.words.tr("Demo – invented people") if self.head.is_demo else ""
        return "  ·  ".join(mark for mark in (draft, demo) if mark)

    @property
    def width(self) -> float:
        """Width of the content in points."""
        return self.size[0] - 2 * self.side

    @property
    def height(self) -> float:
        """Height of the content in points."""
        return self.size[1] - HEAD - self.low

    @property
    def low(self) -> float:
        """Where the content ends, in points from the bottom."""
        return FOOT + (24 if self.signed else 0)


class Placed(NamedTuple):
    """A flowable with where it stands on its page, in points, and the width that it leaves free."""

    flowable: Flowable
    x: float
    y: float
    spare: float


class SheetCanvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """Draws pages once all are laid out: "page x of y" is right, and what is laid out in vain is never drawn."""

    def __init__(self, *args: object, sheet: Sheet, **more: object) -> None:
        super().__init__(*args, pdfVersion=(1, 7), **more)
        self._sheet = sheet
        self.tags = Tags()

    def showPage(self) -> None:
        """Called by reportlab where a page ends."""

    def save(self) -> None:
        """Called by reportlab when the last page is laid out."""

    def finish(self, pages: Sequence[Sequence[Placed]]) -> None:
        """Draw the pages with what stands around their content, and write the file with its structure."""
        tags = self.tags
        for number, page in enumerate(pages, 1):
            tags.next_page()
            for placed in page:
                placed.flowable.drawOn(self, placed.x, placed.y, _sW=placed.spare)
            _furnish(self, self._sheet, number, len(pages))
            self._code[:] = with_artifacts(self._code)
            super().showPage()
        self._add_outline(tags.bookmarks)
        write_structure(self._doc, tags, self._sheet.words.language)
        super().save()

    def _add_outline(self, bookmarks: Sequence[Bookmark]) -> None:
        """The headings as the bookmarks that a reader lists at the side."""
        level = 0
        for number, mark in enumerate(bookmarks):
            key = f"heading {number}"
            target = self._bookmarkReference(key)
            target.setPage(PDFObjectReference(f"Page{mark.page + 1}"))
            target.xyz(0, mark.top, 0)
            level = min(mark.level, level + 1)
            self.addOutlineEntry(mark.text, key, level - 1)


def _furnish(canvas: Canvas, sheet: Sheet, number: int, count: int) -> None:
    canvas.saveState()
    with furniture(canvas, "Header"):
        _draw_head(canvas, sheet)
    canvas.setFillColor(colour("muted"))
    with furniture(canvas, "Footer"):
        page = sheet.words.tr("page {number} of {count}", number=number, count=count)
        right = " · ".join(p for p in (sheet.version, page) if p)
        fonts.draw(canvas, sheet.size[0] - sheet.side, 26, right, Face.REGULAR, _SIZE, 1)
    is_last = number == count
    if sheet.foot:
        with _read_once(canvas, is_last):
            fonts.draw(canvas, sheet.side, 26, sheet.foot, Face.REGULAR, _SIZE)
    _draw_signature(canvas, sheet, is_last)
    canvas.restoreState()


def _read_once(canvas: Canvas, is_read: bool) -> AbstractContextManager[None]:
    """What stands at the foot of each page and is read on one of them."""
    return content(canvas, Element("P")) if is_read else furniture(canvas, "Footer")


def _draw_head(canvas: Canvas, sheet: Sheet) -> None:
    words, (across, up) = sheet.words, sheet.size
    top, side, right = up - 34, sheet.side, across - sheet.side
    canvas.setFillColor(colour("muted"))
    parts = [p for p in (sheet.head.municipality, sheet.head.department, sheet.head.caseworker) if p]
    secret = words.tr("Confidential")
    secret_width, left_width = fonts.width(secret, Face.STRONG, _SIZE), _widest([_BETWEEN.join(parts)])
    half = _half_stamp(sheet.marks)
    # The stamp stands in the middle, or where a long head leaves none, beside the word at the right.
    middle = across / 2 if side + left_width + 12 <= across / 2 - half else right - secret_width - 16 - half
    lines, size = _set_in(parts, (middle - half if half else right - secret_width) - side - 12)
    for number, line in enumerate(reversed(lines)):
        fonts.draw(canvas, side, top + number * size * 1.14, line, Face.REGULAR, size)
    canvas.setFillColor(colour("ink"))
    fonts.draw(canvas, right, top, secret, Face.STRONG, _SIZE, 1)
    if sheet.marks:
        _stamp(canvas, middle, top, sheet.marks)
    canvas.setStrokeColor(colour("line"))
    canvas.setLineWidth(0.8)
    canvas.line(side, top - 8, right, top - 8)


def _set_in(parts: Sequence[str], room: float) -> tuple[list[str], float]:
    """The head's parts in `room` points as one line, or as two where that would be too small to read; and its size."""
    lines = [_BETWEEN.join(parts)]
    if _SIZE * room < _LEAST * _widest(lines) and len(parts) > 1:
        ways = [[_BETWEEN.join(parts[:n]), _BETWEEN.join(parts[n:])] for n in range(1, len(parts))]
        lines = min(ways, key=_widest)
    return lines, min(_SIZE, _SIZE * room / max(1.0, _widest(lines)))


def _widest(lines: Sequence[str]) -> float:
    return max(fonts.width(line, Face.REGULAR, _SIZE) for line in lines)


def _draw_signature(canvas: Canvas, sheet: Sheet, is_read: bool) -> None:
    """The lines to write on, side by side at the right."""
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(0.7)
    left = sheet.size[0] - sheet.side - 186 * len(sheet.signed) + 16
    for label in sheet.signed:
        canvas.line(left, 48, left + 170, 48)
        with _read_once(canvas, is_read):
            fonts.draw(canvas, left, 40, label, Face.REGULAR, 6.8)
        left += 186


def _stamp(canvas: Canvas, x: float, y: float, text: str) -> None:
    """A framed word in the head: draft, demo."""
    half = _half_stamp(text)
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(0.8)
    canvas.roundRect(x - half, y - 4.5, 2 * half, 15, 4)
    fonts.draw(canvas, x, y, text, Face.STRONG, 8, 0.5)


def _half_stamp(text: str) -> float:
    """Half the width of a framed word in points, 0 for none."""
    return fonts.width(text, Face.STRONG, 8) / 2 + 8 if text else 0.0
