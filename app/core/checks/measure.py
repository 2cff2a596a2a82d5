"""What can be wrong with a measure."""

from __future__ import annotations

from datetime import date

from app.core.catalogue import Catalogue
from app.core.errors import Problem, Severity
from app.core.records.measure import Measure


def check_measure(
    record: Measure, others: tuple[Measure, ...], catalogue: Catalogue, today: date
) -> tuple[Problem, ...]:
    """A measure ends after it starts; the same type running twice is met with a warning."""
    problems = []
    if record.end is not None and record.end < record.start:
        problems.append(Problem("end", "end-before-start"))
    if any(other.type_key == record.type_key and _overlap(record, other) for other in others):
        problems.append(Problem("start", "same-measure-overlaps", Severity.WARNING))
    return tuple(problems)


def _overlap(one: Measure, other: Measure) -> bool:
    if one.voided_on or other.voided_on:
        return False
    return one.start < (other.end or date.max) and other.start < (one.end or date.max)
