"""Finding rows: the same question everywhere, the same answer where there is none."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.core.errors import NotFound
from app.models.base import Row

T = TypeVar("T", bound=Row)


def get(session: Session, table: type[T], row_id: str) -> T:
    """The row; raises `NotFound`."""
    row = session.get(table, row_id)
    if row is None:
        raise NotFound(f"{table.__tablename__} {row_id}")
    return row


def where(session: Session, table: type[T], column: InstrumentedAttribute[str], value: str) -> list[T]:
    """The rows whose column has this value, in the order they were made."""
    return list(session.scalars(select(table).where(column == value).order_by(table.created_at, table.id)))
