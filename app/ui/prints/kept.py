"""A sheet that was handed out before, exactly as it was then."""

from __future__ import annotations

from app import labels
from app.core.records.handed_print import HandedPrint
from app.services.handed_prints import protected_on, sheet_of
from app.services.store import Act
from app.ui.context import Context
from app.ui.prints.order import PrintOrder
from app.words import Words


def kept_order(context: Context, handed: HandedPrint) -> PrintOrder:
    """The very sheet; looking at it is logged. Raises `NotFound` where it is not kept any more.

    What has become protected since it was made is told, for the sheet knows nothing of it.
    """
    content = context.read(sheet_of, handed.id)
    of_cases = () if handed.of_caseload else handed.case_ids
    for case_id in of_cases or ("",):
        context.log(Act.LOOK_UP, case_id, detail=f"kept {handed.code} {handed.language}")
    found = context.read(protected_on, of_cases, context.today())

    def draw(_words: Words) -> bytes:
        return content

    def file_name(_words: Words) -> str:
        return handed.file_name

    return PrintOrder(
        title=handed.title,
        code=handed.code,
        draws=(draw,),
        file_name=file_name,
        case_ids=of_cases,
        warnings=tuple(labels.problem(context.words, problem) for problem in found),
        again=handed,
    )
