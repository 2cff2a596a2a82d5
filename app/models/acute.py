"""What must be known at once of a child."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Row
from app.models.keys import case_key


class AcuteFactsRow(Row):
    """The acute facts of a case, one row each: see `app.core.records.acute.AcuteFacts`."""

    __tablename__ = "acute_facts"
    __table_args__ = (UniqueConstraint("case_id"),)

    case_id: Mapped[str] = case_key()
    health: Mapped[str]
    risks: Mapped[str]
    calms: Mapped[str]
    may_fetch: Mapped[str]
    not_told: Mapped[str]
    place_phone: Mapped[str]
    school_phone: Mapped[str]
    confirmed_on: Mapped[date | None]
    confirmed_with: Mapped[str]
