"""What can be done with the network meetings of a case, and with its promises and tasks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.agreements import AgreementState
from app.core.dates import screen_date
from app.core.meeting_state import MeetingState, meeting_day, next_meeting, state_of_meeting
from app.core.records.follow_up import Agreement
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import Invitation
from app.core.transfer import Transferable
from app.services.agreements import settle_agreement, void_agreement
from app.services.meeting_sheet import MeetingSheet
from app.services.meetings import answer_invitation, void_meeting
from app.services.transfers import mark_transferred
from app.ui.context import Context
from app.ui.dialogs.call_off_meeting import CallOffMeeting
from app.ui.dialogs.plan_meeting import PlanMeeting
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.register_meeting import RegisterMeeting
from app.ui.dialogs.settle_agreement import SettleAgreement
from app.ui.dialogs.void_record import VoidRecord
from app.ui.dialogs.write_task import WriteTask
from app.ui.pages.case.meeting_words import ShownTask
from app.ui.prints.network_meeting import invitation_order, meeting_minutes_order
from app.ui.transferring import meeting_text, put_on_clipboard


class MeetingActs:
    """Carries out what the tab of meetings and tasks is asked for; forms open over `parent`.

    `shown` says what the tab shows now; as long as it shows no case nothing is done. `choose` is told which meeting or
    task was saved, so that what is done next is done with that one.
    """

    def __init__(
        self,
        context: Context,
        shown: Callable[[], MeetingSheet | None],
        choose: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        self._context, self._shown, self._choose, self._parent = context, shown, choose, parent

    # Meetings

    def coming(self) -> NetworkMeeting | None:
        """The meeting that waits, if there is one."""
        sheet = self._shown()
        return next_meeting(sheet.meetings) if sheet else None

    def plan_new(self) -> None:
        """Plan a meeting."""
        self.plan(None)

    def plan(self, record: NetworkMeeting | None, invite: str = "") -> None:
        """Plan a meeting, or this one anew; `invite` is a person to ask besides."""
        if (sheet := self._shown()) is not None:
            start = record or NetworkMeeting(case_id=sheet.status.case_id)
            self._open(PlanMeeting(self._context, sheet, start, self._parent, invite=(invite,) if invite else ()))

    def register(self) -> None:
        """Register the one that is planned, where its day has come; otherwise a new one."""
        if (sheet := self._shown()) is not None:
            coming, today = self.coming(), self._context.today()
            is_due = coming is not None and coming.planned_on is not None and coming.planned_on <= today
            start = coming if coming is not None and is_due else NetworkMeeting(case_id=sheet.status.case_id)
            self._open(RegisterMeeting(self._context, sheet, start, self._parent))

    def open(self, record: NetworkMeeting) -> None:
        """Register, complete or mend; what was struck out is only read."""
        sheet = self._shown()
        if sheet is not None and state_of_meeting(record) is not MeetingState.VOIDED:
            self._open(RegisterMeeting(self._context, sheet, record, self._parent))

    def call_off(self, record: NetworkMeeting) -> None:
        """Call a meeting off."""
        CallOffMeeting(self._context, record, self._parent).open()

    def void(self, record: NetworkMeeting) -> None:
        """Strike a meeting out."""
        what = self._context.words.tr("Network meeting {day}", day=screen_date(meeting_day(record)))
        VoidRecord(self._context, what, void_meeting, record.id, self._parent).open()

    def answer(self, record: NetworkMeeting, person_id: str, answer: Invitation) -> None:
        """Note what somebody answered."""
        today = self._context.today()
        self._context.write(answer_invitation, record.case_id, record.id, person_id, answer, today)

    def hand_out(self, record: NetworkMeeting) -> None:
        """The minutes of one that was held, the invitation to one that is planned."""
        make = meeting_minutes_order if record.is_held else invitation_order
        name = self._context.status(record.case_id).file.child.name
        order = make(self._context, record.case_id, record.id)
        PrintDocument(self._context, order, name, self._parent).open()

    def copy(self, record: NetworkMeeting) -> None:
        """Copy one that was held for the case system, and mark it as transferred."""
        sheet = self._shown()
        if sheet is not None and record.is_held:
            text = meeting_text(self._context, sheet, record.id)
            put_on_clipboard(self._context, Transferable.MEETING, record.case_id, text)
            self._context.write(mark_transferred, Transferable.MEETING, (record.id,), self._context.today())

    # Promises and tasks

    def new_task(self) -> None:
        """Enter a task that was born at no meeting."""
        if (sheet := self._shown()) is not None:
            self._open(WriteTask(self._context, sheet, parent=self._parent))

    def change_task(self, row: ShownTask) -> None:
        """Put a task in other words."""
        if (sheet := self._shown()) is not None:
            WriteTask(self._context, sheet, row.record, self._parent).open()

    def settle(self, row: ShownTask) -> None:
        """Say what became of a promise; what was struck out is only read."""
        if row.state is not AgreementState.VOIDED:
            SettleAgreement(self._context, row.record, self._parent).open()

    def keep_settled(self, agreement: Agreement) -> None:
        """Keep what was said of a promise without a form."""
        self._context.write(settle_agreement, agreement)

    def void_task(self, row: ShownTask) -> None:
        """Strike a task out."""
        VoidRecord(self._context, row.record.what, void_agreement, row.record.id, self._parent).open()

    def _open(self, form: PlanMeeting | RegisterMeeting | WriteTask) -> None:
        form.saved.connect(lambda: self._choose(form.record().id))
        form.open()
