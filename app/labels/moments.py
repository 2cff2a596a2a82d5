"""Moments in words, and how near a deadline is."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.core.dates import screen_date
from app.core.deadlines import Deadline
from app.labels.deadlines import deadline_reason, deadline_title
from app.labels.schedule import relative_day
from app.words import Words

_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


def moment(words: Words, at: datetime) -> str:
    """An aware moment by the clocks of this machine: "23-11-2026 at 14:30"."""
    local = at.astimezone()
    hour = words.tr("at {hour}:{minute}", hour=f"{local:%H}", minute=f"{local:%M}")
    return f"{screen_date(local.date())} {hour}"


def time_left(words: Words, deadline: Deadline, now: datetime) -> str:
    """How near a deadline is: "in 9 days", "4 days over the deadline"; by the hour where the clock counts."""
    if deadline.at is not None:
        return _hours_left(words, deadline.at - now)
    over = (now.date() - deadline.day).days
    if over > 0:
        return words.trn("{n} day over the deadline", "{n} days over the deadline", over)
    return relative_day(words, deadline.day, now.date())


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
        return words.trn("{n} hour over the deadline", "{n} hours over the deadline", -left // _HOUR)
    if left < timedelta():
        return words.trn("{n} minute over the deadline", "{n} minutes over the deadline", max(1, -left // _MINUTE))
    if left < _HOUR:
        return words.trn("in {n} minute", "in {n} minutes", left // _MINUTE)
    return words.trn("in {n} hour", "in {n} hours", left // _HOUR)
