"""Every case in one table: where each child stands and what comes next; closed cases apart."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.core.caseload_rule import Caseload, caseload
from app.services.caseload import all_statuses
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.import_caseload import ImportCaseload
from app.ui.dialogs.open_case import OpenCase
from app.ui.pages.cases.actions import CaseActions, Verb, begin
from app.ui.pages.cases.columns import ShownCase, closed_columns, open_columns, shown_cases
from app.ui.pages.cases.filters import CaseFilters
from app.ui.pages.page import Page
from app.ui.widgets.button import Button
from app.ui.widgets.caseload_meter import left_in_words
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.surfaces import Card, EmptyState, PageHeader
from app.ui.widgets.table import DataTable
from app.words import Words

_KEPT = "cases"
NEW, IMPORT = "new", "import"
"""What a destination names to open the form of a new case, or the window that brings a caseload in."""


class CasesPage(Page):
    """The table of cases, its filters, and all that is done to a case as a whole."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words, catalogue = context.words, context.catalogue
        self.filters = CaseFilters(context)
        self._empty = EmptyState(
            words.tr("No cases yet"),
            words.tr("Every child you work with stands here, with its step and its next follow-up."),
            words.tr("New case"),
        )
        none_closed = EmptyState(words.tr("No closed cases"), words.tr("A case that is closed stands here."))
        self.open_table = DataTable(
            words, words.tr("Open cases"), open_columns(catalogue, words), key=_id, empty=self._empty
        )
        self.closed_table = DataTable(
            words, words.tr("Closed cases"), closed_columns(words), key=_id, empty=none_closed
        )
        self._header = PageHeader(words.tr("Cases"))
        self._search = SearchBox(words)
        self._import = Button(words.tr("Bring in a caseload"), icon="upload")
        self._new = Button(words.tr("New case"), "main", "plus")
        self.verbs = CaseActions(words)
        self._lay_out()
        self._recall()
        self._connect()

    def refresh(self) -> None:
        """Show the cases as they stand today."""
        context = self.context
        statuses = context.statuses()
        self.open_table.set_rows(shown_cases(statuses, context.catalogue, context.words))
        load = caseload((status.file.case for status in statuses), context.catalogue, context.today())
        self._header.set_subtitle(caseload_in_words(load, context.words))
        if self.filters.shows_closed():
            every = context.read(all_statuses, context.catalogue, context.today())
            gone = (status for status in every if not status.file.case.is_open(context.today()))
            self.closed_table.set_rows(shown_cases(gone, context.catalogue, context.words))
        self._show_actions()

    def lead_to(self, destination: Destination) -> None:
        """Open the form of a new case, or the window that brings a caseload in."""
        if destination.item == NEW:
            self._on_new()
        elif destination.item == IMPORT:
            self._on_import()

    def begin(self) -> None:
        """The cases."""
        self.table.setFocus()

    @property
    def table(self) -> DataTable[ShownCase]:
        """The table in sight."""
        return self.closed_table if self.filters.shows_closed() else self.open_table

    def _lay_out(self) -> None:
        tables = QWidget()
        self._tables = QStackedLayout(tables)
        self._tables.addWidget(self.open_table)
        self._tables.addWidget(self.closed_table)
        card = Card()
        card.setContentsMargins(-10, -8, -10, -4)
        card.body.addWidget(tables, 1)
        card.body.addWidget(self.verbs)
        self._header.end.addWidget(self._search)
        self._header.end.addWidget(self._import)
        self._header.end.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(12)
        column.addWidget(self._header)
        column.addSpacing(4)
        column.addWidget(self.filters)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filtered)
        self._new.clicked.connect(self._on_new)
        self._empty.started.connect(self._on_new)
        self._import.clicked.connect(self._on_import)
        self._search.clicked.connect(self.context.find_asked)
        self.verbs.asked.connect(self._on_asked)
        for table in (self.open_table, self.closed_table):
            table.opened.connect(self._on_opened)
            table.selected.connect(self._show_actions)
            self.verbs.serve(table.view)
            table.arranged.connect(self._keep)

    def _recall(self) -> None:
        kept = self.context.settings.recall(_KEPT)
        self.open_table.sort_by("due")
        self.closed_table.sort_by("closed", descending=True)
        if isinstance(kept, dict):
            self.filters.restore(kept.get("filters"))
            self.open_table.restore(kept.get("open"))
            self.closed_table.restore(kept.get("closed"))
        self._show_filtered()

    def _keep(self) -> None:
        kept = {
            "filters": self.filters.state(),
            "open": self.open_table.state(),
            "closed": self.closed_table.state(),
        }
        self.context.settings.remember(_KEPT, kept)

    def _show_filtered(self) -> None:
        table = self.table
        self._tables.setCurrentWidget(table)
        table.search(self.filters.text.value())
        table.show_only(self._passes)
        self._show_actions()

    def _show_actions(self) -> None:
        self.verbs.show_case(self.table.current())

    def _passes(self, row: ShownCase) -> bool:
        return self.filters.passes(row.status)

    def _on_filtered(self) -> None:
        self.refresh()
        self._show_filtered()
        self._keep()

    def _on_opened(self, row: ShownCase) -> None:
        self.context.go(Place.CASE, row.status.case_id)

    def _on_new(self) -> None:
        OpenCase(self.context, self).open()

    def _on_import(self) -> None:
        ImportCaseload(self.context, self).open()

    def _on_asked(self, verb: str) -> None:
        if (row := self.table.current()) is not None:
            begin(Verb(verb), row.status, self.context, self)


def _id(row: ShownCase) -> str:
    return row.status.case_id


def caseload_in_words(load: Caseload, words: Words) -> str:
    """The line under the title: how many of how many, and what is left."""
    used = words.trn("{n} of at most {limit} children", "{n} of at most {limit} children", load.count, limit=load.limit)
    counted = words.trn("{n} child", "{n} children", load.count) if load.over else used
    return f"{counted} · {left_in_words(load, words)}"
