"""Network meetings and tasks: who was asked and came, what was promised, and whether it was kept."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.core.agreements import AgreementState
from app.core.attention import Tab
from app.core.dates import screen_date
from app.core.meeting_state import MeetingState, meeting_day, next_meeting, state_of_meeting
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import Invitation
from app.core.transfer import Transferable
from app.services.agreements import settle_agreement, void_agreement
from app.services.meeting_sheet import MeetingSheet, meeting_sheet
from app.services.meetings import answer_invitation, void_meeting
from app.services.transfers import mark_transferred
from app.ui.context import Context, Place
from app.ui.dialogs.call_off_meeting import CallOffMeeting
from app.ui.dialogs.plan_meeting import PlanMeeting
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.register_meeting import RegisterMeeting
from app.ui.dialogs.settle_agreement import SettleAgreement
from app.ui.dialogs.void_record import VoidRecord
from app.ui.dialogs.write_task import WriteTask
from app.ui.pages.case.list_tab import ListTab
from app.ui.pages.case.meeting_detail import MeetingDetail
from app.ui.pages.case.meeting_words import ShownTask, meeting_columns, shown_tasks, task_columns
from app.ui.pages.case.task_detail import TaskDetail
from app.ui.prints.network_meeting import invitation_order, meeting_minutes_order
from app.ui.remembered_columns import remember_columns
from app.ui.transferring import meeting_text, put_on_clipboard
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option, SegmentedField
from app.ui.widgets.surfaces import Card, EmptyState
from app.ui.widgets.table import DataTable
from app.words import mark

_KEPT = "case-tasks-shown"
_OPEN, _SETTLED, _ALL = "open", "settled", "all"


class MeetingsTab(ListTab):
    """The meetings above, the tasks of all kinds below, and all that is noted of the one chosen last."""

    key = Tab.MEETINGS
    title = mark("Meetings and tasks")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._sheet: MeetingSheet | None = None
        self._filling = False
        self._plan = Button(words.tr("Plan a network meeting"), icon="plus")
        self._register = Button(words.tr("Register network meeting"))
        self._new_task = Button(words.tr("New task"), icon="plus")
        self._no_meetings = EmptyState(
            words.tr("No network meeting yet"),
            words.tr("Those who are asked come from the network map; what they promise becomes tasks."),
            words.tr("Plan a network meeting"),
        )
        self._no_tasks = EmptyState(words.tr("Nothing is promised here"))
        self.meetings = DataTable(
            words,
            words.tr("Network meetings"),
            meeting_columns(words),
            key=lambda row: row.id,
            empty=self._no_meetings,
        )
        self.tasks = DataTable(
            words,
            words.tr("Promises and tasks"),
            task_columns(words, context.today),
            key=lambda row: row.record.id,
            empty=self._no_tasks,
        )
        self.state = SegmentedField(
            [
                Option(_OPEN, words.trp("tasks", "Open")),
                Option(_SETTLED, words.trp("tasks", "Settled")),
                Option(_ALL, words.tr("All")),
            ]
        )
        self.who = ChoiceField(empty=words.tr("All people"))
        self.meeting = MeetingDetail(context)
        self.task = TaskDetail(context)
        self._task_card = Card(words.tr("Promises and tasks"))
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the meetings and tasks as they stand now."""
        other_case = self.begins_case()
        sheet = self._sheet = self.context.read(
            meeting_sheet, self.case_id, self.context.catalogue, self.context.today()
        )
        coming = next_meeting(sheet.meetings)
        rows = sorted(sheet.meetings, key=meeting_day, reverse=True)
        about_tasks = not self.task.isHidden()
        self._filling = True
        self.show_rows(self.meetings, rows, lambda: coming.id if coming else rows[0].id, other_case=other_case)
        tasks = self._wanted_tasks(sheet)
        self.show_rows(self.tasks, tasks, lambda: tasks[0].record.id, other_case=other_case)
        self._filling = False
        is_open = sheet.status.file.case.is_open(sheet.status.today)
        for button in (self._plan, self._register, self._new_task):
            button.setVisible(is_open)
        if other_case:
            about_tasks = coming is None and any(row.is_open for row in tasks)
        self._show_chosen(tasks=about_tasks)

    def show_item(self, item: str) -> None:
        """Select a meeting or a task, settle one ("settle:<id>"), or open the form for "plan", "plan:<person>",
        "register" or "task"."""
        verb, _, about = item.partition(":")
        if verb == "plan":
            self._open_plan(self._coming() if about else None, about)
        elif verb == "register":
            self._on_register()
        elif verb == "task":
            self._on_new_task()
        elif verb == "settle":
            self._lead_to_task(about)
            self._on_settle_chosen()
        elif self.meetings.select(item):
            self.meetings.setFocus()
            self._show_chosen(tasks=False)
        else:
            self._lead_to_task(item)

    # Building

    def _build(self) -> None:
        words = self.context.words
        self.state.describe(words.tr("Which tasks"), "")
        self.state.set_value(_OPEN)
        self.state.restore(self.context.settings.recall(_KEPT))
        self.who.describe(words.tr("Who"), "")
        self.who.setFixedWidth(168)
        self._task_card.add_action(self.state)
        self._task_card.add_action(self.who)
        self._task_card.body.addWidget(self.tasks)
        begins = (self._plan, self._register, self._new_task)
        self.lay_out(begins, ((self.meetings, 3), (self._task_card, 4)), (self.meeting, self.task))
        self.task.hide()
        order: tuple[QWidget, ...] = (self.meetings, self.state.control(), self.who.control(), self.tasks)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        settings = self.context.settings
        remember_columns(self.meetings, settings, "case-meetings")
        remember_columns(self.tasks, settings, "case-tasks")
        self._plan.clicked.connect(self._on_plan)
        self._no_meetings.started.connect(self._on_plan)
        self._register.clicked.connect(self._on_register)
        self._new_task.clicked.connect(self._on_new_task)
        self.state.edited.connect(self._on_filtered)
        self.who.edited.connect(self._on_filtered)
        self.meetings.selected.connect(self._on_meeting_selected)
        self.meetings.opened.connect(self._on_opened)
        self.tasks.selected.connect(self._on_task_selected)
        self.tasks.opened.connect(self._on_settle)
        for table in (self.meetings, self.tasks):
            table.view.installEventFilter(self)
        self.meeting.opened.connect(self._on_opened)
        self.meeting.plan_asked.connect(self._open_plan)
        self.meeting.print_asked.connect(self._on_print)
        self.meeting.copy_asked.connect(self._on_copy)
        self.meeting.call_off_asked.connect(self._on_call_off)
        self.meeting.void_asked.connect(self._on_void_meeting)
        self.meeting.answered.connect(self._on_answered)
        self.meeting.agreements.settled.connect(self._on_settled)
        self.task.settle_asked.connect(self._on_settle)
        self.task.change_asked.connect(self._on_change_task)
        self.task.origin_asked.connect(self._on_origin)
        self.task.void_asked.connect(self._on_void_task)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self._on_copy_key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list that takes the focus is the one whose chosen row stands beside."""
        if event.type() is QEvent.Type.FocusIn and not self._filling:
            self._show_chosen(tasks=watched is self.tasks.view)
        return super().eventFilter(watched, event)

    # Showing

    def _wanted_tasks(self, sheet: MeetingSheet) -> list[ShownTask]:
        """The tasks the filters pass; the people who promised something are offered as one of them."""
        everything = shown_tasks(sheet)
        names = dict.fromkeys(row.record.responsible for row in everything if row.record.responsible)
        self.who.set_options([Option(name, name) for name in names])
        if self.who.value() not in names:
            self.who.set_value("")
        state, who = self.state.value(), self.who.value()
        return [
            row
            for row in everything
            if (state == _ALL or row.is_open == (state == _OPEN)) and who in ("", row.record.responsible)
        ]

    def _show_chosen(self, *, tasks: bool) -> None:
        """Show what is chosen in one of the lists, and mark it in that one alone."""
        if self._sheet is None:
            return
        shown, other = (self.tasks.view, self.meetings.view) if tasks else (self.meetings.view, self.tasks.view)
        other.clearSelection()
        if shown.currentIndex().isValid():
            shown.selectRow(shown.currentIndex().row())
        self.task.show_task(self.tasks.current() if tasks else None)
        self.meeting.show_meeting(self._sheet, None if tasks else self.meetings.current())

    def _lead_to_task(self, agreement_id: str) -> None:
        """Choose a task, whatever the filters say."""
        if not self.tasks.select(agreement_id):
            self.state.set_value(_ALL)
            self.who.set_value("")
            self.refresh()
        if self.tasks.select(agreement_id):
            self.tasks.setFocus()
            self._show_chosen(tasks=True)

    def _coming(self) -> NetworkMeeting | None:
        return next_meeting(self._sheet.meetings) if self._sheet else None

    def _on_filtered(self) -> None:
        self.context.settings.remember(_KEPT, self.state.value())
        self.refresh()

    def _on_meeting_selected(self, _row: NetworkMeeting | None) -> None:
        if not self._filling:
            self._show_chosen(tasks=False)

    def _on_task_selected(self, _row: ShownTask | None) -> None:
        if not self._filling:
            self._show_chosen(tasks=True)

    # Meetings

    def _on_plan(self) -> None:
        self._open_plan(None)

    def _open_plan(self, record: NetworkMeeting | None, invite: str = "") -> None:
        if self._sheet is not None:
            start = record or NetworkMeeting(case_id=self.case_id)
            asked = (invite,) if invite else ()
            PlanMeeting(self.context, self._sheet, start, self, invite=asked).open()

    def _on_register(self) -> None:
        """The one that is planned, where its day has come; otherwise a new one."""
        coming, today = self._coming(), self.context.today()
        is_due = coming is not None and coming.planned_on is not None and coming.planned_on <= today
        self._open_register(coming if coming is not None and is_due else NetworkMeeting(case_id=self.case_id))

    def _open_register(self, record: NetworkMeeting) -> None:
        if self._sheet is not None:
            RegisterMeeting(self.context, self._sheet, record, self).open()

    def _on_opened(self, record: NetworkMeeting) -> None:
        """Register, complete or mend; what was struck out is only read."""
        if state_of_meeting(record) is not MeetingState.VOIDED:
            self._open_register(record)

    def _on_edit(self) -> None:
        if not self.task.isHidden():
            self._on_settle_chosen()
        elif (meeting := self.meetings.current()) is not None:
            self._on_opened(meeting)

    def _on_call_off(self, record: NetworkMeeting) -> None:
        CallOffMeeting(self.context, record, self).open()

    def _on_void_meeting(self, record: NetworkMeeting) -> None:
        what = self.context.words.tr("Network meeting {day}", day=screen_date(meeting_day(record)))
        VoidRecord(self.context, what, void_meeting, record.id, self).open()

    def _on_answered(self, record: NetworkMeeting, person_id: str, answer: Invitation) -> None:
        today = self.context.today()
        self.context.write(answer_invitation, self.case_id, record.id, person_id, answer, today)

    def _on_print(self, record: NetworkMeeting) -> None:
        """The minutes of one that was held, the invitation to one that is planned."""
        make = meeting_minutes_order if record.is_held else invitation_order
        name = self.context.status(self.case_id).file.child.name
        PrintDocument(self.context, make(self.context, self.case_id, record.id), name, self).open()

    def _on_copy(self, record: NetworkMeeting) -> None:
        if self._sheet is not None and record.is_held:
            text = meeting_text(self.context, self._sheet, record.id)
            put_on_clipboard(self.context, Transferable.MEETING, self.case_id, text)
            self.context.write(mark_transferred, Transferable.MEETING, (record.id,), self.context.today())

    def _on_copy_key(self) -> None:
        if (record := self.meetings.current()) is not None:
            self._on_copy(record)

    # Tasks

    def _on_new_task(self) -> None:
        if self._sheet is not None:
            WriteTask(self.context, self._sheet, parent=self).open()

    def _on_change_task(self, row: ShownTask) -> None:
        if self._sheet is not None:
            WriteTask(self.context, self._sheet, row.record, self).open()

    def _on_settle(self, row: ShownTask) -> None:
        if row.state is not AgreementState.VOIDED:
            SettleAgreement(self.context, row.record, self).open()

    def _on_settle_chosen(self) -> None:
        if (row := self.tasks.current()) is not None:
            self._on_settle(row)

    def _on_settled(self, agreement: Agreement) -> None:
        self.context.write(settle_agreement, agreement)

    def _on_void_task(self, row: ShownTask) -> None:
        VoidRecord(self.context, row.record.what, void_agreement, row.record.id, self).open()

    def _on_origin(self, row: ShownTask) -> None:
        match row.born_at:
            case FollowUp() as follow_up:
                self.context.go(Place.CASE, self.case_id, Tab.FOLLOW_UPS, follow_up.id)
            case NetworkMeeting() as meeting:
                self.show_item(meeting.id)
            case _:
                pass
