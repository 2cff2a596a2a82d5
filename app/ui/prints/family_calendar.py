"""The follow-up calendar for a family."""

from __future__ import annotations

from datetime import date
from functools import partial

from app.reports.family_calendar_report import family_calendar_pdf
from app.services.date_sheets import family_calendar_document
from app.ui.context import Context
from app.ui.prints.order import PrintOrder, family_warnings, told_to_family
from app.words import Words


def family_calendar_order(context: Context, case_id: str) -> PrintOrder:
    """The follow-ups a family can expect in the next six months."""
    today = context.today()
    document = told_to_family(
        context, case_id, context.read(family_calendar_document, case_id, context.catalogue, today)
    )
    return PrintOrder(
        title=context.words.tr("Follow-up calendar"),
        code="calendar",
        draws=(partial(family_calendar_pdf, document),),
        file_name=partial(_file_name, on=today),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )


def _file_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-follow-ups-{date}.pdf", date=on.isoformat())
