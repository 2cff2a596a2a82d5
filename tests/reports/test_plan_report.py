"""The action plan read back from its PDF."""

from __future__ import annotations

import dataclasses
import math
import time
import unicodedata
from typing import NamedTuple

import pytest

from app.core.records.documents import PlanDocument
from app.core.records.plan import PlanKind
from app.reports.plan_report import plan_pdf
from app.words import Words
from tests.reports.prints import LONG, ODD, as_dict, drawn_of, filled_to, fonts_of, goal, read, sizes_of, text_of

DANISH, ENGLISH = Words("da"), Words("en")
HEADINGS = {
    *("Mål", "Hvorfor denne indsats", "Støtte til familien", "Vi kan se, at det lykkes, når", "Hvem der deltog"),
    *("Hvad Alma siger til planen", "Hvad forældrene siger til planen", "Hvad vi ikke er enige om"),
}


class Long(NamedTuple):
    """The print of 25 long goals, and the text of each of its pages."""

    pdf: bytes
    pages: tuple[str, ...]


@pytest.fixture(scope="module")
def long(long_plan: PlanDocument) -> Long:
    """Drawn and read once for all: each takes a second."""
    pdf = plan_pdf(long_plan, DANISH)
    return Long(pdf, tuple(page.extract_text() for page in read(pdf).pages))


def last_line_of(page: str) -> str:
    """The last line of the text of a page, without head and foot."""
    furniture = ("Herning", "Fortroligt", "Barnets plan for", "version", "udkast", "Udkast")
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    return [line for line in lines if not line.startswith(furniture)][-1]


def test_a_family_finds_the_whole_plan(plan: PlanDocument) -> None:
    text = text_of(plan_pdf(plan, DANISH))
    for part in (
        "Barnets plan for Alma",
        "Version 4 · gælder fra 9. oktober 2026 · barnets lov § 91",
        "»Det er lettere, når nogen følger mig den første time.«",
        "Jeg er i skole hver dag",
        "8 af 10 siger Alma, 02-10-2026",
        "målet er 9",
        "Klasselærer",
        "1. november 2026",
        "Familiebehandling hver uge.",
        "Jeg vil gerne ringe til mor hver aften.",
        "21. november 2026",
        "Fortroligt",
        "Herning Kommune · Børn og Unge · M. Holm",
        "side 1 af",
    ):
        assert part in text


def test_the_childs_words_stand_before_the_goal(plan: PlanDocument) -> None:
    text = text_of(plan_pdf(plan, DANISH))
    assert text.index("Det er lettere") < text.index("Jeg er i skole hver dag")


def test_the_print_speaks_the_language_asked_for(plan: PlanDocument) -> None:
    text = text_of(plan_pdf(plan, ENGLISH))
    assert "The child's plan for Alma" in text
    assert "Confidential" in text
    assert "9 October 2026" in text


@pytest.mark.parametrize("words", [DANISH, ENGLISH])
def test_title_language_and_author_are_set(plan: PlanDocument, words: Words) -> None:
    pdf = read(plan_pdf(plan, words))
    assert pdf.metadata is not None
    assert pdf.metadata.title == words.tr("The child's plan for {name}", name="Alma")
    assert pdf.metadata.author == "M. Holm, Herning Kommune"
    root = as_dict(pdf.trailer["/Root"])
    assert str(root["/Lang"]) == words.language
    assert str(as_dict(root["/ViewerPreferences"])["/DisplayDocTitle"]) == "True"


@pytest.mark.parametrize("kind", PlanKind)
def test_each_kind_of_plan_has_its_title(plan: PlanDocument, kind: PlanKind) -> None:
    titles = {plan_pdf(dataclasses.replace(plan, kind=other), DANISH) for other in PlanKind}
    assert len(titles) == len(PlanKind)
    assert "Alma" in text_of(plan_pdf(dataclasses.replace(plan, kind=kind), DANISH))


def test_a_draft_says_so_on_each_page(long: Long) -> None:
    assert all("Udkast" in page for page in long.pages)


