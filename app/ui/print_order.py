"""What can be printed: gathered from the store once, drawn in either language on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from app import labels
from app.core import codec
from app.core.checks.family_print import FamilyDocument
from app.core.errors import Problem
from app.core.records.documents import NetworkDocument, PlanDocument
from app.core.records.network import MapVersion
from app.core.records.plan import PlanVersion
from app.core.visit_sheet import for_paper
from app.reports.binding import bound
from app.reports.family_calendar_report import family_calendar_pdf
from app.reports.hand_over_report import hand_over_pdf
from app.reports.network_report import network_pdf
from app.reports.plan_report import plan_pdf
from app.reports.summary_report import summary_pdf
from app.reports.visit_sheet_report import visit_sheet_pdf
from app.services.date_sheets import family_calendar_document, hand_over_document
from app.services.documents import network_document, plan_document, summary_document
from app.services.family_prints import family_print_warnings
from app.services.visit_sheets import visit_sheet
from app.ui.context import Context
from app.words import Words

Check = Callable[[], None]
Draw = Callable[[Words], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """One print: what it is called on screen, how it is drawn, and what to look at before it is handed out.

    `code` names it in the log and `number` its version there; neither `file_name` nor the log holds a name of a person.
    """

    title: str
    code: str
    draws: tuple[Draw, ...]
    file_name: Callable[[Words], str]
    case_ids: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def draw(self, words: Words, check: Check) -> bytes:
        """The PDF in the language of `words`; `check` is called before each part and may raise to stop."""
        parts = []
        for draw in self.draws:
            check()
            parts.append(draw(words))
        return bound(parts)


def plan_order(context: Context, case_id: str, version: PlanVersion | None = None) -> PrintOrder:
    """The working plan of a case as a draft, or an issued version exactly as it was frozen."""
    if version is None:
        document = context.read(plan_document, case_id, context.catalogue, context.today())
    else:
        document = codec.from_text(version.document, PlanDocument)
    words, number = context.words, document.number
    title = words.tr("Plan, draft") if number is None else words.tr("Plan, version {number}", number=number)
    return PrintOrder(
        title=title,
        code=f"plan v{number}" if number else "plan draft",
        draws=(partial(plan_pdf, document),),
        file_name=partial(_plan_name, number=number, on=document.head.on),
        case_ids=(case_id,),
        warnings=_warnings(context, case_id, document),
    )


def map_order(context: Context, case_id: str, version: MapVersion | None = None) -> PrintOrder:
    """The working network map of a case as a draft, or a kept version exactly as it was frozen."""
    if version is None:
        document = context.read(network_document, case_id, context.catalogue, context.today())
    else:
        document = codec.from_text(version.document, NetworkDocument)
    words, number = context.words, document.number
    title = words.tr("Network map") if number is None else words.tr("Network map, version {number}", number=number)
    return PrintOrder(
        title=title,
        code=f"map v{number}" if number else "map",
        draws=(partial(network_pdf, document),),
        file_name=partial(_map_name, number=number, on=document.head.on),
        case_ids=(case_id,),
        warnings=_warnings(context, case_id, document),
    )


def sheet_order(context: Context, case_id: str) -> PrintOrder:
    """The sheet of a case for a visit: what last time brought, and what there is to do today."""
    document = for_paper(context.read(visit_sheet, case_id, context.catalogue, context.now()))
    return PrintOrder(
        title=context.words.tr("Last time – today"),
        code="visit",
        draws=(partial(visit_sheet_pdf, document),),
        file_name=partial(_sheet_name, on=context.today()),
        case_ids=(case_id,),
    )


def summary_order(context: Context) -> PrintOrder:
    """The caseload of today for the team leader."""
    today = context.today()
    document = context.read(summary_document, context.catalogue, today)
    return PrintOrder(
        title=context.words.tr("Caseload summary"),
        code="summary",
        draws=(partial(summary_pdf, document),),
        file_name=partial(_summary_name, on=today),
    )


def family_calendar_order(context: Context, case_id: str) -> PrintOrder:
    """The follow-ups a family can expect in the next six months."""
    today = context.today()
    document = context.read(family_calendar_document, case_id, context.catalogue, today)
    return PrintOrder(
        title=context.words.tr("Follow-up calendar"),
        code="calendar",
        draws=(partial(family_calendar_pdf, document),),
        file_name=partial(_calendar_name, on=today),
        case_ids=(case_id,),
        warnings=_warnings(context, case_id, document),
    )


def hand_over_order(context: Context, first: date, last: date) -> PrintOrder:
    """What falls due while the caseworker is away, for whoever steps in."""
    document = context.read(hand_over_document, context.catalogue, context.now(), first, last)
    return PrintOrder(
        title=context.words.tr("Hand-over"),
        code="hand-over",
        draws=(partial(hand_over_pdf, document),),
        file_name=partial(_hand_over_name, on=first),
        case_ids=tuple(entry.child.status.case_id for entry in document.entries),
    )


def joined(orders: Sequence[PrintOrder], title: str, on: date) -> PrintOrder:
    """Several prints as one file, in their order; a single one as it is. Raises ValueError for none."""
    if len(orders) == 1:
        return orders[0]
    return PrintOrder(
        title=title,
        code=" + ".join(sorted({order.code for order in orders})),
        draws=tuple(draw for order in orders for draw in order.draws),
        file_name=partial(_joined_name, on=on),
        case_ids=tuple(dict.fromkeys(case_id for order in orders for case_id in order.case_ids)),
        warnings=tuple(dict.fromkeys(warning for order in orders for warning in order.warnings)),
    )


def _warnings(context: Context, case_id: str, document: FamilyDocument) -> tuple[str, ...]:
    found: tuple[Problem, ...] = context.read(family_print_warnings, case_id, document, context.today())
    return tuple(labels.problem(context.words, problem) for problem in found)


def _plan_name(words: Words, *, number: int | None, on: date) -> str:
    if number is None:
        return words.tr("forlaens-plan-draft-{date}.pdf", date=on.isoformat())
    return words.tr("forlaens-plan-v{number}-{date}.pdf", number=number, date=on.isoformat())


def _map_name(words: Words, *, number: int | None, on: date) -> str:
    if number is None:
        return words.tr("forlaens-network-{date}.pdf", date=on.isoformat())
    return words.tr("forlaens-network-v{number}-{date}.pdf", number=number, date=on.isoformat())


def _sheet_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-visit-{date}.pdf", date=on.isoformat())


def _summary_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-caseload-{date}.pdf", date=on.isoformat())


def _calendar_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-follow-ups-{date}.pdf", date=on.isoformat())


def _hand_over_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-hand-over-{date}.pdf", date=on.isoformat())


def _joined_name(words: Words, *, on: date) -> str:
    return words.tr("forlaens-prints-{date}.pdf", date=on.isoformat())
