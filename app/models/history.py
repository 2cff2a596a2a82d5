"""The history: every changed row's image from before, taken when the session flushes, and the way back to it.

Undo, the history of a case and the merging of two stores stand on these images. Rows of tables that are not `Row`
(drafts, log, the history itself) are left out.
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import Enum, event, func, inspect, select
from sqlalchemy.orm import Session, UOWTransaction

from app.core.interval import Interval
from app.models import search_index
from app.models.base import Row
from app.models.tables import row_classes
from app.models.trail import BeforeImageRow, ChangeSetRow

STAMPS = ("created_at", "changed_at", "revision")


class Recorder:
    """Stamps and records every row a session flushes, as one change set.

    The change set's row is made with its first image, so that a write which changes nothing leaves nothing.
    """

    def __init__(self, session: Session, now: datetime, run: str, reverts: int | None = None) -> None:
        self._now = now
        self.tables: set[str] = set()
        last = session.scalar(select(func.max(ChangeSetRow.seq))) or 0
        self.change = ChangeSetRow(seq=last + 1, at=now, run=run, label="", case_ids=[], reverts=reverts)
        event.listen(session, "before_flush", self._before_flush)

    def _before_flush(self, session: Session, context: UOWTransaction, instances: object) -> None:
        for row in list(session.new):
            if isinstance(row, Row):
                _stamp_new(row, self._now)
                self._keep(session, row, None)
                search_index.put(session, row)
        for row in list(session.dirty):
            if isinstance(row, Row) and session.is_modified(row):
                self._keep(session, row, _image(row))
                row.changed_at, row.revision = self._now, row.revision + 1
                search_index.put(session, row)
        for row in list(session.deleted):
            if isinstance(row, Row):
                self._keep(session, row, _image(row))
                search_index.remove(session, row.id)

    def _keep(self, session: Session, row: Row, image: dict[str, Any] | None) -> None:
        if not self.tables:
            session.add(self.change)
        self.tables.add(type(row).__tablename__)
        session.add(
            BeforeImageRow(change_seq=self.change.seq, table_name=type(row).__tablename__, row_id=row.id, image=image)
        )


def _stamp_new(row: Row, now: datetime) -> None:
    """New rows get their stamps; a row that undo brings back keeps the day it was made and counts on."""
    given = inspect(row).dict
    row.created_at = given.get("created_at") or now
    row.changed_at, row.revision = now, given.get("revision", 0) + 1


def revert(session: Session, change_seq: int) -> None:
    """Bring every row of a change set back to its image from before; recorded like any other change."""
    images = session.scalars(
        select(BeforeImageRow).where(BeforeImageRow.change_seq == change_seq).order_by(BeforeImageRow.seq.desc())
    )
    classes = row_classes()
    for image in images.all():
        table = classes[image.table_name]
        row = session.get(table, image.row_id)
        if image.image is None:
            if row is not None:
                session.delete(row)
        else:
            values = decode(table, image.image)
            if row is None:
                session.add(table(**{k: v for k, v in values.items() if k != "changed_at"}))
            else:
                for name, value in values.items():
                    if name not in STAMPS:
                        setattr(row, name, value)
        # Flush each step, so that a row touched twice in one change set goes back image by image.
        session.flush()


def decode(table: type[Row], image: dict[str, Any]) -> dict[str, Any]:
    """The column values of an image."""
    columns = inspect(table).columns
    return {name: _from_json(columns[name].type, value) for name, value in image.items() if name in columns}


def _image(row: Row) -> dict[str, Any]:
    """The row as the database has it: the committed value of every changed column."""
    state = inspect(row)
    return {
        name: _to_json(state.committed_state.get(name, getattr(row, name)))
        for name in inspect(type(row)).columns.keys()  # noqa: SIM118 (a column collection iterates over columns)
    }


def _to_json(value: Any) -> Any:  # noqa: ANN401 (any column value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, StrEnum | Interval):
        return str(value)
    return value


def _from_json(kind: Any, value: Any) -> Any:  # noqa: ANN401 (any column type and value)
    if value is None:
        return None
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return kind.enum_class(value)
    wanted = kind.python_type
    if wanted is Interval:
        return Interval.parse(value)
    if wanted in (datetime, date, time):
        return wanted.fromisoformat(value)
    return value
