"""The caseload summary for the team leader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt

from app.reports.summary_report import summary_pdf
from app.services.leader_remarks import remember_summary
from app.services.summaries import summary_document
from app.ui.context import Context
from app.ui.dialogs.enter_remarks import EnterRemarks
from app.ui.prints.choice import PrintChoice
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder
from app.ui.widgets.button import Button
from app.words import mark


class Summary(PrintChoice):
    """The summary of today, and the way back: what the team leader wrote on one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.enter = Button(context.words.tr("Enter remarks …"), icon="pencil")
        self.column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.enter.clicked.connect(self._on_enter)

    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """The one print."""
        return [summary_order(self.context)]

    def _on_enter(self) -> None:
        EnterRemarks(self.context, self).open()


def summary_order(context: Context) -> PrintOrder:
    """The caseload of today. Once it is printed or saved its order is remembered: remarks are entered by it."""
    today = context.today()
    document = context.read(summary_document, context.catalogue, today)
    order = tuple(row.case_id for row in document.rows)
    return PrintOrder(
        title=context.words.tr("Caseload summary"),
        code="summary",
        draws=(partial(summary_pdf, document),),
        file_name=FileName(mark("forlaens-caseload-{date}.pdf"), today),
        leaving=(partial(context.store.scratch, remember_summary, today, order),),
    )
