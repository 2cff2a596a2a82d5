"""Siblings with a case here are found, so that a visit to all of them is one form."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.records.person import CasePerson
from app.services.cases import close_case, void_case
from app.services.people import save_case_person
from app.services.siblings import siblings_of_case
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def names(office: Office, case_id: str) -> list[str]:
    found = office.store.read(siblings_of_case, case_id, office.catalogue, TODAY)
    return [pair.child.first_name for pair in found]


def test_siblings_come_by_age_and_only_those_whose_case_is_open(office: Office, store: Store) -> None:
    alma = office.case("Alma")
    others = [
        office.case("Bo", birth_date=date(2020, 1, 1)),
        office.case("Liv", birth_date=date(2012, 1, 1)),
        office.case("Wilma", term_date=TODAY + timedelta(days=30)),
        office.case("Lukket", birth_date=date(2010, 1, 1)),
        office.case("Tastet to gange"),
    ]
    office.case("Ida", "Lund")
    mother = office.person(alma, "Karen", "mother")
    for case in (alma, *others):
        part = CasePerson(case_id=case.id, person_id=mother.id, role_key="mother", has_custody=True)
        store.write(save_case_person, mother, part, TODAY)
    store.write(close_case, others[3].id, TODAY, "Flyttet", True)
    store.write(void_case, others[4].id, TODAY, "Tastet to gange")
    assert names(office, alma.id) == ["Liv", "Bo", "Wilma"]
    assert names(office, others[3].id) == ["Liv", "Alma", "Bo", "Wilma"]
