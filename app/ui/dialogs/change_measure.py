"""Change what is known of a measure."""

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
from app.ui.dialogs.measure_rows import MeasureRows, measure_name, others


class ChangeMeasure(DraftDialog):
    """The form for a measure that is there, with its end where it has one."""

    def __init__(
        self, context: Context, measure: Measure, there: tuple[Measure, ...], parent: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="change-measure",
            target=measure.id,
            title=words.tr("Change a measure"),
            subtitle=measure_name(context, measure),
            columns=2,
            parent=parent,
        )
        self._measure, self._there = measure, others(there, measure)
        self._rows = MeasureRows(context, self.form)
        self._rows.add_start(words.tr("From"))
        self._ending = self._added_ending() if measure.end is not None else None
        self._rows.add_where()
        self._rows.add_reason()
        self._rows.add_way_out()
        self._rows.add_taken_over()
        self._rows.show(measure)
        if self._ending is not None:
            self._ending.show(
                end=measure.end, reason=measure.end_reason, by_whom=measure.breakdown, note=measure.end_note
            )
        self.offer_draft()
        self._rows.offer()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a measure, and of its end where it has one."""
        missing = self._rows.missing()
        if self._rows.start.value() is None:
            return missing
        record = self._record()
        found = check_measure(record, self._there, self.context.catalogue, self.context.today())
        ended = record.end is not None
        return (
            *missing,
            *(problem for problem in found if problem.code != "type-empty"),
            *(check_ending(record) if ended else ()),
        )

    def commit(self, later: bool) -> None:
        """Save the measure as it stands in the form."""
        self.context.write(save_measure, self._record(), self.context.catalogue, self.context.today())

    def _added_ending(self) -> EndingRows:
        type_ = self.context.catalogue.measure_type(self._measure.type_key, self._measure.start)
        ending = EndingRows(self.context, self.form, is_placement=type_.is_placement)
        ending.add_end(required=False)
        ending.add_why(required=False)
        return ending

    def _record(self) -> Measure:
        described = self._rows.measure(self._measure)
        return self._ending.ended(described, self._ending.end()) if self._ending is not None else described
