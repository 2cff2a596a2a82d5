"""What follow-ups and network meetings have in common in words: when planned, when held, what was agreed at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core.dates import screen_date, weekday_date
from app.core.records.follow_up import Agreement, FollowUp, FollowUpMark
from app.core.records.meeting import MeetingMark, NetworkMeeting
from app.words import Words


def agreement_text(words: Words, agreement: Agreement) -> str:
    """What was agreed, by whom, until when: "Call the school – the mother, by 24-11-2026"."""
    by = words.tr("by {day}", day=screen_date(agreement.due)) if agreement.due else ""
    rest = ", ".join(part for part in (agreement.responsible, by) if part)
    return f"{agreement.what} – {rest}" if rest else agreement.what


def planned_for(words: Words, record: FollowUpMark | MeetingMark, place: str) -> str:
    """When and where it is planned: "Tuesday 24 November 2026 at 10.00, at home"; "" where it is not."""
    if record.planned_on is None:
        return ""
    hour = record.planned_at
    at = words.tr("at {hour}:{minute}", hour=f"{hour:%H}", minute=f"{hour:%M}") if hour else ""
    when = " ".join(part for part in (weekday_date(record.planned_on, words.language), at) if part)
    return ", ".join(part for part in (when, place) if part)


def held_day(words: Words, record: FollowUp | NetworkMeeting) -> str:
    """The day, and the day it was typed where that is another."""
    if record.held_on is None:
        return ""
    held = weekday_date(record.held_on, words.language)
    if record.registered_on in (None, record.held_on):
        return held
    return words.tr("{held}, registered {day}", held=held, day=screen_date(record.registered_on))


def day_and_reason(day: str, reason: str) -> str:
    """Why it was struck out, excused or called off, after the day: "24-11-2026. The mother is ill"."""
    return f"{day}. {reason}" if day and reason else day


def clean_text(words: Words, head: str, facts: Iterable[tuple[str, str]], agreements: Sequence[Agreement]) -> str:
    """The text that is copied to the municipality's case system: the facts, label and text, and what was agreed."""
    lines = [f"{label}: {text}" if "\n" not in text else f"{label}:\n{text}" for label, text in facts]
    if agreements:
        lines.append(words.tr("What was agreed") + ":")
        lines += [f"- {agreement_text(words, agreement)}" for agreement in agreements]
    return "\n".join((head, *lines))
