"""Network maps as documents, for the tests of their geometry and of what became different."""

from __future__ import annotations

from datetime import date

from app.core.names import Names
from app.core.records.documents import (
    DocumentMapPerson,
    DocumentRelation,
    DocumentSector,
    Letterhead,
    NetworkDocument,
)
from app.core.records.network import Invitation, Ring

SECTORS = ("household", "kin", "school", "leisure", "friends", "professionals")


def person(key: str, sector: str = "kin", ring: Ring = Ring.REGULAR, **values: object) -> DocumentMapPerson:
    """Somebody on the map, called as their id."""
    known: dict[str, object] = {
        "id": key,
        "name": key.title(),
        "role": "",
        "sector_key": sector,
        "ring": ring,
        "angle": None,
        "is_professional": False,
        "deceased": False,
        "can_help": "",
        "invited": Invitation.NOT_ASKED,
        "protected": False,
    }
    return DocumentMapPerson(**{**known, **values})  # type: ignore[arg-type]  # a test gives what it is about


def document(*people: DocumentMapPerson, lines: tuple[DocumentRelation, ...] = ()) -> NetworkDocument:
    """A map of these people."""
    return NetworkDocument(
        head=Letterhead(municipality="", department="", caseworker="", on=date(2026, 3, 3)),
        child_first_name="Alma",
        child_age=9,
        number=None,
        drawn_on=None,
        drawn_by="",
        viewpoint="",
        sectors=tuple(DocumentSector(key=key, name=Names(da=key, en=key)) for key in SECTORS),
        people=people,
        relations=lines,
    )
