"""Reading a date somebody typed in a hurry: 6/1-25, 060125, i morgen, fre, +3m."""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.core.dates import MONTHS, WEEKDAYS
from app.core.errors import Problem
from app.core.interval import Interval, Unit

_WORDS = {
    "da": {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2, "overmorgen": 2}
    | {"i går": -1, "igår": -1, "i forgårs": -2, "forgårs": -2},
    "en": {"today": 0, "tomorrow": 1, "yesterday": -1},
}
_UNITS = {
    "da": {"d": Unit.DAYS, "u": Unit.WEEKS, "m": Unit.MONTHS, "å": Unit.MONTHS},
    "en": {"d": Unit.DAYS, "w": Unit.WEEKS, "m": Unit.MONTHS, "y": Unit.MONTHS},
}
_YEAR_UNITS = {"å", "y"}
_SHIFT = re.compile(r"([+-])\s*([0-9]{1,4})\s*([a-zå])[a-zåæø]*")
_NUMBERS = re.compile(r"([0-9]{1,2})\s*[./ -]\s*([0-9]{1,2})\.?(?:\s*[./ -]\s*([0-9]{2}|[0-9]{4}))?")
_PACKED = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2}|[0-9]{4})?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NAMED = re.compile(r"([0-9]{1,2})\.?\s*([a-z]{3,9})\.?(?:\s+([0-9]{2}|[0-9]{4}))?")
_LONGEST_SHIFT = 12 * 150


def parse_date(text: str, today: date, language: str, *, field: str = "", past: bool = False) -> date | Problem:
    """The day a text means, or the problem with it: `date-unreadable` or `date-impossible` (31-02-2025).

    Without a year the nearest such day is meant, and with `past` (birth dates) none after today. A year of two digits
    lies at most 20 years ahead, with `past` never. Words and units of either language are understood, the user's own
    first.
    """
    typed = " ".join(text.casefold().split())
    for own in _own_first(language):
        found = _worded(typed, today, own)
        if found is not None:
            return found
    numbers = _numbers(typed, language)
    if numbers is None:
        return Problem(field, "date-unreadable", values={"text": text.strip()})
    day, month, year = numbers
    try:
        return _placed(day, month, year, today, past=past)
    except ValueError:
        return Problem(field, "date-impossible", values={"text": text.strip()})


def _worded(typed: str, today: date, language: str) -> date | None:
    """Words (i morgen), weekdays (fre: the next one) and shifts (+3m)."""
    if typed in _WORDS[language]:
        return today + timedelta(days=_WORDS[language][typed])
    for number, name in enumerate(WEEKDAYS[language]):
        if len(typed) >= 3 and name.casefold().startswith(typed.rstrip(".")):
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    shift = _SHIFT.fullmatch(typed)
    if not shift or shift[3] not in _UNITS[language] or shift[2].strip("0") == "":
        return None
    count = int(shift[2]) * (12 if shift[3] in _YEAR_UNITS else 1)
    if count > _LONGEST_SHIFT:
        return None
    interval = Interval(count, _UNITS[language][shift[3]])
    return interval.after(today) if shift[1] == "+" else interval.before(today)


def _numbers(typed: str, language: str) -> tuple[int, int, str] | None:
    """Day, month and the year as it was typed ("" for none)."""
    if iso := _ISO.fullmatch(typed):
        return int(iso[3]), int(iso[2]), iso[1]
    for pattern in (_NUMBERS, _PACKED):
        if match := pattern.fullmatch(typed):
            return int(match[1]), int(match[2]), match[3] or ""
    if named := _NAMED.fullmatch(typed):
        months = (month for own in _own_first(language) for month in enumerate(MONTHS[own], start=1))
        found = (number for number, name in months if name.casefold().startswith(named[2]))
        return next(((int(named[1]), number, named[3] or "") for number in found), None)
    return None


def _own_first(language: str) -> tuple[str, ...]:
    return language, *(other for other in _WORDS if other != language)


def _placed(day: int, month: int, year: str, today: date, *, past: bool) -> date:
    """The day in the year that was typed or meant; raises ValueError for one that never was."""
    if len(year) == 4:
        return date(int(year), month, day)
    if year:
        ahead = 0 if past else 20
        full = today.year - today.year % 100 + int(year)
        full -= 100 * (full > today.year + ahead)
        found = date(full, month, day)
        return found.replace(year=full - 100) if past and found > today else found
    return _nearest(day, month, today, past=past)


def _nearest(day: int, month: int, today: date, *, past: bool) -> date:
    """The nearest day of that name; 29 February in the nearest year that has one."""
    found = []
    for year in range(today.year - 4, today.year + 5):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if past:
        found = [one for one in found if one <= today]
    return min(found, key=lambda one: abs(one - today))
