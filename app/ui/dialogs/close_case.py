"""Close a case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.checks.case import check_closing
from app.core.errors import Problem
from app.core.status import CaseStatus
from app.services.cases import close_case
from app.ui.context import Context
from app.ui.dialogs.case_dialog import CaseDialog
from app.ui.widgets.choice_fields import CheckField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LongTextField


class CloseCase(CaseDialog):
    """Asks when and why, and proposes that day as the end of what still runs. What was missed never stands in the way."""

    def __init__(self, context: Context, status: CaseStatus, parent: QWidget | None = None) -> None:
        words = context.words
        super().__init__(
            context,
            form="close-case",
            target=status.case_id,
            title=words.tr("Close the case"),
            subtitle=status.file.child.name,
            save_text=words.tr("Close the case"),
            parent=parent,
        )
        self._case = status.file.case
        day = self.form.add("closed", words.tr("Closed as of"), DateField(words, context.today()), required=True)
        self._day = day
        self._day.set_value(context.today())
        self._reason = self.form.add("closed_reason", words.tr("Reason"), LongTextField(words, lines=2), required=True)
        names = [dues.clock.type.names.of(words.language) for dues in status.schedule.clocks]
        self._ends = CheckField(words.tr("End what still runs on the same day"))
        self._ends.set_value(bool(names))
        self.form.add("end_measures", words.tr("Measures"), self._ends, help_text=", ".join(names))
        self.form.row("end_measures").setVisible(bool(names))
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A case closes on or after its opening, with a reason."""
        day = self._day.value()
        if day is None:
            missing = (Problem("closed", "day-empty"),) if self._day.unread() is None else ()
            return (*missing, *check_closing(self._case, self._case.opened, self._reason.value()))
        return check_closing(self._case, day, self._reason.value())

    def commit(self, later: bool) -> None:
        """Close the case."""
        day = self._day.value()
        if day is None:
            return
        self.context.write(close_case, self._case.id, day, self._reason.value(), self._ends.value())
