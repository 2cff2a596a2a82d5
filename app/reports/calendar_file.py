"""Calendar files (.ics) for Outlook, Thunderbird and Google.

No METHOD line and nothing but all-day VEVENTs: with a METHOD Outlook takes the first event alone, and it passes over
tasks. A stable UID and a rising SEQUENCE let a second import update what the first one brought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.core.calendar_file import CalendarEvent, CalendarFile, initials
from app.core.deadlines import Deadline, DeadlineKind
from app.core.names import Names
from app.core.records.leader_remark import LeaderRemark
from app.core.records.meeting import MeetingMark
from app.core.work_list import WorkLine
from app.words import Words

if TYPE_CHECKING:
    from icalendar import Event

_MORNING = 8  # o'clock


def calendar_ics(
    file: CalendarFile, ahead: Iterable[int], now: datetime, words: Words, *, named: bool = False
) -> bytes:
    """The file. `ahead` are the days before each event on which the calendar reminds at eight in the morning.

    Summaries hold initials; with `named` the child's first name, for a family's own calendar.
    """
    # Start-up does not wait for the writer of calendar files.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Forlaens//Forlaens//DA")
    calendar.add("version", "2.0")
    days = sorted(set(ahead), reverse=True)
    for event in file.events:
        calendar.add_component(_event(event, file.sequence, days, now, _says(words, named=named)))
    return bytes(calendar.to_ical())


def _event(
    event: CalendarEvent, sequence: int, ahead: list[int], now: datetime, says: Callable[[WorkLine], str]
) -> Event:
    from icalendar import Alarm, Event  # as above

    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", now.astimezone(UTC))
    made.add("sequence", sequence)
    made.add("dtstart", event.day)
    made.add("dtend", event.day + timedelta(days=1))
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT")
    if event.line is None:
        made.add("status", "CANCELLED")
        made.add("summary", "Forlæns")
        return made
    summary = says(event.line)
    made.add("status", "CONFIRMED" if event.is_planned else "TENTATIVE")
    made.add("summary", summary)
    for days in ahead:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", timedelta(hours=_MORNING) - timedelta(days=days))
        made.add_component(alarm)
    return made


def _what(words: Words, line: WorkLine) -> str:
    """What it is about, in the catalogue's words: these hold no names."""
    if isinstance(line.about, MeetingMark):
        return words.tr("network meeting")
    if isinstance(line.about, LeaderRemark):
        return words.tr("asked for by the team leader")
    if not isinstance(line.about, Deadline):
        return words.tr("follow-up")
    names, age = line.about.values["names"], line.about.values.get("age")
    what = names.of(words.language) if isinstance(names, Names) else ""
    return words.tr("turns {age}: {what}", age=age, what=what) if line.about.kind is DeadlineKind.AGE else what


def _says(words: Words, *, named: bool) -> Callable[[WorkLine], str]:
    def say(line: WorkLine) -> str:
        child = line.status.file.child
        who = child.first_name if named else initials(child)
        return f"Forlæns: {who} {_what(words, line)}"

    return say
