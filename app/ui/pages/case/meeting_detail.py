"""All that one network meeting says, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app import labels
from app.core.dates import screen_date, weekday_date
from app.core.meeting_state import MeetingState, meeting_day, state_of_meeting
from app.core.records.meeting import NetworkMeeting
from app.services.meeting_sheet import MeetingSheet
from app.ui.context import Context
from app.ui.dialogs.guest_rows import guest_names
from app.ui.pages.case.answer_lines import AnswerLines
from app.ui.pages.case.meeting_words import state_in_words
from app.ui.widgets.agreement_lines import AgreementLines
from app.ui.widgets.button import Button
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import Flow
from app.ui.widgets.surfaces import Card


class MeetingDetail(Card):
    """One meeting; emits what is asked for it, with the record."""

    opened = Signal(object)
    plan_asked = Signal(object)
    print_asked = Signal(object)
    copy_asked = Signal(object)
    call_off_asked = Signal(object)
    void_asked = Signal(object)
    answered = Signal(object, str, object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Network meeting"))
        self._context = context
        self._record: NetworkMeeting | None = None
        self._open = Button(words.tr("Register"), "main")
        self._plan = Button(words.tr("Plan anew"))
        self._print = Button(words.tr("Print"), icon="printer")
        self._copy = Button(words.tr("Copy for the case system"), "quiet", "copy")
        self._copy.setToolTip(words.tr("Copies the meeting as plain text and marks it as transferred (Ctrl+Shift+C)"))
        self._more = Button(words.tr("More"))
        menu = QMenu(self._more)
        self._call_off = QAction(words.tr("Call off …"), menu)
        self._void = QAction(words.tr("Strike out …"), menu)
        menu.addActions([self._call_off, self._void])
        self._more.open_menu(menu)
        self._facts = Facts(prose=True)
        self.answers = AnswerLines(context)
        self.agreements = AgreementLines(context.words, context.today)
        self._lay_out()
        self._connect()

    def show_meeting(self, sheet: MeetingSheet, record: NetworkMeeting | None) -> None:
        """Show a meeting of the case; None for none."""
        self._record = record
        self.setVisible(record is not None)
        if record is None:
            return
        words, state = self._context.words, state_of_meeting(record)
        day = weekday_date(meeting_day(record), words.language)
        self.set_title(day[0].upper() + day[1:], state_in_words(record, words))
        names = guest_names(self._context, sheet)
        moved = screen_date(record.transferred_on)
        copied = (words.tr("Case system"), words.tr("transferred {date}", date=moved) if moved else "")
        waits = state is MeetingState.PLANNED
        self._facts.set_facts((*labels.meeting_facts(words, record, names, answers=not waits), copied))
        self.answers.show_guests(record if waits else None, names)
        self.agreements.show_agreements(sheet.agreed_at(record), struck=state is MeetingState.VOIDED)
        self._offer(record, state)

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def verbs(self) -> list[str]:
        """What can be done with the meeting."""
        return [button.text() for button in self._buttons() if not button.isHidden()]

    def _offer(self, record: NetworkMeeting, state: MeetingState) -> None:
        words = self._context.words
        held = words.tr("Edit") if record.is_complete else words.tr("Complete")
        self._open.setText(held if state is MeetingState.HELD else words.tr("Register"))
        self._open.setVisible(state is not MeetingState.VOIDED)
        self._plan.setVisible(state in (MeetingState.PLANNED, MeetingState.CALLED_OFF))
        self._print.setText(words.tr("Print the minutes") if record.is_held else words.tr("Print the invitation"))
        self._print.setVisible(state in (MeetingState.PLANNED, MeetingState.HELD))
        self._copy.setVisible(state is MeetingState.HELD)
        self._call_off.setVisible(state is MeetingState.PLANNED)
        self._more.setVisible(state is not MeetingState.VOIDED)

    def _buttons(self) -> tuple[Button, ...]:
        return self._open, self._plan, self._print, self._copy, self._more

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = Flow(buttons)
        for button in self._buttons():
            flow.addWidget(button)
        for part in (buttons, self._facts, self.answers, self.agreements):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open)
        self._plan.clicked.connect(self._on_plan)
        self._print.clicked.connect(self._on_print)
        self._copy.clicked.connect(self._on_copy)
        self._call_off.triggered.connect(self._on_call_off)
        self._void.triggered.connect(self._on_void)
        self.answers.answered.connect(self._on_answered)

    def _on_open(self) -> None:
        self.opened.emit(self._record)

    def _on_plan(self) -> None:
        self.plan_asked.emit(self._record)

    def _on_print(self) -> None:
        self.print_asked.emit(self._record)

    def _on_copy(self) -> None:
        self.copy_asked.emit(self._record)

    def _on_call_off(self) -> None:
        self.call_off_asked.emit(self._record)

    def _on_void(self) -> None:
        self.void_asked.emit(self._record)

    def _on_answered(self, person_id: str, answer: object) -> None:
        self.answered.emit(self._record, person_id, answer)
