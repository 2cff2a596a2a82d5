"""Lengths of time as the rules state them: whole days, weeks or calendar months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from dateutil.relativedelta import relativedelta


class Unit(StrEnum):
    """The calendar unit of an interval."""

    DAYS = "d"
    WEEKS = "w"
    MONTHS = "m"


@dataclass(frozen=True, slots=True)
class Interval:
    """A positive count of days, weeks or months; written "6w" or "3m" in data."""

    count: int
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Read "14d", "6w" or "3m"; raises ValueError for anything else or a count below 1."""
        return _parse(text)

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"

    def after(self, day: date) -> date:
        """The day this long after `day`; months clamp to the month's end."""
        return day + self._length

    def before(self, day: date) -> date:
        """The day this long before `day`; months clamp to the month's end."""
        return day - self._length

    @property
    def _length(self) -> timedelta | relativedelta:
        return _length(self.count, self.unit)


@cache
def _parse(text: str) -> Interval:
    match = re.fullmatch(r"([1-9]\d{0,3})([dwm])", text)
    if not match:
        raise ValueError(f"not an interval: {text!r}")
    return Interval(int(match[1]), Unit(match[2]))


@cache
def _length(count: int, unit: Unit) -> timedelta | relativedelta:
    match unit:
        case Unit.DAYS:
            return timedelta(days=count)
        case Unit.WEEKS:
            return timedelta(weeks=count)
        case _:
            return relativedelta(months=count)
