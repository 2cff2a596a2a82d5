"""All that one follow-up says, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app import labels
from app.core.dates import screen_date, weekday_date
from app.core.follow_up_state import FollowUpState, awaits_note, day_of, is_waiting, state_of
from app.core.records.follow_up import FollowUp
from app.services.follow_up_sheet import FollowUpSheet
from app.ui.context import Context
from app.ui.dialogs.measure_rows import measure_name
from app.ui.transferring import follow_up_text
from app.ui.widgets.agreement_lines import AgreementLines
from app.ui.widgets.button import Button
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import Flow
from app.ui.widgets.surfaces import Card


class FollowUpDetail(Card):
    """One follow-up; emits what is asked for it, with the record."""

    opened = Signal(object)
    plan_asked = Signal(object)
    attempted = Signal(object)
    note_received = Signal(object)
    excuse_asked = Signal(object)
    void_asked = Signal(object)
    copy_asked = Signal(object)
    print_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Follow-up"))
        self._context = context
        self._record: FollowUp | None = None
        self._open = Button(words.tr("Register"), "main")
        self._plan = Button(words.tr("Plan anew"))
        self._attempt = Button(words.tr("Attempted in vain"))
        self._note = Button(words.tr("Status note received"))
        self._copy = Button(words.tr("Copy as text"), "quiet", "copy")
        self._copy.setToolTip(
            words.tr("Copies the follow-up as plain text; one that was held is marked as transferred (Ctrl+Shift+C)")
        )
        self._more = Button(words.tr("More"))
        menu = QMenu(self._more)
        self._print = QAction(words.tr("Print the minutes …"), menu)
        self._excuse = QAction(words.tr("Excuse …"), menu)
        self._void = QAction(words.tr("Strike out …"), menu)
        menu.addActions([self._print, self._excuse, self._void])
        self._more.open_menu(menu)
        self._facts = Facts()
        self.agreements = AgreementLines(context.words, context.today)
        self._lay_out()
        self._connect()

    def show_follow_up(self, sheet: FollowUpSheet, record: FollowUp | None) -> None:
        """Show a follow-up of the case; None for none."""
        self._record = record
        self.setVisible(record is not None)
        if record is None:
            return
        words, state = self._context.words, state_of(record)
        day = weekday_date(day_of(record), words.language)
        self.set_title(day[0].upper() + day[1:], labels.choice(words, state))
        goals = {goal.id: goal.goal for goal in sheet.goals}
        moved = screen_date(record.transferred_on)
        copied = (words.tr("Case system"), words.tr("transferred {date}", date=moved) if moved else "")
        self._facts.set_facts((*labels.follow_up_facts(words, record, self._measures(sheet, record), goals), copied))
        self._copy.setText(words.tr("Copy for the case system") if record.is_held else words.tr("Copy as text"))
        self.agreements.show_agreements(sheet.agreed_at(record), struck=state is FollowUpState.VOIDED)
        self._offer(state, waiting=is_waiting(record))
        self._note.setVisible(awaits_note(record))

    def text(self, sheet: FollowUpSheet, record: FollowUp) -> str:
        """The follow-up as clean text."""
        return follow_up_text(self._context, sheet, record)

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def _measures(self, sheet: FollowUpSheet, record: FollowUp) -> list[str]:
        covered = (m for m in sheet.status.file.measures if m.id in record.measure_ids)
        return [measure_name(self._context, measure) for measure in covered]

    def _offer(self, state: FollowUpState, *, waiting: bool) -> None:
        words = self._context.words
        verbs = {FollowUpState.INCOMPLETE: words.tr("Complete"), FollowUpState.HELD: words.tr("Edit")}
        self._open.setText(verbs.get(state, words.tr("Register")))
        self._open.setVisible(state not in (FollowUpState.VOIDED, FollowUpState.EXCUSED))
        self._plan.setVisible(waiting)
        self._excuse.setVisible(waiting)
        self._print.setVisible(state in (FollowUpState.HELD, FollowUpState.INCOMPLETE))
        self._attempt.setVisible(waiting)
        self._more.setVisible(state is not FollowUpState.VOIDED)

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = Flow(buttons)
        offered = (self._open, self._plan, self._attempt, self._note, self._copy, self._more)
        for button in offered:
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.agreements)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open)
        self._plan.clicked.connect(self._on_plan)
        self._excuse.triggered.connect(self._on_excuse)
        self._print.triggered.connect(self._on_print)
        self._copy.clicked.connect(self._on_copy)
        self._attempt.clicked.connect(self._on_attempt)
        self._note.clicked.connect(self._on_note)
        self._void.triggered.connect(self._on_void)

    def _on_open(self) -> None:
        self.opened.emit(self._record)

    def _on_plan(self) -> None:
        self.plan_asked.emit(self._record)

    def _on_excuse(self) -> None:
        self.excuse_asked.emit(self._record)

    def _on_print(self) -> None:
        self.print_asked.emit(self._record)

    def _on_copy(self) -> None:
        self.copy_asked.emit(self._record)

    def _on_attempt(self) -> None:
        self.attempted.emit(self._record)

    def _on_note(self) -> None:
        self.note_received.emit(self._record)

    def _on_void(self) -> None:
        self.void_asked.emit(self._record)
