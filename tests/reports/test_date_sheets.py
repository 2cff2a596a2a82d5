"""The hand-over sheet and the family's calendar, read back from their PDFs."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pypdf import PdfReader

from app.core.records.follow_up import FollowUp
from app.reports.family_calendar_report import family_calendar_pdf
from app.reports.hand_over_report import hand_over_pdf
from app.services.caseload import caseworker, save_caseworker
from app.services.date_sheets import family_calendar_document, hand_over_document
from app.services.follow_ups import save_follow_up
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC)
DAY = timedelta(days=1)


def text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def hand_over(office: Office, language: str, days: int = 14) -> bytes:
    document = office.store.read(hand_over_document, office.catalogue, NOW, TODAY, TODAY + days * DAY)
    return hand_over_pdf(document, Words(language))


@pytest.mark.parametrize(
    ("language", "said"),
    [("da", ("Overdragelse fra", "1 dag over fristen")), ("en", ("Hand-over of", "1 day over the due date"))],
)
def test_the_hand_over_says_what_is_over_and_why(office: Office, language: str, said: tuple[str, ...]) -> None:
    case = office.case("Alma", "Kjær", municipal_number="26-1234")
    office.measure(case, start=TODAY - 29 * DAY)
    told = text(hand_over(office, language))
    assert "Alma Kjær" in told
    assert "26-1234" in told
    assert all(part in told for part in said)


def test_twenty_five_children_with_odd_names_are_all_on_it(office: Office) -> None:
    names = [f"<b>&amp; Łukasz{number}" for number in range(25)]
    for name in names:
        office.measure(office.case(name, "Оксана"), start=TODAY - 29 * DAY)
    told = text(hand_over(office, "da"))
    assert all(name in told for name in names)


def test_nothing_to_hand_over_is_said(office: Office) -> None:
    assert "Nothing falls due in these days" in text(hand_over(office, "en", 1))


@pytest.mark.parametrize(("language", "week", "agreed"), [("da", "Uge", "kl."), ("en", "Week", "at")])
def test_a_family_reads_days_and_weeks_in_its_language(office: Office, language: str, week: str, agreed: str) -> None:
    case = office.case()
    measure = office.measure(case)
    planned = FollowUp(
        case_id=case.id,
        measure_ids=(measure.id,),
        planned_on=TODAY + DAY,
        planned_at=datetime(2026, 1, 1, 15, 30).time(),
    )
    office.store.write(save_follow_up, planned, TODAY)
    document = office.store.read(family_calendar_document, case.id, office.catalogue, TODAY)
    pdf = family_calendar_pdf(document, Words(language))
    assert week in text(pdf)
    assert "30" in text(pdf)
    assert "Kjær" not in text(pdf)
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


def test_without_follow_ups_the_family_is_told_so(office: Office) -> None:
    document = office.store.read(family_calendar_document, office.case().id, office.catalogue, TODAY)
    assert "Der er ikke planlagt" in text(family_calendar_pdf(document, Words("da")))


def test_a_family_is_told_whom_to_call_and_where(office: Office) -> None:
    case = office.case()
    office.measure(case)
    document = office.store.read(family_calendar_document, case.id, office.catalogue, TODAY)
    assert "Ring til M. Holm, hvis en dag" in text(family_calendar_pdf(document, Words("da")))
    worker = replace(office.store.read(caseworker), phone="96 28 28 28")
    office.store.write(save_caseworker, worker)
    document = office.store.read(family_calendar_document, case.id, office.catalogue, TODAY)
    assert "Call M. Holm, telephone 96 28 28 28, if a day" in text(family_calendar_pdf(document, Words("en")))
