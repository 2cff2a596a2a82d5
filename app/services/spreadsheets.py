"""Tables that come from outside: an Excel workbook, a text file with separators, or what was pasted."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from app.core.errors import ForlaensError

Table = tuple[tuple[str, ...], ...]

KINDS = (".xlsx", ".csv", ".tsv", ".txt")
"""The files that are read."""
_MOST_ROWS, _MOST_COLUMNS = 2_000, 60
_MOST_BYTES = 20_000_000


class TableUnreadable(ForlaensError):
    """The file is no table that can be read."""

    code = "table-unreadable"


class TableTooLarge(ForlaensError):
    """The file is far larger than a caseload can be."""

    code = "table-too-large"


def table_in_file(path: Path) -> Table:
    """The rows of the first sheet, or of a text file; raises `TableUnreadable` or `TableTooLarge`."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise TableTooLarge
        data = path.read_bytes()
    except OSError as error:
        raise TableUnreadable from error
    return _workbook(data) if data[:4] == b"PK\x03\x04" else table_in_text(_decoded(data))


def table_in_text(text: str) -> Table:
    """The rows of a text whose cells are told apart by tabs, semicolons or commas, as its first line has most."""
    clean = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in clean.split("\n") if line.strip()), "")
    separator = max("\t;,", key=lambda sign: (first.count(sign), sign == "\t"))
    try:
        return _trimmed(csv.reader(io.StringIO(clean), delimiter=separator))
    except csv.Error as error:
        raise TableUnreadable from error


def _workbook(data: bytes) -> Table:
    # Start-up does not wait for the reader of workbooks.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS, values_only=True)
        return _trimmed([_said(value) for value in row] for row in rows)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, IndexError, ValueError, SyntaxError) as error:
        raise TableUnreadable from error


def _said(value: object) -> str:
    """A cell as text: a day without its hour, a whole number without its point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _decoded(data: bytes) -> str:
    """Text as Excel writes it: UTF-8 or UTF-16 with their marks, UTF-8 without, else the Western code page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _trimmed(rows: Iterable[Sequence[str]]) -> Table:
    """The rows with as many columns as are used, blank rows at the end left out."""
    kept = [tuple(cell.strip() for cell in row[:_MOST_COLUMNS]) for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    if len(kept) > _MOST_ROWS:
        raise TableTooLarge
    used = max((n for row in kept for n, cell in enumerate(row, start=1) if cell), default=0)
    return tuple((*row[:used], *("",) * (used - len(row))) for row in kept)
