"""Network meetings and tasks: who was asked and came, what was promised, and whether it was kept."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.core.attention import Tab
from app.core.meeting_state import meeting_day
from app.core.records.follow_up import FollowUp
from app.core.records.meeting import NetworkMeeting
from app.services.meeting_sheet import MeetingSheet, meeting_sheet
from app.ui.context import Context, Place
from app.ui.pages.case.list_tab import ListTab
from app.ui.pages.case.meeting_acts import MeetingActs
from app.ui.pages.case.meeting_detail import MeetingDetail
from app.ui.pages.case.meeting_words import ShownTask, meeting_columns
from app.ui.pages.case.task_detail import TaskDetail
from app.ui.pages.case.tasks_card import TasksCard
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.table import DataTable
from app.words import mark


class MeetingsTab(ListTab):
    """The meetings above, the tasks of all kinds below, and all that is noted of the one chosen last."""

    key = Tab.MEETINGS
    title = mark("Meetings and tasks")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._sheet: MeetingSheet | None = None
        self._filling = False
        self._acts = MeetingActs(context, lambda: self._sheet, self.show_item, self)
        self._plan = Button(words.tr("Plan a network meeting"), icon="plus")
        self._register = Button(words.tr("Register network meeting"))
        self._new_task = Button(words.tr("New task"), icon="plus")
        self._no_meetings = EmptyState(
            words.tr("No network meeting yet"),
            words.tr("Those who are asked come from the network map; what they promise becomes tasks."),
            words.tr("Plan a network meeting"),
        )
        self.meetings = DataTable(
            words,
            words.tr("Network meetings"),
            meeting_columns(words),
            key=lambda row: row.id,
            empty=self._no_meetings,
        )
        self.listed = TasksCard(context)
        self.tasks = self.listed.table
        self.meeting = MeetingDetail(context)
        self.task = TaskDetail(context)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the meetings and tasks as they stand now."""
        other_case = self.begins_case()
        sheet = self._sheet = self.context.read(
            meeting_sheet, self.case_id, self.context.catalogue, self.context.today()
        )
        coming = self._acts.coming()
        rows = sorted(sheet.meetings, key=meeting_day, reverse=True)
        about_tasks = not self.task.isHidden()
        self._filling = True
        self.show_rows(self.meetings, rows, lambda: coming.id if coming else rows[0].id, other_case=other_case)
        tasks = self.listed.wanted(sheet)
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
            self._acts.plan(self._acts.coming() if about else None, about)
        elif verb == "register":
            self._acts.register()
        elif verb == "task":
            self._acts.new_task()
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
        begins = (self._plan, self._register, self._new_task)
        self.lay_out(begins, ((self.meetings, 3), (self.listed, 4)), (self.meeting, self.task))
        self.task.hide()
        listed = self.listed
        order: tuple[QWidget, ...] = (self.meetings, listed.state.control(), listed.who.control(), self.tasks)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        acts = self._acts
        remember_columns(self.meetings, self.context.settings, "case-meetings")
        self._plan.clicked.connect(acts.plan_new)
        self._no_meetings.started.connect(acts.plan_new)
        self._register.clicked.connect(acts.register)
        self._new_task.clicked.connect(acts.new_task)
        self.listed.filtered.connect(self.refresh)
        self.meetings.selected.connect(self._on_meeting_selected)
        self.meetings.opened.connect(acts.open)
        self.tasks.selected.connect(self._on_task_selected)
        self.tasks.opened.connect(acts.settle)
        for table in (self.meetings, self.tasks):
            table.view.installEventFilter(self)
        self.meeting.opened.connect(acts.open)
        self.meeting.plan_asked.connect(acts.plan)
        self.meeting.print_asked.connect(acts.hand_out)
        self.meeting.copy_asked.connect(acts.copy)
        self.meeting.call_off_asked.connect(acts.call_off)
        self.meeting.void_asked.connect(acts.void)
        self.meeting.answered.connect(acts.answer)
        self.meeting.agreements.settled.connect(acts.keep_settled)
        self.task.settle_asked.connect(acts.settle)
        self.task.change_asked.connect(acts.change_task)
        self.task.origin_asked.connect(self._on_origin)
        self.task.void_asked.connect(acts.void_task)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self._on_copy_key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list that takes the focus is the one whose chosen row stands beside."""
        if event.type() is QEvent.Type.FocusIn and not self._filling:
            self._show_chosen(tasks=watched is self.tasks.view)
        return super().eventFilter(watched, event)

    # Showing

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
        # What can be done with the meeting comes before the tasks: once these have the focus, it is theirs that shows.
        put_in_tab_order(self.listed, [self.meeting])

    def _lead_to_task(self, agreement_id: str) -> None:
        """Choose a task, whatever the filters say."""
        if not self.tasks.select(agreement_id):
            self.listed.want_all()
            self.refresh()
        if self.tasks.select(agreement_id):
            self.tasks.setFocus()
            self._show_chosen(tasks=True)

    def _on_meeting_selected(self, _row: NetworkMeeting | None) -> None:
        if not self._filling:
            self._show_chosen(tasks=False)

    def _on_task_selected(self, _row: ShownTask | None) -> None:
        if not self._filling:
            self._show_chosen(tasks=True)

    # The chosen one

    def _on_edit(self) -> None:
        if not self.task.isHidden():
            self._on_settle_chosen()
        elif (meeting := self.meetings.current()) is not None:
            self._acts.open(meeting)

    def _on_copy_key(self) -> None:
        if (record := self.meetings.current()) is not None:
            self._acts.copy(record)

    def _on_settle_chosen(self) -> None:
        if (row := self.tasks.current()) is not None:
            self._acts.settle(row)

    def _on_origin(self, row: ShownTask) -> None:
        match row.born_at:
            case FollowUp() as follow_up:
                self.context.go(Place.CASE, self.case_id, Tab.FOLLOW_UPS, follow_up.id)
            case NetworkMeeting() as meeting:
                self.show_item(meeting.id)
            case _:
                pass
