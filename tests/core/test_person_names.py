"""Names and telephone numbers as people type them."""

from __future__ import annotations

import pytest

from app.core.person_names import phone_numbers, split_name


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("Anne  Marie Kjær ", "Anne Marie", "Kjær"),
        ("Mormor", "Mormor", ""),
        ("Оксана Бондаренко", "Оксана", "Бондаренко"),
        ("", "", ""),
    ],
)
def test_the_last_word_is_the_last_name(typed: str, first: str, last: str) -> None:
    assert split_name(typed) == (first, last)


def test_several_telephone_numbers_stand_in_one_line() -> None:
    assert phone_numbers("20 30 40 50, 97 12 34 56;\n11 22 33 44 (arbejde)") == (
        "20 30 40 50",
        "97 12 34 56",
        "11 22 33 44 (arbejde)",
    )
    assert phone_numbers("  ") == ()
