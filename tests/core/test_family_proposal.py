"""The ties that roles tell of are proposed, and nothing that was entered is proposed again."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.catalogue import Catalogue
from app.core.family_proposal import ProposedTie, proposed_ties
from app.core.records.family import Couple, CoupleKind, Family, Kin, Parentage, ParentKind, Tie
from app.core.records.person import CasePerson, Gender, Person
from tests.core.conftest import shipped_rows

_DAY = date(2026, 10, 9)


def told(*ties: Tie, home: tuple[str, ...] = (), **roles: Kin | None) -> list[str]:
    """What is proposed for a family whose people are called by their roles: "mum>child", "mum+dad?" where unsure."""
    people = {name: Person(id=name) for name in ("child", *roles)}
    parts = {name: CasePerson(case_id="", person_id=name, role_key="", lives_with_child=name in home) for name in roles}
    family = Family(child_id="child", people=people, parts=parts, ties=ties)
    return [_short(one) for one in proposed_ties(family, roles)]


def _short(one: ProposedTie) -> str:
    tie, mark = one.tie, "" if one.sure else "?"
    if isinstance(tie, Couple):
        assert tie.kind is CoupleKind.COHABITING
        return f"{tie.one_id}+{tie.other_id}{mark}"
    sign = {ParentKind.BIRTH: ">", ParentKind.FOSTER: "~", ParentKind.ADOPTIVE: "^"}[tie.kind]
    return f"{tie.parent_id}{sign}{tie.child_id}{mark}"


def test_parents_and_their_parents_and_siblings() -> None:
    assert told(
        mum=Kin.MOTHER,
        dad=Kin.FATHER,
        gran=Kin.MOTHERS_PARENT,
        grandad=Kin.FATHERS_PARENT,
        aunt=Kin.MOTHERS_SIBLING,
        uncle=Kin.FATHERS_SIBLING,
    ) == ["mum>child", "dad>child", "gran>mum", "gran>aunt", "grandad>dad", "grandad>uncle"]


def test_grandparents_of_an_unknown_parent_wait() -> None:
    assert told(gran=Kin.MOTHERS_PARENT, aunt=Kin.MOTHERS_SIBLING) == []


def test_siblings_share_the_childs_parents() -> None:
    assert told(sister=Kin.SIBLING, mum=Kin.MOTHER, dad=Kin.FATHER)[2:] == ["mum>sister", "dad>sister"]
    known = Parentage(parent_id="x", child_id="sister")
    other = Parentage(parent_id="y", child_id="sister")
    assert told(known, other, sister=Kin.SIBLING, mum=Kin.MOTHER) == ["mum>child"]


def test_a_half_sibling_is_likely_the_mothers_else_the_fathers() -> None:
    assert told(half=Kin.HALF_SIBLING, mum=Kin.MOTHER, dad=Kin.FATHER)[2:] == ["mum>half?"]
    assert told(half=Kin.HALF_SIBLING, dad=Kin.FATHER)[1:] == ["dad>half?"]
    assert told(half=Kin.HALF_SIBLING) == []


def test_step_parents_live_with_the_parent_and_have_the_step_siblings() -> None:
    assert told(mum=Kin.MOTHER, step=Kin.STEP_FATHER, other=Kin.STEP_SIBLING) == [
        "mum>child",
        "step>other?",
        "mum+step?",
    ]
    assert told(one=Kin.STEP_FATHER, two=Kin.STEP_MOTHER, other=Kin.STEP_SIBLING) == []


def test_parents_of_one_home_and_foster_parents_live_together() -> None:
    assert told(home=("mum", "dad"), mum=Kin.MOTHER, dad=Kin.FATHER)[2:] == ["mum+dad?"]
    assert told(home=("mum",), mum=Kin.MOTHER, dad=Kin.FATHER)[2:] == []
    found = told(fm=Kin.FOSTER_PARENT, ff=Kin.FOSTER_PARENT, fs=Kin.FOSTER_SIBLING)
    assert found == ["fm~child", "ff~child", "fm>fs?", "ff>fs?", "fm+ff?"]
    assert told(fm=Kin.FOSTER_PARENT) == ["fm~child"]


def test_other_parents_and_those_whose_role_tells_nothing() -> None:
    assert told(co=Kin.CO_PARENT, adoptive=Kin.ADOPTIVE_PARENT, other=Kin.OTHER, teacher=None) == [
        "co>child",
        "adoptive^child",
    ]


def test_what_was_entered_is_not_proposed_again() -> None:
    known = Parentage(parent_id="mum", child_id="child", kind=ParentKind.FOSTER)
    assert told(known, Couple(one_id="dad", other_id="mum"), home=("mum", "dad"), mum=Kin.MOTHER, dad=Kin.FATHER) == [
        "dad>child"
    ]


def test_somebody_on_the_map_alone_has_no_home_told() -> None:
    people = {name: Person(id=name) for name in ("child", "mum", "dad")}
    family = Family(child_id="child", people=people, parts={})
    found = proposed_ties(family, {"mum": Kin.MOTHER, "dad": Kin.FATHER})
    assert [_short(one) for one in found] == ["mum>child", "dad>child"]


@pytest.mark.parametrize(
    ("name", "kin", "gender"),
    [
        ("Mormor", Kin.MOTHERS_PARENT, Gender.FEMALE),
        ("Farbror", Kin.FATHERS_SIBLING, Gender.MALE),
        ("Plejefar", Kin.FOSTER_PARENT, Gender.MALE),
        ("Halvsøskende", Kin.HALF_SIBLING, Gender.UNKNOWN),
        ("Fætter/kusine", Kin.DISTANT, Gender.UNKNOWN),
        ("Læge", None, Gender.UNKNOWN),
    ],
)
def test_the_catalogue_tells_where_a_role_stands(name: str, kin: Kin | None, gender: Gender) -> None:
    catalogue = Catalogue.from_rows(shipped_rows())
    role = next(role for role in catalogue.roles(_DAY) if role.names.da == name)
    assert (role.kin, role.gender) == (kin, gender)


def test_every_kin_has_a_role() -> None:
    assert {role.kin for role in Catalogue.from_rows(shipped_rows()).roles(_DAY)} == {*Kin, None}
