"""Network meetings on paper: the minutes of one that was held, and the invitation to one that is planned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core.dates import long_date
from app.core.meeting_state import meeting_day, waiting_meetings
from app.core.records.meeting import NetworkMeeting
from app.reports.meeting_report import meeting_invitation_pdf, meeting_minutes_pdf
from app.services.meetings import meetings_of_case
from app.services.minutes import meeting_invitation, meeting_minutes
from app.ui.context import Context
from app.ui.prints.file_name import FileName
from app.ui.prints.of_record import Found
from app.ui.prints.order import PrintOrder, family_warnings
from app.words import mark


def held_meetings(context: Context, case_id: str) -> Sequence[Found]:
    """The meetings of a case that were held, the latest first."""
    held = [one for one in context.read(meetings_of_case, case_id) if one.is_held]
    return [_found(context, one) for one in reversed(held)]


def planned_meetings(context: Context, case_id: str) -> Sequence[Found]:
    """The meetings of a case that wait, the earliest first."""
    return [_found(context, one) for one in waiting_meetings(context.read(meetings_of_case, case_id))]


def meeting_minutes_order(context: Context, case_id: str, meeting_id: str) -> PrintOrder:
    """The minutes of a meeting that was held; raises `NotFound`."""
    document = context.read(meeting_minutes, case_id, meeting_id, context.catalogue, context.today())
    return PrintOrder(
        title=context.words.tr("Minutes of a network meeting"),
        code="meeting minutes",
        draws=(partial(meeting_minutes_pdf, document),),
        file_name=FileName(mark("forlaens-meeting-minutes-{date}.pdf"), document.held_on),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )


def invitation_order(context: Context, case_id: str, meeting_id: str) -> PrintOrder:
    """The invitation to a meeting that waits; raises `NotFound`."""
    document = context.read(meeting_invitation, case_id, meeting_id, context.catalogue, context.today())
    return PrintOrder(
        title=context.words.tr("Invitation to a network meeting"),
        code="meeting invitation",
        draws=(partial(meeting_invitation_pdf, document),),
        file_name=FileName(mark("forlaens-meeting-invitation-{date}.pdf"), document.meeting.on),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )


def _found(context: Context, record: NetworkMeeting) -> Found:
    return Found(record.id, long_date(meeting_day(record), context.words.language))
