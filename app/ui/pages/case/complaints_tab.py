"""Complaints, requests for access to the file, and the breakdowns of the case: what the casework is judged by."""

from __future__ import annotations

from app.core.attention import Tab
from app.core.dates import screen_date
from app.core.records.decision import AccessRequest, Complaint
from app.core.records.measure import Measure
from app.services.decisions import void_access_request, void_complaint
from app.ui.context import Context, Place
from app.ui.dialogs.make_case_file import MakeCaseFile
from app.ui.dialogs.register_access_request import RegisterAccessRequest
from app.ui.dialogs.register_complaint import RegisterComplaint
from app.ui.dialogs.void_record import VoidRecord
from app.ui.pages.case.breakdowns_card import BreakdownsCard
from app.ui.pages.case.complaint_detail import ComplaintDetail
from app.ui.pages.case.complaint_words import ShownComplaint, columns, name_of, shown_complaints
from app.ui.pages.case.list_tab import ListTab
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.table import DataTable
from app.words import mark


class ComplaintsTab(ListTab):
    """The list of complaints and requests with the breakdowns below, and all that is noted of the chosen one."""

    key = Tab.COMPLAINTS
    title = mark("Complaints and breakdowns")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._complain = Button(words.tr("New complaint"), icon="plus")
        self._ask = Button(words.tr("New request for access to the file"), icon="plus")
        self._empty = EmptyState(
            words.tr("No complaints and no requests for access to the file"),
            words.tr("They stand here with the date by which they are to be answered."),
            words.tr("New complaint"),
        )
        self.table = DataTable(
            words,
            words.tr("Complaints and requests for access to the file"),
            columns(context),
            key=lambda row: row.record.id,
            empty=self._empty,
        )
        self.breakdowns = BreakdownsCard(context)
        self.detail = ComplaintDetail(context)
        self.lay_out((self._complain, self._ask), ((self.table, 5), (self.breakdowns, 3)), (self.detail,))
        self._connect()

    def refresh(self) -> None:
        """Show complaints, requests and breakdowns as they stand now."""
        rows = shown_complaints(self.context, self.case_id)
        self.show_rows(
            self.table,
            rows,
            lambda: next((row for row in rows if row.is_open), rows[0]).record.id,
            other_case=self.begins_case(),
        )
        self._on_selected(self.table.current())
        self.breakdowns.show_measures(self.context.status(self.case_id).file.measures)

    def show_item(self, item: str) -> None:
        """Select a complaint or a request, or open the form for "access", "complaint" or "complaint:<decision>"."""
        verb, _, decision_id = item.partition(":")
        if verb == "complaint":
            self._open_complaint(over=decision_id)
        elif verb == "access":
            self._on_ask()
        elif self.table.select(item):
            self.table.setFocus()

    def _connect(self) -> None:
        self._complain.clicked.connect(self._on_complain)
        self._empty.started.connect(self._on_complain)
        self._ask.clicked.connect(self._on_ask)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_change)
        self.detail.change_asked.connect(self._on_change)
        self.detail.void_asked.connect(self._on_void)
        self.detail.decision_asked.connect(self._on_decision)
        self.detail.file_asked.connect(self._on_file)
        self.breakdowns.opened.connect(self._on_measure)

    def _on_selected(self, row: ShownComplaint | None) -> None:
        self.detail.show_complaint(row)

    def _on_complain(self) -> None:
        self._open_complaint()

    def _open_complaint(self, over: str = "") -> None:
        RegisterComplaint(self.context, self.case_id, over=over, parent=self).open()

    def _on_ask(self) -> None:
        RegisterAccessRequest(self.context, self.case_id, parent=self).open()

    def _on_edit(self) -> None:
        if (row := self.table.current()) is not None:
            self._on_change(row)

    def _on_change(self, row: ShownComplaint) -> None:
        """What was struck out is only read."""
        if row.is_voided:
            return
        if isinstance(row.record, Complaint):
            RegisterComplaint(self.context, self.case_id, row.record, parent=self).open()
        else:
            RegisterAccessRequest(self.context, self.case_id, row.record, self).open()

    def _on_void(self, row: ShownComplaint) -> None:
        what = f"{name_of(row, self.context.words)}, {screen_date(row.record.received_on)}"
        void = void_access_request if isinstance(row.record, AccessRequest) else void_complaint
        VoidRecord(self.context, what, void, row.record.id, self).open()

    def _on_file(self, row: ShownComplaint) -> None:
        if isinstance(row.record, AccessRequest):
            MakeCaseFile(self.context, self.case_id, row.record, self).open()

    def _on_decision(self, row: ShownComplaint) -> None:
        if row.over is not None:
            self.context.go(Place.CASE, self.case_id, Tab.ASSESSMENT, row.over.id)

    def _on_measure(self, measure: Measure) -> None:
        self.context.go(Place.CASE, self.case_id, Tab.MEASURES, measure.id)
