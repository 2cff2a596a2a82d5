"""The placements of a case that broke down, as their measures tell it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal

from app import labels
from app.core.dates import screen_date
from app.core.records.measure import Measure
from app.ui.context import Context
from app.ui.dialogs.measure_rows import measure_name
from app.ui.widgets.surfaces import Card, EmptyState
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column


class BreakdownsCard(Card):
    """A small table; opening a row leads to its measure, where the end is noted."""

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Breakdowns of placements"), words.tr("noted where the measure ended"))
        empty = EmptyState(words.tr("No placement has broken down"))
        self.table: DataTable[Measure] = DataTable(
            words, words.tr("Breakdowns of placements"), _columns(context), key=lambda row: row.id, empty=empty
        )
        self.body.addWidget(self.table)
        self.table.opened.connect(self.opened)

    def show_measures(self, measures: Iterable[Measure]) -> None:
        """Show those that broke down, the latest first."""
        broken = [m for m in measures if m.breakdown is not None and m.voided_on is None]
        self.table.set_rows(sorted(broken, key=lambda measure: measure.end or measure.start, reverse=True))


def _columns(context: Context) -> tuple[Column[Measure], ...]:
    words = context.words
    return (
        Column(
            key="name",
            title=words.tr("Measure"),
            text=lambda row: measure_name(context, row),
            strong=True,
        ),
        Column(
            key="end", title=words.tr("Ceased as of"), text=lambda row: screen_date(row.end), sort=lambda row: row.end
        ),
        Column(
            key="who",
            title=words.tr("Who ended it"),
            text=lambda row: labels.choice(words, row.breakdown) if row.breakdown else "",
            tip=lambda row: row.end_note,
        ),
    )
