"""A few words typed into the drawing say who somebody is and what they are to the child."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.catalogue import Role
from app.core.names import Names
from app.core.network_typed import is_for_professionals, name_and_role, role_called


def role(key: str, name: str, english: str, sector: str, *, works: bool = False) -> Role:
    names = Names(da=name, en=english)
    return Role(key=key, order=1, valid_from=date(2015, 1, 1), names=names, sector_key=sector, is_professional=works)


ROLES = (
    role("aunt", "Moster", "Aunt", "kin"),
    role("teacher", "Lærer", "Teacher", "school", works=True),
    role("friend", "Klassekammerat", "Classmate", "school"),
    role("judge", "Dommer", "Judge", "court", works=True),
)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Karen Kjær", "Karen Kjær", ""),
        ("  Karen   Kjær ,  mormor ", "Karen Kjær", "mormor"),
        ("Karen, mormor, bor i Ikast", "Karen", "mormor, bor i Ikast"),
        (", mormor", "", "mormor"),
    ],
)
def test_the_role_stands_after_the_comma(text: str, name: str, said: str) -> None:
    assert name_and_role(text) == (name, said)


def test_a_role_is_known_in_whichever_case_it_was_typed_and_in_its_language() -> None:
    assert role_called(" moster", ROLES, "da") is ROLES[0]
    assert role_called("moster", ROLES, "en") is None
    assert role_called("", ROLES, "da") is None


def test_a_sector_is_for_professionals_where_all_its_roles_are() -> None:
    assert is_for_professionals("court", ROLES)
    assert not is_for_professionals("school", ROLES)
    assert not is_for_professionals("nowhere", ROLES)
