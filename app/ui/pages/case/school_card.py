"""School and day care as facts with dates."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from app.core.records.case import SchoolFact
from app.ui.pages.case.journal_words import school_columns
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.surfaces import Card, EmptyState
from app.ui.widgets.table import DataTable
from app.words import Words


class SchoolCard(Card):
    """A small table; Enter changes a row, Delete removes it."""

    add_asked = Signal()
    change_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__(words.tr("School and day care"))
        self._add = Button(words.tr("Add"), "quiet", "plus")
        self._change = IconButton("pencil", words.tr("Change school or day care"))
        self._remove = IconButton("trash-2", words.tr("Remove school or day care"))
        empty = EmptyState(words.tr("Where does the child go to school or day care?"))
        self.table = DataTable(
            words, words.tr("School and day care"), school_columns(words), key=lambda fact: fact.id, empty=empty
        )
        for button in (self._add, self._change, self._remove):
            self.add_action(button)
        self.body.addWidget(self.table)
        self._add.clicked.connect(self.add_asked)
        self._change.clicked.connect(self._on_change)
        self._remove.clicked.connect(self._on_remove)
        self.table.opened.connect(self.change_asked)
        self.table.selected.connect(self._on_selected)
        delete = QShortcut(QKeySequence("Delete"), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(self._on_remove)

    def show_facts(self, facts: tuple[SchoolFact, ...]) -> None:
        """Show these, latest first."""
        self.table.set_rows(facts[::-1])
        self._on_selected()

    def _on_selected(self) -> None:
        for button in (self._change, self._remove):
            button.setEnabled(self.table.current() is not None)

    def _on_change(self) -> None:
        self.change_asked.emit(self.table.current())

    def _on_remove(self) -> None:
        if (fact := self.table.current()) is not None:
            self.remove_asked.emit(fact)