def test_an_issued_plan_is_no_draft_and_real_people_are_no_demo(plan: PlanDocument) -> None:
    text = text_of(plan_pdf(plan, DANISH))
    assert "Udkast" not in text
    assert "Demo" not in text
    demo = dataclasses.replace(plan, head=dataclasses.replace(plan.head, is_demo=True))
    assert "Demo" in text_of(plan_pdf(demo, DANISH))


def test_every_font_is_embedded(long: Long) -> None:
    found = fonts_of(long.pdf)
    assert found
    assert all(found.values())


@pytest.mark.parametrize("name", ["Łukasz Żółć", "Оксана Ївженко", "<b>&amp; </para>", "100 % {ærlig} & <i>"])
def test_odd_names_print_literally_everywhere(plan: PlanDocument, name: str) -> None:
    hard = dataclasses.replace(
        plan,
        child_first_name=name,
        child_name=name,
        purpose=name,
        participants=name,
        goals=(goal(own_words=name, goal=name, success_sign=name),),
    )
    assert text_of(plan_pdf(hard, DANISH)).count(name) >= 8


@pytest.mark.parametrize("text", [*ODD, "x" * 500, "\n\n", " ", "a\tb\r\nc\x00\x1b\ud800".replace("\ud800", "")])
def test_no_text_breaks_the_print(plan: PlanDocument, text: str) -> None:
    hard = dataclasses.replace(
        plan,
        head=dataclasses.replace(plan.head, municipality=text, caseworker=text),
        child_first_name=text,
        purpose=text,
        next_step=text,
        given_to=text,
        legal_basis=text,
        disagreement=text,
        goals=(goal(own_words=text, goal=text or "x"),),
    )
    assert len(read(plan_pdf(hard, ENGLISH)).pages) <= 4


def test_a_name_with_a_combined_emoji_prints_no_box(plan: PlanDocument) -> None:
    name = "👧🏽\u200d🦰 Emma 🇩🇰 1\ufe0f\u20e3"
    pdf = plan_pdf(dataclasses.replace(plan, child_first_name=name, child_name=name), DANISH)
    assert text_of(pdf).count("Emma DK 1") >= 4
    assert "👧" in drawn_of(pdf)
    assert drawn_of(pdf).isdisjoint("🏽\u200d🦰🇩🇰\ufe0f\u20e3")


def test_arabic_is_shaped(plan: PlanDocument) -> None:
    text = text_of(plan_pdf(dataclasses.replace(plan, purpose="محمد"), DANISH))
    joined = "\ufee3\ufea4\ufee4\ufeaa"  # initial meem, medial hah and meem, final dal
    assert joined in text
    assert unicodedata.normalize("NFKC", joined) == "محمد"


def test_a_plan_of_25_long_goals_has_no_near_empty_page_and_no_lonely_heading(long: Long) -> None:
    *pages, last = filled_to(long.pdf)
    assert min(pages) > 0.75
    assert last > 0.2
    for page in long.pages:
        assert last_line_of(page) not in HEADINGS


def test_an_ordinary_plan_with_two_goals_is_one_sheet(plan: PlanDocument) -> None:
    for words in (DANISH, ENGLISH):
        (filled,) = filled_to(plan_pdf(plan, words))
        assert filled > 0.9


def test_letters_of_a_plan_set_closer_are_no_smaller(plan: PlanDocument) -> None:
    airy = dataclasses.replace(plan, goals=plan.goals[:1])
    assert sizes_of(plan_pdf(plan, DANISH)) == sizes_of(plan_pdf(airy, DANISH))


@pytest.mark.parametrize("goals", range(8))
@pytest.mark.parametrize("length", [40, 500, 1900])
def test_the_last_page_holds_more_than_the_signatures(plan: PlanDocument, goals: int, length: int) -> None:
    said = LONG[:length]
    longer = dataclasses.replace(
        plan,
        goals=tuple(goal(goal=LONG[: 30 + 90 * n], success_sign=LONG[: 60 * n]) for n in range(goals)),
        child_comment=said,
        participants=said,
    )
    pdf = plan_pdf(longer, DANISH)
    *pages, last = filled_to(pdf)
    assert not pages or last > 0.25
    assert min(pages, default=1) > 0.5
    for page in read(pdf).pages[:-1]:
        assert last_line_of(page.extract_text()) not in HEADINGS


