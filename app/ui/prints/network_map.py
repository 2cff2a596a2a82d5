"""The network map of a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from app.core.records.network import MapVersion
from app.reports.network_report import network_pdf
from app.services import network_maps
from app.services.documents import network_document
from app.ui.context import Context
from app.ui.prints.choice import Issued
from app.ui.prints.order import PrintOrder, family_warnings
from app.words import Words


def map_order(context: Context, case_id: str, version: MapVersion | None = None) -> PrintOrder:
    """The working map of a case as a draft, or a kept version as it was frozen, but for names protected since."""
    if version is None:
        document = context.read(network_document, case_id, context.catalogue, context.today())
    else:
        document = context.read(network_maps.kept_for_paper, version, context.today())
    words, number = context.words, document.number
    title = words.tr("Network map") if number is None else words.tr("Network map, version {number}", number=number)
    return PrintOrder(
        title=title,
        code=f"map v{number}" if number else "map",
        draws=(partial(network_pdf, document),),
        file_name=partial(_file_name, number=number, on=document.head.on),
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


def _file_name(words: Words, *, number: int | None, on: date) -> str:
    if number is None:
        return words.tr("forlaens-network-{date}.pdf", date=on.isoformat())
    return words.tr("forlaens-network-v{number}-{date}.pdf", number=number, date=on.isoformat())
