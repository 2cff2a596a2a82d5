"""What can be wrong with a journal entry or a fact about school."""

from __future__ import annotations

from datetime import date

from app.core.checks.texts import check_texts
from app.core.errors import Problem
from app.core.records.case import SchoolFact
from app.core.records.journal import JournalEntry


def check_entry(record: JournalEntry, today: date, *, locked: bool) -> tuple[Problem, ...]:
    """An entry says something about a day that has come; a locked one is corrected by another, not changed."""
    problems = []
    if locked:
        problems.append(Problem("", "entry-locked"))
    if record.on > today:
        problems.append(Problem("on", "entry-in-future"))
    if not record.text.strip():
        problems.append(Problem("text", "text-empty"))
    return (*problems, *check_texts(record, ("text", "with_whom", "void_reason")))


def check_school_fact(record: SchoolFact) -> tuple[Problem, ...]:
    """It ends after it starts."""
    ends = (Problem("end", "end-before-start"),) if record.end and record.end < record.start else ()
    return (*ends, *check_texts(record))
