"""The caseload summary read back from its PDF."""

from __future__ import annotations

import dataclasses
import math
import time
from datetime import date

import pytest

from app.core.interval import Interval
from app.core.names import Names
from app.core.records.documents import OpenRemark, SummaryDocument
from app.reports.summary_report import summary_pdf
from app.words import Words
from tests.reports.prints import LONG, ODD, fonts_of, read, summary_row, text_of

DANISH = Words("da")


@pytest.mark.parametrize("language", ["da", "en"])
def test_25_children_fit_one_sheet(summary: SummaryDocument, language: str) -> None:
    pdf = read(summary_pdf(summary, Words(language)))
    assert len(pdf.pages) == 1
    assert pdf.pages[0].mediabox.width > pdf.pages[0].mediabox.height


def test_a_team_leader_sees_row_and_figures(summary: SummaryDocument) -> None:
    text = text_of(summary_pdf(summary, DANISH))
    for part in (
        "25 af 25",
        "4 ned · 1 op",
        "43 af 45 · 96 %",
        "24 af 25",
        "opfølgninger over fristen",
        "01-11-26 · 4 dage over",
        "ned 04-06-26",
        "mangler",
        "11 md., intet næste trin",
        "Teamlederens bemærkninger",
        "Gennemgået den",
        "Fortroligt",
    ):
        assert part in text


def test_over_the_limit_stands_on_the_print(summary: SummaryDocument) -> None:
    over = dataclasses.replace(summary, rows=(*summary.rows, summary_row(1, name="Nora C.")), awaiting=1)
    text = text_of(summary_pdf(over, DANISH))
    assert "26 af 25" in text
    assert "over grænsen, afventer teamlederen" in text
    assert "over grænsen" in text_of(summary_pdf(dataclasses.replace(over, awaiting=0), DANISH))
    assert "over grænsen" not in text_of(summary_pdf(summary, DANISH))


def test_the_rule_for_conversations_stands_as_the_catalogue_has_it(summary: SummaryDocument) -> None:
    assert "børn talt med inden for 3 måneder" in text_of(summary_pdf(summary, DANISH))
    stricter = dataclasses.replace(summary, spoken_within=Interval.parse("6w"))
    assert "børn talt med inden for 6 uger" in text_of(summary_pdf(stricter, DANISH))


@pytest.mark.parametrize(
    "name", ["Łukasz Ż.", "Оксана Ї.", "<b>&amp; K.", "Maximilian-Alexander Østergaard-Lillelund K."]
)
def test_names_are_never_cut(summary: SummaryDocument, name: str) -> None:
    one = dataclasses.replace(summary, rows=(summary_row(3, name=name),))
    assert name in text_of(summary_pdf(one, DANISH))


def test_a_date_is_never_broken_over_lines(summary: SummaryDocument) -> None:
    note = (Names("x " * 60, "x " * 60),)
    hard = tuple(
        summary_row(n, name=ODD[n % len(ODD)], age=None, days_over=412, term=summary.head.on, remarks=note)
        for n in range(25)
    )
    lines = [
        line
        for page in read(summary_pdf(dataclasses.replace(summary, rows=hard), DANISH)).pages
        for line in page.extract_text().splitlines()
    ]
    assert sum("· 412" in line.replace("\xa0", " ") for line in lines) == 25


def test_the_head_of_a_column_with_nothing_in_it_is_not_broken_in_a_word(summary: SummaryDocument) -> None:
    nothing = {"measure": None, "spoken_on": None, "law_due": None, "next_follow_up": None, "days_over": 0}
    lone = dataclasses.replace(summary, rows=(summary_row(1, **nothing),))
    for language, heads in (("da", "Indsats Næste opfølgning Talt med"), ("en", "Measure Next follow-up Spoken with")):
        told = text_of(summary_pdf(lone, Words(language))).split()
        assert set(heads.split()) <= set(told)


def test_children_without_age_measure_or_plan_are_told_in_words(summary: SummaryDocument) -> None:
    row = summary_row(
        6, age=None, term=summary.head.on, measure=None, plan_version=0, rhythm_missing=True, more_measures=0
    )
    text = text_of(summary_pdf(dataclasses.replace(summary, rows=(row, summary_row(5, more_measures=2))), DANISH))
    for part in ("termin 09-10-26", "udkast", "ikke besluttet", "og 2 til"):
        assert part in text
    assert "–" in text_of(summary_pdf(dataclasses.replace(summary, rows=(summary_row(6, age=None),)), DANISH))


def test_an_empty_caseload_is_a_sheet_too(summary: SummaryDocument) -> None:
    empty = dataclasses.replace(summary, rows=(), held_of=0, held_on_time=0)
    assert "Der er ingen åbne sager." in text_of(summary_pdf(empty, DANISH))


def test_fonts_title_and_bytes(summary: SummaryDocument) -> None:
    pdf = summary_pdf(summary, DANISH)
    assert all(fonts_of(pdf).values())
    metadata = read(pdf).metadata
    assert metadata is not None
    assert metadata.title == "Sagsoverblik · M. Holm"
    assert summary_pdf(summary, DANISH) == pdf


def test_25_children_print_within_300_milliseconds(summary: SummaryDocument) -> None:
    fastest = math.inf
    for _ in range(5):
        start = time.process_time()
        summary_pdf(summary, DANISH)
        fastest = min(fastest, time.process_time() - start)
    assert fastest < 0.3


def test_a_number_leads_from_each_row_back_into_the_program(summary: SummaryDocument) -> None:
    text = text_of(summary_pdf(summary, DANISH))
    places = [text.index(f" {number} {row.name} ") for number, row in enumerate(summary.rows, 1)]
    assert places == sorted(places)


def test_what_the_team_leader_said_stands_whole_until_it_is_settled(summary: SummaryDocument) -> None:
    said = OpenRemark(said_on=date(2026, 9, 1), what=f"{LONG}\nAfslutning.", due=date(2026, 12, 1))
    rows = tuple(
        dataclasses.replace(row, said=(said, OpenRemark(said_on=date(2026, 9, 2), what=f"Nr. {n}")))
        for n, row in enumerate(summary.rows)
    )
    text = text_of(summary_pdf(dataclasses.replace(summary, rows=rows), DANISH))
    assert text.count("Åben 01-09-26: ") == len(rows)
    assert text.count("Afslutning. (inden 01-12-26)") == len(rows)
    assert all(f"Åben 02-09-26: Nr. {n}" in text for n in range(len(rows)))


def test_a_short_caseload_has_more_room_to_write_in(summary: SummaryDocument) -> None:
    few = dataclasses.replace(summary, rows=summary.rows[:4])
    assert len(read(summary_pdf(few, DANISH)).pages) == 1
