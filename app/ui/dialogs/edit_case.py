"""Change what is known of a child and its case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.checks.case import check_case
from app.core.checks.person import check_person
from app.core.errors import Problem
from app.services.cases import case_and_child, save_case
from app.services.store import Act
from app.ui.context import Context
from app.ui.dialogs.case_rows import CaseRows
from app.ui.dialogs.draft_dialog import DraftDialog


class EditCase(DraftDialog):
    """The form of a case that is there. Its CPR number is covered, and revealing it is logged."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        words = context.words
        self._there = context.read(case_and_child, case_id)
        super().__init__(
            context,
            form="edit-case",
            target=case_id,
            title=words.tr("Edit the case"),
            subtitle=self._there.child.name,
            columns=2,
            parent=parent,
        )
        self._rows = CaseRows(context, self.form, on_reveal=self._on_reveal)
        self._rows.show(self._there.child, self._there.case)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a person and a case."""
        child, case = self._rows.child(self._there.child), self._rows.case(self._there.case)
        today = self.context.today()
        return (*check_person(child, today), *self._rows.missing(), *check_case(case, today))

    def commit(self, later: bool) -> None:
        """Save case and child."""
        context = self.context
        child, case = self._rows.child(self._there.child), self._rows.case(self._there.case)
        context.write(save_case, case, child, context.catalogue, context.today())

    def _on_reveal(self) -> None:
        self.context.log(Act.REVEAL, self._there.case.id)
