"""Money and shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import kroner, parse_kroner, percentages


def test_amounts_as_danes_and_others_write_them() -> None:
    assert kroner(123450, "da") == "1.234,50 kr."
    assert kroner(123450, "en") == "DKK 1,234.50"
    assert kroner(-5, "da") == "-0,05 kr."
    assert kroner(10394800, "da", whole=True) == "103.948 kr."
    assert kroner(-10394800, "en", whole=True) == "-DKK 103,948"


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("1.234,50", 123450),
        ("1234,5 kr.", 123450),
        ("23.208", 2320800),
        ("7", 700),
        ("-0,05", -5),
        (" 2.749 KR", 274900),
    ],
)
def test_amounts_as_danes_type_them(text: str, ore: int) -> None:
    assert parse_kroner(text) == ore


@pytest.mark.parametrize("text", ["", "mange", "1,234.50", "12.34", "1,234", "--1", "٣"])
def test_other_texts_are_no_amount(text: str) -> None:
    assert parse_kroner(text) is None


@given(st.integers(-(10**13), 10**13))
def test_what_is_shown_can_be_typed(ore: int) -> None:
    assert parse_kroner(kroner(ore, "da")) == ore


def test_percentages_are_rounded_by_largest_remainder() -> None:
    assert percentages([10, 3, 6, 3, 2, 3]) == (37, 11, 22, 11, 8, 11)


def test_percentages_of_nothing_are_nothing() -> None:
    assert percentages([]) == ()
    assert percentages([0, 0]) == (0, 0)


@given(st.lists(st.integers(0, 10_000), min_size=1).filter(any))
def test_percentages_add_up_and_stay_within_one_of_the_truth(parts: list[int]) -> None:
    found = percentages(parts)
    assert sum(found) == 100
    assert all(abs(one - 100 * part / sum(parts)) < 1 for one, part in zip(found, parts, strict=True))
