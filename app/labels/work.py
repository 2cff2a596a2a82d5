"""The lines of the work list in words: what is to be done, by when, how near that is, and why then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from app.core.dates import short_date, short_weekday_name
from app.core.deadlines import Deadline
from app.core.records.follow_up import Agreement
from app.core.records.leader_remark import LeaderRemark
from app.core.records.meeting import MeetingMark
from app.core.schedule import DueDate
from app.core.work_list import DueLine, WorkLine
from app.labels.deadlines import deadline_reason, deadline_title
from app.labels.meetings import meeting_title
from app.labels.moments import clock, time_left
from app.labels.schedule import day_left, due_rhythm
from app.words import Words


def work_title(words: Words, line: WorkLine) -> str:
    """What is to be done: "Follow-up: PMTO", "Child's plan", "Promise: Call the school"."""
    match line.about:
        case Deadline() as deadline:
            return deadline_title(words, deadline)
        case Agreement() as promise:
            return words.tr("Promise: {what}", what=promise.what)
        case MeetingMark() as meeting:
            return meeting_title(words, meeting)
        case LeaderRemark() as remark:
            return words.tr("Team leader: {what}", what=remark.what)
        case follow_up:
            return words.tr("Follow-up: {measure}", measure=follow_up.dues.clock.type.short_names.of(words.language))


def work_reason(words: Words, line: WorkLine, today: date) -> str:
    """Why then: for a follow-up the programme's date and the law's side by side, for a promise who made it."""
    match line.about:
        case Deadline() as deadline:
            return deadline_reason(words, deadline)
        case Agreement() as promise:
            return promise.responsible
        case MeetingMark() as meeting:
            return meeting.place
        case LeaderRemark() as remark:
            day = short_date(remark.said_on, words.language, today=today)
            return words.tr("said {day} by {name}", day=day, name=remark.said_by)
        case follow_up:
            return "  ·  ".join(_sides(words, follow_up, today))


def work_left(words: Words, line: WorkLine, now: datetime) -> str:
    """How near it is: "in 9 days", "in 5 hours", "4 days over the due date"; "" for a promise without a day."""
    if isinstance(line.about, Deadline):
        return time_left(words, line.about, now)
    return day_left(words, line.day, now.date()) if line.day else ""


def work_day(words: Words, line: WorkLine, today: date, *, weekday: bool = True) -> str:
    """The day with its weekday, and the hour where the clock counts: "Thu 8 Oct", "Thu 8 Oct 14:30"."""
    if line.day is None:
        return words.tr("no date")
    name = short_weekday_name(line.day, words.language) if weekday else ""
    at = line.about.planned_at if isinstance(line.about, MeetingMark) else line.at
    hour = clock(words, at) if at else ""
    return " ".join(part for part in (name, short_date(line.day, words.language, today=today), hour) if part)


def _sides(words: Words, follow_up: DueLine, today: date) -> Iterator[str]:
    """The programme's date and the law's, why for the one that counts, and what is planned."""
    dues, planned = follow_up.dues, follow_up.planned
    for whose, due in ((words.tr("Programme"), dues.goal), (words.tr("Law"), dues.law)):
        if due is not None:
            yield _side(words, whose, due, today, counts=due == follow_up.due)
    if dues.rhythm_missing:
        yield words.tr("Law: rhythm not decided")
    if planned is not None and planned.planned_on is not None:
        yield words.tr("planned {day}", day=short_date(planned.planned_on, words.language, today=today))


def _side(words: Words, whose: str, due: DueDate, today: date, *, counts: bool) -> str:
    day = short_date(due.day, words.language, today=today)
    if not counts:
        return words.tr("{whose} {day}", whose=whose, day=day)
    return words.tr("{whose} {day}, {why}", whose=whose, day=day, why=due_rhythm(words, due))
