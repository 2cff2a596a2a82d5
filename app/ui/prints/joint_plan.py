"""The joint plan of siblings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core import codec
from app.core.dates import long_date
from app.core.joint_document import joint_document
from app.core.records.documents import PlanDocument
from app.core.records.plan import PlanVersion
from app.reports.joint_plan_report import joint_plan_pdf
from app.services.documents import plan_document
from app.services.joint_plans import issued_together, joint_plan_of
from app.services.plans import versions_of_case
from app.ui.context import Context
from app.ui.prints.file_name import FileName
from app.ui.prints.of_record import Found
from app.ui.prints.order import PrintOrder, family_warnings, told_to_family
from app.words import mark

DRAFT = "draft"


def joint_plans(context: Context, case_id: str) -> Sequence[Found]:
    """The joint plans of a case: those that were issued, the latest first, and the draft where it is joint."""
    words = context.words
    found = [
        Found(v.id, words.tr("Version {number}, {date}", number=v.number, date=long_date(v.issued_on, words.language)))
        for v in context.read(versions_of_case, case_id)
        if v.joint_id
    ]
    if context.read(joint_plan_of, case_id, context.today()) is not None:
        found.append(Found(DRAFT, words.tr("The draft as it stands")))
    return found


def joint_plan_order(context: Context, case_id: str, version_id: str) -> PrintOrder:
    """The joint plan issued with this version, or the draft."""
    version = next((v for v in context.read(versions_of_case, case_id) if v.id == version_id), None)
    plans = _drafts(context, case_id) if version is None else _frozen(context, version)
    plans = _told(context, plans)
    document = joint_document([plan for _, plan in plans])
    number = None if version is None else version.number
    warnings = (line for key, plan in plans for line in family_warnings(context, key, plan))
    file = mark("forlaens-joint-plan-v{number}-{date}.pdf") if number else mark("forlaens-joint-plan-draft-{date}.pdf")
    return PrintOrder(
        title=context.words.tr("Joint plan"),
        code="joint-plan draft" if number is None else f"joint-plan v{number}",
        draws=(partial(joint_plan_pdf, document),),
        file_name=FileName(file, document.children[0].head.on, number),
        case_ids=tuple(key for key, _ in plans),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _told(context: Context, plans: Sequence[tuple[str, PlanDocument]]) -> list[tuple[str, PlanDocument]]:
    """Each child's plan without who is protected in its own case or a sibling's: all of them get the whole."""
    found = []
    for own, plan in plans:
        told = told_to_family(context, own, plan)
        for other in (key for key, _ in plans if key != own):
            told = told_to_family(context, other, told)
        found.append((own, told))
    return found


def _drafts(context: Context, case_id: str) -> list[tuple[str, PlanDocument]]:
    joint = context.read(joint_plan_of, case_id, context.today())
    keys = joint.case_ids if joint else (case_id,)
    return [(key, context.read(plan_document, key, context.catalogue, context.today())) for key in keys]


def _frozen(context: Context, version: PlanVersion) -> list[tuple[str, PlanDocument]]:
    found = context.read(issued_together, version, context.today())
    return [(one.case_id, codec.from_text(one.document, PlanDocument)) for one in found]
