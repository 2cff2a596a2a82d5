"""Open a closed case again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.caseload_rule import caseload
from app.core.checks.case import check_exception
from app.core.dates import screen_date
from app.core.errors import Problem
from app.core.records.case import LimitException
from app.services.cases import all_cases, case_and_child, reopen_case
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.limit_rows import LimitRows
from app.ui.dialogs.open_case import place_in_caseload
from app.ui.widgets.text import Text


class ReopenCase(DraftDialog):
    """Asks before a case is opened again; above the limit for the team leader's exception, as for a new one."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        words, there = context.words, context.read(case_and_child, case_id)
        super().__init__(
            context,
            form="reopen-case",
            target=case_id,
            title=words.tr("Reopen the case"),
            subtitle=there.child.name,
            save_text=words.tr("Reopen the case"),
            columns=2,
            parent=parent,
        )
        self._case = there.case
        self._load = caseload((p.case for p in context.read(all_cases)), context.catalogue, context.today())
        self._add_texts()
        self._limit = LimitRows(context, self.form) if self._load.free == 0 else None
        if self._limit is not None:
            self._limit.add_explained(self._load.count)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The limit counts as for a new case."""
        return check_exception(self._load.count, self._load.limit, self._exception())

    def commit(self, later: bool) -> None:
        """Open the case again."""
        context = self.context
        context.write(reopen_case, self._case.id, context.catalogue, context.today(), self._exception())

    def _add_texts(self) -> None:
        words, case = self.context.words, self._case
        closed = words.tr("Closed {date}: {reason}", date=screen_date(case.closed), reason=case.closed_reason)
        goes_on = words.tr("Measures that ended with the case stay ended. Start anew what goes on.")
        for text in (closed, goes_on, place_in_caseload(self._load, words)):
            if text:
                self.form.add_widget(Text(text, wrap=True))

    def _exception(self) -> LimitException | None:
        return self._limit.exception(self._case.id) if self._limit is not None else None
