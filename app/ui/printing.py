"""A finished PDF on a printer: rendered at 300 dpi, page by page, so that every system prints the same.

The print dialog belongs to the window's thread; `paint` may run on the worker, which alone renders
PDFs while a preview is open: pdfium bears one thread.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.core.errors import ForlaensError
from app.ui.pdf_pages import rendered

_DPI = 300


class PrintFailed(ForlaensError):
    """The printer took no page."""

    code = "print-failed"


def choose_printer(parent: QWidget | None, pdf: bytes, title: str) -> QPrinter | None:
    """Let the user choose printer, pages and copies; None where they changed their mind.

    `title` goes into the print queue, so it holds no names.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageOrientation(_orientation(pdf))
    return printer if QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted else None


def paint(pdf: bytes, printer: QPrinter, leaving: Callable[[], None], check: Callable[[], None]) -> None:
    """Print the pages that were chosen; raises `PrintFailed`.

    `check` is called before each page and may raise to stop; `leaving` once, when the first page is made and the
    printer takes it, just before it leaves the program.
    """
    document = pypdfium2.PdfDocument(pdf)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            raise PrintFailed(printer.printerName())
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        first, last = (printer.fromPage() or 1) - 1, min(printer.toPage() or len(document), len(document))
        for number in range(first, last):
            check()
            if number > first and not printer.newPage():
                raise PrintFailed(printer.printerName())
            picture = rendered(document[number], _DPI / 72)
            if number == first:
                leaving()
            painter.drawImage(_fitted(document[number], sheet), picture)
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def print_pdf(parent: QWidget | None, pdf: bytes, title: str) -> bool:
    """Choose a printer and print at once, for a page or two; False where the user changed their mind."""
    printer = choose_printer(parent, pdf, title)
    if printer is None:
        return False
    paint(pdf, printer, _go_on, _go_on)
    return True


def _orientation(pdf: bytes) -> QPageLayout.Orientation:
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return QPageLayout.Orientation.Landscape if box.width > box.height else QPageLayout.Orientation.Portrait


def _fitted(page: pypdfium2.PdfPage, sheet: QRectF) -> QRectF:
    """Where a page lies on the sheet: as large as fits, in its own proportions, in the middle."""
    across, up = page.get_width(), page.get_height()
    scale = min(sheet.width() / across, sheet.height() / up)
    place = QRectF(0, 0, across * scale, up * scale)
    place.moveCenter(sheet.center())
    return place


def _go_on() -> None:
    """Nothing stops or notes a print that is done at once."""
