"""Last time – today: the sheet of a case for a visit."""

from __future__ import annotations

from functools import partial

from app.core.visit_sheet import for_paper
from app.reports.visit_sheet_report import visit_sheet_pdf
from app.services.visit_sheets import visit_sheet
from app.ui.context import Context
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder, told_to_family
from app.words import mark


def sheet_order(context: Context, case_id: str) -> PrintOrder:
    """What last time brought, and what there is to do today."""
    sheet = for_paper(context.read(visit_sheet, case_id, context.catalogue, context.now()))
    document = told_to_family(context, case_id, sheet)  # it lies on the family's table
    return PrintOrder(
        title=context.words.tr("Last time – today"),
        code="visit",
        draws=(partial(visit_sheet_pdf, document),),
        file_name=FileName(mark("forlaens-visit-{date}.pdf"), context.today()),
        case_ids=(case_id,),
    )
