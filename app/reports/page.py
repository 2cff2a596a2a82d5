"""The sheet every print lies on: A4 with who, what and which page, and the document's title and language set."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.core.records.documents import Letterhead
from app.reports import fonts
from app.reports.fonts import Face
from app.reports.palette import colour
from app.words import Words

PORTRAIT: tuple[float, float] = (A4[0], A4[1])
LANDSCAPE: tuple[float, float] = (A4[1], A4[0])
SIDE, HEAD, FOOT = 42.0, 52.0, 42.0  # margins in points
_SIZE = 7.5

# Streams are written as bytes, not as letters: a fifth smaller and quicker.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on each page around the content, in the language of the print.

    `name` is the document's title, `foot` what stands at the bottom left, `version` beside the page number. `signed`
    names lines to write on at the foot of each page.
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


class SheetCanvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """Keeps the pages until the last is known, then draws head and foot: one pass, and "page x of y" is right."""

    def __init__(self, *args: object, sheet: Sheet, **more: object) -> None:
        super().__init__(*args, **more)
        self._sheet = sheet
        self._kept: list[dict[str, object]] = []

    def showPage(self) -> None:
        """Keep the page that was drawn."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Draw the furniture of each page and write the file."""
        kept = self._kept
        for number, page in enumerate(kept, 1):
            self.__dict__.update(page)
            _furnish(self, self._sheet, number, len(kept))
            super().showPage()
        super().save()


def _furnish(canvas: Canvas, sheet: Sheet, number: int, count: int) -> None:
    words, (across, up) = sheet.words, sheet.size
    top, side, right = up - 34, sheet.side, across - sheet.side
    canvas.saveState()
    canvas.setFillColor(colour("muted"))
    left = " · ".join(p for p in (sheet.head.municipality, sheet.head.department, sheet.head.caseworker) if p)
    secret = words.tr("Confidential")
    secret_width, left_width = fonts.width(secret, Face.STRONG, _SIZE), fonts.width(left, Face.REGULAR, _SIZE)
    half = _half_stamp(sheet.marks)
    # The stamp stands in the middle, or where a long head leaves none, beside the word at the right.
    middle = across / 2 if side + left_width + 12 <= across / 2 - half else right - secret_width - 16 - half
    room = (middle - half if half else right - secret_width) - side - 12
    size = min(_SIZE, _SIZE * room / max(1.0, left_width))
    fonts.draw(canvas, side, top, left, Face.REGULAR, size)
    canvas.setFillColor(colour("ink"))
    fonts.draw(canvas, right, top, secret, Face.STRONG, _SIZE, 1)
    if sheet.marks:
        _stamp(canvas, middle, top, sheet.marks)
    canvas.setStrokeColor(colour("line"))
    canvas.setLineWidth(0.8)
    canvas.line(side, top - 8, right, top - 8)
    canvas.setFillColor(colour("muted"))
    page = words.tr("page {number} of {count}", number=number, count=count)
    fonts.draw(canvas, side, 26, sheet.foot, Face.REGULAR, _SIZE)
    fonts.draw(canvas, right, 26, " · ".join(p for p in (sheet.version, page) if p), Face.REGULAR, _SIZE, 1)
    _draw_signature(canvas, sheet)
    canvas.restoreState()


def _draw_signature(canvas: Canvas, sheet: Sheet) -> None:
    """The lines to write on, side by side at the right."""
    canvas.setStrokeColor(colour("ink"))
    canvas.setLineWidth(0.7)
    right = sheet.size[0] - sheet.side
    for label in reversed(sheet.signed):
        canvas.line(right - 170, 48, right, 48)
        fonts.draw(canvas, right - 170, 40, label, Face.REGULAR, 6.8)
        right -= 186


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
