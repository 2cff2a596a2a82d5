"""What a screen reader is told where a print is hardest: over pages, in other scripts, in narrow cells, when empty."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import outloud
import pypdfium2
import pytest
from reportlab.platypus import Flowable

from app.core.records.documents import NetworkDocument, PlanDocument, SummaryDocument
from app.core.records.network import Ring
from app.reports.card import Card
from app.reports.figure import Figure
from app.reports.layout import draw_pdf
from app.reports.network_report import network_pdf
from app.reports.page import Sheet
from app.reports.plan_report import plan_pdf
from app.reports.row_table import FactTable, RowTable
from app.reports.styles import body, heading, title
from app.reports.summary_report import summary_pdf
from app.reports.tags import with_artifacts
from app.reports.text import Text
from app.words import Words
from tests.reports.prints import HEAD, LONG, ODD, goal, map_person, summary_row
from tests.reports.spoken import Element, Spoken

DANISH = Words("da")
SHEET = Sheet(head=HEAD, words=DANISH, name="Prøve", version="")
WORDS = " ".join(f"ord{number}" for number in range(1200))
SENTENCES = [f"Mål nummer {n}: {LONG[:n]}{LONG[n + 7 :]}" for n in range(0, 200, 8)]  # no two lines are the same


def printed(*content: Flowable, sheet: Sheet = SHEET) -> Spoken:
    return Spoken(draw_pdf(lambda: [Text("Prøve", title()), *content], sheet))


def pages(element: Element) -> list[int]:
    return sorted({mark.page for mark in element.marks()})


def test_a_paragraph_over_two_pages_is_read_as_one() -> None:
    spoken = printed(Text(WORDS * 3, body()))
    (paragraph,) = spoken.of("P")
    assert len(pages(paragraph)) > 1
    assert spoken.text(paragraph) == WORDS * 3


def test_a_card_over_two_pages_keeps_its_paragraphs() -> None:
    spoken = printed(Card([Text(WORDS, body()), Text(WORDS, body()), Text(WORDS, body())]))
    assert [spoken.text(paragraph) for paragraph in spoken.of("P")] == [WORDS] * 3


def test_a_table_over_pages_is_one_table_whose_head_is_read_once() -> None:
    rows: list[list[Flowable | list[Flowable]]] = [[Text(name, body()) for name in ("Hvad", "Hvem", "Hvornår")]]
    rows += [
        [Text(f"{n} {WORDS[:1500]}", body()), Text(f"Mor {n}", body()), Text(f"uge {n}", body())] for n in range(9)
    ]
    spoken = printed(RowTable(rows, (None, 100, 100)))
    (table,) = spoken.of("Table")
    assert len(pages(table)) > 1
    assert len(spoken.of("TR")) == len(rows)
    assert [spoken.text(cell) for cell in spoken.of("TH")[:3]] == ["Hvad", "Hvem", "Hvornår"]
    assert [spoken.text(cell) for cell in spoken.of("TH")[3:]] == [f"{n} {WORDS[:1500]}".strip() for n in range(9)]
    assert [spoken.text(cell) for cell in spoken.of("TD")[::2]] == [f"Mor {n}" for n in range(9)]


def test_a_fact_over_two_pages_stays_with_its_label() -> None:
    spoken = printed(FactTable([("Hvorfor", ["kort"]), ("Hvordan", [WORDS, WORDS])], SHEET.width, body(), 3))
    assert [spoken.text(cell) for cell in spoken.of("TH")] == ["Hvorfor", "Hvordan"]
    assert {cell.attribute("/Scope") for cell in spoken.of("TH")} == {"/Row"}
    assert [spoken.text(cell) for cell in spoken.of("TD")] == ["kort", f"{WORDS} {WORDS}"]
    assert [spoken.text(paragraph) for paragraph in spoken.of("P")] == [WORDS, WORDS]


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_read_copied_and_found_as_they_were_typed(name: str) -> None:
    spoken = printed(Text(name, heading()), Text(f"Her er {name}, som kommer.", body()))
    shown = name.replace("\u202e", "").replace("\u200f", "").replace("  ", " ")
    assert spoken.text(spoken.of("H2")[0]) in {name, shown}
    assert spoken.text(spoken.of("P")[0]) in {f"Her er {name}, som kommer.", f"Her er {shown}, som kommer."}


def test_arabic_is_copied_as_letters_and_not_as_their_joined_forms() -> None:
    pdf = draw_pdf(lambda: [Text("Navn", title()), Text("Hej محمد علي, § 91 og Оксана", body())], SHEET)
    document = pypdfium2.PdfDocument(pdf)
    assert "Hej محمد علي, § 91 og Оксана" in document[0].get_textpage().get_text_range()
    document.close()


def test_a_word_that_had_to_be_broken_is_read_whole() -> None:
    word = "Specialbørnehaveklasseleder"
    head: list[Flowable | list[Flowable]] = [Text("Hvem", body()), Text("Hvad", body())]
    spoken = printed(RowTable([head, [Text(f"{word} § 91", body()), Text("kommer", body())]], (70, None)))
    assert spoken.text(spoken.of("TD")[0]) == f"{word} § 91"
    drawn = "".join(piece.drawn for piece in spoken.painted)
    assert word not in drawn


def test_words_at_the_end_of_a_line_do_not_run_together() -> None:
    spoken = printed(Text(WORDS, body()))
    assert (
        "".join(piece.drawn for piece in spoken.painted if piece.mark and "ord7" in piece.drawn).split()
        == WORDS.split()
    )


def test_a_drawing_without_words_is_decoration() -> None:
    class Dot(Figure):
        def draw(self) -> None:
            self.canv.circle(5, 5, 5)

    told = Dot()
    told.width = told.height = 10
    told.alternative = "En prik"
    plain = Dot()
    spoken = printed(told, plain)
    (figure,) = spoken.of("Figure")
    assert figure.alternative == "En prik"
    left, low, right, high = map(float, figure.attribute("/BBox"))
    assert (right - left, high - low) == (10, 10)
    assert all(piece.mark or piece.is_artifact for piece in spoken.painted)


def test_what_is_painted_outside_the_content_becomes_an_artifact() -> None:
    code = ["q", "n 0 0 m 1 1 l S", "/P<</MCID 0>>BDC", "BT (a) Tj ET", "EMC", "n", "0 0 m", "S", "Q", "1 0 0 rg"]
    assert with_artifacts(code) == [
        *("q", "/Artifact BMC", "n 0 0 m 1 1 l S", "EMC", "/P<</MCID 0>>BDC", "BT (a) Tj ET", "EMC"),
        *("/Artifact BMC", "n", "0 0 m", "S", "EMC", "Q", "1 0 0 rg"),
    ]


def hard_plan(plan: PlanDocument) -> bytes:
    """25 goals of 2,000 characters of which no two lines are the same."""
    goals = tuple(goal(goal=text, own_words=f"{n}: {ODD[n % len(ODD)]}") for n, text in enumerate(SENTENCES))
    hard = dataclasses.replace(plan, child_first_name=ODD[0], child_name=ODD[1], goals=goals, purpose=SENTENCES[0])
    return plan_pdf(hard, DANISH)


def hard_network(network: NetworkDocument) -> bytes:
    """40 people with long names in many scripts, one of them protected."""
    names = ("Maximilian-Alexander Østergaard-Christoffersen-Hjortshøj", *ODD)
    keys = [sector.key for sector in network.sectors]
    people = tuple(
        map_person(n, f"{names[n % len(names)]} {n}" if n else "", keys[n % 6], Ring(n % 3 + 1), protected=not n)
        for n in range(40)
    )
    return network_pdf(dataclasses.replace(network, people=people, relations=()), DANISH)


def hard_summary(summary: SummaryDocument) -> bytes:
    """25 children with names of 60 characters and odd ones."""
    names = (*ODD, "Wilhelmina-Alexandrine Sørensdatter von Østergård-Frederiksen")
    rows = tuple(summary_row(n, name=f"{names[n % len(names)]} {n}") for n in range(25))
    return summary_pdf(dataclasses.replace(summary, rows=rows), DANISH)


@pytest.fixture(params=["plan", "network", "summary", "empty plan", "empty network", "empty summary"])
def hard(
    request: pytest.FixtureRequest,
    plan: PlanDocument,
    empty_plan: PlanDocument,
    network: NetworkDocument,
    summary: SummaryDocument,
) -> bytes:
    drawn = {
        "plan": lambda: hard_plan(plan),
        "network": lambda: hard_network(network),
        "summary": lambda: hard_summary(summary),
        "empty plan": lambda: plan_pdf(empty_plan, DANISH),
        "empty network": lambda: network_pdf(dataclasses.replace(network, people=(), relations=()), DANISH),
        "empty summary": lambda: summary_pdf(dataclasses.replace(summary, rows=(), steps=()), DANISH),
    }
    return drawn[str(request.param)]()


def test_a_checker_finds_nothing_to_mend_in_the_hardest_prints(hard: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hard.pdf"
    path.write_bytes(hard)
    result = outloud.check(str(path), skip=("PAG-001",))
    assert result.error is None
    assert [f"{found.rule} {found.message}" for found in result.findings if found.severity != "info"] == []


def test_every_word_of_the_hardest_plan_is_read_aloud(plan: PlanDocument) -> None:
    spoken = Spoken(hard_plan(plan))
    said = spoken.text(spoken.root)
    assert [text for text in SENTENCES if " ".join(text.split()) not in said] == []
    assert len(spoken.of("H3")) == 25
    assert len(spoken.of("Figure")) == 26


def test_every_child_of_the_hardest_summary_is_a_row_with_its_name(summary: SummaryDocument) -> None:
    spoken = Spoken(hard_summary(summary))
    assert len(spoken.of("TR")) == 26
    names = [spoken.text(cell) for cell in spoken.of("TH") if cell.attribute("/Scope") == "/Row"]
    assert [name.split()[-1] for name in names] == [str(number) for number in range(25)]
