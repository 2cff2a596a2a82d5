"""Printing: the PDF itself goes through a pipe to the system, pictures of it where the system takes none."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from app.ui import paper_job, printing
from app.ui.background import Cancelled
from app.ui.paper_job import PaperJob, SystemRefused, job_of, send
from app.ui.printing import NoPrinter, PrintFailed, choose_printer, put_on_paper
from tests.ui.widgets.test_pdf_preview import pdf_of

PDF = pdf_of(["Side et"], ["Side to"], ["Side tre"])
JOB = PaperJob(printer="Kontor_2", title="Forlæns")

SCRIPT = """#!{python}
import json, pathlib, sys, time
here = pathlib.Path(__file__).parent
content = sys.stdin.buffer.read()
time.sleep({pause})
(here / "took.pdf").write_bytes(content)
(here / "asked.json").write_text(json.dumps(sys.argv[1:]))
sys.exit({code})
"""


class Lp:
    """A program called `lp` on the path, which keeps what it was given."""

    def __init__(self, folder: Path, code: int = 0, pause: float = 0.0) -> None:
        self.folder = folder
        program = folder / "lp"
        program.write_text(SCRIPT.format(python=sys.executable, code=code, pause=pause), encoding="utf-8")
        program.chmod(0o755)

    @property
    def took(self) -> bytes:
        return (self.folder / "took.pdf").read_bytes()

    @property
    def asked(self) -> list[str]:
        found: list[str] = json.loads((self.folder / "asked.json").read_text(encoding="utf-8"))
        return found


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Lp]:
    if sys.platform == "win32":
        pytest.skip("there is no lp on Windows")
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return lambda code=0, pause=0.0: Lp(folder, code, pause)


def nothing() -> None:
    """Stops nothing."""


def paper(path: Path) -> QPrinter:
    """A printer whose paper is a file, to look at what was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


def darkness(path: Path) -> list[float]:
    """How much ink is on each page of a file."""
    document = pypdfium2.PdfDocument(path)
    inked = []
    for page in document:
        grey = page.render(scale=0.5, grayscale=True)
        inked.append(sum(255 - dot for dot in bytes(grey.buffer)) / len(bytes(grey.buffer)))
    document.close()
    return inked


def test_the_pdf_goes_through_a_pipe_byte_for_byte(lp: Callable[..., Lp], tmp_path: Path) -> None:
    system = lp()
    send(PDF, JOB, nothing)
    assert system.took == PDF
    assert [file.name for file in tmp_path.rglob("*.pdf")] == ["took.pdf"]


def test_what_was_chosen_is_told_to_the_system(lp: Callable[..., Lp]) -> None:
    system = lp()
    chosen = PaperJob(
        printer="-Kontor 2",
        title="Forlæns",
        copies=3,
        pages="1-2,5",
        sides="two-sided-long-edge",
        collate=False,
        grey=True,
        size="A5",
    )
    send(PDF, chosen, nothing)
    asked = system.asked
    assert asked[:8] == ["-d", "-Kontor 2", "-n", "3", "-t", "Forlæns", "-P", "1-2,5"]
    assert asked[8:] == [
        *("-o", "sides=two-sided-long-edge"),
        *("-o", "collate=false"),
        *("-o", "media=A5"),
        *("-o", "print-color-mode=monochrome"),
        *("-o", "fit-to-page"),
        *("--", "-"),
    ]


def test_our_own_size_is_not_scaled_and_all_pages_need_no_word(lp: Callable[..., Lp]) -> None:
    system = lp()
    send(PDF, JOB, nothing)
    assert not {"fit-to-page", "-P"} & set(system.asked)
    assert "print-color-mode=color" in system.asked


def test_what_the_dialog_says_becomes_the_job(qtbot: QtBot, tmp_path: Path) -> None:
    printer = paper(tmp_path / "x.pdf")
    printer.setDocName("Forlæns")
    printer.setCopyCount(2)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setPageRanges(QPageRanges.fromString("1-3, 7"))
    job = job_of(printer, is_lying=False)
    assert (job.title, job.copies, job.grey, job.pages) == ("Forlæns", 2, True, "1-3,7")
    assert (job.sides, job.size) == ("one-sided", "A4")


