"""Which map is on the screen: the working one with its people, or a kept version."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core import codec
from app.core.dates import long_date
from app.core.records.documents import NetworkDocument
from app.core.records.network import MapVersion, NetworkMap
from app.core.records.person import Person
from app.services.documents import network_document
from app.services.network_maps import map_of_case, people_of_map
from app.ui.context import Context
from app.words import Words


@dataclass(frozen=True, slots=True)
class ShownMap:
    """The document that drawing and list show; `drawn` and `people` are blank for a kept version."""

    drawn: NetworkMap
    people: dict[str, Person]
    document: NetworkDocument
    version: MapVersion | None = None


def read_map(context: Context, case_id: str, version: MapVersion | None) -> ShownMap:
    """The working map of a case, or the version given as it was frozen."""
    if version is not None:
        document = codec.from_text(version.document, NetworkDocument)
        return ShownMap(NetworkMap(case_id=case_id), {}, document, version)
    document = context.read(network_document, case_id, context.catalogue, context.today())
    drawn = context.read(map_of_case, case_id) or NetworkMap(case_id=case_id)
    people = context.read(people_of_map, case_id)
    # A print leaves protected names out; the caseworker's own screen shows them with a mark.
    names = {place.id: people[place.person_id].name for place in drawn.people}
    named = tuple(replace(person, name=names[person.id]) for person in document.people)
    return ShownMap(drawn, people, replace(document, people=named))


def told(shown: ShownMap, words: Words) -> str:
    """When, by whom and from whose view the map was drawn."""
    document = shown.document
    by, view = document.drawn_by.strip(), document.viewpoint.strip()
    parts = (
        words.tr("drawn {date}", date=long_date(document.drawn_on, words.language)) if document.drawn_on else "",
        words.tr("by {name}", name=by) if by else "",
        words.tr("as {name} sees it", name=view) if view else "",
        words.tr("kept, cannot be changed") if shown.version else "",
    )
    return " · ".join(part for part in parts if part)


def version_name(version: MapVersion, words: Words) -> str:
    """What a kept version is called."""
    day = long_date(version.drawn_on, words.language)
    return words.tr("Version {number}, {date}", number=version.number, date=day)
