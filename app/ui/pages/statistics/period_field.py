"""Choosing the period of a statistic: the rolling half-year of the overview, or a calendar half-year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.core.dates import screen_date
from app.core.figures import half_year_start
from app.core.keeping_time import HalfYear
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.words import Words

_ROLLING = "rolling"
_OFFERED = 10  # half-years back


@dataclass(frozen=True, slots=True)
class Period:
    """The days [start, end)."""

    start: date
    end: date

    def in_words(self, words: Words) -> str:
        """Its first and its last day."""
        last = self.end - timedelta(days=1)
        return words.tr("{first} to {last}", first=screen_date(self.start), last=screen_date(last))


class PeriodField(ChoiceField):
    """Offers the rolling half-year first, then calendar half-years, the latest first."""

    def __init__(self, words: Words, today: date) -> None:
        half, halves = HalfYear.of(today), []
        for _ in range(_OFFERED):
            halves.append(half)
            half = half.before
        self._halves = {f"{one.year}-{one.half}": one for one in halves}
        options = [Option(_ROLLING, words.tr("The last half-year"))]
        options += [Option(key, _name(words, one)) for key, one in self._halves.items()]
        super().__init__(options)
        self.set_value(_ROLLING)

    def period(self, today: date) -> Period:
        """The period chosen; the rolling one ends today."""
        half = self._halves.get(self.value())
        if half is None:
            day = timedelta(days=1)
            return Period(half_year_start(today) + day, today + day)
        return Period(half.start, half.end)


def _name(words: Words, half: HalfYear) -> str:
    if half.half == 1:
        return words.tr("First half of {year}", year=half.year)
    return words.tr("Second half of {year}", year=half.year)
