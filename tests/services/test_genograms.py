"""What a genogram is made of: people of the case alone, protected ones by role, the same text each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from app.core import codec
from app.core.records.family import Couple, CoupleKind, Parentage, Tie
from app.core.records.genogram import GenogramDocument, GenogramPerson, Symbol
from app.core.records.person import Gender, Person
from app.services import families
from app.services.family_prints import family_print_warnings
from app.services.genograms import genogram_document
from app.services.people import save_case_person, save_person
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def told(office: Office, case_id: str) -> GenogramDocument:
    return office.store.read(genogram_document, case_id, office.catalogue, TODAY)


def by_name(document: GenogramDocument) -> dict[str, GenogramPerson]:
    return {person.name or (person.role.en if person.role else ""): person for person in document.people}


def test_a_family_by_age_with_what_the_roles_tell(office: Office, store: Store) -> None:
    case = office.case("Alma")
    mother = office.person(case, "Karen", "mother", birth_date=date(1985, 2, 3))
    father = office.person(case, "Per", "father", gender=Gender.OTHER, deceased=True, birth_date=date(1980, 2, 3))
    gran = office.person(case, "Lis", "maternal_grandmother")
    office.person(case, "Ida", "cousin")
    office.person(case, "Teacher", "teacher")
    baby = office.person(case, "Baby", "half_sibling", term_date=TODAY + timedelta(days=60))
    ties: tuple[Tie, ...] = (
        Couple(one_id=mother.id, other_id=father.id, since=date(2010, 1, 1), until=date(2020, 1, 1)),
        *(Parentage(parent_id=parent.id, child_id=case.person_id) for parent in (mother, father)),
        Parentage(parent_id=mother.id, child_id=baby.id),
        Parentage(parent_id=gran.id, child_id=mother.id),
    )
    store.write(families.save_ties, ties, TODAY)

    document = told(office, case.id)

    assert [person.name for person in document.people] == ["Per", "Karen", "Alma", "Baby", "Ida", "Lis"]
    people = by_name(document)
    assert {name: person.symbol for name, person in people.items()} == {
        "Per": Symbol.OTHER,
        "Karen": Symbol.FEMALE,
        "Alma": Symbol.UNKNOWN,
        "Baby": Symbol.UNBORN,
        "Lis": Symbol.FEMALE,
        "Ida": Symbol.UNKNOWN,
    }
    assert [person.name for person in document.people if not person.tied] == ["Ida"]
    assert (people["Karen"].age, people["Karen"].birth_year, people["Karen"].generation) == (41, 1985, -1)
    assert (people["Per"].age, people["Per"].birth_year) == (None, 1980)
    assert (people["Lis"].generation, people["Baby"].term) == (-2, TODAY + timedelta(days=60))
    assert (people["Alma"].is_child, people["Alma"].at_home, people["Alma"].role) == (True, True, None)
    (couple,) = document.couples
    assert (couple.kind, couple.since, couple.until) == (CoupleKind.MARRIED, 2010, 2020)
    assert len(document.parents) == 4
    assert codec.from_text(codec.to_text(document), GenogramDocument) == document


def test_a_protected_person_is_told_by_the_role_alone(office: Office, store: Store) -> None:
    case = office.case()
    mother = office.person(case, "Karen", "mother", protected=True, birth_date=date(1985, 2, 3), address="Nygade 4")
    store.write(families.save_ties, (Parentage(parent_id=mother.id, child_id=case.person_id),), TODAY)
    document = told(office, case.id)
    person = by_name(document)["Mother"]
    assert (person.name, person.birth_year, person.age, person.protected) == ("", None, None, True)
    assert "Karen" not in codec.to_text(document)
    warnings = store.read(family_print_warnings, case.id, document, TODAY)
    assert [problem.code for problem in warnings] == ["print-of-protected"]


def test_the_child_is_told_by_the_first_name_though_it_is_protected(office: Office) -> None:
    case = office.case("Alma", "Kjær", protected=True)
    (child,) = told(office, case.id).people
    assert (child.name, child.protected, child.age) == ("Alma", True, 9)


def test_those_of_the_map_alone_bring_what_stands_there(office: Office, store: Store) -> None:
    case = office.case()
    friend = Person(first_name="Ida")
    network = office.map(case, friend)
    office.redraw(network, people=(replace(network.people[0], role="Reservemor"),))
    store.write(families.save_ties, (Parentage(parent_id=friend.id, child_id=case.person_id),), TODAY)
    person = by_name(told(office, case.id))["Ida"]
    assert (person.role, person.map_role, person.at_home) == (None, "Reservemor", False)


def test_who_lives_with_the_child(office: Office, store: Store) -> None:
    case = office.case()
    mother = office.person(case, "Karen", "mother")
    part = store.read(families.family_of_case, case.id).parts[mother.id]
    store.write(save_case_person, mother, replace(part, lives_with_child=True), TODAY)
    store.write(save_person, replace(mother, gender=Gender.MALE), TODAY)
    person = by_name(told(office, case.id))["Karen"]
    assert (person.at_home, person.symbol) == (True, Symbol.MALE)
