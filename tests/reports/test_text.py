"""Lines of a printed text."""

from __future__ import annotations

import dataclasses

import pytest

from app.core.records.documents import PlanDocument
from app.reports.fonts import Face
from app.reports.plan_report import plan_pdf
from app.reports.styles import body, style
from app.reports.text import Text
from app.words import Words
from tests.reports.prints import read


def lines_of(text: Text, width: float) -> list[str]:
    text.wrap(width, 1000)
    found = [line[1] if isinstance(line, tuple) else [piece.text for piece in line.words] for line in text.blPara.lines]
    return [" ".join(words) for words in found]


@pytest.mark.parametrize("width", range(60, 260, 7))
def test_no_line_parts_a_paragraph_a_date_or_a_measure(width: int) -> None:
    lines = lines_of(Text("Siden 6. januar 2025 efter BL § 46 hver 6 uger kl. 14 på 84 % af tiden", body()), width)
    for whole in ("6.\xa0januar", "BL\xa0§", "§\xa046", "6\xa0uger", "kl.\xa014", "84\xa0%"):
        assert any(whole in line for line in lines)


def test_a_word_wider_than_its_cell_is_hyphenated_and_whole_where_there_is_room() -> None:
    role = Text("Forældremyndighedsindehaver", style(size=8.5))
    assert lines_of(role, 86) == ["Forældremyndigheds-", "indehaver"]
    assert lines_of(role, 200) == ["Forældremyndighedsindehaver"]
    assert lines_of(role, 86) == ["Forældremyndigheds-", "indehaver"]


def test_a_long_word_in_another_script_beside_plain_ones_keeps_its_letters() -> None:
    lines = lines_of(Text("Hos " + "Україна" * 8, style(Face.STRONG, 9)), 100)
    assert "".join(lines).replace("-", "").replace(" ", "").removeprefix("Hos") == "Україна" * 8


def test_a_hard_space_is_found_as_a_plain_one(plan: PlanDocument) -> None:
    hard = dataclasses.replace(plan, purpose="Efter BL § 46", family_support="6. januar 2025 med محمد علي § 91")
    text = "".join(page.extract_text() for page in read(plan_pdf(hard, Words("da"))).pages)
    assert "Efter BL § 46" in text
    assert "6. januar 2025 med" in text
    assert "\xa0" not in text
