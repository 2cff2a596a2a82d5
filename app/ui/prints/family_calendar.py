"""The follow-up calendar for a family."""

from __future__ import annotations

from app.reports.family_calendar_report import family_calendar_pdf
from app.services.date_sheets import family_calendar_document
from app.ui.context import Context
from app.ui.prints.of_family import family_order
from app.ui.prints.order import PrintOrder
from app.words import mark


def family_calendar_order(context: Context, case_id: str) -> PrintOrder:
    """The follow-ups a family can expect in the next six months."""
    return family_order(
        context,
        case_id,
        title=context.words.tr("Follow-up calendar"),
        code="calendar",
        gather=family_calendar_document,
        draw=family_calendar_pdf,
        file_name=mark("forlaens-follow-ups-{date}.pdf"),
    )
