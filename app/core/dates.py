"""Dates as Danes write them, on screen, on paper and in a hurry."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

MONTHS = {
    "da": (
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SHORT_MONTHS = {
    "da": ("jan.", "feb.", "mar.", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
WEEKDAYS = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def screen_date(day: date | None) -> str:
    """06-01-2025, in either language; blank for none."""
    return f"{day:%d-%m-}{day.year:04}" if day else ""


def long_date(day: date, language: str) -> str:
    """The date of a document: "6. januar 2025" or "6 January 2025"."""
    return f"{_day_of(day, language)} {month_name(day.month, language)} {day.year}"


def short_date(day: date, language: str, *, today: date | None = None) -> str:
    """The date where room is scarce: "6. jan." or "6 Jan", with its year unless that is today's."""
    short = f"{_day_of(day, language)} {short_month_name(day.month, language)}"
    return short if today is not None and today.year == day.year else f"{short} {day.year}"


def weekday_date(day: date, language: str) -> str:
    """The date with its weekday: "mandag 6. januar 2025" or "Monday 6 January 2025"."""
    return f"{weekday_name(day, language)} {long_date(day, language)}"


def month_name(month: int, language: str) -> str:
    """The name of month 1–12."""
    return MONTHS[language][month - 1]


def short_month_name(month: int, language: str) -> str:
    """The short name of month 1–12."""
    return _SHORT_MONTHS[language][month - 1]


def weekday_name(day: date, language: str) -> str:
    """The name of the weekday."""
    return WEEKDAYS[language][day.weekday()]


def short_weekday_name(day: date, language: str) -> str:
    """The first letters of the weekday, as a calendar heads its columns: "man" or "Mon"."""
    return weekday_name(day, language)[:3]


def iso_week(day: date) -> int:
    """The number of the week, as Danish calendars count (ISO 8601)."""
    return day.isocalendar().week


class Relative(StrEnum):
    """How a day lies to today."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    YESTERDAY = "yesterday"
    AHEAD = "ahead"
    AGO = "ago"


def relative(day: date, today: date) -> tuple[Relative, int]:
    """How the day lies to today, and how many days away."""
    days = (day - today).days
    near = {0: Relative.TODAY, 1: Relative.TOMORROW, -1: Relative.YESTERDAY}
    return near.get(days, Relative.AHEAD if days > 0 else Relative.AGO), abs(days)


def age_on(born: date | None, day: date) -> int | None:
    """Whole years on that day; None where the birth date is unknown or not come yet (unborn).

    Somebody born on 29 February turns a year older on 1 March in other years.
    """
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birthday(born: date, years: int) -> date:
    """The day somebody turns so many years old, as `age_on` counts."""
    turned = born + relativedelta(years=years)
    return turned if turned.day == born.day else turned + relativedelta(days=1)


def _day_of(day: date, language: str) -> str:
    return f"{day.day}." if language == "da" else f"{day.day}"
