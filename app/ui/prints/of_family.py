"""A print that tells a family of itself as it is known today: gathered from the case, drawn, checked before it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from app.core.checks.family_print import FamilyDocument
from app.ui.context import Context
from app.ui.prints.order import PrintOrder, family_warnings
from app.words import Words

D = TypeVar("D", bound=FamilyDocument)


class NameOn(Protocol):
    """The name of the file of a print of a day."""

    def __call__(self, words: Words, *, on: date) -> str:
        """In the language of `words`."""


def family_order(
    context: Context,
    case_id: str,
    *,
    title: str,
    code: str,
    gather: Callable[..., D],
    draw: Callable[[D, Words], bytes],
    file_name: NameOn,
) -> PrintOrder:
    """The print of a case as it is today; `gather` is the query of its document."""
    today = context.today()
    document = context.read(gather, case_id, context.catalogue, today)
    return PrintOrder(
        title=title,
        code=code,
        draws=(partial(draw, document),),
        file_name=partial(file_name, on=today),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )
