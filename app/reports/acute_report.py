"""The acute-contact sheet: one page with all that somebody needs at night who has never met the child."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from app.core.records.acute import AcuteDocument, AcutePerson
from app.reports.block import Block
from app.reports.fonts import Face
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.row_table import FactTable, Row, RowTable
from app.reports.styles import body, heading, small, style, title
from app.reports.text import Text, texts
from app.reports.wording import document_date
from app.words import Words

_SIZE, _PAD = 9.5, 2.2
_PHONE, _ROLE = 130.0, 150.0
_CLOSER = 0.4  # share of the air between the parts that is left where that saves a page


def acute_pdf(document: AcuteDocument, words: Words) -> bytes:
    """The sheet as a PDF in the language of `words`. It holds telephone numbers and addresses, and no CPR number."""
    sheet = Sheet(
        head=document.head,
        words=words,
        name=words.tr("Acute-contact sheet for {name}", name=document.child_name),
        version=document_date(document.head.on, words),
        foot=words.tr("For the on-call service and the team alone. Never for the family. Shred it after use."),
    )
    return draw_pdf(
        lambda: _story(document, words, sheet, 1.0), sheet, closer=lambda: _story(document, words, sheet, _CLOSER)
    )


def _story(document: AcuteDocument, words: Words, sheet: Sheet, air: float) -> Iterator[Flowable]:
    yield Text(sheet.name, title())
    yield Text(" · ".join(_who(document, words)), body())
    if document.child_protected:
        told = (
            words.tr("Name and address are protected. The address stands on this sheet: tell it to nobody.")
            if document.shows_protected
            else words.tr("Name and address are protected; the address is left out here. Ask the caseworker.")
        )
        yield Text(told, style(Face.STRONG, _SIZE, "over", leading=1.4, before=2, after=2))
    yield from _titled(words.tr("Where the child is"), air, _facts(_where(document, words), sheet))
    yield from _titled(words.tr("What to know"), air, _facts(_known(document, words), sheet))
    yield Text(_confirmed(document, words), style(size=8, shade="muted", leading=1.35, before=3))
    yield from _titled(words.tr("Whom to call"), air, _people(document, words, sheet))


def _titled(text: str, air: float, *content: Flowable) -> Iterator[Flowable]:
    yield Block([Text(text, heading(air)), *content])


def _facts(facts: list[tuple[str, str]], sheet: Sheet) -> FactTable:
    return FactTable([(label, text.splitlines()) for label, text in facts], sheet.width, _cell(), _PAD)


def _who(document: AcuteDocument, words: Words) -> Iterator[str]:
    if document.birth_date is not None and document.age is not None:
        yield words.trn("{n} year", "{n} years", document.age)
        yield words.tr("born {date}", date=document_date(document.birth_date, words))
    elif document.term is not None:
        yield words.tr("expected {date}", date=document_date(document.term, words))
    if document.municipal_number:
        yield words.tr("case {number}", number=document.municipal_number)


def _where(document: AcuteDocument, words: Words) -> list[tuple[str, str]]:
    """Home and school, each with what it can be called by; what nobody noted is said, for it is looked for."""
    unknown = words.tr("not noted")
    home = document.home
    lines = [home.provider, home.place if home.place != home.provider else "", document.address]
    if home.measure is not None:
        since = words.tr("since {date}", date=document_date(home.since, words)) if home.since else ""
        lines = [", ".join(part for part in (home.measure.of(words.language), since) if part), *lines]
    elif with_child := ", ".join(one.name for one in document.people if one.lives_with_child):
        lines = [words.tr("At home with {names}", names=with_child), *lines]
    hidden = document.child_protected and not document.shows_protected
    left_out = words.tr("left out, protected") if hidden else ""
    facts = document.facts
    return [
        (words.tr("Lives"), "\n".join(line for line in (*lines, left_out) if line.strip()) or unknown),
        (words.tr("Telephone there"), facts.place_phone or left_out or unknown),
        (words.tr("School or day care"), document.school or left_out or unknown),
        (words.tr("Telephone of school or day care"), facts.school_phone or left_out or unknown),
        (words.tr("May fetch the child"), facts.may_fetch or unknown),
    ]


def _people(document: AcuteDocument, words: Words, sheet: Sheet) -> RowTable:
    head = style(Face.STRONG, 8, "muted", leading=1.3)
    titles = (words.tr("Who"), words.tr("Is to the child"), words.tr("Telephone"))
    rows: list[Row] = [[Text(text, head) for text in titles]]
    rows += [_person(one, words) for one in document.people]
    rows.append(_row(document.head.caseworker, words.tr("Caseworker"), document.worker_phone, words))
    if document.team_leader:
        rows.append(_row(document.team_leader, words.tr("Team leader"), "", words))
    return RowTable(rows, (None, _ROLE, _PHONE), air=2.4)


def _person(person: AcutePerson, words: Words) -> Row:
    role = person.role.of(words.language)
    about = [
        words.tr("has custody") if person.has_custody else "",
        words.tr("lives with the child") if person.lives_with_child else "",
        words.tr("address protected") if person.protected else "",
    ]
    told = ", ".join(part for part in (role, *about) if part)
    below = [person.title, " ".join(person.address.split())]
    name: list[Flowable] = [Text(person.name or role, style(Face.STRONG, _SIZE, leading=1.35))]
    name += [Text(line, small()) for line in below if line]
    phones = [Text(number, _strong()) for number in person.phones]
    return [name, Text(told, _cell()), phones or Text(words.tr("no telephone number noted"), small())]


def _row(name: str, role: str, phone: str, words: Words) -> Row:
    phones = texts(phone, _strong()) or Text(words.tr("no telephone number noted"), small())
    return [Text(name, style(Face.STRONG, _SIZE, leading=1.35)), Text(role, _cell()), phones]


def _known(document: AcuteDocument, words: Words) -> list[tuple[str, str]]:
    facts, unknown = document.facts, words.tr("not noted")
    return [
        (words.tr("Health, allergy, medicine"), facts.health or unknown),
        (words.tr("Risks"), facts.risks or unknown),
        (words.tr("What calms the child"), facts.calms or unknown),
        (words.tr("Must not be told or called"), facts.not_told or unknown),
    ]


def _confirmed(document: AcuteDocument, words: Words) -> str:
    """When somebody last said that it still holds."""
    facts = document.facts
    if facts.confirmed_on is None:
        return words.tr("Nobody has confirmed this yet.")
    day = document_date(facts.confirmed_on, words)
    if not facts.confirmed_with:
        return words.tr("Confirmed {date}.", date=day)
    return words.tr("Confirmed {date} with {name}.", date=day, name=facts.confirmed_with)


def _cell() -> ParagraphStyle:
    return style(size=_SIZE, leading=1.35)


def _strong() -> ParagraphStyle:
    return style(Face.STRONG, _SIZE, leading=1.35)
