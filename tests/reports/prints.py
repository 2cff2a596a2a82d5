"""Parts of documents to print, and ways to read a PDF back."""

from __future__ import annotations

import dataclasses
import io
import re
from datetime import date, timedelta

import pypdfium2
from PIL import ImageOps
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from app.core.names import Names
from app.core.records.documents import (
    DocumentGoal,
    DocumentMapPerson,
    DocumentScore,
    DocumentSubGoal,
    Letterhead,
    SummaryRow,
)
from app.core.records.follow_up import Informant
from app.core.records.network import Invitation, Ring
from app.core.records.plan import GoalStatus

HEAD = Letterhead(municipality="Herning Kommune", department="Børn og Unge", caseworker="M. Holm", on=date(2026, 10, 9))
STEPS = (
    Names("Afklaring", "Clarification"),
    Names("Forebyggelse", "Prevention"),
    Names("Hjemmebaseret", "Home-based"),
    Names("Slægt/netværk", "Kin/network"),
    Names("Plejefamilie", "Foster family"),
    Names("Institution", "Residential"),
)
SECTORS = ("household", "kin", "school", "leisure", "friends", "professionals")
ODD = ("Łukasz Żółć", "Оксана Ївженко", "محمد علي", "<b>&amp; </para>", "Mor \u202e\u200f 🧸", "Anne " + "x" * 60)
LONG = ("Østergårds Åse synes, at <b>&amp; </para> er svært; Łukasz, Оксана og محمد علي hjælper hver tirsdag. " * 30)[
    :2000
]


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """All text of a PDF with line ends and hard spaces as plain spaces."""
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def goal(**changes: object) -> DocumentGoal:
    ordinary = DocumentGoal(
        theme=Names("Skoleforhold", "School"),
        own_words="Det er lettere, når nogen følger mig den første time.",
        goal="Jeg er i skole hver dag",
        baseline=3,
        target=9,
        success_sign="Alma møder alle ugens dage.",
        status=GoalStatus.UNDER_WAY,
        scores=(DocumentScore(informant=Informant.CHILD, value=8, on=date(2026, 10, 2)),),
        sub_goals=(
            DocumentSubGoal(
                what="Møder kl. 8 i klubben og følges ind",
                responsible="Klasselærer",
                deadline=date(2026, 11, 1),
                rhythm="hver dag",
                status=GoalStatus.MET,
            ),
        ),
    )
    return dataclasses.replace(ordinary, **changes)  # type: ignore[arg-type]  # any field of a goal


def map_person(number: int, name: str, sector: str, ring: Ring, **changes: object) -> DocumentMapPerson:
    ordinary = DocumentMapPerson(
        id=f"p{number}",
        name=name,
        role="Moster",
        sector_key=sector,
        ring=ring,
        angle=None,
        is_professional=sector == "professionals",
        deceased=False,
        can_help="",
        invited=Invitation.NOT_ASKED,
        protected=False,
    )
    return dataclasses.replace(ordinary, **changes)  # type: ignore[arg-type]  # any field of a person


def summary_row(number: int, **changes: object) -> SummaryRow:
    step = number % 6
    ordinary = SummaryRow(
        name=f"Alma {chr(65 + number)}.",
        age=number % 17,
        step=step,
        step_name=STEPS[step],
        measure=Names("Netværksplejefamilie (slægt)", "Kin foster family") if step else None,
        since=date(2026, 1, 1) + timedelta(days=9 * number),
        moved_on=date(2026, 6, 4) if number % 3 == 0 else None,
        moved_down=number % 2 == 0,
        next_follow_up=date(2026, 11, 1) + timedelta(days=number),
        days_over=4 if number < 2 else 0,
        law_due=date(2026, 12, 1),
        spoken_on=date(2026, 10, 2),
        plan_version=number % 4 or None,
        has_map=number % 5 != 0,
        remarks=(Names("11 md., intet næste trin", "month 11, no next step"),) if number == 5 else (),
    )
    return dataclasses.replace(ordinary, **changes)  # type: ignore[arg-type]  # any field of a row


def as_dict(entry: object) -> DictionaryObject:
    """An entry of a PDF that is known to be a dictionary, its reference followed."""
    found = entry.get_object() if isinstance(entry, PdfObject) else entry
    assert isinstance(found, DictionaryObject)
    return found


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The fonts of all pages, and whether each is embedded with a map to Unicode."""
    found = {}
    for page in read(pdf).pages:
        for reference in as_dict(as_dict(page["/Resources"])["/Font"]).values():
            font = as_dict(reference)
            descriptor = as_dict(font["/FontDescriptor"]) if "/FontDescriptor" in font else {}
            found[str(font["/BaseFont"])] = "/FontFile2" in descriptor and "/ToUnicode" in font
    return found


def drawn_of(pdf: bytes) -> set[str]:
    """The characters that the fonts of a PDF have glyphs for, by the tables in the file."""
    found = set()
    for page in read(pdf).pages:
        for reference in as_dict(as_dict(page["/Resources"])["/Font"]).values():
            table = as_dict(reference)["/ToUnicode"].get_object()
            assert isinstance(table, StreamObject)
            codes = re.findall(rb"^<[0-9A-F]{2}> <([0-9A-F]{4,})>$", table.get_data(), re.MULTILINE)
            found |= {bytes.fromhex(code.decode()).decode("utf-16-be") for code in codes}
    return found


def sizes_of(pdf: bytes) -> set[float]:
    """The sizes of the letters of a PDF, in points."""
    found: set[float] = set()

    def note(_text: str, _matrix: object, _place: object, _font: object, size: float) -> None:
        found.add(round(size, 1))

    for page in read(pdf).pages:
        page.extract_text(visitor_text=note)
    return found


def filled_to(pdf: bytes) -> list[float]:
    """For each page how far down the sheet its content reaches: 0 only the head, 1 down to the foot."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        grey = page.render(scale=0.5).to_pil().convert("L")
        top, bottom = 26, grey.height - 21
        box = ImageOps.invert(grey.crop((0, top, grey.width, bottom))).getbbox()
        found.append(box[3] / (bottom - top) if box else 0.0)
    document.close()
    return found
