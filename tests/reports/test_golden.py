"""The look of the prints: their first pages are the pictures that somebody looked at and kept in tests/golden.

`script/golden` draws the pictures anew; nothing else does. Look at them before they are committed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageOps

from app.core.child_plan import child_plan
from app.core.family_calendar import ComingFollowUp
from app.core.names import Names
from app.core.plan_extract import plan_extract
from app.core.records.acute import AcuteDocument, AcuteFacts, AcuteHome, AcutePerson
from app.core.records.date_sheets import FamilyCalendarDocument
from app.core.records.documents import NetworkDocument, PlanDocument, SummaryDocument
from app.core.records.file_access import CaseFileDocument, FileType, GivenEntry, GivenPart, Piece, Withheld
from app.core.records.plan_extract import ExtractChoice
from app.reports.acute_report import acute_pdf
from app.reports.case_file_report import case_file_pdf
from app.reports.child_plan_report import child_plan_pdf
from app.reports.family_calendar_report import family_calendar_pdf
from app.reports.follow_up_minutes_report import follow_up_minutes_pdf
from app.reports.meeting_report import meeting_minutes_pdf
from app.reports.network_report import network_pdf
from app.reports.plan_extract_report import plan_extract_pdf
from app.reports.plan_report import plan_pdf
from app.reports.summary_report import summary_pdf
from app.words import Words
from tests.reports.prints import HEAD
from tests.reports.test_minutes import HELD, MET

DANISH = Words("da")
ACUTE = AcuteDocument(
    head=HEAD,
    child_name="Alma Kjær",
    birth_date=date(2017, 3, 1),
    age=9,
    term=None,
    municipal_number="26-1234",
    worker_phone="96 28 28 28",
    team_leader="L. Bach",
    home=AcuteHome(
        measure=Names("Almen plejefamilie", "Foster family"),
        since=date(2026, 6, 4),
    ),
    address="",
    child_protected=True,
    shows_protected=False,
    school="Vesterskolen, 3. klasse",
    people=(
        AcutePerson(name="Karen Kjær", role=Names("mor", "mother"), phones=("20 30 40 50",), has_custody=True),
        AcutePerson(name="Vagten", role=Names("døgnvagt", "on-call"), phones=("96 28 70 00",), is_professional=True),
    ),
    facts=AcuteFacts(
        id="1",
        case_id="1",
        health="Astma; medicinen ligger i skoletasken.",
        calms="Ring til mormor.",
        not_told="Far",
        confirmed_on=date(2026, 9, 1),
        confirmed_with="Karen Kjær",
    ),
)
CALENDAR = FamilyCalendarDocument(
    head=HEAD,
    child_first_name="Alma",
    until=date(2027, 4, 9),
    coming=(
        ComingFollowUp(day=date(2026, 10, 20), agreed=True, at=time(14), place="Skolen", with_whom="Mor og læreren"),
        ComingFollowUp(day=date(2026, 12, 1)),
        ComingFollowUp(day=None),
    ),
)
CASE_FILE = CaseFileDocument(
    head=HEAD,
    child_name="Alma Kjær",
    municipal_number="26-1234",
    asked_by="Karen Kjær",
    received_on=date(2026, 10, 1),
    first=date(2026, 1, 1),
    last=None,
    entries=(
        GivenEntry(
            number=1,
            type=FileType.JOURNAL,
            day=date(2026, 3, 3),
            title=Names("Samtale", "Talk"),
            parts=(
                GivenPart(
                    label=Names("Notat", "Note"),
                    pieces=(Piece(text=Names("Alma fortalte om ", "")), Piece(why=Withheld.THIRD_PARTY)),
                ),
            ),
        ),
        GivenEntry(
            number=2,
            type=FileType.NOTIFICATION,
            day=date(2026, 4, 9),
            title=Names("Underretning", "Notification"),
            left_out=Withheld.SOURCE,
        ),
    ),
)

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
    with Image.open(kept) as golden:
        expected = golden.convert("L")
    same = found.size == expected.size and ImageChops.difference(found, expected).getbbox() is None
    assert same, f"{name} looks different; if that is meant, run script/golden and look at it"


def test_the_plan_looks_as_it_was_approved(plan: PlanDocument) -> None:
    check("plan", plan_pdf(plan, DANISH))


def test_the_plan_for_the_child_looks_as_it_was_approved(plan: PlanDocument) -> None:
    check("child-plan", child_plan_pdf(child_plan(replace(plan, child_age=9), plan.head.on), DANISH))


def test_the_extract_for_a_provider_looks_as_it_was_approved(plan: PlanDocument) -> None:
    chosen = ExtractChoice(frozenset({1}), frozenset({(1, 1)}))
    document = plan_extract(plan, plan.measures[0], "Familien Holt", chosen, plan.head)
    check("extract", plan_extract_pdf(document, DANISH))


def test_the_map_looks_as_it_was_approved(network: NetworkDocument) -> None:
    check("network", network_pdf(network, DANISH))


def test_the_summary_looks_as_it_was_approved(summary: SummaryDocument) -> None:
    check("summary", summary_pdf(summary, DANISH))


def test_minutes_look_as_they_were_approved() -> None:
    check("follow-up-minutes", follow_up_minutes_pdf(HELD, DANISH))
    check("minutes", meeting_minutes_pdf(MET, DANISH))


def test_the_sheet_for_the_night_looks_as_it_was_approved() -> None:
    check("acute", acute_pdf(ACUTE, DANISH))


def test_the_calendar_for_the_family_looks_as_it_was_approved() -> None:
    check("calendar", family_calendar_pdf(CALENDAR, DANISH))


def test_the_case_file_looks_as_it_was_approved() -> None:
    check("case-file", case_file_pdf(CASE_FILE, DANISH, lambda: None))
