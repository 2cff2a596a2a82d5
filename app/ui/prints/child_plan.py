"""The plan of a case for the child itself."""

from __future__ import annotations

from functools import partial

from app.core import codec
from app.core.child_plan import child_plan
from app.core.records.documents import PlanDocument
from app.reports.child_plan_report import child_plan_pdf
from app.services.documents import plan_document
from app.services.plans import versions_of_case
from app.ui.context import Context
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder, family_warnings, told_to_family
from app.words import mark


def child_plan_order(context: Context, case_id: str, version_id: str) -> PrintOrder:
    """The version with this id in the child's own print, or the draft for ""."""
    issued = context.read(versions_of_case, case_id)
    version = next((v for v in issued if v.id == version_id), None)
    if version is None:
        whole = context.read(plan_document, case_id, context.catalogue, context.today())
    else:
        whole = codec.from_text(version.document, PlanDocument)
    document = child_plan(told_to_family(context, case_id, whole), context.today())
    words, number = context.words, whole.number
    file = mark("forlaens-my-plan-v{number}-{date}.pdf") if number else mark("forlaens-my-plan-draft-{date}.pdf")
    return PrintOrder(
        title=words.tr("Plan for the child"),
        code=f"child-plan v{number}" if number else "child-plan draft",
        draws=(partial(child_plan_pdf, document),),
        file_name=FileName(file, document.head.on, number),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )
