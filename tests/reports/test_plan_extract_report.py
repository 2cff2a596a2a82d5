"""The extract on paper: of which version, for whom, when, and what concerns the measure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.plan_extract import plan_extract
from app.core.records.documents import PlanDocument
from app.core.records.plan_extract import ExtractChoice, ExtractDocument
from app.reports.plan_extract_report import plan_extract_pdf
from app.words import Words
from tests.reports.prints import HEAD, LONG, ODD, filled_to, fonts_of, read, text_of

DA, EN = Words("da"), Words("en")
TODAY = replace(HEAD, on=date(2026, 11, 22))
ALL = ExtractChoice(
    frozenset(range(1, 26)), frozenset((number, place) for number in range(1, 26) for place in range(1, 4))
)


def _extract(plan: PlanDocument, choice: ExtractChoice = ALL, given_to: str = "Familien Holt") -> ExtractDocument:
    return plan_extract(replace(plan, number=4), plan.measures[0], given_to, choice, TODAY)


@pytest.mark.parametrize("words", [DA, EN], ids=["da", "en"])
def test_it_says_that_it_is_an_extract_of_a_version_and_who_got_it_when(plan: PlanDocument, words: Words) -> None:
    text = text_of(plan_extract_pdf(_extract(plan), words))
    days = {"da": ("9. oktober 2026", "22. november 2026"), "en": ("9 October 2026", "22 November 2026")}
    version_day, given_day = days[words.language]
    assert version_day in text
    assert "Familien Holt" in text
    assert given_day in text
    assert words.tr("extract of version {number}", number=4) in text
    assert words.tr("The goals that concern the measure") in text or "De mål" in text


def test_nothing_between_the_grown_ups_is_on_the_paper(plan: PlanDocument) -> None:
    shy = replace(plan, parents_comment="Mor er vred.", disagreement="Far er imod.", child_comment="Jeg er sur.")
    text = text_of(plan_extract_pdf(_extract(shy), DA))
    for secret in ("vred", "imod", "sur", "Familiebehandling", "Alma, mor, M. Holm", "8 af 10", "Til sommeren"):
        assert secret not in text


def test_a_step_that_was_not_chosen_stays_out(plan: PlanDocument) -> None:
    without = ExtractChoice(frozenset({1}), frozenset())
    assert "følges ind" in text_of(plan_extract_pdf(_extract(plan), DA))
    text = text_of(plan_extract_pdf(_extract(plan, without), DA))
    assert "følges ind" not in text
    assert "morgenerne" not in text
    assert "Det mål, der handler om indsatsen" in text


def test_25_long_goals_and_odd_names_go_on_from_page_to_page(long_plan: PlanDocument) -> None:
    pdf = plan_extract_pdf(_extract(long_plan, given_to=" ".join(ODD[:4]) + LONG[:300]), DA)
    filled = filled_to(pdf)
    assert len(filled) > 20
    assert min(filled[:-1]) > 0.6
    assert all(fonts_of(pdf).values())
    assert "Łukasz Żółć" in text_of(pdf)


def test_an_extract_without_goals_says_so(empty_plan: PlanDocument, plan: PlanDocument) -> None:
    blank = replace(empty_plan, measures=plan.measures, head=replace(plan.head, caseworker=""))
    document = replace(_extract(blank), head=replace(TODAY, caseworker=""))
    pdf = plan_extract_pdf(document, DA)
    assert len(read(pdf).pages) == 1
    assert "Ingen af planens mål handler om denne indsats." in text_of(pdf)
