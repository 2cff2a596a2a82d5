"""What calendars outside were told, so that the next file updates and cancels it."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.core.calendar_file import CalendarFile, ExportedEvent
from app.models.caseload import ExportedEventRow


def exported_events(session: Session, scope: str) -> tuple[ExportedEvent, ...]:
    """The events of the last file of this scope: "" for all cases, else the case of a family's file."""
    found = session.scalars(select(ExportedEventRow).where(ExportedEventRow.scope == scope))
    return tuple(ExportedEvent(uid=row.uid, scope=row.scope, day=row.day, cancelled=row.cancelled) for row in found)


def remember_export(session: Session, file: CalendarFile) -> None:
    """Keep what a file that was handed out held, in place of what the one before held."""
    session.execute(delete(ExportedEventRow).where(ExportedEventRow.scope == file.scope))
    session.add_all(
        ExportedEventRow(uid=event.uid, scope=event.scope, day=event.day, cancelled=event.cancelled)
        for event in file.exported
    )
