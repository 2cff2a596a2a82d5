"""The team leader's dispensations from the programme goal: granted, changed, struck out."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.follow_up import check_dispensation
from app.core.errors import demand
from app.core.records.follow_up import Dispensation
from app.models.mapping import put
from app.models.measure import DispensationRow, MeasureRow
from app.services import rows


def save_dispensation(session: Session, record: Dispensation, today: date) -> Changes:
    """Keep a dispensation; it lifts the programme goal, never the law's deadline. Raises `Invalid`, `NotFound`."""
    measure = rows.get(session, MeasureRow, record.measure_id)
    demand(check_dispensation(record, today))
    put(session, DispensationRow, record)
    return Changes("dispensation-saved", case_ids=frozenset({measure.case_id}))


def void_dispensation(session: Session, dispensation_id: str, today: date, reason: str) -> Changes:
    """Strike out one that was entered by mistake: kept, and it lifts nothing. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, DispensationRow, dispensation_id, today, reason)
    measure = rows.get(session, MeasureRow, row.measure_id)
    return Changes("dispensation-voided", case_ids=frozenset({measure.case_id}))
