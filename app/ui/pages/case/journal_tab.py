"""The journal of a case, newest first, and where the child goes to school."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.core.attention import Tab
from app.core.records.case import SchoolFact
from app.core.records.journal import JournalEntry
from app.core.transfer import Transferable
from app.labels import choice, entry_days, entry_text
from app.services.journal import (
    entries_of_case,
    remove_school_fact,
    school_of_case,
    void_entry,
)
from app.services.transfers import mark_transferred
from app.ui.context import Context
from app.ui.dialogs.edit_school_fact import EditSchoolFact
from app.ui.dialogs.void_record import VoidRecord
from app.ui.dialogs.write_note import WriteNote, kind_options
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.entry_detail import EntryDetail
from app.ui.pages.case.journal_words import EntryRow, columns, entry_rows
from app.ui.pages.case.school_card import SchoolCard
from app.ui.remembered_columns import remember_columns
from app.ui.transferring import put_on_clipboard
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField
from app.ui.widgets.surfaces import Card, EmptyState
from app.ui.widgets.table import DataTable
from app.ui.widgets.text_fields import LineField
from app.words import mark


class JournalTab(CaseTab):
    """The list of entries, and the one that is chosen in full."""

    key = Tab.JOURNAL
    title = mark("Journal")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._add = Button(words.tr("Write in the journal"), icon="plus")
        self.kind = ChoiceField(kind_options(words), empty=words.tr("All kinds"))
        self.search = LineField(placeholder=words.tr("Search the journal"))
        self._empty = EmptyState(
            words.tr("Nothing is written yet"),
            words.tr("Visits, calls and conversations are written here. Ctrl+J takes a note from anywhere."),
            words.tr("Write in the journal"),
        )
        self.table = DataTable(
            words, words.tr("Journal entries"), columns(words), key=lambda row: row.entry.id, empty=self._empty
        )
        self.detail = EntryDetail(words)
        self.school = SchoolCard(words)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the entries as the store holds them."""
        entries = self.context.read(entries_of_case, self.case_id)
        rows = entry_rows(entries, self.context.today())
        self.table.set_rows(rows)
        if self.table.current() is None and rows:
            self.table.select(rows[0].entry.id)
        self._on_selected(self.table.current())
        self.school.show_facts(self.context.read(school_of_case, self.case_id))

    def show_item(self, item: str) -> None:
        """Select an entry, or what it corrects, or open the form for "write"."""
        if item == "write":
            self._on_add()
            return
        self.kind.set_value("")
        self.search.set_value("")
        self._on_filter()
        for row in self.table.rows():
            if item in {row.entry.id, *(one.id for one in row.corrections)}:
                self.table.select(row.entry.id)

    def _lay_out(self) -> None:
        words = self.context.words
        self.kind.describe(words.tr("Kind of entry"), "")
        self.search.describe(words.tr("Search the journal"), "")
        self.kind.setFixedWidth(220)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._add)
        bar.addStretch(1)
        bar.addWidget(self.kind)
        bar.addWidget(self.search)
        entries = Card()
        entries.body.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(entries, 5)
        left.addWidget(self.school, 3)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 3)
        row.addWidget(self.detail, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 20)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        remember_columns(self.table, self.context.settings, "case-journal")
        self._add.clicked.connect(self._on_add)
        self._empty.started.connect(self._on_add)
        self.kind.edited.connect(self._on_filter)
        self.search.edited.connect(self._on_filter)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_change)
        self.detail.change_asked.connect(self._on_change)
        self.detail.copy_asked.connect(self._on_copy)
        self.detail.void_asked.connect(self._on_void)
        self.school.add_asked.connect(self._on_add_school)
        self.school.change_asked.connect(self._on_change_school)
        self.school.remove_asked.connect(self._on_remove_school)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self._on_copy_key)

    # Reading

    def _on_selected(self, row: EntryRow | None) -> None:
        self.detail.show_entry(row)

    def _on_filter(self) -> None:
        wanted, typed = self.kind.value(), self.search.value().casefold().split()

        def passes(row: EntryRow) -> bool:
            if wanted and row.entry.kind != wanted:
                return False
            texts = (f"{one.text} {one.with_whom}" for one in (row.entry, *row.corrections))
            text = " ".join(texts).casefold()
            return all(word in text for word in typed)

        self.table.show_only(passes if wanted or typed else None)
        if self.table.current() is None and self.table.rows():
            self.table.select(self.table.rows()[0].entry.id)

    # Writing

    def _on_add(self) -> None:
        WriteNote(self.context, self.case_id, self._child(), parent=self).open()

    def _on_change(self, row: EntryRow) -> None:
        """A locked entry is corrected, one that was struck out stays as it is."""
        if row.entry.voided_on is not None:
            return
        entry: JournalEntry | None = None if row.locked else row.entry
        corrects = row.entry if row.locked else None
        WriteNote(self.context, self.case_id, self._child(), entry=entry, corrects=corrects, parent=self).open()

    def _on_void(self, row: EntryRow) -> None:
        words = self.context.words
        what = f"{choice(words, row.entry.kind)}, {entry_days(words, row.entry)}"
        VoidRecord(self.context, what, void_entry, row.entry.id, self).open()

    def _on_copy(self, row: EntryRow) -> None:
        """The corrections stand in the same text and are marked with it."""
        text = entry_text(self.context.words, (row.entry, *row.corrections), self._child())
        put_on_clipboard(self.context, Transferable.ENTRY, self.case_id, text)
        ids = tuple(one.id for one in (row.entry, *row.corrections))
        self.context.write(mark_transferred, Transferable.ENTRY, ids, self.context.today())

    def _on_copy_key(self) -> None:
        row = self.table.current()
        if row is not None and row.entry.voided_on is None:
            self._on_copy(row)

    # School

    def _on_add_school(self) -> None:
        EditSchoolFact(self.context, self.case_id, self._child(), None, self).open()

    def _on_change_school(self, fact: SchoolFact) -> None:
        EditSchoolFact(self.context, self.case_id, self._child(), fact, self).open()

    def _on_remove_school(self, fact: SchoolFact) -> None:
        self.context.write(remove_school_fact, fact.id)

    def _child(self) -> str:
        return self.context.status(self.case_id).file.child.name
