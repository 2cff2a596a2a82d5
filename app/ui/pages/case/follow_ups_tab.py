"""The follow-ups of a case: what is due and why, what was held, and what was agreed there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app import labels
from app.core.attention import Tab
from app.core.dates import screen_date
from app.core.follow_up_form import undecided_at
from app.core.follow_up_state import FollowUpState, attempt_day, day_of, next_planned, state_of
from app.core.records.follow_up import Agreement, Dispensation, FollowUp
from app.core.status import CaseStatus, Urgency
from app.core.transfer import Transferable
from app.services.agreements import settle_agreement
from app.services.dispensations import void_dispensation
from app.services.follow_up_sheet import FollowUpSheet, follow_up_sheet
from app.services.follow_ups import save_follow_up, void_follow_up
from app.services.transfers import mark_transferred
from app.ui.context import Context
from app.ui.dialogs.excuse_follow_up import ExcuseFollowUp
from app.ui.dialogs.grant_dispensation import GrantDispensation
from app.ui.dialogs.last_time_today import LastTimeToday
from app.ui.dialogs.plan_follow_up import PlanFollowUp
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.register_follow_up import RegisterFollowUp, open_register
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.dispensations_card import DispensationsCard
from app.ui.pages.case.due_card import due_title
from app.ui.pages.case.follow_up_columns import follow_up_columns
from app.ui.pages.case.follow_up_detail import FollowUpDetail
from app.ui.prints.follow_up_minutes import follow_up_minutes_order
from app.ui.remembered_columns import remember_columns
from app.ui.transferring import put_on_clipboard
from app.ui.widgets.button import Button
from app.ui.widgets.due_dates import DueDatesView
from app.ui.widgets.surfaces import Banner, Card, EmptyState, Scroll
from app.ui.widgets.table import DataTable
from app.ui.widgets.text import Text
from app.words import mark

# Enough for a few rows: where several measures run, the dates above take much room and the column scrolls.
_LIST_HEIGHT = 220


class FollowUpsTab(CaseTab):
    """The due dates, the list of follow-ups, and all that the chosen one says."""

    key = Tab.FOLLOW_UPS
    title = mark("Follow-ups")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._sheet: FollowUpSheet | None = None
        self.due = Card(words.tr("Next follow-up"))
        self.dates = DueDatesView(words, context.catalogue.is_closed)
        self._planned = Text(wrap=True)
        self._register = Button(words.tr("Register"), "main")
        self._plan = Button(words.tr("Plan …"))
        self._grant = Button(words.tr("Dispensation …"))
        self._visit = Button(words.tr("Last time – today"), "quiet")
        self.rhythm = Banner("", "warning", words.tr("Decide it"))
        self.dispensations = DispensationsCard(context)
        empty = EmptyState(
            words.tr("No follow-ups yet"),
            words.tr("Each follow-up with its conversation with the child stands here."),
            words.tr("Register follow-up"),
            icon="calendar-check",
        )
        columns = follow_up_columns(words, context.today)
        self.table = DataTable(words, words.tr("Follow-ups"), columns, key=lambda row: row.id, empty=empty)
        self.detail = FollowUpDetail(context)
        self._beside = Scroll()
        self._visit.setToolTip(words.tr("What to know before a visit (Ctrl+T)"))
        self._lay_out()
        self._connect(empty)

    def refresh(self) -> None:
        """Show the follow-ups as they stand today."""
        sheet = self.context.read(follow_up_sheet, self.case_id, self.context.catalogue, self.context.today())
        other_case = self._sheet is None or self._sheet.status.case_id != self.case_id
        self._sheet = sheet
        rows = sorted(sheet.follow_ups, key=day_of, reverse=True)
        self._show_due(sheet.status)
        self.dispensations.show_status(sheet.status)
        self.table.set_rows(rows)
        if rows and (other_case or self.table.current() is None):
            self.table.select(rows[0].id)
        self._on_selected(self.table.current())

    def show_item(self, item: str) -> None:
        """Open the form for "register", "plan" or "dispensation"; lead to where the rhythm of a measure is decided; or
        select a follow-up, the one where a promise was made, or a dispensation.
        """
        forms = {"register": self._on_register, "plan": self._on_plan, "dispensation": self._on_grant}
        if item in forms:
            forms[item]()
        elif self._sheet is not None and any(item in c.ids for c in self._sheet.status.schedule.rhythm_missing):
            self._on_rhythm()
        elif not self.dispensations.lead_to(item):
            agreements = self._sheet.agreements if self._sheet else ()
            born_at = {agreement.id: agreement.follow_up_id for agreement in agreements}
            if self.table.select(born_at.get(item, item)):
                self.table.setFocus()

    def _show_due(self, status: CaseStatus) -> None:
        words, is_open = self.context.words, status.file.case.is_open(status.today)
        self.due.set_title(due_title(status, words))
        self.due.set_tone({Urgency.OVER: "over", Urgency.SOON: "soon"}.get(status.urgency, "") if is_open else "")
        self.dates.show_schedule(status.schedule, status.today)
        planned = next_planned(status.file.follow_ups)
        self._planned.setText(labels.planned_still(words, planned, status.today) if planned else "")
        self._planned.setVisible(planned is not None)
        self._plan.setText(words.tr("Plan anew …") if planned else words.tr("Plan …"))
        for button in (self._register, self._plan, self._visit):
            button.setVisible(is_open)
        self._grant.setVisible(is_open and any(dues.goal for dues in status.schedule.clocks))
        missing = [clock.type.names.of(words.language) for clock in status.schedule.rhythm_missing]
        self.rhythm.setVisible(bool(missing) and is_open)
        self.rhythm.say(
            words.tr("The rhythm of the follow-ups is not decided for {names}.", names=", ".join(missing)), "warning"
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._register)
        buttons.addWidget(self._plan)
        buttons.addWidget(self._grant)
        buttons.addStretch(1)
        buttons.addWidget(self._visit)
        self.due.body.addWidget(self.dates)
        self.due.body.addWidget(self._planned)
        self.due.body.addLayout(buttons)
        listed = Card()
        listed.body.addWidget(self.table)
        listed.setMinimumHeight(_LIST_HEIGHT)
        left = Scroll()
        left.body.setSpacing(12)
        left.body.addWidget(self.due)
        left.body.addWidget(self.rhythm)
        left.body.addWidget(self.dispensations)
        left.body.addWidget(listed, 1)
        self._beside.body.addWidget(self.detail, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 20)
        row.setSpacing(16)
        row.addWidget(left, 4)
        row.addWidget(self._beside, 3)

    def _connect(self, empty: EmptyState) -> None:
        remember_columns(self.table, self.context.settings, "case-follow-ups")
        self._register.clicked.connect(self._on_register)
        empty.started.connect(self._on_register)
        self._plan.clicked.connect(self._on_plan)
        self._grant.clicked.connect(self._on_grant)
        self._visit.clicked.connect(self._on_visit)
        self.rhythm.acted.connect(self._on_rhythm)
        self.dispensations.edit_asked.connect(self._on_edit_dispensation)
        self.dispensations.void_asked.connect(self._on_void_dispensation)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self.detail.opened.connect(self._on_opened)
        self.detail.plan_asked.connect(self._open_plan)
        self.detail.attempted.connect(self._on_attempted)
        self.detail.note_received.connect(self._on_note_received)
        self.detail.excuse_asked.connect(self._on_excuse)
        self.detail.void_asked.connect(self._on_void)
        self.detail.copy_asked.connect(self._on_copy)
        self.detail.print_asked.connect(self._on_print)
        self.detail.agreements.settled.connect(self._on_settled)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self._on_copy_key)
        edit = QShortcut(QKeySequence("F2"), self)
        edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self._on_edit)

    def _on_selected(self, record: FollowUp | None) -> None:
        if self._sheet is not None:
            self.detail.show_follow_up(self._sheet, record)

    def _on_register(self) -> None:
        self._choose_saved(open_register(self.context, self.case_id, self))

    def _on_opened(self, record: FollowUp) -> None:
        """Complete, mend or register the one that was opened; what was excused or struck out is only read."""
        if state_of(record) not in (FollowUpState.VOIDED, FollowUpState.EXCUSED):
            self._choose_saved(open_register(self.context, self.case_id, self, record))

    def _on_edit(self) -> None:
        if (record := self.table.current()) is not None:
            self._on_opened(record)

    def _on_rhythm(self) -> None:
        """The rhythm is decided at the last follow-up the law leaves it to, else at the next."""
        if self._sheet is None:
            return
        found = undecided_at(self._sheet.status.file, self.context.catalogue, self.context.today())
        record = next((f for f in self._sheet.follow_ups if found is not None and f.id == found.id), None)
        open_register(self.context, self.case_id, self, record).form.lead_to("rhythm")

    def _on_visit(self) -> None:
        LastTimeToday(self.context, self.case_id, self).open()

    def _on_grant(self) -> None:
        if self._sheet is not None:
            GrantDispensation(self.context, self._sheet.status, parent=self).open()

    def _on_edit_dispensation(self, leave: Dispensation) -> None:
        if self._sheet is not None:
            GrantDispensation(self.context, self._sheet.status, leave, self).open()

    def _on_void_dispensation(self, leave: Dispensation) -> None:
        what = labels.dispensation(self.context.words, leave)
        VoidRecord(self.context, what, void_dispensation, leave.id, self).open()

    def _on_plan(self) -> None:
        planned = next_planned(self._sheet.follow_ups) if self._sheet else None
        self._open_plan(planned or FollowUp(case_id=self.case_id))

    def _open_plan(self, record: FollowUp) -> None:
        if self._sheet is not None:
            form = PlanFollowUp(self.context, self._sheet, record, self)
            self._choose_saved(form)
            form.open()

    def _choose_saved(self, form: PlanFollowUp | RegisterFollowUp) -> None:
        """What is done next is done with what was saved."""
        form.saved.connect(lambda: self.table.select(form.record().id))

    def _on_attempted(self, record: FollowUp) -> None:
        """Noted at once; undo takes it back."""
        today = self.context.today()
        self.context.write(save_follow_up, replace(record, attempted_on=attempt_day(record, today)), today)

    def _on_note_received(self, record: FollowUp) -> None:
        today = self.context.today()
        self.context.write(save_follow_up, replace(record, note_received_on=today), today)

    def _on_excuse(self, record: FollowUp) -> None:
        if self._sheet is not None:
            ExcuseFollowUp(self.context, record, self._sheet.status.file.measures, self).open()

    def _on_void(self, record: FollowUp) -> None:
        what = self.context.words.tr("Follow-up {day}", day=screen_date(day_of(record)))
        VoidRecord(self.context, what, void_follow_up, record.id, self).open()

    def _on_print(self, record: FollowUp) -> None:
        name = self.context.status(self.case_id).file.child.name
        PrintDocument(self.context, follow_up_minutes_order(self.context, self.case_id, record.id), name, self).open()

    def _on_copy(self, record: FollowUp) -> None:
        if self._sheet is not None:
            text = self.detail.text(self._sheet, record)
            put_on_clipboard(self.context, Transferable.FOLLOW_UP, self.case_id, text)
            if record.is_held:
                today = self.context.today()
                self.context.write(mark_transferred, Transferable.FOLLOW_UP, (record.id,), today)

    def _on_copy_key(self) -> None:
        if (record := self.table.current()) is not None:
            self._on_copy(record)

    def _on_settled(self, agreement: Agreement) -> None:
        self.context.write(settle_agreement, agreement)
