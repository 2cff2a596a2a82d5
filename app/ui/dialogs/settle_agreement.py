"""Settle a promise or a task: kept, not kept, or moved to another day with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.agreements import AgreementState, moved, reopened, settled, state_of_agreement
from app.core.checks.follow_up import check_agreement
from app.core.dates import screen_date
from app.core.errors import Problem
from app.core.records.follow_up import Agreement
from app.services.agreements import settle_agreement
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LongTextField

KEPT, NOT_KEPT, MOVED, OPEN = "kept", "not_kept", "moved", "open"
_ANSWERS = {AgreementState.KEPT: KEPT, AgreementState.NOT_KEPT: NOT_KEPT}


class SettleAgreement(DraftDialog):
    """What became of one promise. One that was settled can be opened again."""

    def __init__(self, context: Context, record: Agreement, parent: QWidget | None = None) -> None:
        words = context.words
        super().__init__(
            context,
            form="settle-agreement",
            target=record.id,
            title=words.tr("Settle what was promised"),
            subtitle=labels.agreement_text(words, record),
            parent=parent,
        )
        self._start = record
        answers = [
            Option(KEPT, words.tr("Kept")),
            Option(NOT_KEPT, words.tr("Not kept")),
            Option(MOVED, words.tr("Another day")),
        ]
        if record.settled_on is not None:
            answers.append(Option(OPEN, words.tr("Still open")))
        self._answer = self.form.add("kept", words.tr("What became of it?"), SegmentedField(answers), required=True)
        self._due = self.form.add(
            "due", words.tr("The new day"), DateField(words, context.today()), required=True, help_text=self._first()
        )
        self._reason = self.form.add("move_reason", words.tr("Why it is moved"), LongTextField(words, lines=2))
        self._remark = self.form.add("remark", words.tr("How it went"), LongTextField(words, lines=2))
        self._answer.set_value(_ANSWERS.get(state_of_agreement(record), ""))
        self._remark.set_value(record.remark)
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self._fit()
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """An answer; a new day comes with a reason."""
        if not self._answer.value():
            return (Problem("kept", "choice-empty"),)
        if self._answer.value() == MOVED and self._due.value() is None:
            return () if self._due.unread() else (Problem("due", "day-empty"),)
        return check_agreement(self.record())

    def commit(self, later: bool) -> None:
        """Save what became of it."""
        self.context.write(settle_agreement, self.record())

    def record(self) -> Agreement:
        """The promise as the form says it."""
        answer, due = self._answer.value(), self._due.value()
        if answer == MOVED and due is not None:
            return moved(self._start, due, self._reason.value())
        if answer in (KEPT, NOT_KEPT):
            on = self._start.settled_on if answer == _ANSWERS.get(state_of_agreement(self._start)) else None
            remark = self._remark.value()
            return settled(self._start, kept=answer == KEPT, on=on or self.context.today(), remark=remark)
        return reopened(self._start)

    def _first(self) -> str:
        """The day it was promised for first, where it was moved before."""
        first = self._start.first_due
        return self.context.words.tr("First promised for {day}.", day=screen_date(first)) if first else ""

    def _fit(self) -> None:
        """Ask for what the answer calls for."""
        answer = self._answer.value()
        for name in ("due", "move_reason"):
            self.form.row(name).setVisible(answer == MOVED)
        self.form.row("remark").setVisible(answer in (KEPT, NOT_KEPT))
