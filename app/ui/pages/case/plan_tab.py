"""The plan of a case: the working draft edited in place, and the versions that were issued from it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core import codec
from app.core.attention import Tab
from app.core.plan_comparison import compared
from app.core.plan_proposal import LEGAL_BASES, proposed_kind
from app.core.plan_since import PlanSince, since
from app.core.records.documents import PlanDocument
from app.core.records.plan import Plan, PlanVersion
from app.core.transfer import Transferable
from app.services.decisions import decisions_of_case
from app.services.documents import plan_document
from app.services.follow_ups import follow_ups_of_case
from app.services.plans import plan_of_case, removed_goals, save_plan, versions_of_case
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.dialogs.compare_plans import ComparePlans
from app.ui.dialogs.issue_plan import IssuePlan
from app.ui.dialogs.people_at_hand import names_at_hand
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.share_plan import SharePlan
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.joint_card import JointCard
from app.ui.pages.case.plan_form import PlanForm
from app.ui.pages.case.plan_saving import PlanSaving
from app.ui.pages.case.plan_versions import PlanVersions
from app.ui.prints.plan import plan_order
from app.ui.transferring import copy_and_mark
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import Card, EmptyState, Scroll
from app.ui.widgets.text import Text
from app.words import mark

_COUNT_MS = 120  # what changed since the last version may come a moment later than the plan


class PlanTab(CaseTab):
    """The form, which saves itself; beside it what became of the draft, the versions, and what siblings share."""

    key = Tab.PLAN
    title = mark("Plan")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._versions: tuple[PlanVersion, ...] = ()
        self.form = PlanForm(context)
        self.saving = PlanSaving(context, self.form)
        self._empty = EmptyState(
            words.tr("No plan yet"),
            words.tr("The plan holds the purpose, the goals in the child's own words, and who does what by when."),
            words.tr("Begin the plan"),
            icon="file-text",
        )
        self.standing = Text(look="small", wrap=True)
        self.issue = Button(words.tr("Issue version …"), "main")
        self.issue.setToolTip(words.tr("Freeze what stands here as the next version ({keys})", keys="Ctrl+Shift+U"))
        self.preview = Button(words.tr("Look at the draft"), icon="printer")
        self.issued = PlanVersions(words)
        self.versions, self.compare = self.issued.list, self.issued.compare
        self.joint = JointCard(context)
        self._ask = Ask(words)
        self._stack = QStackedWidget()
        self._scroll = Scroll()
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._lay_out()
        self._connect()

    def show_case(self, case_id: str) -> None:
        """Save what waits of the case shown, then show this one."""
        if case_id != self.case_id:
            self.saving.leave()
        super().show_case(case_id)

    def refresh(self) -> None:
        """Show the plan as it stands; what is being typed stays."""
        stored = self.context.read(plan_of_case, self.case_id)
        self._stack.setCurrentIndex(0 if stored is None else 1)
        if stored is None:
            self.saving.base, self._versions = None, ()
            self.issued.show_versions(())  # a key may ask for them, though they are out of sight
            return
        is_new = self.saving.base is None or self.saving.base.id != stored.id
        if is_new:
            self.form.hide()  # what is built out of sight is laid out once
            self.saving.open(stored)
        else:
            self.saving.follow(stored)
        people = names_at_hand(self.context, self.case_id)
        status, follow_ups = self.context.status(self.case_id), self.context.read(follow_ups_of_case, self.case_id)
        decisions = self.context.read(decisions_of_case, self.case_id)
        self.form.show_status(status, decisions, follow_ups, [status.file.child.name, *people])
        self.form.goals.show_removed(self.context.read(removed_goals, self.case_id))
        self._show_versions()
        self.joint.show_plan(stored)
        self.form.goals.show_shared(self.joint.goals, self.joint.names)
        if is_new:
            self.form.show()

    def show_item(self, item: str) -> None:
        """Open a goal or a version; "issue" asks for a new version, "begin" begins a plan where there is none."""
        if item == "issue":
            self._on_issue()
        elif item == "begin" and self.saving.base is None:
            self._on_begin()
        elif (card := self.form.goals.card_of(item)) is not None:
            self.form.goals.lead_to(card)
        elif any(version.id == item for version in self._versions):
            self._on_version(item)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what waits however the tab goes out of sight."""
        self.saving.settle()
        super().hideEvent(event)

    # Building

    def _lay_out(self) -> None:
        words = self.context.words
        draft = Card(words.tr("Working draft"))
        for widget in (self.standing, self.issued.since, self.issue, self.preview):
            draft.body.addWidget(widget)
        beside = Scroll()  # many versions beside a joint plan are higher than a small screen
        beside.setFixedWidth(314)
        beside.body.setContentsMargins(0, 0, 4, 24)
        for card in (draft, self.issued, self.joint):
            beside.body.addWidget(card)
        beside.body.addStretch(1)
        self._scroll.body.addWidget(self.form)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._scroll, 1)
        row.addWidget(beside)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._empty.started.connect(self._on_begin)
        self.saving.said.connect(self._say)
        self.issue.clicked.connect(self._on_issue)
        self.joint.share_asked.connect(self._on_share)
        self.preview.clicked.connect(self._on_preview)
        self._counting.timeout.connect(self._on_count)
        self.issued.opened.connect(self._on_version)
        self.issued.compare_asked.connect(self._on_compare)
        self.issued.copy_asked.connect(self._on_copy)
        QShortcut(QKeySequence("Ctrl+G"), self).activated.connect(self._on_goal_key)
        QShortcut(QKeySequence("Ctrl+Shift+U"), self).activated.connect(self._on_issue_key)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self.issued.ask_to_copy)

    def _say(self, text: str, look: str) -> None:
        self.standing.setText(text)
        self.standing.set_look(look)

    def _show_versions(self) -> None:
        context = self.context
        self._versions = context.read(versions_of_case, self.case_id)
        self.issued.show_versions(self._versions)
        self._counting.start()

    def _on_count(self) -> None:
        """Tell what became of the plan since its last version, when nothing else is to be done."""
        if self._versions and self.saving.base is not None:
            self.issued.show_since(self._since(self._versions[0]))

    def _since(self, last: PlanVersion) -> PlanSince:
        """What became of the plan since a version; the same question as the comparison asks."""
        context = self.context
        draft = context.read(plan_document, self.case_id, context.catalogue, context.today())
        return since(compared(codec.from_text(last.document, PlanDocument), draft))

    def _child(self) -> str:
        return self.context.status(self.case_id).file.child.name

    # Slots

    def _on_begin(self) -> None:
        child, today = self.context.status(self.case_id).file.child, self.context.today()
        kind = proposed_kind(child.birth_date, today)
        self.context.write(save_plan, Plan(case_id=self.case_id, kind=kind, legal_basis=LEGAL_BASES[kind]), today)
        self.form.why.field("purpose").setFocus()
        QTimer.singleShot(0, self, self._lead_to_purpose)  # once it has its place

    def _lead_to_purpose(self) -> None:
        if self.form.why.field("purpose").control().hasFocus():  # and no goal was begun with the plan
            self.form.why.lead_to("purpose")

    def _on_goal_key(self) -> None:
        if self.saving.base is None:
            self._on_begin()
        self.form.goals.add.click()

    def _on_issue_key(self) -> None:
        if self.saving.base is not None:
            self._on_issue()

    def _on_issue(self) -> None:
        self.saving.settle()
        if self.saving.is_held_back:
            self._ask.notice(self, self.context.words.tr("Not issued"), self.standing.text())
            self.form.lead_to_problem()
            return
        IssuePlan(self.context, self.case_id, self).open()

    def _on_preview(self) -> None:
        self.saving.settle()
        PrintDocument(self.context, plan_order(self.context, self.case_id), self._child(), self).open()

    def _on_share(self) -> None:
        self.saving.settle()
        if self.saving.base is not None:
            SharePlan(self.context, self.case_id, self.saving.base, self).open()

    def _on_compare(self) -> None:
        self.saving.settle()
        ComparePlans(self.context, self.case_id, self).open()

    def _on_copy(self, version_id: str) -> None:
        copy_and_mark(self.context, Transferable.PLAN, self.case_id, version_id)
        self._say(self.context.words.tr("Copied, and marked as transferred"), "ok")

    def _on_version(self, version_id: str) -> None:
        version = next(version for version in self._versions if version.id == version_id)
        PrintDocument(self.context, plan_order(self.context, self.case_id, version), self._child(), self).open()
