"""When it is time to remind, and of how much."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.core.reminders import Reminder, due_reminder
from tests.conftest import TODAY

AHEAD = (7, 3, 0)
YESTERDAY = TODAY - timedelta(days=1)


def on(**counts: int) -> dict[date, int]:
    """Counts by the day they are due, told from today: `in_3` or `ago_2`."""
    days = {}
    for name, count in counts.items():
        way, number = name.split("_")
        days[TODAY + timedelta(days=int(number) * (1 if way == "in" else -1))] = count
    return days


@pytest.mark.parametrize(
    ("counts", "reminder"),
    [
        (on(in_7=2), Reminder(over=0, today=0, soon=2, within=7)),
        (on(in_7=2, in_5=1, in_8=4), Reminder(over=0, today=0, soon=3, within=7)),
        (on(in_3=1, in_6=5), Reminder(over=0, today=0, soon=1, within=3)),
        (on(in_0=1, in_2=1), Reminder(over=0, today=1, soon=0, within=0)),
        (on(ago_1=1, ago_9=2, in_2=1), Reminder(over=3, today=0, soon=0, within=0)),
        (on(in_3=2, ago_20=1), Reminder(over=1, today=0, soon=2, within=3)),
    ],
)
def test_it_reminds_on_the_days_ahead_and_once_a_day_has_passed(counts: dict[date, int], reminder: Reminder) -> None:
    assert due_reminder(counts, TODAY, AHEAD, YESTERDAY) == reminder


@pytest.mark.parametrize("counts", [{}, on(in_6=1, in_2=1, in_8=1), on(ago_2=5), on(in_3=0)])
def test_on_other_days_it_is_silent(counts: dict[date, int]) -> None:
    assert due_reminder(counts, TODAY, AHEAD, YESTERDAY) is None


def test_it_reminds_once_a_day_and_not_at_all_without_days_ahead() -> None:
    counts = on(in_0=1, ago_1=1)
    assert due_reminder(counts, TODAY, AHEAD, TODAY) is None
    assert due_reminder(counts, TODAY, (), YESTERDAY) is None


def test_what_a_weekend_kept_from_being_shown_is_made_up_for() -> None:
    friday = TODAY - timedelta(days=3)
    assert due_reminder(on(in_5=1), TODAY, AHEAD, friday) == Reminder(over=0, today=0, soon=1, within=7)
    assert due_reminder(on(ago_2=1), TODAY, AHEAD, friday) == Reminder(over=1, today=0, soon=0, within=0)
    assert due_reminder(on(in_4=1), TODAY, AHEAD, friday) is None


def test_the_first_reminder_of_all_tells_of_everything_within_reach() -> None:
    told = due_reminder(on(ago_30=1, in_1=1, in_7=1, in_8=1), TODAY, AHEAD, None)
    assert told == Reminder(over=1, today=0, soon=2, within=7)


@pytest.mark.parametrize("shown", [TODAY + timedelta(days=365), date.max])
def test_a_clock_that_was_a_year_ahead_does_not_keep_it_silent(shown: date) -> None:
    assert due_reminder(on(in_0=1), TODAY, AHEAD, shown) == Reminder(over=0, today=1, soon=0, within=7)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_at_the_end_of_the_calendar_breaks_nothing(day: date) -> None:
    assert due_reminder({day: 1}, TODAY, AHEAD, YESTERDAY) is None
