"""What was selected to be given out of a case file."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.records.file_access import Withheld
from app.models.base import Row
from app.models.keys import case_key, key_of


class FileSelectionRow(Row):
    """A selection: see `app.core.records.file_access.FileSelection`."""

    __tablename__ = "file_selection"

    case_id: Mapped[str] = case_key()
    request_id: Mapped[str | None] = key_of("access_request", nullable=True)
    asked_by: Mapped[str]
    received_on: Mapped[date | None]
    first: Mapped[date | None]
    last: Mapped[date | None]
    given_on: Mapped[date | None]


class FileChoiceRow(Row):
    """What was decided about one entry of the file; one row each, so that a decision is undone by itself."""

    __tablename__ = "file_choice"
    __table_args__ = (UniqueConstraint("selection_id", "entry"),)

    selection_id: Mapped[str] = key_of("file_selection")
    entry: Mapped[str]
    left_out: Mapped[Withheld | None]
    passages: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    shown: Mapped[list[str]] = mapped_column(JSON)
