"""Names that stand on no paper."""

from __future__ import annotations

import pytest

from app.core.protected_names import by_placement, by_role

HIDDEN = {"Karen Holm": "mor", "Karen Holm Berg": "farmor", "": "ingen"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Karen Holm (mor), Bo", "mor, Bo"),
        ("KAREN  holm kom", "mor kom"),
        ("Karen Holm Berg og Karen Holm", "farmor og mor"),
        ("Karen Holmgaard", "Karen Holmgaard"),
        ("Karen kom", "Karen kom"),
        ("Karen Holm\n(ny linje)", "mor\n(ny linje)"),
        ("", ""),
    ],
)
def test_the_role_takes_the_place_of_a_whole_name(text: str, shown: str) -> None:
    assert by_role(text, HIDDEN) == shown


def test_an_odd_role_is_not_read_as_a_pattern() -> None:
    assert by_role("Bo Lund", {"Bo Lund": r"\1 far"}) == r"\1 far"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Familien", "anbringelsesstedet"),
        ("Hele familien spiser hos Familien Holt i Herning", "Hele familien spiser hos anbringelsesstedet i Herning"),
        ("Herning", "anbringelsesstedet"),
        ("familien holt", "familien holt"),
        ("Solvej 3", "anbringelsesstedet"),
        ("Solvej 33", "Solvej 33"),
        ("", ""),
    ],
)
def test_a_placement_is_told_by_that_alone_and_ordinary_words_stay(text: str, shown: str) -> None:
    assert by_placement(text, {"Familien", "Familien Holt", "Herning", "Solvej 3"}) == shown
