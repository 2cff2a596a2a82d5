"""Copies a record as clean text for the municipality's case system, and marks it as transferred in the same step."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app import labels
from app.core import codec
from app.core.records.documents import PlanDocument
from app.core.records.follow_up import FollowUp
from app.core.transfer import Transferable
from app.services.cases import case_and_child
from app.services.follow_up_sheet import FollowUpSheet, follow_up_sheet
from app.services.journal import entries_of_case
from app.services.meeting_sheet import MeetingSheet, meeting_sheet
from app.services.plans import versions_of_case
from app.services.store import Act
from app.services.transfers import mark_transferred
from app.ui.context import Context
from app.ui.dialogs.measure_rows import measure_name


def copy_and_mark(context: Context, kind: Transferable, case_id: str, record_id: str) -> None:
    """Put the record's text on the clipboard and mark it; undo takes the mark back. Raises `NotFound`."""
    put_on_clipboard(context, kind, case_id, text_of(context, kind, case_id, record_id))
    context.write(mark_transferred, kind, (record_id,), context.today())


def put_on_clipboard(context: Context, kind: Transferable, case_id: str, text: str) -> None:
    """Copy a text out of the program; the log knows of it first."""
    context.log(Act.EXPORT, case_id, detail=f"{kind} copied")
    QGuiApplication.clipboard().setText(text)


def text_of(context: Context, kind: Transferable, case_id: str, record_id: str) -> str:
    """The clean text of a record; no CPR number stands in it."""
    words = context.words
    match kind:
        case Transferable.FOLLOW_UP:
            sheet = context.read(follow_up_sheet, case_id, context.catalogue, context.today())
            return follow_up_text(context, sheet, next(f for f in sheet.follow_ups if f.id == record_id))
        case Transferable.ENTRY:
            entry = next(e for e in context.read(entries_of_case, case_id) if e.id == record_id)
            child = context.read(case_and_child, case_id).child.name
            return labels.entry_text(words, (entry,), child)
        case Transferable.MEETING:
            return meeting_text(
                context, context.read(meeting_sheet, case_id, context.catalogue, context.today()), record_id
            )
        case _:
            version = next(v for v in context.read(versions_of_case, case_id) if v.id == record_id)
            return labels.plan_text(words, codec.from_text(version.document, PlanDocument))


def meeting_text(context: Context, sheet: MeetingSheet, meeting_id: str) -> str:
    """A network meeting as clean text."""
    record = next(one for one in sheet.meetings if one.id == meeting_id)
    names = {person.id: person.name or person.title for person in sheet.people.values()}
    return labels.meeting_text(context.words, record, names, sheet.agreed_at(record))


def follow_up_text(context: Context, sheet: FollowUpSheet, record: FollowUp) -> str:
    """A follow-up as clean text."""
    names = [measure_name(context, m) for m in sheet.status.file.measures if m.id in record.measure_ids]
    goals = {goal.id: goal.goal for goal in sheet.goals}
    return labels.follow_up_text(context.words, record, names, goals, sheet.agreed_at(record))
