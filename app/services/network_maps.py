"""The network map of a case: one working map, and its dated versions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core import codec
from app.core.changes import Changes
from app.core.checks.network import check_map
from app.core.checks.person import check_person
from app.core.checks.texts import check_text
from app.core.errors import demand
from app.core.protected_names import by_role_alone
from app.core.records.documents import NetworkDocument
from app.core.records.network import MapPerson, MapVersion, NetworkMap, Relation, Ring
from app.core.records.person import Person
from app.models.mapping import put, put_all, to_record
from app.models.network import MapPersonRow, MapVersionRow, NetworkMapRow, RelationRow
from app.models.person import PersonRow
from app.models.trail import BeforeImageRow
from app.services import rows
from app.services.people import cases_with, people_of_case


def map_of_case(session: Session, case_id: str) -> NetworkMap | None:
    """The map a case is working on, or None where none was begun."""
    row = session.scalars(select(NetworkMapRow).where(NetworkMapRow.case_id == case_id)).first()
    if row is None:
        return None
    people = session.scalars(select(MapPersonRow).where(MapPersonRow.map_id == row.id).order_by(MapPersonRow.position))
    relations = session.scalars(select(RelationRow).where(RelationRow.map_id == row.id).order_by(RelationRow.position))
    return to_record(
        row,
        NetworkMap,
        people=tuple(to_record(p, MapPerson, ring=Ring(p.ring)) for p in people),
        relations=tuple(to_record(r, Relation) for r in relations),
    )


def people_of_map(session: Session, case_id: str) -> dict[str, Person]:
    """The people on a case's map by their id."""
    found = session.scalars(
        select(PersonRow)
        .join(MapPersonRow, MapPersonRow.person_id == PersonRow.id)
        .join(NetworkMapRow, NetworkMapRow.id == MapPersonRow.map_id)
        .where(NetworkMapRow.case_id == case_id)
    )
    return {row.id: to_record(row, Person) for row in found}


def save_map(session: Session, record: NetworkMap, today: date, people: tuple[Person, ...] = ()) -> Changes:
    """Keep the working map, together with people who were typed or changed on it; raises `Invalid`."""
    demand(check_map(record))
    for person in people:
        demand(check_person(person, today))
        put(session, PersonRow, person)
    put(session, NetworkMapRow, record)
    relations = rows.where(session, RelationRow, RelationRow.map_id, record.id)
    put_all(session, RelationRow, relations, record.relations, map_id=record.id)
    there = rows.where(session, MapPersonRow, MapPersonRow.map_id, record.id)
    put_all(session, MapPersonRow, there, record.people, map_id=record.id)
    session.flush()
    shared = (cases_with(session, person.id) for person in people)
    return Changes("map-saved", case_ids=frozenset({record.case_id}).union(*shared))


def versions_of_case(session: Session, case_id: str) -> tuple[MapVersion, ...]:
    """The kept versions of the map, latest first."""
    found = rows.where(session, MapVersionRow, MapVersionRow.case_id, case_id)
    return tuple(sorted((to_record(row, MapVersion) for row in found), key=lambda v: -v.number))


def kept_for_paper(session: Session, version: MapVersion, today: date) -> NetworkDocument:
    """A kept map as it may stand on paper today: frozen, but for the names of who has become protected since."""
    document = codec.from_text(version.document, NetworkDocument)
    there = _people_in_places(session, [place.id for place in document.people])
    people = [found.person for found in people_of_case(session, version.case_id)]
    people += people_of_map(session, version.case_id).values()
    names = {person.name for person in (*people, *there.values()) if person.is_protected(today)}
    places = {place_id for place_id, person in there.items() if person.is_protected(today)}
    return by_role_alone(document, places, names)


def _people_in_places(session: Session, place_ids: Collection[str]) -> dict[str, Person]:
    """Who stands in a place of a map as they are called today, or stood there before they were taken off it."""
    images = select(BeforeImageRow).where(
        BeforeImageRow.table_name == MapPersonRow.__tablename__, BeforeImageRow.row_id.in_(place_ids)
    )
    found = {image.row_id: str(image.image["person_id"]) for image in session.scalars(images) if image.image}
    standing = session.scalars(select(MapPersonRow).where(MapPersonRow.id.in_(place_ids)))
    found |= {row.id: row.person_id for row in standing}
    people = session.scalars(select(PersonRow).where(PersonRow.id.in_(found.values())))
    called = {row.id: to_record(row, Person) for row in people}
    return {place_id: called[person_id] for place_id, person_id in found.items() if person_id in called}


def next_number(session: Session, case_id: str) -> int:
    """The number the next version gets."""
    last = session.scalar(select(func.max(MapVersionRow.number)).where(MapVersionRow.case_id == case_id))
    return (last or 0) + 1


def keep_version(session: Session, case_id: str, document: NetworkDocument, drawn_on: date) -> Changes:
    """Freeze the map as its next numbered version; `document.number` must be that number.

    The working map takes over when, by whom and from whose view the document says it was drawn. Raises `Invalid`.
    """
    demand((*check_text("drawn_by", document.drawn_by), *check_text("viewpoint", document.viewpoint)))
    number = next_number(session, case_id)
    if document.number != number:
        raise ValueError(f"version {document.number} was prepared, {number} is next")
    version = MapVersion(case_id=case_id, number=number, drawn_on=drawn_on, document=codec.to_text(document))
    put(session, MapVersionRow, version)
    for row in rows.where(session, NetworkMapRow, NetworkMapRow.case_id, case_id):
        row.drawn_on, row.drawn_by, row.viewpoint = drawn_on, document.drawn_by, document.viewpoint
    return Changes("map-version-kept", case_ids=frozenset({case_id}))
