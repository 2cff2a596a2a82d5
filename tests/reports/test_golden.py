"""The look of the prints: their first pages are the pictures that somebody looked at and kept in tests/golden.

`script/golden` draws the pictures anew; nothing else does. Look at them before they are committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps

from app.core.records.documents import NetworkDocument, PlanDocument, SummaryDocument
from app.reports.network_report import network_pdf
from app.reports.plan_report import plan_pdf
from app.reports.summary_report import summary_pdf
from app.words import Words

GOLDEN = Path(__file__).parent.parent / "golden"
RENEW = "FORLAENS_RENEW_GOLDEN"


def first_page(pdf: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    return ImageOps.posterize(picture, 4)  # sixteen greys keep the files small


def check(name: str, pdf: bytes) -> None:
    found, kept = first_page(pdf), GOLDEN / f"{name}.png"
    if os.environ.get(RENEW):
        found.save(kept, optimize=True)
        pytest.skip(f"renewed {kept.name}")
    with Image.open(kept) as golden:
        expected = golden.convert("L")
    same = found.size == expected.size and ImageChops.difference(found, expected).getbbox() is None
    assert same, f"{name} looks different; if that is meant, run script/golden and look at it"


def test_the_plan_looks_as_it_was_approved(plan: PlanDocument) -> None:
    check("plan", plan_pdf(plan, Words("da")))


def test_the_map_looks_as_it_was_approved(network: NetworkDocument) -> None:
    check("network", network_pdf(network, Words("da")))


def test_the_summary_looks_as_it_was_approved(summary: SummaryDocument) -> None:
    check("summary", summary_pdf(summary, Words("da")))
