"""The system's own printing: the PDF itself goes to `lp` through a pipe, so that no file of it lies on the disk.

CUPS draws the letters of the PDF, sharp at any printer's size; what is sent is small, and the queue's name for it is
the program's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter

_LOOK_S = 0.2  # how often it is asked whether to stop, in seconds
_OUR_SIZE = "A4"


class SystemRefused(Exception):
    """The system's own printing took nothing; there are other ways, so nobody is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperJob:
    """What was chosen in the print dialog. `pages` is as the dialog writes it: "1-3,7", "" for all."""

    printer: str
    title: str
    copies: int = 1
    pages: str = ""
    sides: str = "one-sided"
    collate: bool = True
    grey: bool = False
    size: str = _OUR_SIZE

    def command(self) -> list[str]:
        """`lp` with all of it; the PDF comes through a pipe."""
        options = [f"sides={self.sides}", f"collate={str(self.collate).lower()}", f"media={self.size}"]
        options.append(f"print-color-mode={'monochrome' if self.grey else 'color'}")
        if self.size != _OUR_SIZE:
            options.append("fit-to-page")
        command = ["lp", "-d", self.printer, "-n", str(self.copies), "-t", self.title]
        if self.pages:
            command += ["-P", self.pages]
        for option in options:
            command += ["-o", option]
        return [*command, "--", "-"]


def is_possible(printer: QPrinter) -> bool:
    """Whether the system prints PDFs by itself and the printer is one of its own."""
    native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
    return native and sys.platform != "win32" and shutil.which("lp") is not None


def job_of(printer: QPrinter, *, is_lying: bool) -> PaperJob:
    """What was chosen for a printer; `is_lying` says how the first page lies, for turning sheets over."""
    long_edge, short_edge = "two-sided-long-edge", "two-sided-short-edge"
    sides = {
        QPrinter.DuplexMode.DuplexNone: "one-sided",
        QPrinter.DuplexMode.DuplexAuto: short_edge if is_lying else long_edge,
        QPrinter.DuplexMode.DuplexLongSide: long_edge,
        QPrinter.DuplexMode.DuplexShortSide: short_edge,
    }
    return PaperJob(
        printer=printer.printerName(),
        title=printer.docName(),
        copies=printer.copyCount(),
        pages=printer.pageRanges().toString().replace(" ", ""),
        sides=sides[printer.duplex()],
        collate=printer.collateCopies(),
        grey=printer.colorMode() is QPrinter.ColorMode.GrayScale,
        size=printer.pageLayout().pageSize().key() or _OUR_SIZE,
    )


def send(pdf: bytes, job: PaperJob, check: Callable[[], None]) -> None:
    """Give the PDF to the system; raises `SystemRefused`. `check` is called meanwhile and may raise to stop."""
    try:
        process = subprocess.Popen(  # noqa: S603  # the system's own program, and no shell between
            job.command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
        )
    except OSError as error:
        raise SystemRefused(job.printer) from error
    try:
        _feed(process, pdf, check)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    if process.returncode:
        raise SystemRefused(job.printer)


def _feed(process: subprocess.Popen[bytes], pdf: bytes, check: Callable[[], None]) -> None:
    rest: bytes | None = pdf
    while True:
        try:
            process.communicate(rest, timeout=_LOOK_S)
        except subprocess.TimeoutExpired:
            rest = None  # it goes on with what it was given
            check()
        else:
            return


def _surroundings() -> dict[str, str]:
    """The system's programs need the system's libraries: a frozen program puts its own before them."""
    own = dict(os.environ)
    if getattr(sys, "frozen", False):
        own.pop("LD_LIBRARY_PATH", None)
        if before := own.get("LD_LIBRARY_PATH_ORIG"):
            own["LD_LIBRARY_PATH"] = before
    return own
