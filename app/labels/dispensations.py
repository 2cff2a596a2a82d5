"""The team leader's dispensations in words."""

from __future__ import annotations

from datetime import date

from app.core.dates import screen_date
from app.core.records.follow_up import Dispensation
from app.labels.schedule import rhythm
from app.words import Words


def dispensation(words: Words, record: Dispensation) -> str:
    """What was granted, and until when: "Pause until 01-03-2027", "Every 6 months until 01-03-2027"."""
    until = screen_date(record.valid_until)
    if record.interval is None:
        return words.tr("Pause until {until}", until=until)
    often = rhythm(words, record.interval)
    return words.tr("{rhythm} until {until}", rhythm=often[0].upper() + often[1:], until=until)


def dispensation_facts(words: Words, record: Dispensation, today: date) -> str:
    """Who granted it, when and why, and what became of it."""
    granted = words.tr(
        "Granted by {name} {day}. {reason}",
        name=record.granted_by,
        day=screen_date(record.granted_on),
        reason=record.reason,
    )
    if record.voided_on is not None:
        struck = words.tr("Struck out {day}. {reason}", day=screen_date(record.voided_on), reason=record.void_reason)
        return "\n".join((granted, struck))
    return granted if record.holds_on(today) else "\n".join((granted, words.tr("It has ended.")))
