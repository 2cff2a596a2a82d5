"""The trail: before-images of every change, and the chained log of every act."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base


class ChangeSetRow(Base):
    """One write: its label, when, in which run of the program, and which change set it takes back (undo, redo)."""

    __tablename__ = "change_set"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    run: Mapped[str] = mapped_column(String(32))
    label: Mapped[str]
    case_ids: Mapped[list[str]] = mapped_column(JSON)
    reverts: Mapped[int | None]


class BeforeImageRow(Base):
    """A row as it was before a change; `image` is None where the row did not exist."""

    __tablename__ = "before_image"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    change_seq: Mapped[int] = mapped_column(index=True)
    table_name: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[str] = mapped_column(String(32), index=True)
    image: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class LogEntryRow(Base):
    """An act in the append-only log: `mac` chains it to the entry before. Triggers refuse updates and deletes."""

    __tablename__ = "access_log"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    act: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[str] = mapped_column(String(32), index=True)
    purpose: Mapped[str]
    detail: Mapped[str]
    mac: Mapped[str] = mapped_column(String(64))


class SearchEntryRow(Base):
    """Where a row of the full-text index comes from; its `seq` is the index's rowid."""

    __tablename__ = "search_entry"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    table_name: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[str] = mapped_column(String(32), index=True)
