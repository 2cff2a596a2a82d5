"""A print that tells a family of itself as it is known today: gathered from the case, drawn, checked before it goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from app.core.checks.family_print import FamilyDocument
from app.ui.context import Context
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder, family_warnings, told_to_family
from app.words import Words

D = TypeVar("D", bound=FamilyDocument)


def family_order(
    context: Context,
    case_id: str,
    *,
    title: str,
    code: str,
    gather: Callable[..., D],
    draw: Callable[[D, Words], bytes],
    file_name: str,
) -> PrintOrder:
    """The print of a case as it is today; `gather` is the query of its document."""
    today = context.today()
    document = told_to_family(context, case_id, context.read(gather, case_id, context.catalogue, today))
    return PrintOrder(
        title=title,
        code=code,
        draws=(partial(draw, document),),
        file_name=FileName(file_name, today),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )
