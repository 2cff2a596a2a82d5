"""Workbooks for Excel: an empty template for a caseload, and rows that are to be mended there."""

from __future__ import annotations

import io
from collections.abc import Sequence

_WIDEST, _NARROWEST = 48, 12


def workbook(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A workbook of one sheet. Every cell is text: no date is turned round, no zero dropped, nothing reckoned."""
    # Start-up does not wait for the writer of workbooks.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings):
        longest = max((len(row[number]) for row in rows if number < len(row)), default=0)
        width = min(_WIDEST, max(_NARROWEST, len(heading) + 2, longest + 2))
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
    for place, row in enumerate((headings, *rows)):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=_writable(text))
            # Text that begins with "=" would otherwise be run as a formula.
            cell.data_type, cell.number_format = "s", "@"
            if place == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _writable(text: str) -> str:
    """A text without the control signs that no workbook can hold."""
    return "".join(sign for sign in text if sign in "\t\n" or sign >= " ")
