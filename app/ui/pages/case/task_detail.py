"""One promise or task: what is noted of it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import labels
from app.core.agreements import AgreementState
from app.core.records.follow_up import FollowUp
from app.ui.context import Context
from app.ui.pages.case.meeting_words import ShownTask, task_facts
from app.ui.widgets.button import Button
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import Flow
from app.ui.widgets.surfaces import Card


class TaskDetail(Card):
    """One of them; emits what is asked for it, with the row shown."""

    settle_asked = Signal(object)
    change_asked = Signal(object)
    origin_asked = Signal(object)
    void_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.trp("by itself", "Task"))
        self._context = context
        self._row: ShownTask | None = None
        self._settle = Button(words.tr("Settle …"), "main")
        self._change = Button(words.tr("Edit"), icon="pencil")
        self._origin = Button(words.tr("Open the follow-up"))
        self._void = Button(words.tr("Strike out"), "quiet")
        self._facts = Facts(prose=True)
        self._lay_out()
        self._settle.clicked.connect(self._on_settle)
        self._change.clicked.connect(self._on_change)
        self._origin.clicked.connect(self._on_origin)
        self._void.clicked.connect(self._on_void)

    def show_task(self, row: ShownTask | None) -> None:
        """Show this one; None for none."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words, is_kept = self._context.words, row.state is not AgreementState.VOIDED
        title = words.tr("Promise") if row.born_at else words.trp("by itself", "Task")
        self.set_title(title, labels.choice(words, row.state))
        self._facts.set_facts(task_facts(row, words))
        self._settle.setText(words.tr("Settle …") if row.is_open else words.tr("Settle anew …"))
        self._settle.setVisible(is_kept)
        # What was agreed at a follow-up or a meeting is put in other words there, where it was agreed.
        for button in (self._change, self._void):
            button.setVisible(is_kept and row.born_at is None)
        born = words.tr("Open the follow-up") if isinstance(row.born_at, FollowUp) else words.tr("Open the meeting")
        self._origin.setText(born)
        self._origin.setVisible(row.born_at is not None)

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def verbs(self) -> list[str]:
        """What can be done with it."""
        return [button.text() for button in self._buttons() if not button.isHidden()]

    def _buttons(self) -> tuple[Button, ...]:
        return self._settle, self._change, self._origin, self._void

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = Flow(buttons)
        for button in self._buttons():
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)

    def _on_settle(self) -> None:
        self.settle_asked.emit(self._row)

    def _on_change(self) -> None:
        self.change_asked.emit(self._row)

    def _on_origin(self) -> None:
        self.origin_asked.emit(self._row)

    def _on_void(self) -> None:
        self.void_asked.emit(self._row)
