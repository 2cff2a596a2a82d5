"""Measures of a case: start, change, end; a move is a measure with a date and a reason."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.changes import Changes
from app.core.checks.measure import check_measure
from app.core.errors import demand
from app.core.records.measure import Measure
from app.models.mapping import put, to_record
from app.models.measure import MeasureRow
from app.services import rows


def measures_of_case(session: Session, case_id: str) -> tuple[Measure, ...]:
    """The measures of a case, earliest start first, voided ones among them."""
    found = rows.where(session, MeasureRow, MeasureRow.case_id, case_id)
    return tuple(sorted((to_record(row, Measure) for row in found), key=lambda m: m.start))


def save_measure(session: Session, record: Measure, catalogue: Catalogue, today: date) -> Changes:
    """Keep a measure; raises `Invalid`."""
    others = tuple(m for m in measures_of_case(session, record.case_id) if m.id != record.id)
    demand(check_measure(record, others, catalogue, today))
    put(session, MeasureRow, record)
    return Changes("measure-saved", case_ids=frozenset({record.case_id}))


def move(
    session: Session, ending: tuple[Measure, ...], starting: Measure, catalogue: Catalogue, today: date
) -> Changes:
    """Move a child: the measures in `ending` (with their end and reason) give way to `starting`, in one change."""
    for record in ending:
        save_measure(session, record, catalogue, today)
    session.flush()
    save_measure(session, starting, catalogue, today)
    return Changes("child-moved", case_ids=frozenset({starting.case_id}))


def void_measure(session: Session, measure_id: str, today: date, reason: str) -> Changes:
    """Strike out a measure that was entered by mistake: kept, out of every figure. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, MeasureRow, measure_id, today, reason)
    return Changes("measure-voided", case_ids=frozenset({row.case_id}))
