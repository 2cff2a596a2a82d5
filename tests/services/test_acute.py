"""What must be known at once of a child: kept once a case, and gathered for the sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.core.catalogue import Catalogue
from app.core.errors import Invalid
from app.core.records.acute import AcuteDocument, AcuteFacts
from app.core.records.case import Case, SchoolFact, SchoolKind
from app.core.records.person import CasePerson, Person
from app.reports.acute_report import acute_pdf
from app.services.acute import acute_document, acute_facts, save_acute_facts
from app.services.journal import save_school_fact
from app.services.people import save_case_person
from app.services.store import Store
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office
from tests.reports.prints import text_of

DAY = timedelta(days=1)
STREET = "Vestergade 1"


def add(
    office: Office, case: Case, first_name: str, role: int = 0, part: dict[str, Any] | None = None, **told: Any
) -> None:
    """A person with a part in the case."""
    person = Person(first_name=first_name, **told)
    key = office.catalogue.roles(TODAY)[role].key
    joined = CasePerson(case_id=case.id, person_id=person.id, role_key=key, **(part or {}))
    office.store.write(save_case_person, person, joined, TODAY)


def sheet(office: Office, case: Case, *, shows_protected: bool = False) -> AcuteDocument:
    return office.store.read(acute_document, case.id, office.catalogue, TODAY, shows_protected=shows_protected)


def printed(document: AcuteDocument, language: str = "da") -> str:
    return text_of(acute_pdf(document, Words(language)))


def test_a_case_has_one_record_that_is_blank_at_first(office: Office, store: Store) -> None:
    case = office.case()
    blank = store.read(acute_facts, case.id)
    assert replace(blank, id="") == AcuteFacts(id="", case_id=case.id)
    kept = office.acute(case, risks="Løber", confirmed_on=TODAY)
    store.write(save_acute_facts, replace(kept, risks="Løber væk"), TODAY)
    assert store.read(acute_facts, case.id).risks == "Løber væk"


def test_nothing_is_confirmed_on_a_day_to_come(office: Office, store: Store) -> None:
    with pytest.raises(Invalid):
        store.write(save_acute_facts, AcuteFacts(case_id=office.case().id, confirmed_on=TODAY + DAY), TODAY)


def test_the_sheet_gathers_what_the_case_holds(office: Office, store: Store, catalogue: Catalogue) -> None:
    case = office.case("Alma", address="Nygade 2", municipal_number="12-34")
    office.measure(case, office.a_type(4), provider="Familien Holt", place="Lemvig")
    store.write(
        save_school_fact, SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, name="Nordre", grade="3.b", start=TODAY)
    )
    office.acute(case, may_fetch="Farmor", place_phone="00 00 00 41", confirmed_on=TODAY, confirmed_with="plejemor")
    add(office, case, "Lærke", is_professional=True, title="Læge, Torvet", phone="00 00 00 09")
    add(office, case, "Karen", part={"has_custody": True}, phone="00 00 00 01, 00 00 00 02")
    add(office, case, "Peter", part={"has_custody": True})
    add(office, case, "Ude", part={"until": TODAY}, phone="00 00 00 03")
    add(office, case, "Død", deceased=True, phone="00 00 00 04")
    add(office, case, "Uden nummer")

    document = sheet(office, case)

    assert [one.name for one in document.people] == ["Karen", "Peter", "Lærke"]
    assert document.people[0].phones == ("00 00 00 01", "00 00 00 02")
    assert (document.home.provider, document.home.place) == ("Familien Holt", "Lemvig")
    text = printed(document)
    for part in (
        *("Alma", "12-34", "Familien Holt", "Lemvig", "00 00 00 41", "Nordre, 3.b", "Farmor", "Penicillinallergi"),
        *(
            "00 00 00 02",
            "intet telefonnummer noteret",
            "Læge, Torvet",
            "Nygade 2",
            "sammen med plejemor",
            "Fortroligt",
        ),
        *("Aldrig til familien", "ikke noteret"),
    ):
        assert part in text, part


def test_a_child_at_home_is_with_those_it_lives_with(office: Office) -> None:
    case = office.case()
    office.measure(case)
    add(office, case, "Karen", part={"lives_with_child": True, "has_custody": True})
    text = printed(sheet(office, case), "en")
    assert "At home with Karen" in text
    assert "Nobody has confirmed this yet." in text


def test_a_protected_address_stands_on_the_sheet_only_where_that_was_confirmed(office: Office) -> None:
    case = office.case("Alma", address=STREET, protected=True)
    office.measure(case, office.a_type(4), provider="Familien Holt", place="Lemvig")
    school = SchoolFact(case_id=case.id, kind=SchoolKind.ORDINARY, name="Klosterskolen", start=TODAY)
    office.store.write(save_school_fact, school)
    add(office, case, "Karen", address="Skjulgade 9", protected=True, phone="00 00 00 01")
    add(office, case, "Sigrid", part={"lives_with_child": True}, address="Plejevej 4")
    office.acute(case, school_phone="00 00 00 77")

    hidden, told = printed(sheet(office, case)), printed(sheet(office, case, shows_protected=True))

    for secret in (STREET, "Lemvig", "Holt", "Skjulgade", "Klosterskolen", "Plejevej", "00 00 00 77"):
        assert secret not in hidden
        assert secret in told
    assert "adressen er udeladt her" in hidden
    assert "00 00 00 01" in hidden
    assert "udeladt, beskyttet" in hidden
    assert "fortæl den til ingen" in told


def test_an_unborn_child_and_one_without_any_date_have_a_sheet(office: Office) -> None:
    unborn = office.case("Ufødt", "", term_date=TODAY + 40 * DAY)
    assert "termin 2. januar 2027" in printed(sheet(office, unborn))
    undated = office.case("Nyt", "Barn", term_date=None)
    assert "Nyt Barn" in printed(sheet(office, undated))


def test_confirmed_without_a_name_says_the_day_alone(office: Office) -> None:
    case = office.case()
    office.acute(case, confirmed_on=TODAY)
    assert "Bekræftet 23. november 2026." in printed(sheet(office, case))
