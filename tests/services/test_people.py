"""People are typed once: what is changed of a person concerns every case they appear in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.errors import Invalid
from app.core.records.person import CasePerson, Person
from app.services import people
from app.services.cases import case_and_child, void_case
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def test_a_person_of_two_cases_is_changed_in_both(office: Office, store: Store) -> None:
    alma, emil, other = office.case("Alma"), office.case("Emil"), office.case("Ida")
    teacher = office.person(alma, "Lis", "teacher")
    office.map(emil, teacher)
    (found,) = store.read(people.people_of_case, alma.id)

    changes = store.write(people.save_case_person, replace(teacher, phone="97 12 34 56"), found.part, TODAY)

    assert changes.case_ids == {alma.id, emil.id}
    assert other.id not in changes.case_ids


def test_a_change_of_the_child_concerns_the_childs_case(office: Office, store: Store) -> None:
    case = office.case()
    child = store.read(people.person, case.person_id)

    assert store.write(people.save_person, replace(child, remarks="Bruger briller"), TODAY).case_ids == {case.id}


def test_a_person_taken_out_of_a_case_stays_for_the_map(office: Office, store: Store) -> None:
    case = office.case()
    mother = office.person(case, "Karen")
    office.map(case, mother)
    (found,) = store.read(people.people_of_case, case.id)

    store.write(people.remove_case_person, found.part.id)

    assert store.read(people.people_of_case, case.id) == ()
    assert mother in store.read(people.all_people)


def test_a_sibling_leads_to_the_own_case_unless_it_was_struck_out(office: Office, store: Store) -> None:
    alma, emil = office.case("Alma"), office.case("Emil")
    store.write(void_case, emil.id, TODAY, "Tastet to gange")

    assert store.read(people.cases_of_children) == {alma.person_id: alma.id}


def test_a_person_without_a_name_and_a_part_without_a_role_are_refused(office: Office, store: Store) -> None:
    case, nobody = office.case(), Person()

    with pytest.raises(Invalid) as refused:
        store.write(
            people.save_case_person, nobody, CasePerson(case_id=case.id, person_id=nobody.id, role_key=""), TODAY
        )

    assert {(p.field, p.code) for p in refused.value.problems} == {
        ("first_name", "name-empty"),
        ("role_key", "role-empty"),
    }


def test_marks_of_direction_leave_and_what_they_stood_around_stays(office: Office, store: Store) -> None:
    """An open one would turn the name beside it in every list."""
    case = office.case()
    person = office.person(case, "\u2067محمد\u2069", remarks="a\u200eb\u061c👩\u200d🚒")
    kept = store.read(people.person, person.id)
    assert (kept.first_name, kept.remarks) == ("محمد", "ab👩\u200d🚒")
    store.write(void_case, case.id, TODAY, "Tastet \u202eto gange")
    assert store.read(case_and_child, case.id).case.void_reason == "Tastet to gange"
