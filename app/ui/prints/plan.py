"""The action plan of a case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core import codec
from app.core.records.documents import PlanDocument
from app.core.records.plan import PlanVersion
from app.reports.plan_report import plan_pdf
from app.services import plans
from app.services.documents import plan_document
from app.ui.context import Context
from app.ui.prints.choice import Issued
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder, family_warnings, told_to_family
from app.words import mark


def plan_order(context: Context, case_id: str, version: PlanVersion | None = None) -> PrintOrder:
    """The working plan of a case as a draft, or an issued version as it was frozen, but for who is protected since."""
    if version is None:
        whole = context.read(plan_document, case_id, context.catalogue, context.today())
    else:
        whole = codec.from_text(version.document, PlanDocument)
    document = told_to_family(context, case_id, whole)
    words, number = context.words, document.number
    title = words.tr("Plan, draft") if number is None else words.tr("Plan, version {number}", number=number)
    file = mark("forlaens-plan-v{number}-{date}.pdf") if number else mark("forlaens-plan-draft-{date}.pdf")
    return PrintOrder(
        title=title,
        code=f"plan v{number}" if number else "plan draft",
        draws=(partial(plan_pdf, document),),
        file_name=FileName(file, document.head.on, number),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )


def issued_plans(context: Context, case_id: str) -> Sequence[Issued]:
    """The issued versions of a case's plan, the latest first."""
    return [Issued(v.id, v.number, v.issued_on) for v in context.read(plans.versions_of_case, case_id)]


def chosen_plan_order(context: Context, case_id: str, version_id: str) -> PrintOrder:
    """The version with this id, or the draft for ""."""
    issued = context.read(plans.versions_of_case, case_id)
    return plan_order(context, case_id, next((v for v in issued if v.id == version_id), None))
