"""Drafts: what was typed into a form and not yet saved. Kept in the store, so that a thief gets nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.records.draft import Draft
from app.models.caseload import DraftRow


def save_draft(session: Session, draft: Draft) -> None:
    """Keep the state of a form; the latest wins."""
    session.merge(
        DraftRow(form=draft.form, target=draft.target, saved_at=draft.saved_at.isoformat(), state=draft.state)
    )


def drop_draft(session: Session, form: str, target: str) -> None:
    """Forget a draft: it was saved as a record, or the user started over."""
    if row := session.get(DraftRow, (form, target)):
        session.delete(row)


def draft(session: Session, form: str, target: str) -> Draft | None:
    """The draft of a form, or None."""
    row = session.get(DraftRow, (form, target))
    return _record(row) if row else None


def drafts(session: Session) -> tuple[Draft, ...]:
    """Every draft, latest first."""
    return tuple(_record(row) for row in session.scalars(select(DraftRow).order_by(DraftRow.saved_at.desc())))


def _record(row: DraftRow) -> Draft:
    state: dict[str, Any] = row.state
    return Draft(form=row.form, target=row.target, saved_at=datetime.fromisoformat(row.saved_at), state=state)
