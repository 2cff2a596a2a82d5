"""The minutes of a follow-up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core.dates import long_date
from app.core.follow_up_state import day_of
from app.reports.follow_up_minutes_report import follow_up_minutes_pdf
from app.services.follow_ups import follow_ups_of_case
from app.services.minutes import follow_up_minutes
from app.ui.context import Context
from app.ui.prints.file_name import FileName
from app.ui.prints.of_record import Found
from app.ui.prints.order import PrintOrder, family_warnings
from app.words import mark


def held_follow_ups(context: Context, case_id: str) -> Sequence[Found]:
    """The follow-ups of a case that were held, the latest first."""
    held = [one for one in context.read(follow_ups_of_case, case_id) if one.is_held]
    return [Found(one.id, long_date(day_of(one), context.words.language)) for one in reversed(held)]


def follow_up_minutes_order(context: Context, case_id: str, follow_up_id: str) -> PrintOrder:
    """The minutes of a follow-up that was held; raises `NotFound`."""
    document = context.read(follow_up_minutes, case_id, follow_up_id, context.catalogue, context.today())
    return PrintOrder(
        title=context.words.tr("Follow-up minutes"),
        code="follow-up minutes",
        draws=(partial(follow_up_minutes_pdf, document),),
        file_name=FileName(mark("forlaens-follow-up-minutes-{date}.pdf"), document.held_on),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )
