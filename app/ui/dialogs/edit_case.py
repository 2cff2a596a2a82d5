"""Change what is known of a case and its child."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.services.cases import case_and_child, save_case
from app.services.store import Act
from app.ui.context import Context
from app.ui.dialogs.case_dialog import CaseDialog
from app.ui.dialogs.case_rows import CaseRows


class EditCase(CaseDialog):
    """The form of a case that is there. Its CPR number is covered, and revealing it is logged."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        words = context.words
        known = context.read(case_and_child, case_id)
        super().__init__(
            context,
            form="edit-case",
            target=case_id,
            title=words.tr("Edit case"),
            subtitle=known.child.name,
            save_text=words.tr("Save"),
            columns=2,
            parent=parent,
        )
        self._case, self._child = known.case, known.child
        self._rows = CaseRows(context, self.form, self._on_reveal)
        self._rows.show(self._case, self._child)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a case and its child."""
        return self._rows.problems(self._rows.case(self._case), self._rows.child(self._child))

    def commit(self, later: bool) -> None:
        """Save case and child."""
        case, child = self._rows.case(self._case), self._rows.child(self._child)
        self.context.write(save_case, case, child, self.context.catalogue, self.context.today())

    def _on_reveal(self) -> None:
        self.context.log(Act.REVEAL, self._case.id)
