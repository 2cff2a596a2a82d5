"""Dates as they are written, and read from what somebody typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.date_input import parse_date
from app.core.dates import (
    Relative,
    age_on,
    birthday,
    iso_week,
    long_date,
    month_name,
    relative,
    screen_date,
    short_date,
    short_month_name,
    short_weekday_name,
    weekday_date,
)
from app.core.errors import Problem

TODAY = date(2025, 6, 4)  # a Wednesday
EPIPHANY = date(2025, 1, 6)


def test_a_date_on_screen_on_paper_and_where_room_is_scarce() -> None:
    assert screen_date(EPIPHANY) == "06-01-2025"
    assert screen_date(None) == ""
    assert [long_date(EPIPHANY, language) for language in ("da", "en")] == ["6. januar 2025", "6 January 2025"]
    assert [short_date(EPIPHANY, language) for language in ("da", "en")] == ["6. jan. 2025", "6 Jan 2025"]
    assert short_date(EPIPHANY, "da", today=TODAY) == "6. jan."
    assert short_date(EPIPHANY, "da", today=date(2026, 1, 1)) == "6. jan. 2025"
    assert weekday_date(EPIPHANY, "da") == "mandag 6. januar 2025"
    assert short_weekday_name(EPIPHANY, "en") == "Mon"
    assert (month_name(12, "da"), short_month_name(5, "en")) == ("december", "May")


def test_weeks_are_counted_as_danish_calendars_do() -> None:
    assert [iso_week(day) for day in (date(2024, 12, 30), date(2025, 1, 6), date(2021, 1, 3))] == [1, 2, 53]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (TODAY, (Relative.TODAY, 0)),
        (date(2025, 6, 5), (Relative.TOMORROW, 1)),
        (date(2025, 6, 3), (Relative.YESTERDAY, 1)),
        (date(2025, 6, 13), (Relative.AHEAD, 9)),
        (date(2025, 5, 31), (Relative.AGO, 4)),
    ],
)
def test_how_a_day_lies_to_today(day: date, expected: tuple[Relative, int]) -> None:
    assert relative(day, TODAY) == expected


def test_age_in_whole_years_and_none_for_the_unborn() -> None:
    born = date(2015, 6, 4)
    assert [age_on(born, date(2025, 6, day)) for day in (3, 4)] == [9, 10]
    assert age_on(None, TODAY) is None
    assert age_on(date(2025, 6, 5), TODAY) is None


@given(born=st.dates(date(1900, 1, 1), date(2030, 1, 1)), years=st.integers(1, 60))
def test_a_birthday_is_the_first_day_of_the_new_age(born: date, years: int) -> None:
    day = birthday(born, years)
    assert age_on(born, day) == years
    assert age_on(born, date.fromordinal(day.toordinal() - 1)) == years - 1


@pytest.mark.parametrize(
    "text",
    [
        "6/1-25",
        "06.01.2025",
        "060125",
        "6-1",
        "06-01-2025",
        "6.1.",
        "6 1 25",
        "2025-01-06",
        "06012025",
        "0601",
        "6. januar",
        "6 jan 2025",
        "6. jan. 25",
        "6 january 2025",
    ],
)
def test_danish_shorthand_for_one_day(text: str) -> None:
    assert parse_date(text, date(2025, 3, 1), "da") == EPIPHANY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i dag", date(2025, 6, 4)),
        ("  I   Morgen ", date(2025, 6, 5)),
        ("i går", date(2025, 6, 3)),
        ("i forgårs", date(2025, 6, 2)),
        ("i overmorgen", date(2025, 6, 6)),
        ("today", date(2025, 6, 4)),
        ("tomorrow", date(2025, 6, 5)),
        ("fre", date(2025, 6, 6)),
        ("fredag", date(2025, 6, 6)),
        ("ons.", date(2025, 6, 11)),
        ("mon", date(2025, 6, 9)),
        ("+3m", date(2025, 9, 4)),
        ("+2u", date(2025, 6, 18)),
        ("+ 2 uger", date(2025, 6, 18)),
        ("+2w", date(2025, 6, 18)),
        ("-1d", date(2025, 6, 3)),
        ("+1å", date(2026, 6, 4)),
        ("+1y", date(2026, 6, 4)),
    ],
)
def test_words_and_shifts(text: str, expected: date) -> None:
    assert parse_date(text, TODAY, "da") == expected
    assert parse_date(text, TODAY, "en") == expected


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    assert parse_date("6/1", date(2025, 12, 20), "da") == date(2026, 1, 6)
    assert parse_date("20/12", date(2025, 1, 6), "da") == date(2024, 12, 20)
    assert parse_date("29/2", date(2025, 6, 4), "da") == date(2024, 2, 29)
    assert parse_date("20/12", TODAY, "da", past=True) == date(2024, 12, 20)


def test_two_digits_of_a_year_lie_at_most_twenty_years_ahead_and_a_birth_date_never() -> None:
    assert parse_date("060145", TODAY, "da") == date(2045, 1, 6)
    assert parse_date("060146", TODAY, "da") == date(1946, 1, 6)
    assert parse_date("060126", TODAY, "da", past=True) == date(1926, 1, 6)
    assert parse_date("050625", TODAY, "da", past=True) == date(1925, 6, 5)
    assert parse_date("040625", TODAY, "da", past=True) == TODAY


@pytest.mark.parametrize("text", ["31-02-2025", "31/4", "30/2", "00-01-2025", "12-13-2025", "29-02-25", "01-01-0000"])
def test_a_day_that_never_was_is_told_so(text: str) -> None:
    assert parse_date(text, TODAY, "da", field="start") == Problem("start", "date-impossible", values={"text": text})


@pytest.mark.parametrize(
    "text", ["", "snart", "6", "6 foo 2025", "+0d", "+3x", "+9999m", "1-2-3-4", "6/1-025", "²/1", "fr", "i dag i dag"]
)
def test_what_cannot_be_read_is_told_so(text: str) -> None:
    found = parse_date(text, TODAY, "da", field="start")
    assert isinstance(found, Problem)
    assert (found.field, found.code) == ("start", "date-unreadable")


@given(text=st.text(max_size=20), past=st.booleans())
def test_no_text_makes_it_fail(text: str, past: bool) -> None:
    assert isinstance(parse_date(text, TODAY, "da", past=past), date | Problem)


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), language=st.sampled_from(["da", "en"]))
def test_what_is_shown_can_be_typed(day: date, language: str) -> None:
    assert parse_date(screen_date(day), TODAY, language) == day
    assert parse_date(long_date(day, language), TODAY, language) == day
    assert parse_date(short_date(day, language), TODAY, language) == day
