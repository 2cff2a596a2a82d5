"""What can be wrong with a person."""

from __future__ import annotations

from datetime import date

from app.core.errors import Problem
from app.core.records.person import Person


def check_person(record: Person, today: date) -> tuple[Problem, ...]:
    """A name is needed, and nobody is born in the future."""
    problems = []
    if not record.first_name.strip() and not record.last_name.strip():
        problems.append(Problem("first_name", "name-empty"))
    if record.birth_date and record.birth_date > today:
        problems.append(Problem("birth_date", "birth-in-future"))
    return tuple(problems)
