"""The way from a notification over screening and assessment to a decision, and the forms of each of them."""

from __future__ import annotations

from app.core.assessment_path import PathPart, PathState
from app.core.attention import Tab
from app.core.dates import screen_date
from app.core.records.assessment import Assessment, Notification
from app.core.records.decision import Decision
from app.services.assessments import void_assessment, void_notification
from app.services.decisions import void_decision
from app.ui.context import Context, Place
from app.ui.dialogs.register_decision import RegisterDecision
from app.ui.dialogs.register_notification import RegisterNotification
from app.ui.dialogs.void_record import VoidRecord
from app.ui.dialogs.write_assessment import WriteAssessment
from app.ui.pages.case.assessment_detail import AssessmentDetail
from app.ui.pages.case.assessment_words import ShownStep, columns, shown_steps, step_name
from app.ui.pages.case.list_tab import ListTab
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.table import DataTable
from app.words import mark


class AssessmentTab(ListTab):
    """The steps from top to bottom as they happened, and all that is noted of the one that is chosen."""

    key = Tab.ASSESSMENT
    title = mark("Assessments")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._notify = Button(words.tr("New notification"), icon="plus")
        self._assess = Button(words.tr("New assessment"), icon="plus")
        self._decide = Button(words.tr("New decision"), icon="plus")
        self._empty = EmptyState(
            words.tr("No notification or assessment yet"),
            words.tr("The way stands here from top to bottom: notification, screening, assessment and decision."),
            words.tr("New notification"),
        )
        self.table = DataTable(
            words, words.tr("From notification to decision"), columns(context), key=_key, empty=self._empty
        )
        self.detail = AssessmentDetail(context)
        self.lay_out((self._notify, self._assess, self._decide), ((self.table, 1),), (self.detail,))
        self._connect()

    def refresh(self) -> None:
        """Show the way as it stands now."""
        rows = shown_steps(self.context, self.case_id)
        self.show_rows(self.table, rows, lambda: _where_it_stands(rows).key, other_case=self.begins_case())
        self._on_selected(self.table.current())

    def show_item(self, item: str) -> None:
        """Select a notification, an assessment, what it found, or a decision; or open the form for "notification",
        "assessment" or "decision"."""
        forms = {"notification": self._on_notify, "assessment": self._on_assess, "decision": self._on_decide}
        if item in forms:
            forms[item]()
            return
        rows = self.table.rows()
        mine = [row for row in rows if item in {row.step.record.id, *(finding.id for finding in row.findings)}]
        if mine:
            self.table.select(_where_it_stands(mine).key)
            self.table.setFocus()

    def _connect(self) -> None:
        self._notify.clicked.connect(self._on_notify)
        self._empty.started.connect(self._on_notify)
        self._assess.clicked.connect(self._on_assess)
        self._decide.clicked.connect(self._on_decide)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_change)
        self.detail.change_asked.connect(self._on_change)
        self.detail.void_asked.connect(self._on_void)
        self.detail.assess_asked.connect(self._on_assess_after)
        self.detail.decide_asked.connect(self._on_decide_after)
        self.detail.map_asked.connect(self._on_map)
        self.detail.plan_asked.connect(self._on_plan)
        self.detail.complain_asked.connect(self._on_complain)

    def _on_selected(self, row: ShownStep | None) -> None:
        self.detail.show_step(row)

    # Forms

    def _on_notify(self) -> None:
        RegisterNotification(self.context, self.case_id, parent=self).open()

    def _on_assess(self) -> None:
        """The new one follows the last notification that leads to one and has none yet."""
        steps = [row.step for row in self.table.rows() if not row.is_voided]
        begun = {step.record.notification_id for step in steps if isinstance(step.record, Assessment)}
        notified = [step.record for step in steps if isinstance(step.record, Notification)]
        waiting = [record for record in notified if record.id not in begun]
        self._open_assessment(waiting[-1] if waiting else None)

    def _on_assess_after(self, row: ShownStep) -> None:
        record = row.step.record
        self._open_assessment(record if isinstance(record, Notification) else None)

    def _open_assessment(self, after: Notification | None) -> None:
        WriteAssessment(self.context, self.case_id, after=after, parent=self).open()

    def _on_decide(self) -> None:
        """The new one rests on the last assessment that is made."""
        steps = [row.step for row in self.table.rows() if row.step.part is PathPart.ASSESSMENT and not row.is_voided]
        made = [step.record for step in steps if isinstance(step.record, Assessment)]
        RegisterDecision(self.context, self.case_id, after=made[-1] if made else None, parent=self).open()

    def _on_decide_after(self, row: ShownStep) -> None:
        record = row.step.record
        after = record if isinstance(record, Assessment) else None
        RegisterDecision(self.context, self.case_id, after=after, parent=self).open()

    def _on_edit(self) -> None:
        if (row := self.table.current()) is not None:
            self._on_change(row)

    def _on_change(self, row: ShownStep) -> None:
        """What was struck out is only read."""
        if row.is_voided:
            return
        record = row.step.record
        if isinstance(record, Notification):
            RegisterNotification(self.context, self.case_id, record, self).open()
        elif isinstance(record, Decision):
            RegisterDecision(self.context, self.case_id, record, parent=self).open()
        else:
            WriteAssessment(self.context, self.case_id, record, parent=self).open()

    def _on_void(self, row: ShownStep) -> None:
        words, record = self.context.words, row.step.record
        kind = words.trp("case", "Assessment") if isinstance(record, Assessment) else step_name(row.step, words)
        void = {Notification: void_notification, Assessment: void_assessment, Decision: void_decision}[type(record)]
        VoidRecord(self.context, f"{kind}, {screen_date(row.step.day)}", void, record.id, self).open()

    # Ways

    def _on_map(self) -> None:
        self.context.go(Place.CASE, self.case_id, Tab.NETWORK)

    def _on_plan(self) -> None:
        self.context.go(Place.CASE, self.case_id, Tab.PLAN)

    def _on_complain(self, row: ShownStep) -> None:
        self.context.go(Place.CASE, self.case_id, Tab.COMPLAINTS, f"complaint:{row.step.record.id}")


def _key(row: ShownStep) -> object:
    return row.key


def _where_it_stands(rows: tuple[ShownStep, ...] | list[ShownStep]) -> ShownStep:
    """The first step that a deadline runs for, else the first that is not finished, else the last."""
    running = (row for row in rows if row.running)
    waiting = (row for row in rows if row.step.state not in (PathState.DONE, PathState.VOIDED))
    return next(running, None) or next(waiting, None) or rows[-1]
