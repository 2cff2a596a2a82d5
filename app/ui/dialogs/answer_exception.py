"""Write down what the team leader said about a case above the limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.caseload_rule import Caseload
from app.core.dates import screen_date
from app.core.errors import Problem
from app.core.ids import new_id
from app.core.records.case import LimitException
from app.core.status import CaseStatus
from app.services.cases import save_exception
from app.ui.context import Context
from app.ui.dialogs.case_dialog import CaseDialog
from app.ui.dialogs.exception_rows import GRANTED, ExceptionRows


class AnswerException(CaseDialog):
    """The answer to an exception that was awaited, or a new one where the last has ended."""

    def __init__(
        self, context: Context, status: CaseStatus, asked: LimitException, parent: QWidget | None = None
    ) -> None:
        words = context.words
        waits = words.tr("Awaiting the team leader since {day}", day=screen_date(asked.asked_on))
        ended = words.tr("The exception ended {day}. Write down the new one.", day=screen_date(asked.valid_until))
        super().__init__(
            context,
            form="answer-exception",
            target=asked.id,
            title=words.tr("The team leader's exception for {name}", name=status.file.child.name),
            subtitle=waits if asked.awaiting else ended,
            save_text=words.tr("Save"),
            parent=parent,
        )
        # An exception that has ended stays as it was: the new one stands beside it.
        self._asked = asked if asked.awaiting else replace(asked, id=new_id(), asked_on=context.today())
        self._rows = ExceptionRows(context, self.form)
        self._rows.show(replace(self._asked, valid_until=None, granted_on=None))
        self._rows.answer.set_value(GRANTED)
        self._rows.set_shown(True)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """An exception says why, and a granted one by whom."""
        return self._rows.problems(Caseload(count=1, limit=0, noted_from=0))

    def commit(self, later: bool) -> None:
        """Keep the answer."""
        record = self._rows.record(self._asked.case_id, self._asked.asked_on)
        if record is not None:
            self.context.write(save_exception, replace(record, id=self._asked.id))
