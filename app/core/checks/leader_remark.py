"""What can be wrong with a remark of the team leader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.core.checks.texts import check_texts
from app.core.errors import Problem, Severity
from app.core.records.leader_remark import LeaderRemark, RemarkSource


def check_leader_remark(record: LeaderRemark, today: date) -> tuple[Problem, ...]:
    """It says something, who said it and when; one that is settled says how, and on a day after it was said."""
    return (*_said(record, today), *_settled(record, today), *check_texts(record, ("text", "to_do", "settled_how")))


def _said(record: LeaderRemark, today: date) -> Iterator[Problem]:
    if record.said_on > today:
        yield Problem("said_on", "day-in-future")
    if not record.said_by.strip():
        yield Problem("said_by", "name-empty")
    if not record.what:
        yield Problem("text", "text-empty")
    if record.source is RemarkSource.SUMMARY and record.summary_of is None:
        yield Problem("summary_of", "day-empty")
    if record.due is not None and record.due < record.said_on:
        yield Problem("due", "due-before-said", Severity.WARNING)


def _settled(record: LeaderRemark, today: date) -> Iterator[Problem]:
    if record.settled_on is None:
        if record.settled_how.strip():
            yield Problem("settled_on", "day-empty")
        return
    if record.settled_on > today:
        yield Problem("settled_on", "day-in-future")
    elif record.settled_on < record.said_on:
        yield Problem("settled_on", "settled-before-said")
    if not record.settled_how.strip():
        yield Problem("settled_how", "text-empty")
