"""The network map on paper: a drawing that fills the sheet, and the same content as a table after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from app.core.network_editing import reversed_support
from app.core.records.documents import DocumentMapPerson, DocumentRelation, NetworkDocument
from app.core.role_names import read_in
from app.reports.fonts import Face
from app.reports.layout import draw_pdf
from app.reports.network_drawing import NetworkDrawing, map_facts
from app.reports.page import LANDSCAPE, Sheet
from app.reports.row_table import Row, RowTable
from app.reports.styles import body, heading, small, style
from app.reports.text import Text, texts
from app.reports.wording import INVITED, QUALITY, RING, SUPPORT, document_date
from app.words import Words

_ROLE = 131.0  # points, so that the longest role of the catalogue is not broken


def network_pdf(document: NetworkDocument, words: Words) -> bytes:
    """The map as a PDF in the language of `words`; a draft, which has no number, is marked as one."""
    document = read_in(document, words.language)
    name = words.tr("Network map for {name}", name=document.child_first_name)
    number = document.number
    version = words.tr("draft") if number is None else words.tr("version {number}", number=number)
    day = document.drawn_on
    sheet = Sheet(
        head=document.head,
        words=words,
        name=name,
        version=version,
        foot=words.tr("Drawn on {date}", date=document_date(day, words)) if day else "",
        size=LANDSCAPE,
        is_draft=number is None,
    )
    return draw_pdf(lambda: _story(document, words, sheet), sheet, whole=1)


def _story(document: NetworkDocument, words: Words, sheet: Sheet) -> Iterator[Flowable]:
    people = in_order(document)
    numbers = {person.id: number for number, person in enumerate(people, 1)}
    yield NetworkDrawing(document, numbers, words, (sheet.width, sheet.height))
    yield PageBreak()
    yield Text(words.tr("The network as a table"), style(Face.STRONG, 14, leading=1.2, after=2, tag="H2"))
    for line in map_facts(document, words):
        yield Text(line, small())
    if not people:
        yield Text(words.tr("Nobody has been put on the map yet."), body())
        return
    yield Spacer(1, 8)
    yield _people_table(document, people, words)
    between = [relation for relation in document.relations if relation.from_id is not None]
    if between:
        yield CondPageBreak(80)
        yield Text(words.tr("Between others"), heading())
        yield _between_table(document, between, words)


def in_order(document: NetworkDocument) -> list[DocumentMapPerson]:
    """The people as the table numbers them: by sector, then from close to distant, then as they were added."""
    sectors = {sector.key: index for index, sector in enumerate(document.sectors)}
    return sorted(document.people, key=lambda person: (sectors[person.sector_key], person.ring))


def _people_table(document: NetworkDocument, people: Sequence[DocumentMapPerson], words: Words) -> RowTable:
    head = style(Face.STRONG, 8, "muted", leading=1.3)
    titles = (
        words.tr("No."),
        words.tr("Name"),
        words.tr("Role"),
        words.tr("Group"),
        words.tr("Closeness"),
        words.tr("Relation to {name}", name=document.child_first_name),
        words.tr("Can help with"),
        words.tr("Invited"),
    )
    sectors = {sector.key: sector.name.of(words.language) for sector in document.sectors}
    own = {
        # The row is the person's, so that "gives support" is what the person gives to the child.
        relation.to_id: replace(relation, support=reversed_support(relation.support))
        for relation in document.relations
        if relation.from_id is None
    }
    rows: list[Row] = [[Text(title, head) for title in titles]]
    for number, person in enumerate(people, 1):
        rows.append(_row(number, person, sectors[person.sector_key], own.get(person.id), words))
    return RowTable(rows, (26, 143, _ROLE, 100, 54, 104, None, 52), air=3, named=1)


def _row(number: int, person: DocumentMapPerson, sector: str, own: DocumentRelation | None, words: Words) -> Row:
    """One person; `own` is the line to the child as seen from them."""
    cell, strong = style(size=8.5, leading=1.3), style(Face.STRONG, 8.5, leading=1.3)
    names = texts(called(person, words), strong)
    if person.deceased:
        names.append(Text(words.tr("deceased"), cell))
    group = [Text(sector, cell)]
    if person.is_professional:
        group.append(Text(words.tr("professional"), small()))
    return [
        Text(str(number), cell),
        names,
        texts(person.role, cell),
        group,
        Text(words.tr(RING[person.ring]), cell),
        Text(_relation(own, words), cell),
        texts(person.can_help, cell),
        Text(words.tr(INVITED[person.invited]) if INVITED[person.invited] else "", cell),
    ]


def _between_table(document: NetworkDocument, relations: Sequence[DocumentRelation], words: Words) -> RowTable:
    head, cell = style(Face.STRONG, 8, "muted", leading=1.3), style(size=8.5, leading=1.3)
    names = {person.id: called(person, words) for person in document.people}
    rows: list[Row] = [[Text(title, head) for title in (words.tr("From"), words.tr("To"), words.tr("Relation"))]]
    for relation in relations:
        first = names[relation.from_id] if relation.from_id else ""
        rows.append([Text(first, cell), Text(names[relation.to_id], cell), Text(_relation(relation, words), cell)])
    return RowTable(rows, (250, 250, None), air=3)


def called(person: DocumentMapPerson, words: Words) -> str:
    """What a print calls a person: the name, or the role alone where address and name are protected."""
    return person.name or person.role or words.tr("protected person")


def _relation(relation: DocumentRelation | None, words: Words) -> str:
    if relation is None:
        return "–"
    support = SUPPORT[relation.support]
    return ", ".join(
        part for part in (words.tr(QUALITY[relation.quality]), words.tr(support) if support else "") if part
    )
