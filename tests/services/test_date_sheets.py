"""The sheets of dates, gathered from a real store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.core.errors import NotFound
from app.core.records.case import SchoolFact, SchoolKind
from app.core.records.person import CasePerson, Person
from app.services.cases import close_case
from app.services.date_sheets import family_calendar_document, hand_over_document
from app.services.journal import save_school_fact
from app.services.people import save_case_person
from tests.conftest import TODAY
from tests.factories import Office

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC)
WEEK = timedelta(days=7)


def test_a_colleague_learns_measures_custody_and_school(office: Office) -> None:
    case = office.case()
    measure = office.measure(case, start=TODAY - 3 * WEEK)
    for first_name, has_custody in (("Søren", True), ("Anna", True), ("Bo", False)):
        parent = Person(first_name=first_name)
        part = CasePerson(case_id=case.id, person_id=parent.id, role_key="mother", has_custody=has_custody)
        office.store.write(save_case_person, parent, part, TODAY)
    past = SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, name="Gamle Skole", start=TODAY - 9 * WEEK, end=TODAY)
    now = SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, name="Nye Skole", start=TODAY)
    for fact in (past, now):
        office.store.write(save_school_fact, fact)
    document = office.store.read(hand_over_document, office.catalogue, NOW, TODAY, TODAY + 2 * WEEK)
    (entry,) = document.entries
    assert entry.custody == ("Anna", "Søren")
    assert entry.school == "Nye Skole"
    assert entry.measures == (office.catalogue.measure_type(measure.type_key, measure.start).names,)


def test_a_closed_case_is_handed_over_only_while_somebody_waits_for_an_answer(office: Office) -> None:
    closed, asked = office.case("Alma"), office.case("Bo")
    office.access_request(asked)
    for case in (closed, asked):
        office.measure(case, start=TODAY - 9 * WEEK)
        office.store.write(close_case, case.id, TODAY, "Flyttet", True)
    document = office.store.read(hand_over_document, office.catalogue, NOW, TODAY, TODAY + 2 * WEEK)
    assert [entry.child.status.file.child.first_name for entry in document.entries] == ["Bo"]


def test_a_family_calendar_reaches_six_months_ahead(office: Office) -> None:
    case = office.case()
    office.measure(case)
    document = office.store.read(family_calendar_document, case.id, office.catalogue, TODAY)
    assert document.child_first_name == "Alma"
    assert document.coming
    assert all(one.day is None or TODAY <= one.day <= document.until for one in document.coming)
    with pytest.raises(NotFound):
        office.store.read(family_calendar_document, "gone", office.catalogue, TODAY)
