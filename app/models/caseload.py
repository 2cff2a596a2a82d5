"""The caseworker and their own phrases, the catalogue's dated rows, drafts of forms, and what calendars were told."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.records.snippet import SnippetKind
from app.models.base import Base, Row


class CaseworkerRow(Row):
    """The one caseworker of this store."""

    __tablename__ = "caseworker"

    name: Mapped[str]
    municipality: Mapped[str]
    department: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    team_leader: Mapped[str]
    districts: Mapped[list[str]] = mapped_column(JSON)
    is_demo: Mapped[bool]


class SnippetRow(Row):
    """A phrase the caseworker keeps: see `app.core.records.snippet.Snippet`."""

    __tablename__ = "snippet"

    kind: Mapped[SnippetKind]
    text: Mapped[str]


class CatalogueItemRow(Row):
    """A dated row of the catalogue; `data` holds what the TOML held, validated by the same reader."""

    __tablename__ = "catalogue_item"
    __table_args__ = (UniqueConstraint("kind", "key", "valid_from"),)

    position: Mapped[int]
    kind: Mapped[str]
    key: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)


class ExportedEventRow(Base):
    """An event of a calendar file that was handed out. No history: an undo does not fetch it back from a calendar."""

    __tablename__ = "exported_event"

    uid: Mapped[str] = mapped_column(String(80), primary_key=True)
    scope: Mapped[str] = mapped_column(String(32))
    day: Mapped[date]
    cancelled: Mapped[bool]


class DraftRow(Base):
    """What was typed into a form and not yet saved; `form` and `target` say where. No history: gone when saved."""

    __tablename__ = "draft"

    form: Mapped[str] = mapped_column(String(80), primary_key=True)
    target: Mapped[str] = mapped_column(String(80), primary_key=True)
    saved_at: Mapped[str]
    state: Mapped[dict[str, Any]] = mapped_column(JSON)
