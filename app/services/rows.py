"""Finding rows, and striking them out: the same question everywhere, the same answer where there is none."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.core.checks.texts import check_reason
from app.core.errors import NotFound, demand
from app.core.typed_text import without_turning
from app.models.base import Row, VoidableRow

V = TypeVar("V", bound=VoidableRow)
T = TypeVar("T", bound=Row)
AnyText = InstrumentedAttribute[str] | InstrumentedAttribute[str | None]


def get(session: Session, table: type[T], row_id: str) -> T:
    """The row; raises `NotFound`."""
    row = session.get(table, row_id)
    if row is None:
        raise NotFound(f"{table.__tablename__} {row_id}")
    return row


def strike_out(session: Session, table: type[V], row_id: str, today: date, reason: str) -> V:
    """Void a row that was entered by mistake: kept, out of every figure, and it says why.

    Raises `Invalid` for an empty reason, `NotFound`.
    """
    demand(check_reason("void_reason", reason))
    row = get(session, table, row_id)
    row.voided_on, row.void_reason = today, without_turning(reason)
    return row


def where(session: Session, table: type[T], column: AnyText, value: str) -> list[T]:
    """The rows whose column has this value, in the order they were made."""
    return list(session.scalars(select(table).where(column == value).order_by(table.created_at, table.id)))
