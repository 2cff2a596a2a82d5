"""What can be wrong with a measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.core.catalogue import Catalogue
from app.core.checks.texts import check_texts
from app.core.errors import Problem, Severity
from app.core.records.measure import EndReason, Measure

_PROSE = ("reason", "end_note", "next_step", "parents_goals", "void_reason")


def check_measure(
    record: Measure, others: tuple[Measure, ...], catalogue: Catalogue, today: date
) -> tuple[Problem, ...]:
    """A measure has a type and ends after it starts; what is only unusual is met with a warning."""
    problems = [*_dates(record, today), *check_texts(record, _PROSE)]
    if not record.type_key:
        return (Problem("type_key", "type-empty"), *problems)
    type_ = catalogue.measure_type(record.type_key, record.start)
    if not type_.holds_on(record.start):
        problems.append(Problem("type_key", "type-not-offered", Severity.WARNING, {"names": type_.names}))
    if record.breakdown is not None and not type_.is_placement:
        problems.append(Problem("breakdown", "breakdown-no-placement"))
    same = (o for o in others if o.id != record.id and o.type_key == record.type_key)
    if other := next((other for other in same if _overlap(record, other)), None):
        values = {"names": type_.names, "start": other.start}
        problems.append(Problem("start", "same-measure-overlaps", Severity.WARNING, values))
    return tuple(problems)


def check_ending(record: Measure) -> tuple[Problem, ...]:
    """Who ends a measure says when and why, and by whom where the placement broke down."""
    problems = []
    if record.end is None:
        problems.append(Problem("end", "day-empty"))
    if record.end_reason is None:
        problems.append(Problem("end_reason", "choice-empty"))
    if record.end_reason is EndReason.BREAKDOWN and record.breakdown is None:
        problems.append(Problem("breakdown", "choice-empty"))
    return tuple(problems)


def _dates(record: Measure, today: date) -> Iterator[Problem]:
    if record.end is not None and record.end < record.start:
        yield Problem("end", "end-before-start")
    if record.end == record.start:
        yield Problem("end", "measure-without-days", Severity.WARNING)
    if record.breakdown is not None and record.end is None:
        yield Problem("end", "breakdown-without-end")
    if record.expected_end is not None and record.expected_end <= record.start:
        yield Problem("expected_end", "expected-end-before-start")
    if record.last_held_before is not None and record.last_held_before < record.start:
        yield Problem("last_held_before", "last-held-before-start")
    if record.last_held_before is not None and record.last_held_before > today:
        yield Problem("last_held_before", "held-in-future")
    if record.receiver_since is not None and record.receiver_since > today:
        yield Problem("receiver_since", "receiver-in-future", Severity.WARNING)


def _overlap(one: Measure, other: Measure) -> bool:
    if one.voided_on or other.voided_on:
        return False
    return one.start < (other.end or date.max) and other.start < (one.end or date.max)
