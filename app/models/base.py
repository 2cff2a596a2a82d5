"""What every table has: a random key, stamps and a revision number, and the column types the records use."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, Enum, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.core.interval import Interval

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; a naive value is refused so that no local time slips in."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What the column holds in Python."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into the naive UTC that SQLite keeps."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


class IntervalText(TypeDecorator[Interval]):
    """An interval as "6w" or "3m"."""

    impl = String(8)
    cache_ok = True

    @property
    def python_type(self) -> type[Interval]:
        """What the column holds in Python."""
        return Interval

    def process_bind_param(self, value: Interval | None, dialect: Dialect) -> str | None:
        """Write the short form."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Interval | None:
        """Read the short form."""
        return None if value is None else Interval.parse(value)


def _values(members: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in members]


class Base(DeclarativeBase):
    """The declarative base. Enumerations are kept by value, without a constraint that later words would break."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        datetime: UtcDateTime,
        Interval: IntervalText,
        enum.StrEnum: Enum(
            enum.StrEnum, native_enum=False, create_constraint=False, length=40, values_callable=_values
        ),
    }


class Row(Base):
    """A row that holds the caseworker's data: kept in the history, undone, merged by id and revision."""

    __abstract__ = True

    # Columns whose words full-text search finds.
    searchable: ClassVar[tuple[str, ...]] = ()

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    revision: Mapped[int]


class VoidableRow(Row):
    """A row that can be struck out with a reason: kept and shown, out of every figure."""

    __abstract__ = True

    voided_on: Mapped[date | None]
    void_reason: Mapped[str]
