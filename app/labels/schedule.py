"""Due dates in words: how long, how often, how near, and why."""

from __future__ import annotations

from datetime import date

from app.core.dates import Relative, relative, screen_date, weekday_date
from app.core.interval import Interval, Unit
from app.core.schedule import Basis, CaseSchedule, DueDate, Track
from app.words import Words, mark

_REASONS = {
    Basis.FIRST: mark("{length} after the start on {anchor}."),
    Basis.REGULAR: mark("To be held {rhythm}, counted from {anchor}."),
    Basis.FIRST_YEAR: mark("In the first year to be held {rhythm}, counted from {anchor}."),
    Basis.LATER_YEARS: mark("After the first year to be held {rhythm}, counted from {anchor}."),
    Basis.DECIDED: mark("Decided to be held {rhythm}, counted from {anchor}."),
    Basis.AT_LEAST: mark("To be held at least {rhythm}, counted from {anchor}."),
    Basis.LONGER_INTERVAL: mark("Dispensation until {until}: to be held {rhythm}, counted from {anchor}."),
    Basis.PAUSE: mark("Dispensation: a pause until {until}."),
}


def length(words: Words, interval: Interval) -> str:
    """A length of time: "6 weeks"."""
    n = interval.count
    match interval.unit:
        case Unit.DAYS:
            return words.trn("{n} day", "{n} days", n)
        case Unit.WEEKS:
            return words.trn("{n} week", "{n} weeks", n)
        case _:
            return words.trn("{n} month", "{n} months", n)


def rhythm(words: Words, interval: Interval) -> str:
    """How often, inside a sentence: "every 6 weeks"."""
    n = interval.count
    match interval.unit:
        case Unit.DAYS:
            return words.trn("every day", "every {n} days", n)
        case Unit.WEEKS:
            return words.trn("every week", "every {n} weeks", n)
        case _:
            return words.trn("every month", "every {n} months", n)


def due_rhythm(words: Words, due: DueDate) -> str:
    """The short of why, for a list: "every 6 weeks", "4 weeks after the start"."""
    match due.basis:
        case Basis.FIRST:
            return words.tr("{length} after the start", length=length(words, due.interval))
        case Basis.PAUSE:
            return words.tr("pause by dispensation")
        case _:
            return rhythm(words, due.interval)


def due_reason(words: Words, due: DueDate) -> str:
    """Why a date is due when it is, as a sentence; a date of the law names the law first."""
    reason = words.tr(
        _REASONS[due.basis],
        length=length(words, due.interval),
        rhythm=rhythm(words, due.interval),
        anchor=screen_date(due.anchor),
        until=screen_date(due.until),
    )
    if due.track is Track.LAW:
        return words.tr("{law}: {reason}", law=due.rule_names.of(words.language), reason=reason)
    return reason


def why_suggested(words: Words, due: DueDate, suggested: date) -> str:
    """When it is due and why, and why another day is suggested where one is."""
    said = words.tr("Due {day}. {reason}", day=weekday_date(due.day, words.language), reason=due_reason(words, due))
    if suggested < due.day:
        return " ".join((said, words.tr("That is no working day, so the one before is suggested.")))
    if suggested > due.day:
        return " ".join(
            (said, words.tr("No working day is left until then, so the first one from today is suggested."))
        )
    return said


def after_due(words: Words, day: date, schedule: CaseSchedule, today: date) -> str:
    """How long a day lies after the dates that are still ahead; "" where it is in time, or all have passed already."""
    goal, law = (_days_after(day, schedule.earliest(track), today) for track in (Track.GOAL, Track.LAW))
    said = [
        words.trn("{n} day after the programme goal.", "{n} days after the programme goal.", goal) if goal else "",
        words.trn("{n} day after the law's deadline.", "{n} days after the law's deadline.", law) if law else "",
    ]
    return " ".join(part for part in said if part)


def _days_after(day: date, due: DueDate | None, today: date) -> int:
    return max((day - due.day).days, 0) if due is not None and due.day >= today else 0


def days_left(words: Words, due: DueDate, today: date) -> str:
    """How near a due date is: "4 days over the due date", "today", "in 9 days"."""
    return day_left(words, due.day, today)


def day_left(words: Words, day: date, today: date) -> str:
    """How near the last day for something is: "4 days over the due date", "today", "in 9 days"."""
    over = (today - day).days
    if over > 0:
        return words.trn("{n} day over the due date", "{n} days over the due date", over)
    return relative_day(words, day, today)


def relative_day(words: Words, day: date, today: date) -> str:
    """How a day lies to today: "yesterday", "in 9 days", "9 days ago"."""
    how, days = relative(day, today)
    match how:
        case Relative.TODAY:
            return words.tr("today")
        case Relative.TOMORROW:
            return words.tr("tomorrow")
        case Relative.YESTERDAY:
            return words.tr("yesterday")
        case Relative.AHEAD:
            return words.trn("in {n} day", "in {n} days", days)
        case _:
            return words.trn("{n} day ago", "{n} days ago", days)
