"""What can be wrong with a network meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from app.core.checks.texts import check_texts
from app.core.errors import Problem, Severity
from app.core.records.meeting import NetworkMeeting

_PROSE = (
    *("purpose", "agenda", "others", "minutes", "decisions", "child_words"),
    *("called_off_reason", "void_reason"),
)


def check_meeting(record: NetworkMeeting, today: date) -> tuple[Problem, ...]:
    """A meeting has a day and a purpose, and was held today or earlier.

    Held without minutes, or without a word on the child's part, is saved all the same, and waits to be completed.
    """
    return (*_days(record, today), *_contents(record), *check_texts(record, _PROSE))


def _days(record: NetworkMeeting, today: date) -> Iterator[Problem]:
    if not any((record.planned_on, record.held_on)):
        yield Problem("planned_on", "meeting-without-day")
    for field in ("held_on", "called_off_on"):
        day = getattr(record, field)
        if day is not None and day > today:
            yield Problem(field, "meeting-in-future" if field == "held_on" else "day-in-future")
    if record.is_held and record.called_off_on is not None:
        yield Problem("called_off_on", "held-and-called-off")


def _contents(record: NetworkMeeting) -> Iterator[Problem]:
    if any(times > 1 for times in Counter(guest.person_id for guest in record.guests).values()):
        yield Problem("guests", "guest-twice")
    if record.called_off_on is not None and not record.called_off_reason.strip():
        yield Problem("called_off_reason", "reason-empty")
    if not record.purpose.strip():
        yield Problem("purpose", "purpose-empty", Severity.WARNING)
    if not record.guests and not record.others.strip():
        yield Problem("guests", "nobody-invited", Severity.WARNING)
    if record.is_held and not record.minutes.strip():
        yield Problem("minutes", "minutes-empty", Severity.WARNING)
    if record.is_held and record.child_part is None:
        yield Problem("child_part", "child-part-empty", Severity.WARNING)
