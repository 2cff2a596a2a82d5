"""What the calendar says of each day and of what stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from app import labels
from app.core.calendar_view import CalendarDay, CalendarMark, MarkKind
from app.core.dates import month_name, short_month_name, weekday_date, weekday_name
from app.core.status import Urgency
from app.labels.moments import clock
from app.ui.widgets.calendar_grid import CalendarCell, CalendarChip
from app.ui.widgets.list_line import ListLine
from app.words import Words, mark

_KINDS = {
    MarkKind.PLANNED: mark("Planned follow-up"),
    MarkKind.DUE: mark("Follow-up due, not planned"),
    MarkKind.DEADLINE: mark("Deadline"),
    MarkKind.PROMISE: mark("Promise"),
    MarkKind.HELD: mark("Follow-up held"),
    MarkKind.MEETING: mark("Network meeting"),
    MarkKind.MEETING_HELD: mark("Network meeting held"),
}

_THURSDAY = 3


def cells(
    days: Sequence[CalendarDay], shown: date, names: Mapping[str, str], words: Words, now: datetime
) -> list[CalendarCell]:
    """The days as the grid shows them; those outside the month of `shown` are quieter."""
    return [
        CalendarCell(
            day=one.day,
            number=_number(one.day, words),
            week=str(one.week),
            name=one.names.of(words.language) if one.names else "",
            is_off=one.is_off,
            outside=one.day.month != shown.month,
            spoken=spoken(one, words),
            chips=tuple(_chip(found, names, words, now) for found in one.marks),
        )
        for one in days
    ]


def spoken(day: CalendarDay, words: Words) -> str:
    """A day in words: "Thursday 8 October 2026, week 41, 2 follow-ups, 1 deadline or promise, 1 held"."""
    follow_ups = sum(found.can_be_moved for found in day.marks)
    others = sum(found.kind in (MarkKind.DEADLINE, MarkKind.PROMISE) for found in day.marks)
    held = sum(found.kind in (MarkKind.HELD, MarkKind.MEETING_HELD) for found in day.marks)
    meetings = sum(found.kind is MarkKind.MEETING for found in day.marks)
    parts = [weekday_date(day.day, words.language), words.tr("week {number}", number=day.week)]
    parts += [day.names.of(words.language)] if day.names else []
    parts += [words.trn("{n} follow-up", "{n} follow-ups", follow_ups)] if follow_ups else []
    parts += [words.trn("{n} network meeting", "{n} network meetings", meetings)] if meetings else []
    parts += [words.trn("{n} deadline or promise", "{n} deadlines and promises", others)] if others else []
    parts += [words.trn("{n} held", "{n} held", held)] if held else []
    return ", ".join(parts)


def weekdays(words: Words, days: Sequence[date]) -> tuple[str, ...]:
    """The heads of the seven columns."""
    return tuple(weekday_name(day, words.language) for day in days)


def month_title(day: date, words: Words) -> str:
    """The month shown: "November 2026"."""
    name = month_name(day.month, words.language)
    return f"{name[0].upper()}{name[1:]} {day.year}"


def week_title(days: Sequence[CalendarDay], words: Words) -> str:
    """The week shown, with the month its Thursday lies in: "Week 47, Nov 2026"."""
    thursday = days[_THURSDAY].day
    month = short_month_name(thursday.month, words.language)
    return words.tr("Week {number}, {month} {year}", number=days[0].week, month=month, year=thursday.year)


def day_lines(
    days: Iterable[CalendarDay], names: Mapping[str, str], words: Words, now: datetime, *, headed: bool
) -> list[ListLine]:
    """What stands on the days as a list; with `headed` each day that holds anything begins with its name."""
    found = []
    for day in days:
        if headed and day.marks:
            lead = weekday_date(day.day, words.language)
            aside = words.tr("week {number}", number=day.week)
            found.append(
                ListLine(key=day.day.isoformat(), lead=f"{lead[0].upper()}{lead[1:]}", aside=aside, heading=True)
            )
        found += [_line(one, names, words, now) for one in day.marks]
    return found


def _line(one: CalendarMark, names: Mapping[str, str], words: Words, now: datetime) -> ListLine:
    return ListLine(
        key=one.key,
        lead=names[one.status.case_id],
        text=_what(one, words),
        second=_second(one, words, now),
        aside=clock(words, one.at) if one.at else "",
        tone=_tone(one),
    )


def _chip(one: CalendarMark, names: Mapping[str, str], words: Words, now: datetime) -> CalendarChip:
    name, what = names[one.status.case_id], _what(one, words)
    hour = f"{clock(words, one.at)} " if one.at else ""
    text = name if one.kind in (MarkKind.PLANNED, MarkKind.DUE, MarkKind.HELD) else f"{name} {what}"
    return CalendarChip(
        key=one.key,
        text=f"{hour}{text}",
        second=_second(one, words, now) or what,
        kind=one.kind,
        tone=_tone(one),
        movable=one.can_be_moved,
        why="\n".join(
            part for part in (f"{hour}{name}", words.tr(_KINDS[one.kind]), what, _second(one, words, now)) if part
        ),
    )


def _what(one: CalendarMark, words: Words) -> str:
    """What it is, without the child's name."""
    return labels.work_title(words, one.line) if one.line is not None else words.tr(_KINDS[one.kind])


def _second(one: CalendarMark, words: Words, now: datetime) -> str:
    """Where and with whom for what is planned, how near for what is due."""
    if one.kind is MarkKind.MEETING and one.meeting is not None and one.meeting.place:
        return one.meeting.place
    if one.line is not None:
        return labels.work_left(words, one.line, now)
    follow_up = one.follow_up
    if follow_up is None or one.kind is MarkKind.HELD:
        return ""
    return " · ".join(part for part in (follow_up.planned_place, follow_up.planned_with) if part)


def _tone(one: CalendarMark) -> str:
    return "over" if one.line is not None and one.line.urgency is Urgency.OVER else ""


def _number(day: date, words: Words) -> str:
    """The day of the month; the first names its month."""
    return f"{day.day} {short_month_name(day.month, words.language)}" if day.day == 1 else str(day.day)
