"""Between rows and records: fields of the same name are carried over, nothing else is known of either."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.core.typed_text import without_turning
from app.models.base import Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping


class Record(Protocol):
    """A frozen dataclass with an id."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """The key it shares with its row."""


R = TypeVar("R", bound=Record)
T = TypeVar("T", bound=Row)


def to_record(row: Row, kind: type[R], **extra: object) -> R:
    """The record of a row; `extra` gives the fields that are not columns of it."""
    values = {name: getattr(row, name) for name in _shared(type(row), kind)}
    return kind(**(values | extra))


def read_values(
    session: Session, table: type[Row], kind: type[Record], key: str, among: Collection[str], also: tuple[str, ...] = ()
) -> Iterator[dict[str, Any]]:
    """The fields of the records whose column `key` is `among` some ids, as dicts, in the order the rows were made.

    `also` names columns that are no field. Read past the mapping, from the table itself: a caseload of ten years has
    thousands of rows, and mapped objects cost three times as much, mapped columns half as much again.
    """
    names, columns = (*_shared(table, kind), *also), table.__table__.columns
    query = select(*(columns[name] for name in names)).where(columns[key].in_(among))
    session.flush()  # what the session has not written yet is asked for too, as with mapped columns
    for values in session.execute(query.order_by(columns["created_at"], columns["id"])):
        yield dict(zip(names, values, strict=True))


def put(session: Session, table: type[T], record: Record, **extra: object) -> T:
    """Insert the record's row or carry its changes into the row that is there; `extra` sets columns it lacks.

    All text that is typed, pasted or imported comes by here, and leaves its marks of direction.
    """
    return _carry(session, table, session.get(table, record.id), record, extra)


def put_all(session: Session, table: type[T], there: Iterable[T], records: Iterable[Record], **extra: object) -> None:
    """Make the child rows in `there` equal to `records`: insert, change, and delete those that are gone.

    Where the table has a `position`, it follows the records' order.
    """
    ordered, given = "position" in inspect(table).columns, dict(extra)
    wanted = {record.id: record for record in records}
    # Asked for in one go: one by one, each question would have what was put before it written first.
    found = {row.id: row for row in session.scalars(select(table).where(table.id.in_(wanted)))} if wanted else {}
    for position, record in enumerate(wanted.values()):
        if ordered:
            given["position"] = position
        _carry(session, table, found.get(record.id), record, given)
    for row in there:
        if row.id not in wanted:
            session.delete(row)


def _carry(session: Session, table: type[T], row: T | None, record: Record, extra: dict[str, object]) -> T:
    """Carry a record into its row, or into a new one."""
    values = {name: _kept(getattr(record, name)) for name in _shared(table, type(record))} | extra
    if row is None:
        row = table(**values)
        session.add(row)
    else:
        _assign(row, values)
    return row


@cache
def _shared(table: type[Row], kind: type[Record]) -> tuple[str, ...]:
    """The names that are both a column of the table and a field of the record."""
    columns = inspect(table).columns
    return tuple(field.name for field in dataclasses.fields(kind) if field.name in columns)


def _kept(value: object) -> object:
    """A field as it is kept; an enumeration is a text too, and stays what it is."""
    return without_turning(value) if type(value) is str else value


def _assign(row: Row, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
