"""Close a case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.checks.case import check_closing
from app.core.dates import screen_date
from app.core.errors import Problem
from app.core.records.measure import Measure
from app.services.cases import case_and_child, close_case
from app.services.measures import measures_of_case
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.choice_fields import CheckField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LongTextField


class CloseCase(DraftDialog):
    """The form that closes a case: as of when and why. What still runs ends on the same day, unless unticked."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        words, today = context.words, context.today()
        there = context.read(case_and_child, case_id)
        super().__init__(
            context,
            form="close-case",
            target=case_id,
            title=words.tr("Close the case"),
            subtitle=there.child.name,
            save_text=words.tr("Close the case"),
            parent=parent,
        )
        self._case = there.case
        measures = context.read(measures_of_case, case_id)
        self._running = tuple(m for m in measures if m.voided_on is None and (m.end is None or m.end > today))
        self._closed = DateField(words, today)
        self._reason = LongTextField(words, lines=2)
        self._ends = CheckField(words.tr("Ends on the same day"))
        self._add_rows()
        self.form.set_values({"closed": today, "end_measures": True})
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A case closes on a day, not before it was opened, and for a reason."""
        missing = self._closed.value() is None and self._closed.unread() is None
        found = check_closing(self._case, self._closed.value() or self._case.opened, self._reason.value())
        return (Problem("closed", "day-empty"), *found) if missing else found

    def commit(self, later: bool) -> None:
        """Close the case and end what still runs."""
        closed = self._closed.value()
        if closed is not None:
            self.context.write(close_case, self._case.id, closed, self._reason.value(), self._ends.value())

    def _add_rows(self) -> None:
        words = self.context.words
        help_text = words.tr("The first day on which it is not open. What was missed stays in the figures.")
        self.form.add("closed", words.tr("Closed as of"), self._closed, required=True, help_text=help_text)
        self.form.add("closed_reason", words.tr("Reason"), self._reason, required=True)
        running = "\n".join(self._said(measure) for measure in self._running)
        self.form.add("end_measures", words.tr("What still runs"), self._ends, help_text=running)
        self.form.row("end_measures").setVisible(bool(self._running))

    def _said(self, measure: Measure) -> str:
        words, catalogue = self.context.words, self.context.catalogue
        name = catalogue.measure_type(measure.type_key, measure.start).names.of(words.language)
        return words.tr("{measure} from {date}", measure=name, date=screen_date(measure.start))
