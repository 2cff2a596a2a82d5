"""The people of a case: custody holders, siblings, school, professionals; the same people as on the map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.core.attention import Tab
from app.services.people import remove_case_person
from app.services.store import Act
from app.ui.context import Context, Place
from app.ui.dialogs.edit_acute import EditAcute
from app.ui.dialogs.edit_person import EditPerson
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.people_words import PersonRow, columns, person_rows
from app.ui.pages.case.person_detail import PersonDetail
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import Card, Scroll
from app.ui.widgets.table import DataTable
from app.words import mark


class PeopleTab(CaseTab):
    """The list of people, and all that is known of the one who is chosen."""

    key = Tab.PEOPLE
    title = mark("People")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._add = Button(words.tr("Add a person"), icon="plus")
        self._acute = Button(words.tr("Acute-contact sheet …"), icon="phone")
        self.table = DataTable(
            words, words.tr("People of the case"), columns(words, context.today()), key=lambda row: row.key()
        )
        self.detail = PersonDetail(words)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the people as the store holds them."""
        rows = person_rows(self.context, self.case_id)
        self.table.set_rows(rows)
        if self.table.current() is None:
            self.table.select(rows[min(1, len(rows) - 1)].key())
        self._on_selected(self.table.current())

    def show_item(self, item: str) -> None:
        """Select a person by the person's id or the id of the part, or open the form for "add" or "acute"."""
        if item in {"add", "acute"}:
            (self._on_add if item == "add" else self._on_acute)()
            return
        for row in self.table.rows():
            if item in {row.person.id, row.key()}:
                self.table.select(row.key())
                return

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addWidget(self._add)
        actions.addWidget(self._acute)
        actions.addStretch(1)
        card = Card()
        card.body.addWidget(self.table)
        side = Scroll()
        side.body.addWidget(self.detail)
        side.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(card, 3)
        row.addWidget(side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 20)
        column.setSpacing(12)
        column.addLayout(actions)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        remember_columns(self.table, self.context.settings, "case-people")
        self._add.clicked.connect(self._on_add)
        self._acute.clicked.connect(self._on_acute)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_edit)
        self.detail.edit_asked.connect(self._on_edit)
        self.detail.remove_asked.connect(self._on_remove)
        self.detail.case_asked.connect(self._on_case)
        self.detail.reveal_asked.connect(self._on_reveal)
        shortcut = QShortcut(QKeySequence("F2"), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_edit_key)

    def _on_selected(self, row: PersonRow | None) -> None:
        self.detail.show_person(row, self.context.today())

    def _on_add(self) -> None:
        EditPerson(self.context, self.case_id, None, None, self).open()

    def _on_acute(self) -> None:
        EditAcute(self.context, self.case_id, self).open()

    def _on_edit(self, row: PersonRow) -> None:
        EditPerson(self.context, self.case_id, row.person, row.part, self).open()

    def _on_edit_key(self) -> None:
        if (row := self.table.current()) is not None:
            self._on_edit(row)

    def _on_remove(self, row: PersonRow) -> None:
        """Undone with one key, so that nothing is asked first."""
        if row.part is not None:
            self.context.write(remove_case_person, row.part.id)

    def _on_case(self, case_id: str) -> None:
        self.context.go(Place.CASE, case_id)

    def _on_reveal(self) -> None:
        self.context.log(Act.REVEAL, self.case_id)
