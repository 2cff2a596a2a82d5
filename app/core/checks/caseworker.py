"""What can be wrong with who the caseworker is."""

from __future__ import annotations

from app.core.checks.texts import check_email, check_texts
from app.core.errors import Problem
from app.core.records.caseload import Caseworker


def check_caseworker(record: Caseworker) -> tuple[Problem, ...]:
    """Prints need a name at their head."""
    empty = () if record.name.strip() else (Problem("name", "name-empty"),)
    return (*empty, *check_texts(record), *check_email("email", record.email))
