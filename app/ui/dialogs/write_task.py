"""A task of a case: what is to be done, by whom, until when. Also to put a promise in other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.checks.follow_up import check_agreement
from app.core.errors import Problem
from app.core.records.follow_up import Agreement
from app.services.agreements import save_agreement
from app.services.meeting_sheet import MeetingSheet
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.guest_rows import promisers
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LongTextField, SuggestField


class WriteTask(DraftDialog):
    """The form of a task; the day of one that is there is moved where it is settled, with a reason."""

    def __init__(
        self, context: Context, sheet: MeetingSheet, record: Agreement | None = None, parent: QWidget | None = None
    ) -> None:
        words, case_id = context.words, sheet.status.case_id
        super().__init__(
            context,
            form="task",
            target=record.id if record else case_id,
            title=words.tr("Change the task") if record else words.tr("New task"),
            subtitle=sheet.status.file.child.name,
            parent=parent,
        )
        self._start = record or Agreement(case_id=case_id, what="")
        self._what = self.form.add("what", words.tr("What"), LongTextField(words, lines=2, limit=500), required=True)
        self._who = self.form.add("responsible", words.tr("Who"), SuggestField(promisers(context, sheet)))
        self._due = self.form.add("due", words.tr("By when"), DateField(words, context.today()))
        self._what.set_value(self._start.what)
        self._who.set_value(self._start.responsible)
        self._due.set_value(self._start.due)
        self.form.row("due").setVisible(record is None)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A task says what is to be done."""
        return check_agreement(self.record())

    def commit(self, later: bool) -> None:
        """Save the task."""
        self.context.write(save_agreement, self.record())

    def record(self) -> Agreement:
        """The task as the form says it."""
        return replace(self._start, what=self._what.value(), responsible=self._who.value(), due=self._due.value())
