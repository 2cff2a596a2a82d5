"""The genogram of a child's family."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.reports.genogram_report import genogram_pdf
from app.services.genograms import genogram_document
from app.ui.context import Context
from app.ui.prints.order import PrintOrder, family_warnings
from app.words import Words


def genogram_order(context: Context, case_id: str) -> PrintOrder:
    """The family as it is known today."""
    today = context.today()
    document = context.read(genogram_document, case_id, context.catalogue, today)
    return PrintOrder(
        title=context.words.tr("Genogram"),
        code="genogram",
        draws=(partial(genogram_pdf, document),),
        file_name=partial(_file_name, on=today),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )


def _file_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-genogram-{date}.pdf", date=on.isoformat())
