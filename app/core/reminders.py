"""When the program reminds of what is due, and with which counts: once a day at most, and never with a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# The day after a due day that was not kept is one to remind on too.
_OVER = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """How many deadlines have passed, how many are today, and how many come after today within `within` days."""

    over: int
    today: int
    soon: int
    within: int


def due_reminder(
    counts_by_day: Mapping[date, int], today: date, ahead: Iterable[int], last_shown: date | None
) -> Reminder | None:
    """What to remind of today, None for nothing. `ahead` are the days before a due day on which it is reminded of.

    What was missed because the program did not run, over a weekend or a holiday, is made up for on the next day; what
    was told already is not told again every day, or reminders would soon be read by nobody. A day shown that lies
    ahead comes from a clock that was wrong, and counts as none.
    """
    days = frozenset(ahead)
    if not days or last_shown == today:
        return None
    since = last_shown.toordinal() if last_shown is not None and last_shown < today else 0
    reached = {
        before
        for day, count in counts_by_day.items()
        for before in (_OVER, *days)
        if count and since < day.toordinal() - before <= today.toordinal()
    }
    if not reached:
        return None
    within = max(0, *reached)
    return Reminder(
        over=sum(count for day, count in counts_by_day.items() if day < today),
        today=counts_by_day.get(today, 0),
        soon=sum(count for day, count in counts_by_day.items() if today < day <= today + timedelta(days=within)),
        within=within,
    )
