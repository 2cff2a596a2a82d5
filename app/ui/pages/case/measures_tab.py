"""The measures of a case: what runs, what ended, what was struck out; here they start, change, move and end."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.core.attention import Tab
from app.core.dates import screen_date
from app.services.measures import measures_of_case, void_measure
from app.ui.context import Context
from app.ui.dialogs.change_measure import ChangeMeasure
from app.ui.dialogs.end_measure import EndMeasure
from app.ui.dialogs.move_child import MoveChild
from app.ui.dialogs.start_measure import StartMeasure
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.measure_detail import MeasureDetail
from app.ui.pages.case.measure_words import (
    MeasureState,
    ShownMeasure,
    shown_measures,
    state_in_words,
)
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import Card, EmptyState, Scroll
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.words import Words, mark


class MeasuresTab(CaseTab):
    """The list of measures, and all that is known of the one that is chosen."""

    key = Tab.MEASURES
    title = mark("Measures")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._start = Button(words.tr("Start a measure"), icon="plus")
        self._move = Button(words.tr("Move to another step"), icon="arrow-right")
        self._empty = EmptyState(
            words.tr("No measures yet"),
            words.tr("The child stands beside the ladder. A measure with a start date brings it onto a step."),
            words.tr("Start a measure"),
        )
        self.table = DataTable(
            words, words.tr("Measures"), columns(words), key=lambda row: row.measure.id, empty=self._empty
        )
        self.detail = MeasureDetail(context)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the measures as they stand today."""
        rows = shown_measures(
            self.context.read(measures_of_case, self.case_id), self.context.catalogue, self.context.today()
        )
        self.table.set_rows(rows)
        self.detail.setVisible(bool(rows))
        self._move.setEnabled(any(row.state is MeasureState.RUNNING for row in rows))
        if self.table.current() is None and rows:
            self.table.select(rows[0].measure.id)
        self._on_selected(self.table.current())

    def show_item(self, item: str) -> None:
        """Select a measure, or open the form for "start", "move" or "move:<step key>"."""
        verb, _, step_key = item.partition(":")
        if verb == "start":
            self._on_start()
        elif verb == "move":
            self._open_move(step_key)
        else:
            self.table.select(item)

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self._start)
        actions.addWidget(self._move)
        actions.addStretch(1)
        card = Card()
        card.body.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(card, 5)
        beside = Scroll()
        beside.body.addWidget(self.detail)
        beside.body.addStretch(1)
        row.addWidget(beside, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 20)
        column.setSpacing(12)
        column.addLayout(actions)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        remember_columns(self.table, self.context.settings, "case-measures")
        self._start.clicked.connect(self._on_start)
        self._empty.started.connect(self._on_start)
        self._move.clicked.connect(self._on_move)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_change)
        self.detail.change_asked.connect(self._on_change)
        self.detail.end_asked.connect(self._on_end)
        self.detail.void_asked.connect(self._on_void)

    def _on_selected(self, row: ShownMeasure | None) -> None:
        self.detail.show_measure(row, self.context.status(self.case_id))

    def _on_start(self) -> None:
        there = self.context.read(measures_of_case, self.case_id)
        StartMeasure(self.context, self.case_id, self._child(), there, self).open()

    def _on_move(self) -> None:
        self._open_move("")

    def _open_move(self, step_key: str) -> None:
        there = self.context.read(measures_of_case, self.case_id)
        MoveChild(self.context, self.case_id, self._child(), there, step_key, self).open()

    def _on_change(self, row: ShownMeasure) -> None:
        there = self.context.read(measures_of_case, self.case_id)
        ChangeMeasure(self.context, row.measure, there, self).open()

    def _on_end(self, row: ShownMeasure) -> None:
        there = self.context.read(measures_of_case, self.case_id)
        EndMeasure(self.context, row.measure, there, self).open()

    def _on_void(self, row: ShownMeasure) -> None:
        words = self.context.words
        what = words.tr(
            "{measure} from {date}",
            measure=row.type.names.of(words.language),
            date=screen_date(row.measure.start),
        )
        VoidRecord(self.context, what, void_measure, row.measure.id, self).open()

    def _child(self) -> str:
        return self.context.status(self.case_id).file.child.name


def columns(words: Words) -> tuple[Column[ShownMeasure], ...]:
    """The columns of the list of measures."""
    language = words.language
    return (
        Column(
            key="name",
            title=words.tr("Measure"),
            text=lambda row: row.type.names.of(language),
            strong=True,
            struck=_is_voided,
        ),
        Column(
            key="step",
            title=words.tr("Step"),
            text=lambda row: row.step.short_names.of(language),
            sort=lambda row: row.step.number,
            dot=lambda row: f"step {row.step.number}",
            struck=_is_voided,
        ),
        Column(
            key="start",
            title=words.tr("From"),
            text=lambda row: screen_date(row.measure.start),
            sort=lambda row: row.measure.start,
            struck=_is_voided,
        ),
        Column(
            key="end",
            title=words.tr("Ceased as of"),
            text=lambda row: screen_date(row.measure.end),
            sort=lambda row: row.measure.end,
            struck=_is_voided,
        ),
        Column(
            key="state",
            title=words.tr("Status"),
            text=lambda row: state_in_words(row, words),
            sort=_place,
        ),
    )


def _place(row: ShownMeasure) -> tuple[int, int]:
    return row.state, -(row.measure.end or row.measure.start).toordinal()


def _is_voided(row: ShownMeasure) -> bool:
    return row.state is MeasureState.VOIDED
