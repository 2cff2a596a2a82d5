"""The genogram of a child's family."""

from __future__ import annotations

from app.reports.genogram_report import genogram_pdf
from app.services.genograms import genogram_document
from app.ui.context import Context
from app.ui.prints.of_family import family_order
from app.ui.prints.order import PrintOrder
from app.words import mark


def genogram_order(context: Context, case_id: str) -> PrintOrder:
    """The family as it is known today."""
    return family_order(
        context,
        case_id,
        title=context.words.tr("Genogram"),
        code="genogram",
        gather=genogram_document,
        draw=genogram_pdf,
        file_name=mark("forlaens-genogram-{date}.pdf"),
    )
