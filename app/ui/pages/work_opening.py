"""Where a line of work, or of what is missing, leads: to the form that settles it, or to its place in the case."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.attention import Attention, Tab
from app.core.deadlines import Deadline, DeadlineKind
from app.core.records.follow_up import Agreement
from app.core.records.journal import EntryKind
from app.core.records.leader_remark import LeaderRemark
from app.core.records.meeting import MeetingMark
from app.core.status import CaseStatus
from app.core.work_list import DueLine, WorkLine
from app.services.store import Act
from app.ui.context import Context, Place
from app.ui.dialogs.answer_exception import AnswerException
from app.ui.dialogs.register_follow_up import open_register
from app.ui.dialogs.register_meeting import open_register_meeting
from app.ui.dialogs.settle_agreement import SettleAgreement
from app.ui.dialogs.write_note import WriteNote
from app.ui.dialogs.write_remark import WriteRemark

_LIMIT_CODES = {"limit-awaiting", "limit-exception-ended"}


def settle(context: Context, line: WorkLine, parent: QWidget) -> None:
    """Open the form over `parent` where one form settles the line; otherwise lead to its place in the case."""
    case_id, about = line.status.case_id, line.about
    if isinstance(about, DueLine):
        context.log(Act.LOOK_UP, case_id)
        open_register(context, case_id, parent)
    elif isinstance(about, Deadline) and about.kind is DeadlineKind.SUPERVISION:
        context.log(Act.LOOK_UP, case_id)
        name = line.status.file.child.name
        WriteNote(context, case_id, name, kind=EntryKind.SUPERVISION, parent=parent).open()
    elif isinstance(about, LeaderRemark):
        context.log(Act.LOOK_UP, case_id)
        WriteRemark(context, case_id, about, parent).open()
    elif isinstance(about, Agreement):
        context.log(Act.LOOK_UP, case_id)
        SettleAgreement(context, about, parent).open()
    elif isinstance(about, MeetingMark) and about.planned_on is not None and about.planned_on <= context.today():
        context.log(Act.LOOK_UP, case_id)
        open_register_meeting(context, case_id, parent, about.id)
    else:
        lead_to_work(context, line)


def lead_to_work(context: Context, line: WorkLine) -> None:
    """Show the case at what the line is about."""
    tab, item = _place_of(line)
    context.go(Place.CASE, line.status.case_id, tab, item)


def mend(context: Context, status: CaseStatus, line: Attention, parent: QWidget) -> None:
    """Open the form where one mends the line: the team leader's answer above the limit, the team leader's remark;
    otherwise show the case where it is mended."""
    if line.code in _LIMIT_CODES:
        asked = next(one for one in status.file.exceptions if one.id == line.record_id)
        AnswerException(context, asked, parent).open()
    elif line.code == "leader-remark":
        context.log(Act.LOOK_UP, status.case_id)
        remark = next(one for one in status.file.remarks if one.id == line.record_id)
        WriteRemark(context, status.case_id, remark, parent).open()
    else:
        context.go(Place.CASE, status.case_id, line.tab, line.record_id)


def _place_of(line: WorkLine) -> tuple[Tab, str]:
    match line.about:
        case Deadline() as deadline:
            return deadline.tab, deadline.record_id
        case Agreement() as promise:
            return Tab.MEETINGS, promise.id
        case MeetingMark() as meeting:
            return Tab.MEETINGS, meeting.id
        case LeaderRemark() as remark:
            return Tab.OVERVIEW, remark.id
        case _:
            return Tab.FOLLOW_UPS, ""
