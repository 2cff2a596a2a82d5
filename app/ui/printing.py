"""A finished PDF on a printer: by the system's own printing where there is one, else as pictures at 300 dpi.

The print dialog belongs to the window's thread; `put_on_paper` may run on the worker, which alone renders PDFs while a
preview is open: pdfium bears one thread. Pictures are the second choice, where the system has no `lp` or refuses: they
are larger, and on some systems Qt hands them on through a temporary file, which a PDF that is piped never lies in.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from app.core.errors import ForlaensError
from app.ui import paper_job
from app.ui.pdf_pages import rendered

_DPI = 300


class PrintFailed(ForlaensError):
    """The printer took no page."""

    code = "print-failed"


class NoPrinter(ForlaensError):
    """The system knows of no printer."""

    code = "no-printer"


def choose_printer(parent: QWidget | None, pdf: bytes, title: str, page: int = 1) -> QPrinter | None:
    """Let the user choose printer, pages and copies; None where they changed their mind. Raises `NoPrinter`.

    `title` goes into the print queue, so it holds no names; `page` is the one that is shown.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    pages = PdfReader(io.BytesIO(pdf)).pages  # not by pdfium, which the worker may be using
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageOrientation(_orientation(pdf))
    dialog = QPrintDialog(printer, parent)
    # A file is saved by the program, which asks what for; a printer that writes one would pass the log by.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, True)
    dialog.setMinMax(1, len(pages))
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    if dialog.printRange() is QAbstractPrintDialog.PrintRange.CurrentPage:
        printer.setFromTo(page, page)
    return printer


def put_on_paper(pdf: bytes, printer: QPrinter, leaving: Callable[[], None], check: Callable[[], None]) -> None:
    """Print the pages that were chosen; raises `PrintFailed`.

    `leaving` is called once, just before anything leaves the program; `check` now and then, and may raise to stop.
    Where the system refuses the PDF, it is tried with pictures of its pages.
    """
    if not paper_job.is_possible(printer):
        paint(pdf, printer, leaving, check)
        return
    check()
    leaving()
    try:
        paper_job.send(pdf, paper_job.job_of(printer, is_lying=_lies(pdf)), check)
    except paper_job.SystemRefused:
        paint(pdf, printer, _go_on, check)


def paint(pdf: bytes, printer: QPrinter, leaving: Callable[[], None], check: Callable[[], None]) -> None:
    """Print pictures of the pages that were chosen; raises `PrintFailed`.

    `check` is called before each page and may raise to stop; `leaving` once, when the first page is made and the
    printer takes it, just before it leaves the program.
    """
    document = pypdfium2.PdfDocument(pdf)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            raise PrintFailed(printer.printerName())
        sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        is_first = True
        for number in _chosen(printer, len(document)):
            check()
            if not is_first and not printer.newPage():
                raise PrintFailed(printer.printerName())
            picture = rendered(document[number], _DPI / 72)
            if is_first:
                leaving()
            painter.drawImage(_fitted(document[number], sheet), picture)
            is_first = False
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def print_pdf(parent: QWidget | None, pdf: bytes, title: str) -> bool:
    """Choose a printer and print at once, for a page or two; False where the user changed their mind."""
    printer = choose_printer(parent, pdf, title)
    if printer is None:
        return False
    put_on_paper(pdf, printer, _go_on, _go_on)
    return True


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """The pages that were chosen, counted from 0."""
    ranges = printer.pageRanges()
    return [number for number in range(count) if ranges.isEmpty() or ranges.contains(number + 1)]


def _orientation(pdf: bytes) -> QPageLayout.Orientation:
    return QPageLayout.Orientation.Landscape if _lies(pdf) else QPageLayout.Orientation.Portrait


def _lies(pdf: bytes) -> bool:
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return bool(box.width > box.height)


def _fitted(page: pypdfium2.PdfPage, sheet: QRectF) -> QRectF:
    """Where a page lies on the sheet: as large as fits, in its own proportions, in the middle."""
    across, up = page.get_width(), page.get_height()
    scale = min(sheet.width() / across, sheet.height() / up)
    place = QRectF(0, 0, across * scale, up * scale)
    place.moveCenter(sheet.center())
    return place


def _go_on() -> None:
    """Nothing stops or notes a print that is done at once."""
