"""End a measure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.checks.measure import check_ending, check_measure
from app.core.errors import Problem
from app.core.records.measure import Measure
from app.services.measures import save_measure
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.ending_rows import EndingRows
from app.ui.dialogs.measure_rows import measure_name, others


class EndMeasure(DraftDialog):
    """The form that ends a measure: ceased as of when, why, and by whom where a placement broke down."""

    def __init__(
        self, context: Context, measure: Measure, there: tuple[Measure, ...], parent: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="end-measure",
            target=measure.id,
            title=words.tr("End a measure"),
            subtitle=measure_name(context, measure),
            columns=2,
            save_text=words.tr("End the measure"),
            parent=parent,
        )
        self._measure, self._there = measure, others(there, measure)
        type_ = context.catalogue.measure_type(measure.type_key, measure.start)
        self._ending = EndingRows(context, self.form, is_placement=type_.is_placement)
        self._ending.add_end(required=True)
        self._ending.add_why(required=True)
        self._ending.show(end=context.today(), reason=None)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """An end has a day and a reason, and lies after the start."""
        record, today = self._record(), self.context.today()
        return (*check_ending(record), *check_measure(record, self._there, self.context.catalogue, today))

    def commit(self, later: bool) -> None:
        """Save the measure with its end."""
        self.context.write(save_measure, self._record(), self.context.catalogue, self.context.today())

    def _record(self) -> Measure:
        return self._ending.ended(self._measure, self._ending.end())
