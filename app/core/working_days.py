"""Working days: Monday to Friday, no public holiday, and not one of the municipality's own closed days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from app.core.names import Names

_DAY = timedelta(days=1)
_MONDAY_TO_FRIDAY = 5
_FROM_EASTER = {
    -3: Names("Skærtorsdag", "Maundy Thursday"),
    -2: Names("Langfredag", "Good Friday"),
    0: Names("Påskedag", "Easter Sunday"),
    1: Names("2. påskedag", "Easter Monday"),
    39: Names("Kr. himmelfart", "Ascension Day"),
    49: Names("Pinsedag", "Whit Sunday"),
    50: Names("2. pinsedag", "Whit Monday"),
}
_PRAYER_DAY = Names("Store bededag", "Great Prayer Day")
_LAST_PRAYER_DAY = 2023


def is_working_day(day: date, is_closed: Callable[[date], bool]) -> bool:
    """Whether the day is a working day (arbejdsdag); `is_closed` tells the municipality's own closed days.

    Store bededag is a holiday until 2023 (lov nr. 214 af 6. marts 2023).
    """
    return day.weekday() < _MONDAY_TO_FRIDAY and day not in holidays(day.year) and not is_closed(day)


def working_day_on_or_before(day: date, is_closed: Callable[[date], bool]) -> date:
    """The day itself, or the nearest working day before: what to suggest for a date that is due on a day off."""
    while not is_working_day(day, is_closed):
        day -= _DAY
    return day


def suggested_working_day(due: date, today: date, is_closed: Callable[[date], bool]) -> date:
    """The day to suggest for what is due: the nearest working day on or before it, or the first from today where that
    one has gone.
    """
    suggested = working_day_on_or_before(due, is_closed)
    while suggested < today or not is_working_day(suggested, is_closed):
        suggested = max(suggested + _DAY, today)
    return suggested


def add_working_days(day: date, count: int, is_closed: Callable[[date], bool]) -> date:
    """The last of `count` working days after `day`, which itself does not count."""
    while count > 0:
        day += _DAY
        count -= is_working_day(day, is_closed)
    return day


@lru_cache(maxsize=64)
def holidays(year: int) -> Mapping[date, Names]:
    """The public holidays (helligdage) of a year: New Year, Christmas, and those counted from Easter Sunday.

    Reckoned here because a library of every country's holidays takes 18 MB and a third of a second; a test holds the
    two against each other.
    """
    sunday = easter(year)
    found = {date(year, 1, 1): Names("Nytårsdag", "New Year's Day")}
    found |= {sunday + timedelta(days=days): names for days, names in _FROM_EASTER.items()}
    if year <= _LAST_PRAYER_DAY:
        found[sunday + timedelta(days=26)] = _PRAYER_DAY
    found[date(year, 12, 25)] = Names("Juledag", "Christmas Day")
    found[date(year, 12, 26)] = Names("2. juledag", "Boxing Day")
    return found
