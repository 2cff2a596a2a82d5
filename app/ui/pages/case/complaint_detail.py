"""One complaint or request for access to the file: what is noted of it, what runs, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.records.decision import AccessRequest
from app.ui.context import Context
from app.ui.pages.case.complaint_words import ShownComplaint, facts_of, name_of, state_in_words
from app.ui.widgets.button import Button
from app.ui.widgets.deadline_notices import DeadlineNotices
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import Flow
from app.ui.widgets.surfaces import Card


class ComplaintDetail(Card):
    """One of them; emits what is asked for it with the row shown."""

    change_asked = Signal(object)
    void_asked = Signal(object)
    decision_asked = Signal(object)
    file_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Complaint"))
        self._context = context
        self._row: ShownComplaint | None = None
        self.deadlines = DeadlineNotices(words)
        self._facts = Facts(prose=True)
        self._change = Button(words.tr("Edit"), icon="pencil")
        self._decision = Button(words.tr("Open the decision"))
        self._file = Button(words.tr("Make the case file …"), icon="folder")
        self._void = Button(words.tr("Strike out"), "quiet")
        self._lay_out()
        self._change.clicked.connect(self._on_change)
        self._decision.clicked.connect(self._on_decision)
        self._file.clicked.connect(self._on_file)
        self._void.clicked.connect(self._on_void)

    def show_complaint(self, row: ShownComplaint | None) -> None:
        """Show this one; None for none."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words = self._context.words
        self.set_title(name_of(row, words), state_in_words(row, words))
        self._facts.set_facts(facts_of(row, words))
        self.deadlines.show_running(row.running, self._context.now())
        self._decision.setVisible(not isinstance(row.record, AccessRequest) and row.over is not None)
        self._file.setVisible(isinstance(row.record, AccessRequest) and not row.is_voided)
        for button in (self._change, self._void):
            button.setVisible(not row.is_voided)

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = Flow(buttons)
        for button in (self._change, self._decision, self._file, self._void):
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self.body.addWidget(self.deadlines)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)

    def _on_change(self) -> None:
        self.change_asked.emit(self._row)

    def _on_decision(self) -> None:
        self.decision_asked.emit(self._row)

    def _on_file(self) -> None:
        self.file_asked.emit(self._row)

    def _on_void(self) -> None:
        self.void_asked.emit(self._row)
