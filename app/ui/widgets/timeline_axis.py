"""The axis of a timeline: at which days of the calendar it has its lines, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from app.core.dates import short_date, short_month_name


@dataclass(frozen=True, slots=True)
class Scale:
    """A way to divide the axis: a first day, the step from line to line, and what a line says."""

    first: date
    step: relativedelta
    text: Callable[[date], str]

    def days(self, start: date, end: date) -> list[date]:
        """The days of the lines within [start, end]."""
        found = []
        count = 0
        while (day := self.first + self.step * count) <= end:
            if day >= start:
                found.append(day)
            count += 1
        return found


def scales(start: date, today: date, language: str) -> tuple[Scale, ...]:
    """The ways to divide an axis that begins on `start`, from weeks to half-centuries."""
    monday = start - timedelta(days=start.weekday())
    new_year = start.replace(month=1, day=1)

    def as_day(day: date) -> str:
        return short_date(day, language, today=today)

    def as_month(day: date) -> str:
        name = short_month_name(day.month, language)
        return f"{name} {day.year}" if day.month == 1 else name

    def as_year(day: date) -> str:
        return str(day.year)

    return (
        *(Scale(monday, relativedelta(weeks=count), as_day) for count in (1, 2)),
        *(Scale(new_year, relativedelta(months=count), as_month) for count in (1, 2, 3, 6)),
        *(Scale(new_year, relativedelta(years=count), as_year) for count in (1, 2, 5, 10, 50)),
    )
