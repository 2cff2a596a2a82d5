"""The follow-up rules once more, as slowly and obviously as they can be written: day by day, with a caseworker's notes.

Nothing here is taken from the engine or its catalogue; the numbers are those of the Herning model and of the law.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeGuard

from app.core.records.follow_up import Dispensation, FollowUp
from app.core.records.measure import Measure

DAY = timedelta(days=1)
NEW_LAW = date(2024, 1, 1)


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the month's last day where it has no such day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def later(day: date, length: str) -> date:
    """A day so many days, weeks or months later: "14d", "6w", "3m"."""
    count, unit = int(length[:-1]), length[-1]
    return months_later(day, count) if unit == "m" else day + count * (7 * DAY if unit == "w" else DAY)


def chains(measures: list[Measure], *, placement: bool) -> list[list[Measure]]:
    """Measures of one kind that never overlap: one that begins within 14 days of another's end carries it on.

    A child that comes back to a place within 14 days carries on there, also after days elsewhere.
    """
    found: list[list[Measure]] = []
    for measure in sorted(measures, key=lambda m: m.start):
        for chain in reversed(found):
            end = chain[-1].end
            same_place = not placement or _plain(chain[-1].place) == _plain(measure.place)
            if end is not None and measure.start - end <= 14 * DAY and same_place:
                chain.append(measure)
                break
        else:
            found.append([measure])
    return found


def _plain(place: str) -> str:
    return " ".join(place.lower().split())


@dataclass
class Notebook:
    """What a caseworker would write on paper about one chain of measures, leafing through the days."""

    chain: list[Measure]
    placement: bool
    held: list[FollowUp]
    leaves: list[Dispensation] = field(default_factory=list)
    law: bool = False
    put_off_to: date | None = None

    @property
    def start(self) -> date:
        return self.chain[0].start

    @property
    def end(self) -> date | None:
        return self.chain[-1].end

    def runs_on(self, day: date) -> bool:
        return self.end is None or day < self.end

    def goal(self, last: date | None) -> date:
        """The programme's date after the last one held."""
        if last is None:
            return self.start + (14 if self.placement else 28) * DAY
        if not self.placement:
            return months_later(last, 3)
        in_six_weeks = last + 42 * DAY
        return in_six_weeks if in_six_weeks <= months_later(self.start, 12) else months_later(last, 3)

    def by_law(self, last: date | None, rhythm: str) -> date | None:
        """The law's date after the last one held: serviceloven until 2023, then barnets lov; no rhythm is ""."""
        if last is None:
            return months_later(self.start, 3)
        if last < NEW_LAW:
            return months_later(last, 6)
        return later(last, rhythm) if rhythm else None

    def next_after(self, last: date | None, rhythm: str) -> date | None:
        return self.by_law(last, rhythm) if self.law else self.goal(last)

    def put_off(self, due: date, last: date | None, known: Callable[[Dispensation], bool]) -> date:
        """The programme's date as the leaves known leave it: each morning, does one of them still let it wait?"""
        if self.law:
            return due
        day = due
        while any(known(leave) and self._lets_wait(leave, last, day) for leave in self.leaves):
            day += DAY
        return day

    def _lets_wait(self, leave: Dispensation, last: date | None, day: date) -> bool:
        if day >= leave.valid_until:
            return False
        return leave.interval is None or day < later(last or self.start, str(leave.interval))

    def open_date(self) -> date | None:
        """The date that is open when all that was held and granted is known; none from the end on."""
        last = max((f.held_on for f in self.held if f.held_on), default=None)
        due = self.next_after(last, self._rhythm(self.held))
        if due is not None:
            due = self.put_off(due, last, lambda _: True)
        return due if self._is_expected(due) else None

    def fates(self, today: date) -> list[tuple[date, str]]:
        """What became of each date before today."""
        told: list[tuple[date, str]] = []
        met: list[FollowUp] = []
        due = self.next_after(None, "")
        day = self.start
        while day <= today and (self.end is None or day <= self.end):
            due = self._wake_up(day, due, met, told)
            for follow_up in self.held:
                if follow_up.held_on == day:
                    if self._is_expected(due):
                        told.append((due, "on-time" if day <= due else "late"))
                    met.append(follow_up)
                    due = self.next_after(day, self._rhythm(met))
            if day == self.end and self._is_expected(due):
                told.append((due, "missed"))
            day += DAY
        return [(when, fate) for when, fate in told if when < today]

    def _is_expected(self, due: date | None) -> TypeGuard[date]:
        """A date on or after the end was never due."""
        return due is not None and (self.end is None or due < self.end)

    def _wake_up(self, day: date, due: date | None, met: list[FollowUp], told: list[tuple[date, str]]) -> date | None:
        """The morning of a day: what has passed is put off by a leave, or was missed once the next date has passed.

        A leave counts from the last one held, also where dates were missed since.
        """
        last_held = met[-1].held_on if met else None
        current = due
        # A date once put off is put off further the day a longer leave is granted.
        while self._is_expected(current) and (day > current or current == self.put_off_to):
            moved = self.put_off(current, last_held, lambda leave: leave.granted_on <= day)
            following = self.next_after(current, self._rhythm(met))
            if following is not None and day > following:
                told.append((current, "missed"))
                current = following
            elif moved > current:
                if current != self.put_off_to:  # a date that is put off once more is still one date
                    told.append((current, "dispensed"))
                current = self.put_off_to = moved
            else:
                break
        return current

    @staticmethod
    def _rhythm(held: list[FollowUp]) -> str:
        decided = [f.rhythm for f in held if f.rhythm]
        return str(decided[-1]) if decided else ""
