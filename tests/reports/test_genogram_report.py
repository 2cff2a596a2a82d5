"""The genogram read back from its PDF."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from app.core.names import Names
from app.core.records.family import CoupleKind
from app.core.records.genogram import GenogramCouple, GenogramDocument, GenogramPerson, Symbol
from app.reports import genogram_wording as wording
from app.reports.genogram_report import genogram_pdf
from app.words import Words
from tests.core.a_family import any_family, family
from tests.reports.prints import ODD, fonts_of, read, sizes_of
from tests.reports.test_golden import check

DANISH, ENGLISH = Words("da"), Words("en")

TOLD = family(
    "morfar:m mormor:f farfar:m far:m mor:f bror:m barn:f søster plejemor:f plejefar:m",
    "morfar+mormor(married 1975)",
    "mor+far(divorced 2008)",
    "plejemor+plejefar(cohabiting)",
    "morfar+mormor>mor",
    "farfar>far",
    "mor+far>bror barn",
    "mor>søster",
    "plejemor+plejefar~barn",
    child="barn",
)
MORE: dict[str, dict[str, object]] = {
    "morfar": {"name": "Erik Vang", "deceased": True, "birth_year": 1950, "role": Names("Morfar", "Grandfather")},
    "mor": {"name": "Mette Hedegaard", "birth_year": 1985, "age": 41},
    "far": {"name": "", "protected": True, "role": Names("Far", "Father")},
    "barn": {"name": "Alma", "birth_year": 2017, "age": 9, "at_home": True},
    "søster": {"name": "Baby", "symbol": Symbol.UNBORN, "term": date(2027, 3, 1)},
    "bror": {"symbol": Symbol.UNKNOWN, "birth_year": 2014, "age": 12},
    "plejemor": {"at_home": True},
    "plejefar": {"at_home": True, "symbol": Symbol.OTHER},
}


def with_more(document: GenogramDocument) -> GenogramDocument:
    people = tuple(dataclasses.replace(person, **MORE.get(person.id, {})) for person in document.people)  # type: ignore[arg-type]  # fields by name
    return dataclasses.replace(document, people=people)


GENOGRAM = with_more(TOLD)


def pages_of(document: GenogramDocument, words: Words = DANISH) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in read(genogram_pdf(document, words)).pages]


def forty(document: GenogramDocument) -> GenogramDocument:
    """With long and odd names."""
    names = (*ODD, "Maximilian-Alexander Østergaard-Christoffersen")
    people = tuple(
        dataclasses.replace(person, name=f"{names[n % len(names)]} {n}", birth_year=1900 + n)
        for n, person in enumerate(document.people)
    )
    return dataclasses.replace(document, people=people)


def test_the_drawing_has_names_years_ages_and_the_whole_legend() -> None:
    drawing = pages_of(GENOGRAM)[0]
    for part in ("Genogram for Alma", "Erik Vang", "f. 1950", "Mette", "41", "f. 2014, 12 år", "ventes marts 2027"):
        assert part in drawing
    legend = [*wording.SYMBOLS.values(), *wording.COUPLES.values(), *wording.CHILDREN.values()]
    for told in legend:
        assert DANISH.tr(told) in drawing
    assert "dobbelt kant: barnet" in drawing


def test_the_table_says_what_the_drawing_shows() -> None:
    table = pages_of(GENOGRAM, ENGLISH)[1]
    for part in (
        "The genogram as a table",
        "Grandparents",
        "mormor, married since 1975",
        "plejemor, living together",
        "plejemor (foster parent)",
        "Alma (foster child)",
        "due March 2027",
        "deceased",
        "lives with the child",
        "the child of the case",
    ):
        assert part in table


def test_a_protected_person_prints_as_the_role_only() -> None:
    drawing, table = pages_of(GENOGRAM)[:2]
    assert "Far" in drawing
    assert "navn og adresse beskyttet" in table
    nameless = dataclasses.replace(
        GENOGRAM, people=tuple(dataclasses.replace(p, role=None) if p.id == "far" else p for p in GENOGRAM.people)
    )
    assert "beskyttet person" in pages_of(nameless)[1]


def test_the_drawing_is_vectors_and_has_words_in_its_place() -> None:
    page = read(genogram_pdf(GENOGRAM, ENGLISH)).pages[0]
    assert not page.images
    assert page.mediabox.width > page.mediabox.height
    told = wording.alternative(GENOGRAM, ENGLISH)
    assert told == (
        "Genogram with 10 people in 3 generations. Alma is the child of Father, Mette Hedegaard, plejemor (foster "
        "parent) and plejefar (foster parent). Alma lives with plejemor and plejefar. The table tells the same."
    )


def test_the_order_in_which_ties_were_entered_changes_nothing() -> None:
    turned = dataclasses.replace(GENOGRAM, parents=GENOGRAM.parents[::-1], couples=GENOGRAM.couples[::-1])
    for person in GENOGRAM.people:
        assert wording.parents(turned, person.id, ENGLISH) == wording.parents(GENOGRAM, person.id, ENGLISH)
        assert wording.partners(turned, person.id, ENGLISH) == wording.partners(GENOGRAM, person.id, ENGLISH)


def test_each_of_forty_people_stands_whole_on_the_drawing() -> None:
    document = forty(any_family(5, 40))
    pdf = genogram_pdf(document, DANISH)
    drawing = " ".join(read(pdf).pages[0].extract_text().split())
    for person in document.people:
        assert person.name.split()[-1] in drawing
    assert min(sizes_of(pdf)) >= 5  # points: the smallest is the question mark in a symbol
    assert all(fonts_of(pdf).values())


def test_a_generation_too_wide_for_any_letters_has_the_numbers_of_the_table() -> None:
    children = " ".join(f"c{n}" for n in range(45))
    document = forty(family(f"mum:f child {children}", f"mum>child {children}"))
    drawing, *tables = pages_of(document, ENGLISH)
    assert "The numbers are those of the table" in drawing
    assert "46" in drawing
    assert "Østergaard-Christoffersen" not in drawing
    assert "Østergaard-Christoffersen" in " ".join(tables)


def test_those_not_tied_yet_are_in_the_table_alone() -> None:
    waiting = GenogramPerson(id="x", name="Ida Krog", role=Names("Kusine", "Cousin"), symbol=Symbol.FEMALE, tied=False)
    document = dataclasses.replace(GENOGRAM, people=(*GENOGRAM.people, waiting))
    drawing, table = pages_of(document, ENGLISH)[:2]
    assert "1 person of the family is in the table alone" in drawing
    assert "Ida Krog" not in drawing
    assert "Not in the drawing yet" in table
    assert "Ida Krog" in table


def test_a_child_alone_says_so() -> None:
    assert "Nobody of the family has been entered yet." in pages_of(family("child"), ENGLISH)[1]


def test_the_same_family_gives_the_same_bytes() -> None:
    first = genogram_pdf(GENOGRAM, DANISH)
    genogram_pdf(forty(any_family(5, 40)), DANISH)
    assert genogram_pdf(GENOGRAM, DANISH) == first


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (None, None, "married"),
        (2001, None, "married since 2001"),
        (None, 2010, "married until 2010"),
        (2001, 2010, "married 2001–2010"),
    ],
)
def test_a_couple_in_words(since: int | None, until: int | None, told: str) -> None:
    couple = GenogramCouple(one_id="a", other_id="b", kind=CoupleKind.MARRIED, since=since, until=until)
    assert wording.couple_in_words(couple, ENGLISH) == told


@pytest.mark.parametrize(
    ("generation", "told"),
    [
        (-5, "Ancestors"),
        (-3, "Great-grandparents"),
        (0, "The child's"),
        (1, "Next"),
        (2, "2 generations on"),
    ],
)
def test_a_generation_in_words(generation: int, told: str) -> None:
    person = dataclasses.replace(GENOGRAM.people[0], generation=generation)
    assert wording.generation_name(person, ENGLISH) == told


def test_a_person_in_a_sentence() -> None:
    person = next(person for person in GENOGRAM.people if person.id == "mor")
    assert wording.sentence(GENOGRAM, person, ENGLISH) == (
        "Mette Hedegaard, 41 years, couple with Father, married from 2008, now divorced, child of morfar and mormor, "
        "parent of bror, Alma and Baby"
    ).replace("morfar", "Erik Vang")


def test_the_genogram_looks_as_it_was_approved() -> None:
    check("genogram", genogram_pdf(GENOGRAM, DANISH))
