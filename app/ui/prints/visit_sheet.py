"""Last time – today: the sheet of a case for a visit."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.core.visit_sheet import for_paper
from app.reports.visit_sheet_report import visit_sheet_pdf
from app.services.visit_sheets import visit_sheet
from app.ui.context import Context
from app.ui.prints.order import PrintOrder
from app.words import Words


def sheet_order(context: Context, case_id: str) -> PrintOrder:
    """What last time brought, and what there is to do today."""
    document = for_paper(context.read(visit_sheet, case_id, context.catalogue, context.now()))
    return PrintOrder(
        title=context.words.tr("Last time – today"),
        code="visit",
        draws=(partial(visit_sheet_pdf, document),),
        file_name=partial(_file_name, on=context.today()),
        case_ids=(case_id,),
    )


def _file_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-visit-{date}.pdf", date=on.isoformat())
