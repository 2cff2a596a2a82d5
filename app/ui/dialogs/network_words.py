"""A network map in rows and words: what the list says of each person, the same as the drawing shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.network_editing import reversed_support
from app.core.records.documents import DocumentMapPerson, DocumentRelation, NetworkDocument
from app.core.records.network import Invitation, Support
from app.labels import choice
from app.reports.network_report import in_order
from app.reports.wording import QUALITY, RING
from app.ui.widgets.table_model import Column
from app.words import Words


@dataclass(frozen=True, slots=True)
class MapRow:
    """One person of the map with their number in the list, their group, the line to the child, and all their lines.

    `told` is all of it in a sentence.
    """

    number: int
    person: DocumentMapPerson
    sector: str
    own: DocumentRelation | None
    between: tuple[DocumentRelation, ...]
    told: str


def map_rows(document: NetworkDocument, words: Words) -> tuple[MapRow, ...]:
    """The people of a map in the order of its table."""
    sectors = {sector.key: sector.name.of(words.language) for sector in document.sectors}
    own = {line.to_id: line for line in document.relations if line.from_id is None}
    rows = []
    for number, person in enumerate(in_order(document), 1):
        sector, line = sectors[person.sector_key], own.get(person.id)
        between = tuple(r for r in document.relations if r.from_id is not None and person.id in {r.from_id, r.to_id})
        told = _sentence(person, sector, line, document.child_first_name, words)
        rows.append(MapRow(number, person, sector, line, between, told))
    return tuple(rows)


def called(person: DocumentMapPerson, words: Words) -> str:
    """The name, or the role alone where a kept version protects the name."""
    return person.name or person.role or words.tr("protected person")


def line_in_words(line: DocumentRelation | None, child: str, words: Words) -> str:
    """The line to the child as seen from the person: "strong, supports Alma"."""
    if line is None:
        return "–"
    support = support_in_words(reversed_support(line.support), words.tr("this person"), child, words)
    return ", ".join(part for part in (words.tr(QUALITY[line.quality]), support) if part)


def support_in_words(support: Support, one: str, other: str, words: Words) -> str:
    """Who supports whom; "" for nobody."""
    match support:
        case Support.GIVEN:
            return words.tr("supports {name}", name=other)
        case Support.RECEIVED:
            return words.tr("is supported by {name}", name=other)
        case Support.BOTH:
            return words.tr("support both ways")
        case _:
            return ""


def remarks(person: DocumentMapPerson, words: Words) -> str:
    """What else is to know."""
    found = (
        words.tr("professional") if person.is_professional else "",
        words.tr("deceased") if person.deceased else "",
        words.tr("name and address protected") if person.protected else "",
    )
    return ", ".join(part for part in found if part)


def _sentence(person: DocumentMapPerson, sector: str, line: DocumentRelation | None, child: str, words: Words) -> str:
    """What is said of a person on hover and to screen readers, in the list as in the drawing."""
    helps = words.tr("can help with {what}", what=person.can_help) if person.can_help.strip() else ""
    asked = words.tr("network meeting: {answer}", answer=choice(words, person.invited))
    parts = (
        called(person, words),
        person.role if person.name else "",
        sector,
        words.tr(RING[person.ring]),
        line_in_words(line, child, words) if line else "",
        helps,
        asked if person.invited is not Invitation.NOT_ASKED else "",
        remarks(person, words),
    )
    return ", ".join(part for part in parts if part)


def columns(words: Words) -> Sequence[Column[MapRow]]:
    """The columns of the list: what a glance beside the drawing takes in; the rest stands below it and on hover."""
    return (
        Column(
            key="number",
            title=words.tr("No."),
            text=lambda row: str(row.number),
            sort=lambda row: row.number,
            right=True,
        ),
        Column(
            key="name",
            title=words.tr("Name"),
            text=lambda row: called(row.person, words),
            tip=lambda row: row.told,
            strong=True,
        ),
        Column(
            key="role",
            title=words.tr("Role"),
            text=lambda row: row.person.role,
            tip=lambda row: row.told,
        ),
        Column(
            key="ring",
            title=words.tr("Closeness"),
            text=lambda row: words.tr(RING[row.person.ring]),
            sort=lambda row: row.person.ring,
            tip=lambda row: row.told,
        ),
    )
