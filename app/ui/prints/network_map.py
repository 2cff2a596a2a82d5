"""The network map of a case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.core.records.network import MapVersion
from app.reports.network_report import network_pdf
from app.services import network_maps
from app.services.documents import network_document
from app.ui.context import Context
from app.ui.prints.choice import Issued
from app.ui.prints.file_name import FileName
from app.ui.prints.order import PrintOrder, family_warnings, told_to_family
from app.words import mark


def map_order(context: Context, case_id: str, version: MapVersion | None = None) -> PrintOrder:
    """The working map of a case as a draft, or a kept version as it was frozen, but for names protected since."""
    if version is None:
        whole = context.read(network_document, case_id, context.catalogue, context.today())
    else:
        whole = context.read(network_maps.kept_for_paper, version, context.today())
    document = told_to_family(context, case_id, whole)
    words, number = context.words, document.number
    title = words.tr("Network map") if number is None else words.tr("Network map, version {number}", number=number)
    file = mark("forlaens-network-v{number}-{date}.pdf") if number else mark("forlaens-network-{date}.pdf")
    return PrintOrder(
        title=title,
        code=f"map v{number}" if number else "map",
        draws=(partial(network_pdf, document),),
        file_name=FileName(file, document.head.on, number),
        case_ids=(case_id,),
        warnings=family_warnings(context, case_id, document),
    )


def kept_maps(context: Context, case_id: str) -> Sequence[Issued]:
    """The kept versions of a case's map, the latest first."""
    return [Issued(v.id, v.number, v.drawn_on) for v in context.read(network_maps.versions_of_case, case_id)]


def chosen_map_order(context: Context, case_id: str, version_id: str) -> PrintOrder:
    """The version with this id, or the working map for ""."""
    kept = context.read(network_maps.versions_of_case, case_id)
    return map_order(context, case_id, next((v for v in kept if v.id == version_id), None))
