"""The promises and tasks of a case in a table, and which of them are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.services.meeting_sheet import MeetingSheet
from app.ui.context import Context
from app.ui.pages.case.meeting_words import ShownTask, shown_tasks, task_columns
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.choice_fields import ChoiceField, Option, SegmentedField
from app.ui.widgets.surfaces import Card, EmptyState
from app.ui.widgets.table import DataTable

_KEPT = "case-tasks-shown"
_OPEN, _SETTLED, _ALL = "open", "settled", "all"


class TasksCard(Card):
    """The table with its two filters; `filtered` says that others are wanted now."""

    filtered = Signal()

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Promises and tasks"))
        self._settings = context.settings
        self.table = DataTable(
            words,
            words.tr("Promises and tasks"),
            task_columns(words, context.today),
            key=lambda row: row.record.id,
            empty=EmptyState(words.tr("Nothing is promised here")),
        )
        self.state = SegmentedField(
            [
                Option(_OPEN, words.trp("tasks", "Open")),
                Option(_SETTLED, words.trp("tasks", "Settled")),
                Option(_ALL, words.tr("All")),
            ]
        )
        self.who = ChoiceField(empty=words.tr("All people"))
        self.state.describe(words.tr("Which tasks"), "")
        self.state.set_value(_OPEN)
        self.state.restore(self._settings.recall(_KEPT))
        self.who.describe(words.tr("Who"), "")
        self.who.setFixedWidth(168)
        self.add_action(self.state)
        self.add_action(self.who)
        self.body.addWidget(self.table)
        remember_columns(self.table, self._settings, "case-tasks")
        self.state.edited.connect(self._on_filtered)
        self.who.edited.connect(self._on_filtered)

    def wanted(self, sheet: MeetingSheet) -> list[ShownTask]:
        """The tasks the filters pass; the people who promised something are offered as one of them."""
        everything = shown_tasks(sheet)
        names = dict.fromkeys(row.record.responsible for row in everything if row.record.responsible)
        self.who.set_options([Option(name, name) for name in names])
        if self.who.value() not in names:
            self.who.set_value("")
        state, who = self.state.value(), self.who.value()
        return [
            row
            for row in everything
            if (state == _ALL or row.is_open == (state == _OPEN)) and who in ("", row.record.responsible)
        ]

    def want_all(self) -> None:
        """Let everything pass, until a filter is chosen again."""
        self.state.set_value(_ALL)
        self.who.set_value("")

    def _on_filtered(self) -> None:
        self._settings.remember(_KEPT, self.state.value())
        self.filtered.emit()
