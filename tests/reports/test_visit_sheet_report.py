"""The sheet for a visit read back from its PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from dateutil.tz import UTC

from app.core.records.follow_up import Agreement, FollowUp, GoalScore
from app.core.records.person import CasePerson, Person
from app.core.records.plan import Goal
from app.core.visit_sheet import VisitSheet, for_paper
from app.reports.visit_sheet_report import visit_sheet_pdf
from app.services.follow_ups import save_follow_up
from app.services.people import save_case_person
from app.services.visit_sheets import visit_sheet
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office
from tests.reports.prints import LONG, fonts_of, read, text_of

DANISH = Words("da")
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC)
WEEK = timedelta(weeks=1)


def made_sheet(office: Office, *, text: str = "Det går fint.", goals: int = 3, **child: Any) -> VisitSheet:
    """The sheet of a child in foster care with two follow-ups held and one planned."""
    case = office.case(cpr="6403171234", phone="11 22 33 44", address="Elmevej 4", **child)
    measure = office.measure(case, office.a_type(step=4), start=TODAY - 20 * WEEK, place="Elmevej 9, Aulum")
    made = tuple(Goal(goal=f"{n}: {text}", target=8) for n in range(goals))
    office.plan(case, *made)
    for weeks, value in ((12, 4), (6, 6)):
        scores = tuple(GoalScore(goal_id=goal.id, value=value) for goal in made)
        last = office.held(case, measure, on=TODAY - weeks * WEEK, scores=scores, child_said=text)
    promises = (
        Agreement(case_id=case.id, follow_up_id=last.id, what=f"Ringe til skolen. {text}", responsible="Mor"),
        Agreement(case_id=case.id, follow_up_id=last.id, what="Finde en cykel", settled_on=TODAY, kept=True),
        Agreement(case_id=case.id, follow_up_id=last.id, what="Gå til fodbold", settled_on=TODAY, kept=False),
    )
    office.store.write(save_follow_up, replace(last, open_questions=text), TODAY, promises)
    planned = FollowUp(case_id=case.id, planned_on=TODAY + WEEK, planned_place="Elmevej 9", planned_with="Mor og Bo")
    office.store.write(save_follow_up, replace(planned, note_asked_on=TODAY, note_about="Skolegang"), TODAY)
    mother = Person(first_name="Karen", last_name="Skjult", phone="55 66 77 88", protected=True)
    role = office.catalogue.roles(TODAY)[0].key
    part = CasePerson(case_id=case.id, person_id=mother.id, role_key=role, has_custody=True)
    office.store.write(save_case_person, mother, part, TODAY)
    return for_paper(office.store.read(visit_sheet, case.id, office.catalogue, NOW))


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_ordinary_child_has_one_page(office: Office, language: str) -> None:
    assert len(read(visit_sheet_pdf(made_sheet(office), Words(language))).pages) == 1


def test_last_time_and_today_stand_on_it(office: Office) -> None:
    text = text_of(visit_sheet_pdf(made_sheet(office), DANISH))
    for part in (
        "Alma Kjær",
        "9 år",
        "Hvad barnet sagde, 12-10-2026",
        "Ringe til skolen.",
        "Finde en cykel Holdt",
        "Gå til fodbold Ikke holdt",
        "4 (31-08)",
        "6 (12-10)",
        "mandag 30. november 2026",
        "Mor og Bo",
        "bestilt 23-11-2026, ikke modtaget endnu",
        "Elmevej 9, Aulum",
        "Opfølgning:",
        "Fortroligt",
        "side 1 af 1",
    ):
        assert part in text


def test_no_number_address_or_protected_name_stands_on_it(office: Office) -> None:
    text = text_of(visit_sheet_pdf(made_sheet(office), DANISH))
    assert not [secret for secret in ("640317", "11 22 33", "55 66 77", "Elmevej 4", "Skjult") if secret in text]
    assert "forældremyndighed" in text


def test_of_a_protected_child_no_place_stands_on_it(office: Office) -> None:
    assert "Elmevej" not in text_of(visit_sheet_pdf(made_sheet(office, protected=True), DANISH))


def test_long_texts_go_on_over_pages_and_are_never_cut(office: Office) -> None:
    said = LONG[:1900] + " tilsidst"
    pdf = visit_sheet_pdf(made_sheet(office, text=said, goals=8), DANISH)
    assert len(read(pdf).pages) > 1
    assert text_of(pdf).count("tilsidst") == 8 + 3  # each goal, the child's words, the promise, the question
    assert all(fonts_of(pdf).values())


def test_a_new_case_has_a_sheet_too(office: Office) -> None:
    case = office.case()
    pdf = visit_sheet_pdf(office.store.read(visit_sheet, case.id, office.catalogue, NOW), DANISH)
    text = text_of(pdf)
    assert "Der er ikke holdt nogen opfølgning endnu." in text
    assert "Ikke planlagt endnu" in text
    assert len(read(pdf).pages) == 1


def test_title_language_and_bytes(office: Office) -> None:
    sheet = made_sheet(office)
    pdf = visit_sheet_pdf(sheet, DANISH)
    metadata = read(pdf).metadata
    assert metadata is not None
    assert metadata.title == "Sidst – i dag: Alma Kjær"
    assert visit_sheet_pdf(sheet, DANISH) == pdf
