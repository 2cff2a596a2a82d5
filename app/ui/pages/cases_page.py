"""Every case in one table: where each child stands and what comes next; closed cases apart."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.services.caseload import all_statuses
from app.ui.context import Context, Place
from app.ui.pages.cases.columns import ShownCase, closed_columns, open_columns, shown_cases
from app.ui.pages.cases.filters import CaseFilters
from app.ui.pages.page import Page
from app.ui.widgets.surfaces import Card, PageHeader
from app.ui.widgets.table import DataTable

_KEPT = "cases"


class CasesPage(Page):
    """The table of cases, its filters, and all that is done to a case as a whole."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words, catalogue = context.words, context.catalogue
        self.filters = CaseFilters(context)
        self.open_table = DataTable(words, words.tr("Open cases"), open_columns(catalogue, words), key=_id)
        self.closed_table = DataTable(words, words.tr("Closed cases"), closed_columns(words), key=_id)
        self._header = PageHeader(words.tr("Cases"))
        self._lay_out()
        self._recall()
        self._connect()

    def refresh(self) -> None:
        """Show the cases as they stand today."""
        context = self.context
        self.open_table.set_rows(shown_cases(context.statuses(), context.catalogue, context.words))
        if self.filters.shows_closed():
            every = context.read(all_statuses, context.catalogue, context.today())
            gone = (status for status in every if not status.file.case.is_open(context.today()))
            self.closed_table.set_rows(shown_cases(gone, context.catalogue, context.words))

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
        card.body.addWidget(tables)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._header)
        column.addWidget(self.filters)
        column.addWidget(card, 1)
        self.setFocusProxy(self.open_table)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filtered)
        for table in (self.open_table, self.closed_table):
            table.opened.connect(self._on_opened)
            table.view.horizontalHeader().sectionResized.connect(self._keep)
            table.view.horizontalHeader().sortIndicatorChanged.connect(self._keep)

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
        self.setFocusProxy(table)
        table.search(self.filters.text.value())
        table.show_only(self._passes)

    def _passes(self, row: ShownCase) -> bool:
        return self.filters.passes(row.status)

    def _on_filtered(self) -> None:
        self.refresh()
        self._show_filtered()
        self._keep()

    def _on_opened(self, row: ShownCase) -> None:
        self.context.go(Place.CASE, row.status.case_id)


def _id(row: ShownCase) -> str:
    return row.status.case_id
