"""A finished PDF on a printer: rendered at 300 dpi and handed to the system's print dialog."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

_DPI = 300


def print_pdf(parent: QWidget | None, pdf: bytes, title: str) -> bool:
    """Let the user choose a printer and print; False where they changed their mind. `title` goes into the print queue,
    so it holds no names."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    document = pypdfium2.PdfDocument(pdf)
    try:
        wide = document[0].get_width() > document[0].get_height()
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
        if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
            return False
        _paint(document, printer)
    finally:
        document.close()
    return True


def _paint(document: pypdfium2.PdfDocument, printer: QPrinter) -> None:
    painter = QPainter(printer)
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    first, last = (printer.fromPage() or 1) - 1, printer.toPage() or len(document)
    for number in range(first, min(last, len(document))):
        if number > first:
            printer.newPage()
        painter.drawImage(sheet, _picture(document[number]))
    painter.end()


def _picture(page: pypdfium2.PdfPage) -> QImage:
    drawn = page.render(scale=_DPI / 72, rev_byteorder=True)
    image = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
    return image.copy()  # its own memory: the bytes go when this returns
