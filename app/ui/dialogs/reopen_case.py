"""Open a closed case again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.caseload_rule import caseload
from app.core.errors import Problem
from app.core.status import CaseStatus
from app.services.cases import all_cases, reopen_case
from app.ui.context import Context
from app.ui.dialogs.case_dialog import CaseDialog
from app.ui.dialogs.exception_rows import ExceptionRows, full_in_words
from app.ui.widgets.text import Text


class ReopenCase(CaseDialog):
    """Says what reopening means; with a full caseload it asks for the team leader's exception."""

    def __init__(self, context: Context, status: CaseStatus, parent: QWidget | None = None) -> None:
        words = context.words
        super().__init__(
            context,
            form="reopen-case",
            target=status.case_id,
            title=words.tr("Reopen the case"),
            subtitle=status.file.child.name,
            save_text=words.tr("Reopen the case"),
            parent=parent,
        )
        self._case = status.file.case
        cases = (pair.case for pair in context.read(all_cases))
        self._caseload = caseload(cases, context.catalogue, context.today())
        self._exception: ExceptionRows | None = None
        if self._caseload.free:
            text = words.trn(
                "The case counts in the caseload again: {n} of at most {limit} open cases.",
                "The case counts in the caseload again: {n} of at most {limit} open cases.",
                self._caseload.count + 1,
                limit=self._caseload.limit,
            )
            self.form.add_widget(Text(text, wrap=True))
        else:
            self.form.add_heading(words.tr("The caseload is full"), full_in_words(self._caseload, words))
            self._exception = ExceptionRows(context, self.form)
        ended = words.tr("Measures that ended when it was closed stay ended: start what runs again as new measures.")
        self.form.add_widget(Text(ended, "quiet", wrap=True))
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The limit of the caseload."""
        return self._exception.problems(self._caseload) if self._exception else ()

    def commit(self, later: bool) -> None:
        """Reopen the case."""
        context, exception = self.context, self._exception.record(self._case.id) if self._exception else None
        context.write(reopen_case, self._case.id, context.catalogue, context.today(), exception)