def test_who_holds_custody_signs_and_where_nobody_is_known_there_are_lines_for_two_parents(plan: PlanDocument) -> None:
    assert "Alma Kjær Parent Parent M. Holm" in text_of(plan_pdf(plan, ENGLISH))
    known = dataclasses.replace(plan, custody=("Birgit Munk", "Ole Munk", "Pernille Kjær"))
    text = text_of(plan_pdf(known, ENGLISH))
    assert "Alma Kjær Birgit Munk Ole Munk" in text
    assert "Pernille Kjær M. Holm" in text
    assert "Parent " not in text


def test_a_family_is_told_that_the_next_day_is_to_be_agreed_where_none_is(plan: PlanDocument) -> None:
    label = "Next follow-up and conversation with Alma"
    assert f"{label} 21 November 2026" in text_of(plan_pdf(plan, ENGLISH))
    due = dataclasses.replace(plan, next_is_agreed=False)
    assert f"{label} 21 November 2026 at the latest" in text_of(plan_pdf(due, ENGLISH))
    undated = dataclasses.replace(plan, next_follow_up=None)
    assert f"{label} to be agreed" in text_of(plan_pdf(undated, ENGLISH))
    assert label not in text_of(plan_pdf(dataclasses.replace(undated, measures=()), ENGLISH))


def test_words_typed_in_quotation_marks_get_no_second_pair(plan: PlanDocument) -> None:
    typed = {"»Jeg vil hjem«": "»Jeg vil hjem«", '"Ja"': "»Ja«", "»Nej« sagde hun": "»»Nej« sagde hun«"}
    for words, printed in typed.items():
        assert printed in text_of(plan_pdf(dataclasses.replace(plan, goals=(goal(own_words=words),)), DANISH))


def test_no_word_of_a_long_plan_is_lost(long: Long, long_plan: PlanDocument) -> None:
    text = " ".join(" ".join(long.pages).split())
    # purpose, reason, support, three comments, and for each goal its text and a sub-goal of the same length
    assert text.count("tirsdag") >= (6 + 25 * 2) * long_plan.purpose.count("tirsdag")


def test_a_long_head_takes_two_lines_before_it_is_too_small_to_read(plan: PlanDocument) -> None:
    who = "Wilhelmina-Alexandrine Sørensdatter von Østergård-Frederiksen"
    where = "Center for Børne- og Familierådgivning, Distrikt Nordvest"
    long = dataclasses.replace(
        plan.head, municipality="Lyngby-Taarbæk og Gladsaxe Kommuner", department=where, caseworker=who
    )
    page = read(plan_pdf(dataclasses.replace(plan, head=long), DANISH)).pages[0]
    sizes: list[float] = []

    def note(text: str, _matrix: object, _place: object, _font: object, size: float) -> None:
        sizes.extend([size] if who in text else [])

    lines = page.extract_text(visitor_text=note).splitlines()
    assert f"Lyngby-Taarbæk og Gladsaxe Kommuner · {where}" in lines
    assert any(line.startswith(who) for line in lines)
    assert min(sizes) >= 7


def test_an_empty_plan_is_one_sheet_without_empty_headings(empty_plan: PlanDocument) -> None:
    pdf = plan_pdf(empty_plan, DANISH)
    assert len(read(pdf).pages) == 1
    text = text_of(pdf)
    assert "Der er ikke aftalt mål endnu." in text
    assert "Støtte til familien" not in text


def test_the_same_plan_gives_the_same_bytes(plan: PlanDocument, long_plan: PlanDocument) -> None:
    first = plan_pdf(plan, DANISH)
    plan_pdf(dataclasses.replace(long_plan, goals=long_plan.goals[:2]), ENGLISH)
    assert plan_pdf(plan, DANISH) == first


def test_a_warm_plan_prints_in_a_blink(plan: PlanDocument) -> None:
    fastest = math.inf
    for _ in range(5):
        start = time.process_time()
        plan_pdf(plan, DANISH)
        fastest = min(fastest, time.process_time() - start)
    assert fastest < 0.3
