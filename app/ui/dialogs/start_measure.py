"""Start a measure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.checks.measure import check_measure
from app.core.errors import Problem
from app.core.records.measure import Measure
from app.services.measures import save_measure
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.measure_rows import MeasureRows


class StartMeasure(DraftDialog):
    """The form for a new measure; nothing else ends by it."""

    def __init__(
        self, context: Context, case_id: str, child: str, there: tuple[Measure, ...], parent: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="start-measure",
            target=case_id,
            title=words.tr("Start a measure"),
            subtitle=child,
            columns=2,
            save_text=words.tr("Start the measure"),
            parent=parent,
        )
        self._there, self._new = there, Measure(case_id=case_id, type_key="", start=context.today())
        self._rows = MeasureRows(context, self.form)
        self._rows.add_start(words.tr("From"))
        self._rows.add_where()
        self._rows.add_reason()
        self._rows.add_way_out()
        self._rows.add_taken_over()
        self._rows.show(self._new)
        self.offer_draft()
        self._rows.offer()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a measure."""
        missing = self._rows.missing()
        if self._rows.start.value() is None:
            return missing
        today: date = self.context.today()
        found = check_measure(self._rows.measure(self._new), self._there, self.context.catalogue, today)
        return (*missing, *(problem for problem in found if problem.code != "type-empty"))

    def commit(self, later: bool) -> None:
        """Save the new measure."""
        context = self.context
        context.write(save_measure, self._rows.measure(self._new), context.catalogue, context.today())
