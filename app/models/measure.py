"""Measures and dispensations."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from app.core.interval import Interval
from app.core.records.measure import Breakdown, EndReason
from app.models.base import VoidableRow
from app.models.keys import case_key, key_of


class MeasureRow(VoidableRow):
    """A measure: see `app.core.records.measure.Measure`."""

    __tablename__ = "measure"
    searchable = ("provider", "place", "reason", "end_note", "parents_goals")

    case_id: Mapped[str] = case_key()
    type_key: Mapped[str]
    provider: Mapped[str]
    place: Mapped[str]
    paragraph: Mapped[str]
    start: Mapped[date]
    end: Mapped[date | None]
    reason: Mapped[str]
    acute: Mapped[bool]
    end_reason: Mapped[EndReason | None]
    end_note: Mapped[str]
    breakdown: Mapped[Breakdown | None]
    expected_end: Mapped[date | None]
    next_step: Mapped[str]
    receiver: Mapped[str]
    receiver_since: Mapped[date | None]
    parents_goals: Mapped[str]
    last_held_before: Mapped[date | None]


class DispensationRow(VoidableRow):
    """The team leader's leave from the programme goal of one measure."""

    __tablename__ = "dispensation"

    measure_id: Mapped[str] = key_of("measure")
    granted_by: Mapped[str]
    granted_on: Mapped[date]
    valid_until: Mapped[date]
    reason: Mapped[str]
    interval: Mapped[Interval | None]
