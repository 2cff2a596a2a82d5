"""CPR numbers. Every number here is a replacement number or one that was never given out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.cpr import check_cpr, masked, parse_cpr, shown
from app.core.errors import Severity
from app.core.records.person import Gender, Person


def told(cpr: str, **more: object) -> list[tuple[str, Severity]]:
    person = Person(cpr=cpr, **more)  # type: ignore[arg-type]  # kwargs
    return [(problem.code, problem.severity) for problem in check_cpr(person)]


@pytest.mark.parametrize(
    ("seventh", "year", "century"),
    [
        ("0", "00", 1900),
        ("3", "99", 1900),
        ("4", "36", 2000),
        ("4", "37", 1900),
        ("5", "57", 2000),
        ("5", "58", 1800),
        ("8", "57", 2000),
        ("8", "99", 1800),
        ("9", "36", 2000),
        ("9", "37", 1900),
    ],
)
def test_the_seventh_digit_and_the_year_give_the_century(seventh: str, year: str, century: int) -> None:
    cpr = parse_cpr(f"6101{year}{seventh}000")
    assert cpr is not None
    assert cpr.birth_date == date(century + int(year), 1, 1)


def test_a_replacement_number_is_accepted_and_marked() -> None:
    cpr = parse_cpr("661215-4003")
    assert cpr is not None
    assert (cpr.birth_date, cpr.is_replacement) == (date(2015, 12, 6), True)
    assert told("661215-4003") == [("cpr-replacement", Severity.HINT)]


@pytest.mark.parametrize("text", ["061215", "061215-40033", "0612154OO3", "abc", "٠٦١٢١٥٤٠٠٣"])
def test_other_than_ten_digits_is_an_error(text: str) -> None:
    assert told(text) == [("cpr-not-ten-digits", Severity.ERROR)]
    assert parse_cpr(text) is None


@pytest.mark.parametrize("text", ["310215-4003", "000115-4003", "921215-4003", "011315-4003", "290223-4003"])
def test_a_day_that_never_was_is_an_error(text: str) -> None:
    assert told(text) == [("cpr-impossible-date", Severity.ERROR)]


def test_blank_is_allowed() -> None:
    assert told("") == []
    assert told("  ") == []


def test_a_check_digit_that_fails_is_only_a_hint() -> None:
    assert told("010158-5019") == [("cpr-check-digit", Severity.HINT)]
    assert told("010158-5018") == []


def test_another_birth_date_or_gender_is_a_warning() -> None:
    assert told("010158-5018", birth_date=date(1858, 1, 1), gender=Gender.FEMALE) == []
    assert told("010158-5018", birth_date=date(1858, 1, 2)) == [("cpr-other-birth-date", Severity.WARNING)]
    assert told("010158-5018", gender=Gender.MALE) == [("cpr-other-gender", Severity.WARNING)]
    assert told("010158-5018", gender=Gender.OTHER) == []


def test_a_replacement_number_says_nothing_of_gender() -> None:
    assert told("661215-4003", gender=Gender.FEMALE) == [("cpr-replacement", Severity.HINT)]


def test_a_number_is_shown_masked_and_revealed_in_full() -> None:
    assert masked("6612154003") == "661215-••••"
    assert shown("6612154003") == "661215-4003"
    assert (masked(""), shown("")) == ("", "")


@given(st.text(max_size=14))
def test_no_text_makes_it_fail(text: str) -> None:
    cpr = parse_cpr(text)
    assert cpr is None or cpr.digits.isdigit()
