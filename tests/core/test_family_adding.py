"""Somebody new to a family: which role is likely theirs, and which ties make them a relative."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.catalogue import Catalogue
from app.core.family_adding import likely_kin, likely_parent_kind, other_parents, role_of, ties_of_new
from app.core.records.family import Couple, CoupleKind, Family, Kin, Parentage, ParentKind, Relative
from app.core.records.person import Gender, Person
from tests.core.conftest import shipped_rows

DAY = date(2026, 10, 9)
ROLES = Catalogue.from_rows(shipped_rows()).roles(DAY)
FAMILY = Family(
    child_id="child",
    people={name: Person(id=name) for name in ("child", "mum", "dad", "new", "step")},
    parts={},
    ties=(
        Couple(one_id="mum", other_id="step"),
        Parentage(parent_id="mum", child_id="child"),
        Parentage(parent_id="dad", child_id="child", kind=ParentKind.ADOPTIVE),
    ),
)


@pytest.mark.parametrize(
    ("relative", "base", "gender", "kind", "role"),
    [
        (Relative.PARENT, None, Gender.FEMALE, ParentKind.BIRTH, "mother"),
        (Relative.PARENT, None, Gender.MALE, ParentKind.BIRTH, "father"),
        (Relative.PARENT, None, Gender.UNKNOWN, ParentKind.BIRTH, ""),
        (Relative.PARENT, None, Gender.MALE, ParentKind.FOSTER, "foster_father"),
        (Relative.PARENT, None, Gender.UNKNOWN, ParentKind.FOSTER, ""),
        (Relative.PARENT, None, Gender.FEMALE, ParentKind.ADOPTIVE, "adoptive_parent"),
        (Relative.SIBLING, None, Gender.MALE, ParentKind.BIRTH, "brother"),
        (Relative.CHILD, None, Gender.MALE, ParentKind.BIRTH, ""),
        (Relative.PARENT, Kin.MOTHER, Gender.FEMALE, ParentKind.BIRTH, "maternal_grandmother"),
        (Relative.SIBLING, Kin.FATHER, Gender.MALE, ParentKind.BIRTH, "paternal_uncle"),
        (Relative.PARTNER, Kin.MOTHER, Gender.MALE, ParentKind.BIRTH, "step_father"),
        (Relative.PARTNER, Kin.MOTHER, Gender.UNKNOWN, ParentKind.BIRTH, ""),
        (Relative.CHILD, Kin.MOTHER, Gender.UNKNOWN, ParentKind.BIRTH, "half_sibling"),
        (Relative.CHILD, Kin.STEP_FATHER, Gender.FEMALE, ParentKind.BIRTH, "step_sibling"),
        (Relative.PARTNER, Kin.FOSTER_PARENT, Gender.MALE, ParentKind.BIRTH, "foster_father"),
        (Relative.PARTNER, Kin.MOTHERS_SIBLING, Gender.FEMALE, ParentKind.BIRTH, "other_kin"),
        (Relative.CHILD, Kin.MOTHERS_SIBLING, Gender.FEMALE, ParentKind.BIRTH, ""),
    ],
)
def test_the_role_that_is_likely(
    relative: Relative, base: Kin | None, gender: Gender, kind: ParentKind, role: str
) -> None:
    kin = likely_kin(relative, base, gender, is_child=base is None, kind=kind)
    assert role_of(kin, gender, ROLES) == role


def test_somebody_without_a_role_has_other_relatives() -> None:
    kin = likely_kin(Relative.CHILD, None, Gender.UNKNOWN, is_child=False, kind=ParentKind.BIRTH)
    assert kin is Kin.OTHER


def test_a_third_parent_is_likely_a_foster_parent() -> None:
    assert likely_parent_kind(FAMILY, "child") is ParentKind.BIRTH
    assert likely_parent_kind(FAMILY, "mum") is ParentKind.BIRTH
    two = Family(
        child_id="child",
        people={},
        parts={},
        ties=tuple(Parentage(parent_id=one, child_id="child") for one in ("a", "b")),
    )
    assert likely_parent_kind(two, "child") is ParentKind.FOSTER


def test_with_whom_somebody_may_have_a_child() -> None:
    assert other_parents(FAMILY, "mum") == ("step", "dad")
    assert other_parents(FAMILY, "child") == ()


def test_the_ties_of_somebody_new() -> None:
    (parent,) = ties_of_new(FAMILY, Relative.PARENT, "child", "new", kind=ParentKind.FOSTER)
    assert isinstance(parent, Parentage)
    assert (parent.parent_id, parent.child_id, parent.kind) == ("new", "child", ParentKind.FOSTER)
    (partner,) = ties_of_new(FAMILY, Relative.PARTNER, "mum", "new", couple=CoupleKind.DIVORCED)
    assert isinstance(partner, Couple)
    assert partner.ends() == {"mum", "new"}
    assert partner.kind is CoupleKind.DIVORCED
    child = ties_of_new(FAMILY, Relative.CHILD, "mum", "new", shared=("step",))
    assert [tie.ends() for tie in child] == [{"mum", "new"}, {"step", "new"}]
    sibling = ties_of_new(FAMILY, Relative.SIBLING, "child", "new", shared=("dad",))
    assert [(tie.parent_id, tie.kind) for tie in sibling if isinstance(tie, Parentage)] == [
        ("dad", ParentKind.ADOPTIVE)
    ]
