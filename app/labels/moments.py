"""Moments in words, and how near a deadline is."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from app.core.dates import screen_date
from app.core.deadlines import Deadline
from app.labels.deadlines import deadline_reason, deadline_title
from app.labels.schedule import day_left
from app.words import Words

_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


def clock(words: Words, at: time | datetime) -> str:
    """A time of the day as it stands beside its day: "14:30"."""
    return words.tr("{hour}:{minute}", hour=f"{at:%H}", minute=f"{at:%M}")


def moment(words: Words, at: datetime) -> str:
    """An aware moment by the clocks of this machine: "23-11-2026 at 14:30"."""
    local = at.astimezone()
    hour = words.tr("at {hour}:{minute}", hour=f"{local:%H}", minute=f"{local:%M}")
    return f"{screen_date(local.date())} {hour}"


def time_left(words: Words, deadline: Deadline, now: datetime) -> str:
    """How near a deadline is, by the hour where the clock counts: "in 9 days", "in 5 hours", "2 hours over"."""
    if deadline.at is not None:
        return _hours_left(words, deadline.at - now)
    return day_left(words, deadline.day, now.date())


def time_left_in_short(words: Words, deadline: Deadline, now: datetime) -> str:
    """The same under a title that says that it is a deadline: "in 9 days", "4 days over"."""
    if deadline.at is not None:
        over = now - deadline.at
        if over >= _HOUR:
            return words.trn("{n} hour over", "{n} hours over", over // _HOUR)
    elif (days := (now.date() - deadline.day).days) > 0:
        return words.trn("{n} day over", "{n} days over", days)
    return time_left(words, deadline, now)


def deadline_sentence(words: Words, deadline: Deadline, now: datetime) -> str:
    """What is to be done, by when, how near that is, and why then; a paragraph stays in one line with its sign."""
    said = words.tr(
        "{what}: {day}, {left}. {reason}",
        what=deadline_title(words, deadline),
        day=moment(words, deadline.at) if deadline.at else screen_date(deadline.day),
        left=time_left(words, deadline, now),
        reason=deadline_reason(words, deadline),
    )
    return said.replace("§ ", "§\N{NO-BREAK SPACE}")


def _hours_left(words: Words, left: timedelta) -> str:
    """Whole hours; minutes within the last one."""
    if left <= -_HOUR:
        return words.trn("{n} hour over the due date", "{n} hours over the due date", -left // _HOUR)
    if left < timedelta():
        return words.trn("{n} minute over the due date", "{n} minutes over the due date", max(1, -left // _MINUTE))
    if left < _HOUR:
        return words.trn("in {n} minute", "in {n} minutes", max(1, left // _MINUTE))
    return words.trn("in {n} hour", "in {n} hours", left // _HOUR)