@pytest.mark.parametrize(
    ("mode", "is_lying", "sides"),
    [
        (QPrinter.DuplexMode.DuplexNone, False, "one-sided"),
        (QPrinter.DuplexMode.DuplexAuto, False, "two-sided-long-edge"),
        (QPrinter.DuplexMode.DuplexAuto, True, "two-sided-short-edge"),
        (QPrinter.DuplexMode.DuplexLongSide, True, "two-sided-long-edge"),
        (QPrinter.DuplexMode.DuplexShortSide, False, "two-sided-short-edge"),
    ],
)
def test_sheets_are_turned_over_as_chosen(
    mode: QPrinter.DuplexMode, is_lying: bool, sides: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    printer = paper(tmp_path / "x.pdf")
    monkeypatch.setattr(printer, "duplex", lambda: mode)  # a printer that is a file turns nothing over
    assert job_of(printer, is_lying=is_lying).sides == sides


def test_a_system_that_refuses_is_told(lp: Callable[..., Lp]) -> None:
    lp(code=1)
    with pytest.raises(SystemRefused):
        send(PDF, JOB, nothing)


def test_a_system_without_lp_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemRefused):
        send(PDF, JOB, nothing)


def test_a_system_that_hangs_can_be_stopped(lp: Callable[..., Lp]) -> None:
    system = lp(pause=60)
    begun = time.monotonic()

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        send(PDF, JOB, stop)
    assert time.monotonic() - begun < 20
    assert not (system.folder / "took.pdf").exists()


def test_the_library_path_of_a_frozen_program_is_not_handed_on(
    lp: Callable[..., Lp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/forlaens")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/lib/own")
    assert paper_job._surroundings()["LD_LIBRARY_PATH"] == "/usr/lib/own"
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    assert "LD_LIBRARY_PATH" not in paper_job._surroundings()


def test_the_system_prints_where_it_can_and_it_is_logged_before(
    lp: Callable[..., Lp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    system = lp()
    printer = paper(tmp_path / "pictures.pdf")
    monkeypatch.setattr(paper_job, "is_possible", lambda _printer: True)
    noted: list[bool] = []
    put_on_paper(PDF, printer, lambda: noted.append((system.folder / "took.pdf").exists()), nothing)
    assert noted == [False]
    assert system.took == PDF
    assert not (tmp_path / "pictures.pdf").exists()


def test_where_the_system_refuses_pictures_are_printed_and_logged_once(
    lp: Callable[..., Lp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    lp(code=1)
    monkeypatch.setattr(paper_job, "is_possible", lambda _printer: True)
    noted: list[int] = []
    put_on_paper(PDF, paper(tmp_path / "pictures.pdf"), lambda: noted.append(1), nothing)
    assert noted == [1]
    inked = darkness(tmp_path / "pictures.pdf")
    assert len(inked) == 3
    assert min(inked) > 0


def test_a_printer_that_is_no_systems_own_gets_pictures(lp: Callable[..., Lp], tmp_path: Path, qtbot: QtBot) -> None:
    system = lp()
    printer = paper(tmp_path / "pictures.pdf")
    printer.setPageRanges(QPageRanges.fromString("2-3"))
    put_on_paper(PDF, printer, nothing, nothing)
    assert not (system.folder / "took.pdf").exists()
    assert len(PdfReader(tmp_path / "pictures.pdf").pages) == 2


def test_a_printer_that_takes_no_page_is_told_and_nothing_noted(tmp_path: Path, qtbot: QtBot) -> None:
    noted: list[int] = []
    with pytest.raises(PrintFailed):
        put_on_paper(PDF, paper(tmp_path / "gone" / "x.pdf"), lambda: noted.append(1), nothing)
    assert noted == []


def test_where_there_is_no_printer_no_dialog_is_opened(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(NoPrinter):
        choose_printer(None, PDF, "Forlæns")


class Dialog(QPrintDialog):
    """The dialog as it stands when it is opened, answered at once."""

    opened: ClassVar[list[Dialog]] = []
    answer = QPrintDialog.DialogCode.Accepted
    range = QAbstractPrintDialog.PrintRange.AllPages

    def exec(self) -> int:
        self.opened.append(self)
        return int(self.answer)

    def printRange(self) -> QAbstractPrintDialog.PrintRange:
        return self.range


def test_the_dialog_offers_the_pages_there_are_and_no_file(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Kontor"])
    monkeypatch.setattr(printing, "QPrintDialog", Dialog)
    printer = choose_printer(None, PDF, "Forlæns", page=2)
    assert printer is not None
    (opened,) = Dialog.opened
    assert (opened.minPage(), opened.maxPage()) == (1, 3)
    assert not opened.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    assert printer.pageRanges().isEmpty()
    monkeypatch.setattr(Dialog, "range", QAbstractPrintDialog.PrintRange.CurrentPage)
    current = choose_printer(None, PDF, "Forlæns", page=2)
    assert current is not None
    assert current.pageRanges().toString() == "2"
    monkeypatch.setattr(Dialog, "answer", QPrintDialog.DialogCode.Rejected)
    assert choose_printer(None, PDF, "Forlæns") is None
