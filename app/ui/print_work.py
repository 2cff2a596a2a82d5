"""What the worker does of a print: draws it, puts it on paper, writes it into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from app.reports.binding import encrypted
from app.ui.handing_out import HandingOut
from app.ui.printing import put_on_paper
from app.ui.prints.order import Check, PrintOrder
from app.vault.files import write_atomic
from app.words import Words


def drawn(order: PrintOrder, words: Words, check: Check) -> tuple[PrintOrder, str, bytes]:
    """The PDF, with the order and the language it was drawn for."""
    pdf = order.draw(words, check)
    check()
    return order, words.language, pdf


def printed(out: HandingOut, printer: QPrinter, check: Check) -> None:
    """Put it on paper, and note that it left."""
    out.carry_out(lambda leave: put_on_paper(out.pdf, printer, leave, check))


def saved(out: HandingOut, path: Path, password: str, check: Check) -> Path:
    """Write it, locked where there is a password, and note that it left; the path."""

    def save(leave: Callable[[], None]) -> None:
        content = encrypted(out.pdf, password) if password else out.pdf
        check()
        leave()
        write_atomic(path, content)

    out.carry_out(save)
    return path
