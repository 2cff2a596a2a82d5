"""Cases and the facts that belong to a case alone."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from app.core.records.case import SchoolKind
from app.models.base import Row, VoidableRow
from app.models.keys import case_key, person_key


class CaseRow(VoidableRow):
    """A case: see `app.core.records.case.Case` (the table avoids the SQL word "case")."""

    __tablename__ = "case_file"

    person_id: Mapped[str] = person_key()
    municipal_number: Mapped[str]
    district: Mapped[str]
    opened: Mapped[date]
    closed: Mapped[date | None]
    closed_reason: Mapped[str]
    clarification: Mapped[str]


class LimitExceptionRow(Row):
    """A team leader's exception from the limit of the caseload."""

    __tablename__ = "limit_exception"

    case_id: Mapped[str] = case_key()
    reason: Mapped[str]
    asked_on: Mapped[date]
    awaiting: Mapped[bool]
    granted_by: Mapped[str]
    granted_on: Mapped[date | None]
    valid_until: Mapped[date | None]


class SchoolFactRow(Row):
    """Where the child goes to school, day care or work, and when."""

    __tablename__ = "school_fact"

    case_id: Mapped[str] = case_key()
    kind: Mapped[SchoolKind]
    name: Mapped[str]
    grade: Mapped[str]
    start: Mapped[date]
    end: Mapped[date | None]
