"""What can be wrong with the selection of what is given out of a case file."""

from __future__ import annotations

from datetime import date

from app.core.checks.texts import check_texts
from app.core.errors import Problem
from app.core.records.file_access import FileSelection


def check_file_selection(record: FileSelection, today: date) -> tuple[Problem, ...]:
    """It says who asks, and its period ends after it began."""
    problems = []
    if not record.asked_by.strip():
        problems.append(Problem("asked_by", "name-empty"))
    if record.received_on is not None and record.received_on > today:
        problems.append(Problem("received_on", "day-in-future"))
    if record.first is not None and record.last is not None and record.last < record.first:
        problems.append(Problem("last", "end-before-start"))
    return (*problems, *check_texts(record))
