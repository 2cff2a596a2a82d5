"""The caseload summary for the team leader."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.reports.summary_report import summary_pdf
from app.services.documents import summary_document
from app.ui.context import Context
from app.ui.prints.order import PrintOrder
from app.words import Words


def summary_order(context: Context) -> PrintOrder:
    """The caseload of today."""
    today = context.today()
    document = context.read(summary_document, context.catalogue, today)
    return PrintOrder(
        title=context.words.tr("Caseload summary"),
        code="summary",
        draws=(partial(summary_pdf, document),),
        file_name=partial(_file_name, on=today),
    )


def _file_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-caseload-{date}.pdf", date=on.isoformat())
