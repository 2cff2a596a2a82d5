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
    """One person of the map with their number in the list, their group, the line to the child, and all their lines."""

    number: int
    person: DocumentMapPerson
    sector: str
    own: DocumentRelation | None
    between: tuple[DocumentRelation, ...]


def map_rows(document: NetworkDocument, words: Words) -> tuple[MapRow, ...]:
    """The people of a map in the order of its table."""
    sectors = {sector.key: sector.name.of(words.language) for sector in document.sectors}
    own = {line.to_id: line for line in document.relations if line.from_id is None}
    return tuple(
        MapRow(
            number,
            person,
            sectors[person.sector_key],
            own.get(person.id),
            tuple(r for r in document.relations if r.from_id is not None and person.id in {r.from_id, r.to_id}),
        )
        for number, person in enumerate(in_order(document), 1)
    )


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


def sentence(row: MapRow, child: str, words: Words) -> str:
    """All of a row in a sentence, for the tooltip and for screen readers."""
    person = row.person
    helps = words.tr("can help with {what}", what=person.can_help) if person.can_help.strip() else ""
    parts = (
        called(person, words),
        person.role if person.name else "",
        row.sector,
        words.tr(RING[person.ring]),
        line_in_words(row.own, child, words) if row.own else "",
        helps,
        remarks(person, words),
    )
    return ", ".join(part for part in parts if part)


def columns(words: Words) -> Sequence[Column[MapRow]]:
    """The columns of the list."""
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
            tip=lambda row: called(row.person, words),
            strong=True,
        ),
        Column(
            key="role",
            title=words.tr("Role"),
            text=lambda row: row.person.role,
            tip=lambda row: row.person.role,
        ),
        Column(key="sector", title=words.tr("Group"), text=lambda row: row.sector),
        Column(
            key="ring",
            title=words.tr("Closeness"),
            text=lambda row: words.tr(RING[row.person.ring]),
            sort=lambda row: row.person.ring,
        ),
        Column(
            key="line",
            title=words.tr("Relation"),
            text=lambda row: words.tr(QUALITY[row.own.quality]) if row.own else "–",
        ),
        Column(
            key="help",
            title=words.tr("Can help with"),
            text=lambda row: " ".join(row.person.can_help.split()),
            tip=lambda row: row.person.can_help,
        ),
        Column(
            key="invited",
            title=words.tr("Invited"),
            text=lambda row: "" if row.person.invited is Invitation.NOT_ASKED else choice(words, row.person.invited),
        ),
        Column(key="remarks", title=words.tr("Remarks"), text=lambda row: remarks(row.person, words)),
    )
