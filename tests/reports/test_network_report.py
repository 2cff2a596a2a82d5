"""The network map read back from its PDF."""

from __future__ import annotations

import dataclasses
import io
from itertools import combinations

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.core.catalogue import Catalogue
from app.core.network_answers import Dot
from app.core.network_layout import Point
from app.core.records.documents import NetworkDocument
from app.core.records.network import Invitation, Ring
from app.reports.network_marks import draw_answer
from app.reports.network_report import network_pdf
from app.services.catalogue import shipped_rows
from app.words import Words
from tests.reports.prints import SECTORS, filled_to, fonts_of, map_person, read
from tests.reports.spoken import Spoken
from tests.reports.test_golden import first_page

DANISH = Words("da")


def pages_of(document: NetworkDocument) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in read(network_pdf(document, DANISH)).pages]


def test_the_drawing_has_names_sectors_rings_and_legend(network: NetworkDocument) -> None:
    drawing, _ = pages_of(network)
    for part in ("Netværkskort for Alma", "9 år", "Mormor", "kin da", "tæt", "fjern", "anspændt", "kan hjælpe", "død"):
        assert part in drawing


def test_the_table_says_what_the_drawing_shows(network: NetworkDocument) -> None:
    _, table = pages_of(network)
    for part in (
        "Netværket som tabel",
        "Ringer hver aften",
        "stærk, får støtte",
        "Mellem andre",
        "household da",
        "død",
    ):
        assert part in table


def test_a_protected_person_prints_as_the_role_only(network: NetworkDocument) -> None:
    far = next(person for person in network.people if person.protected)
    nameless = dataclasses.replace(far, role="")
    others = tuple(p for p in network.people if not p.protected)
    assert "beskyttet person" in pages_of(dataclasses.replace(network, people=(*others, nameless)))[1]
    assert "Far" in pages_of(network)[0]


def test_the_drawing_is_vectors(network: NetworkDocument) -> None:
    assert not read(network_pdf(network, DANISH)).pages[0].images


@pytest.mark.parametrize("number", range(0, 40, 7))
def test_each_of_forty_people_stands_whole_on_the_drawing(crowded_network: NetworkDocument, number: int) -> None:
    drawing = pages_of(crowded_network)[0]
    if "محمد" not in crowded_network.people[number].name:
        last = crowded_network.people[number].name.split()[-1]
        assert last in drawing


def test_forty_people_fill_their_pages(crowded_network: NetworkDocument) -> None:
    pdf = network_pdf(crowded_network, DANISH)
    drawing, *tables = filled_to(pdf)
    assert drawing > 0.9
    assert min(tables[:-1]) > 0.75
    assert all(fonts_of(pdf).values())


def test_landscape_title_and_draft(crowded_network: NetworkDocument) -> None:
    pdf = read(network_pdf(crowded_network, Words("en")))
    assert pdf.pages[0].mediabox.width > pdf.pages[0].mediabox.height
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Network map for Alma"
    assert "Draft" in pdf.pages[0].extract_text()


def test_an_empty_map_says_so(network: NetworkDocument) -> None:
    empty = dataclasses.replace(network, people=(), relations=(), drawn_on=None, drawn_by="", viewpoint="")
    assert "Der er ikke sat nogen på kortet endnu." in pages_of(empty)[1]


def test_the_same_map_gives_the_same_bytes(network: NetworkDocument, crowded_network: NetworkDocument) -> None:
    first = network_pdf(network, DANISH)
    network_pdf(crowded_network, DANISH)
    assert network_pdf(network, DANISH) == first


def test_the_longest_role_of_the_catalogue_is_not_broken(network: NetworkDocument) -> None:
    longest = "Forældremyndighedsindehaver"
    assert longest in {role.names.da for role in Catalogue.from_rows(shipped_rows()).roles(network.head.on)}
    person = dataclasses.replace(network.people[0], role=longest)
    assert longest in pages_of(dataclasses.replace(network, people=(person, *network.people[1:])))[1]


def test_the_table_names_professionals_alone(network: NetworkDocument) -> None:
    _, table = pages_of(network)
    assert table.count("fagperson") == sum(person.is_professional for person in network.people)
    assert "privatperson" not in table


def test_twenty_people_are_a_drawing_and_one_table(network: NetworkDocument) -> None:
    people = tuple(map_person(n, f"Person {n}", SECTORS[n % 5], Ring(n % 3 + 1), role="Nabo") for n in range(20))
    assert len(read(network_pdf(dataclasses.replace(network, people=people, relations=()), DANISH)).pages) == 2


def answering(network: NetworkDocument, *answers: Invitation) -> NetworkDocument:
    """The map with the first people's answers; nobody else was asked."""
    unasked = (dataclasses.replace(one, invited=Invitation.NOT_ASKED) for one in network.people[len(answers) :])
    asked = (dataclasses.replace(one, invited=answer) for one, answer in zip(network.people, answers, strict=False))
    return dataclasses.replace(network, people=(*asked, *unasked))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("da", {Invitation.ASKED: "netværksmøde: spurgt", Invitation.YES: "netværksmøde: ja"}),
        ("en", {Invitation.ASKED: "network meeting: asked", Invitation.NO: "network meeting: no"}),
    ],
)
def test_the_legend_tells_of_the_answers_that_are_there(
    network: NetworkDocument, language: str, told: dict[Invitation, str]
) -> None:
    meeting = next(iter(told.values())).partition(":")[0]
    drawing = read(network_pdf(answering(network, *told), Words(language))).pages[0].extract_text()
    assert all(part in drawing for part in told.values())
    assert drawing.count(meeting) == len(told)
    assert meeting not in read(network_pdf(answering(network), Words(language))).pages[0].extract_text()


def test_the_drawing_is_read_with_how_many_are_asked_and_what_they_said(network: NetworkDocument) -> None:
    def heard(language: str, *answers: Invitation) -> str:
        (figure,) = Spoken(network_pdf(answering(network, *answers), Words(language))).of("Figure")
        return figure.alternative

    yes, no, asked = Invitation.YES, Invitation.NO, Invitation.ASKED
    told = heard("en", yes, asked, no, yes)
    assert "4 people are asked to the network meeting. 2 have said yes. 1 has said no. The table" in told
    assert "1 person er inviteret til netværksmødet. Tabellen" in heard("da", asked)
    assert "said" not in heard("en", asked, asked)
    assert "network meeting" not in heard("en")


def test_answers_are_told_apart_without_colour() -> None:
    pictures = []
    for answer in (Invitation.ASKED, Invitation.YES, Invitation.NO):
        into = io.BytesIO()
        canvas = Canvas(into, pagesize=(20, 20), initialFontName="Helvetica")
        draw_answer(canvas, answer, Dot(Point(10, 10), 4.0))
        canvas.save()
        pictures.append(first_page(into.getvalue()))
    for one, other in combinations(pictures, 2):
        assert _unlike(one, other) > 8


def _unlike(one: Image.Image, other: Image.Image) -> int:
    """How many points of two pictures in grey differ by more than a shade."""
    return sum(abs(a - b) > 60 for a, b in zip(one.tobytes(), other.tobytes(), strict=True))
