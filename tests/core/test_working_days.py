"""Working days, holidays and closed days."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from app.core.working_days import (
    add_working_days,
    is_working_day,
    suggested_working_day,
    working_day_on_or_before,
)


def never(day: date) -> bool:
    return False


def eves(day: date) -> bool:
    return (day.month, day.day) in {(12, 24), (12, 31)}


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 1, 1),
        date(2025, 4, 17),
        date(2025, 4, 18),
        date(2025, 4, 20),
        date(2025, 4, 21),
        date(2025, 5, 29),
        date(2025, 6, 8),
        date(2025, 6, 9),
        date(2025, 12, 25),
        date(2025, 12, 26),
        date(2025, 6, 7),
    ],
)
def test_holidays_and_weekends_are_no_working_days(day: date) -> None:
    assert not is_working_day(day, never)


@pytest.mark.parametrize("day", [date(2025, 6, 5), date(2025, 12, 24), date(2025, 12, 31), date(2025, 5, 1)])
def test_days_that_are_no_public_holiday_are_working_days_until_they_are_ticked(day: date) -> None:
    assert is_working_day(day, never)
    assert not is_working_day(day, lambda other: other == day)


@pytest.mark.parametrize("year", range(2000, 2060))
def test_every_holiday_of_a_year_is_known(year: int) -> None:
    """The library is too large to be shipped for eleven days, so that it bears witness here."""
    known = set(holidays.country_holidays("DK", years=year))
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    assert [d for d in days if d.weekday() < 5 and d in known] == [
        d for d in days if d.weekday() < 5 and not is_working_day(d, never)
    ]


def test_store_bededag_was_a_holiday_until_2023() -> None:
    assert not is_working_day(date(2023, 5, 5), never)
    assert is_working_day(date(2024, 4, 26), never)


def test_a_date_on_a_day_off_is_suggested_for_the_working_day_before() -> None:
    assert working_day_on_or_before(date(2025, 5, 3), never) == date(2025, 5, 2)
    assert working_day_on_or_before(date(2025, 4, 21), never) == date(2025, 4, 16)
    assert working_day_on_or_before(date(2025, 5, 2), never) == date(2025, 5, 2)


def test_seven_working_days_over_easter_and_christmas() -> None:
    assert add_working_days(date(2025, 4, 14), 7, never) == date(2025, 4, 28)
    assert add_working_days(date(2025, 12, 19), 7, never) == date(2026, 1, 2)
    assert add_working_days(date(2025, 12, 19), 7, eves) == date(2026, 1, 6)
    assert add_working_days(date(2025, 4, 19), 0, never) == date(2025, 4, 19)


@pytest.mark.parametrize(
    ("due", "today", "suggested"),
    [
        (date(2025, 5, 2), date(2025, 4, 1), date(2025, 5, 2)),
        (date(2025, 5, 4), date(2025, 4, 1), date(2025, 5, 2)),
        (date(2025, 4, 21), date(2025, 4, 1), date(2025, 4, 16)),
        (date(2025, 12, 25), date(2025, 12, 1), date(2025, 12, 23)),
        (date(2025, 5, 1), date(2025, 5, 5), date(2025, 5, 5)),
        (date(2025, 5, 1), date(2025, 5, 3), date(2025, 5, 5)),
        (date(2025, 5, 4), date(2025, 5, 3), date(2025, 5, 5)),
        (date(2025, 12, 24), date(2025, 12, 24), date(2025, 12, 29)),
    ],
)
def test_what_is_suggested_is_a_working_day_before_the_due_date_but_never_a_day_gone(
    due: date, today: date, suggested: date
) -> None:
    assert suggested_working_day(due, today, eves) == suggested
