"""The extract of a plan for the provider of one measure."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Table, TableStyle

from app.core.records.plan_extract import ExtractDocument
from app.reports.block import Block
from app.reports.goal_card import goal_card
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.palette import colour
from app.reports.row_table import BARE
from app.reports.styles import body, heading, small, style, title
from app.reports.text import Text, texts
from app.reports.wording import PLAN_TITLES, document_date, next_day
from app.words import Words

_LABELS = 104.0
_CLOSER = 0.55  # share of the air between the parts that is left where that saves a sheet


def plan_extract_pdf(document: ExtractDocument, words: Words) -> bytes:
    """The extract as a PDF in the language of `words`; it says of which version it is, and who got it when."""
    plan = words.tr(PLAN_TITLES[document.kind], name=document.child_name)
    name = words.tr("Extract: {plan}", plan=plan)
    sheet = Sheet(
        head=document.head,
        words=words,
        name=name,
        version=words.tr("extract of version {number}", number=document.version),
        foot=name,
    )
    return draw_pdf(
        lambda: _story(document, words, sheet.width, 1.0),
        sheet,
        closer=lambda: _story(document, words, sheet.width, _CLOSER),
    )


def _story(document: ExtractDocument, words: Words, width: float, air: float) -> Iterator[Flowable]:
    yield Text(words.tr(PLAN_TITLES[document.kind], name=document.child_name), title())
    yield Text(_subtitle(document, words), style(size=9.5, shade="muted", after=4))
    yield Text(
        words.tr(
            "This is an extract: what concerns the measure below. The whole plan stays with the child, the parents and"
            " the municipality. It may be used for the measure alone."
        ),
        style(size=9, leading=1.4, after=6 * air),
    )
    yield _facts(document, words, width, air)
    purpose = texts(document.purpose, body())
    if purpose:
        yield Block([Text(words.tr("Why there is a plan"), heading(air)), *purpose])
    yield from _goals(document, words, air)


def _subtitle(document: ExtractDocument, words: Words) -> str:
    return words.tr(
        "Extract of version {number}, valid from {day}",
        number=document.version,
        day=document_date(document.version_on, words),
    )


def _facts(document: ExtractDocument, words: Words, width: float, air: float) -> Table:
    """The measure, who got the extract and when, and when the next follow-up is."""
    measure = document.measure
    since = words.tr("since {date}", date=document_date(measure.start, words))
    parts = (measure.name.of(words.language), since, measure.paragraph.strip())
    given = words.tr(
        "{who}, on {day}", who=" ".join(document.given_to.split()), day=document_date(document.head.on, words)
    )
    facts = [
        (words.tr("Measure"), " · ".join(part for part in parts if part)),
        (words.tr("Given to"), given),
        (words.tr("Caseworker"), document.head.caseworker.strip()),
        (
            words.tr("Next follow-up"),
            next_day(document.next_follow_up, words, is_agreed=document.next_is_agreed)
            if document.next_follow_up
            else "",
        ),
    ]
    value, pad = style(size=9.5, leading=1.4), 3 * air
    return Table(
        [[Text(label, small()), Text(text, value)] for label, text in facts if text],
        colWidths=(_LABELS, width - _LABELS),
        splitInRow=1,
        style=TableStyle(
            [
                *BARE,
                ("TOPPADDING", (0, 0), (0, -1), pad + 1.7),  # on the line of the larger letters beside
                ("TOPPADDING", (1, 0), (1, -1), pad),
                ("BOTTOMPADDING", (0, 0), (-1, -1), pad + 0.5),
                ("LINEABOVE", (0, 0), (-1, -1), 0.5, colour("line")),
                ("LINEBELOW", (0, -1), (-1, -1), 0.5, colour("line")),
            ]
        ),
    )


def _goals(document: ExtractDocument, words: Words, air: float) -> Iterator[Flowable]:
    child = document.child_first_name
    cards: list[Flowable] = [goal_card(one.number, one.goal, child, words, air) for one in document.goals]
    if not cards:
        cards.append(Text(words.tr("No goal of the plan concerns this measure."), body()))
    heading_text = words.trn(
        "The goal that concerns the measure", "The goals that concern the measure", len(document.goals)
    )
    yield Block([Text(heading_text, heading(air)), cards[0]], after=cards[0].getSpaceAfter())
    yield from cards[1:]
