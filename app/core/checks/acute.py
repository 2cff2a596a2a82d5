"""What can be wrong with the acute facts of a case."""

from __future__ import annotations

from datetime import date

from app.core.checks.texts import check_texts
from app.core.errors import Problem
from app.core.records.acute import AcuteFacts

_PROSE = ("health", "risks", "calms", "may_fetch", "not_told")


def check_acute_facts(record: AcuteFacts, today: date) -> tuple[Problem, ...]:
    """It was confirmed on a day that has come. Anything may be blank: half a sheet is better than none."""
    ahead = record.confirmed_on is not None and record.confirmed_on > today
    return (*([Problem("confirmed_on", "day-in-future")] if ahead else ()), *check_texts(record, _PROSE))
