"""The genogram on paper: a drawing that fills the sheet, and the same content as a table after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, PageBreak, Spacer

from app.core.records.genogram import GenogramDocument, GenogramPerson
from app.reports import genogram_wording as wording
from app.reports.fonts import Face
from app.reports.genogram_drawing import GenogramDrawing
from app.reports.layout import draw_pdf
from app.reports.page import LANDSCAPE, Sheet
from app.reports.row_table import Row, RowTable
from app.reports.styles import body, small, style
from app.reports.text import Text, texts
from app.reports.wording import document_date
from app.words import Words

_TITLE = 40.0  # points the title takes over the drawing
_AIR, _CLOSER = 3.0, 1.6  # over and under a row of the table; less where that saves a page


def genogram_pdf(document: GenogramDocument, words: Words) -> bytes:
    """The genogram as a PDF in the language of `words`."""
    sheet = Sheet(
        head=document.head,
        words=words,
        name=words.tr("Genogram for {name}", name=document.child_first_name),
        version="",
        foot=words.tr("As known on {date}", date=document_date(document.head.on, words)),
        size=LANDSCAPE,
    )
    return draw_pdf(
        lambda: _story(document, words, sheet, _AIR),
        sheet,
        whole=1,
        closer=lambda: _story(document, words, sheet, _CLOSER),
    )


def _story(document: GenogramDocument, words: Words, sheet: Sheet, air: float) -> Iterator[Flowable]:
    people = wording.in_table_order(document)
    numbers = {person.id: number for number, person in enumerate(people, 1)}
    drawing = GenogramDrawing(document, numbers, words, (sheet.width, sheet.height - _TITLE))
    yield Text(sheet.name, style(Face.STRONG, 16, leading=1.15, after=2, tag="H1"))
    yield Text(_subtitle(document, drawing, words), small())
    yield drawing
    yield PageBreak()
    yield Text(words.tr("The genogram as a table"), style(Face.STRONG, 14, leading=1.2, after=2, tag="H2"))
    yield Text(words.tr("Each generation begins with the eldest."), small())
    if len(people) < 2:
        yield Text(words.tr("Nobody of the family has been entered yet."), body())
        return
    yield Spacer(1, 8)
    yield _table(document, people, words, air)


def _subtitle(document: GenogramDocument, drawing: GenogramDrawing, words: Words) -> str:
    if drawing.names_left_out:
        return words.tr("The numbers are those of the table, where the names stand.")
    waiting = sum(not person.tied for person in document.people)
    if waiting:
        told = words.trn(
            "{n} person of the family is in the table alone: nobody has told yet where they belong.",
            "{n} people of the family are in the table alone: nobody has told yet where they belong.",
            waiting,
        )
        return told
    return words.tr("The number in a symbol is the age.")


def _table(document: GenogramDocument, people: Sequence[GenogramPerson], words: Words, air: float) -> RowTable:
    head = style(Face.STRONG, 8, "muted", leading=1.3)
    cell, strong = style(size=8.5, leading=1.3), style(Face.STRONG, 8.5, leading=1.3)
    titles = (
        words.tr("No."),
        words.tr("Name"),
        words.tr("Is to {name}", name=document.child_first_name),
        words.tr("Generation"),
        words.tr("Born"),
        words.tr("Couple with"),
        words.tr("Parents"),
        words.tr("Children"),
        words.tr("Remarks"),
    )
    rows: list[Row] = [[Text(title, head) for title in titles]]
    for number, person in enumerate(people, 1):
        rows.append(
            [
                Text(str(number), cell),
                texts(wording.called(person, words), strong),
                Text(words.tr("the child of the case") if person.is_child else wording.role_of(person, words), cell),
                Text(wording.generation_name(person, words), cell),
                Text(_born(person, words), cell),
                [Text(one, cell) for one in wording.partners(document, person.id, words)],
                [Text(one, cell) for one in wording.parents(document, person.id, words)],
                [Text(one, cell) for one in wording.children(document, person.id, words)],
                Text(_remarks(person, words), cell),
            ]
        )
    return RowTable(rows, (24, 116, 80, 76, 54, 146, 88, None, 86), air=air, named=1)


def _born(person: GenogramPerson, words: Words) -> str:
    if person.term is not None or person.birth_year is None:
        return wording.year_of(person, words)
    age = words.trn("{n} year", "{n} years", person.age) if person.age is not None else ""
    return ", ".join(part for part in (str(person.birth_year), age) if part)


def _remarks(person: GenogramPerson, words: Words) -> str:
    symbol = words.tr(wording.SYMBOLS[person.symbol])
    return ", ".join(part for part in (symbol, wording.remarks(person, words)) if part)
