"""Ties belong to people: siblings' cases share them, and another family's stay out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import Invalid, NotFound
from app.core.records.family import Couple, CoupleKind, Parentage, ParentKind
from app.core.records.person import CasePerson, Person
from app.services import families
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office


def test_siblings_cases_share_a_tie_and_a_stranger_to_one_stays_out(office: Office, store: Store) -> None:
    alma, bo = office.case("Alma"), office.case("Bo")
    mother = office.person(alma, "Karen", "mother")
    father = office.person(bo, "Per", "father")
    shared = CasePerson(case_id=bo.id, person_id=mother.id, role_key="mother")
    ties = (
        Parentage(parent_id=mother.id, child_id=alma.person_id),
        Parentage(parent_id=mother.id, child_id=bo.person_id),
        Parentage(parent_id=father.id, child_id=bo.person_id),
        Couple(one_id=mother.id, other_id=father.id),
    )

    changes = store.write(families.save_ties, ties, TODAY, mother, shared)

    assert changes.case_ids == {alma.id, bo.id}
    of_alma, of_bo = (store.read(families.family_of_case, case.id) for case in (alma, bo))
    assert of_alma.ties == (ties[0],)
    assert set(of_bo.ties) == {*ties[1:]}
    assert of_bo.parents_of(bo.person_id) in {(mother.id, father.id), (father.id, mother.id)}
    assert of_bo.children_of(mother.id) == (bo.person_id,)
    assert of_bo.partners_of(father.id) == (mother.id,)
    assert (of_bo.child_id, of_bo.parts[mother.id].role_key) == (bo.person_id, "mother")


def test_people_of_the_map_belong_to_the_family(office: Office, store: Store) -> None:
    case = office.case()
    friend = Person(first_name="Ida")
    office.map(case, friend)
    store.write(families.save_ties, (Parentage(parent_id=friend.id, child_id=case.person_id),), TODAY)
    family = store.read(families.family_of_case, case.id)
    assert family.parents_of(case.person_id) == (friend.id,)
    assert family.parts == {}


def test_a_wrong_tie_saves_nothing(office: Office, store: Store) -> None:
    case = office.case()
    new = Person(first_name="Ida")
    part = CasePerson(case_id=case.id, person_id=new.id, role_key="mother")
    wrong = Parentage(parent_id=new.id, child_id=new.id)
    with pytest.raises(Invalid):
        store.write(families.save_ties, (wrong,), TODAY, new, part)
    assert new.id not in store.read(families.family_of_case, case.id).people
    with pytest.raises(Invalid):
        store.write(families.save_ties, (), TODAY, replace(new, first_name=""))
    with pytest.raises(Invalid):
        store.write(families.save_ties, (), TODAY, new, replace(part, role_key=""))


def test_nobody_is_their_own_ancestor_however_many_cases_lie_between(office: Office, store: Store) -> None:
    case = office.case()
    mother, gran = office.person(case, "Karen"), office.person(office.case("Bo"), "Lis")
    store.write(families.save_ties, (Parentage(parent_id=mother.id, child_id=gran.id),), TODAY)
    store.write(families.save_ties, (Parentage(parent_id=case.person_id, child_id=mother.id),), TODAY)
    with pytest.raises(Invalid, match="own-ancestor"):
        store.write(families.save_ties, (Parentage(parent_id=gran.id, child_id=case.person_id),), TODAY)


def test_a_tie_is_changed_and_taken_away(office: Office, store: Store) -> None:
    case = office.case()
    mother, father = office.person(case, "Karen"), office.person(case, "Per")
    couple = Couple(one_id=mother.id, other_id=father.id, since=date(2010, 5, 1))
    store.write(families.save_ties, (couple,), TODAY)
    divorced = replace(couple, kind=CoupleKind.DIVORCED, until=date(2020, 5, 1))
    store.write(families.save_ties, (divorced,), TODAY)
    assert store.read(families.family_of_case, case.id).couples == (divorced,)
    parentage = Parentage(parent_id=mother.id, child_id=case.person_id, kind=ParentKind.FOSTER)
    store.write(families.save_ties, (parentage,), TODAY)

    changes = store.write(families.remove_ties, (divorced, parentage))

    assert changes.case_ids == {case.id}
    assert store.read(families.family_of_case, case.id).ties == ()
    with pytest.raises(NotFound):
        store.write(families.remove_ties, (divorced,))


def test_the_roles_of_a_case_propose_ties(office: Office, store: Store) -> None:
    case = office.case()
    mother = office.person(case, "Karen", "mother")
    gran = office.person(case, "Lis", "maternal_grandmother")
    found = store.read(families.proposed_family, case.id, office.catalogue, TODAY)
    assert [one.tie.ends() for one in found] == [{mother.id, case.person_id}, {gran.id, mother.id}]
    store.write(families.save_ties, [one.tie for one in found], TODAY)
    assert store.read(families.proposed_family, case.id, office.catalogue, TODAY) == ()
