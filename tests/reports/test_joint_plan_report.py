"""The joint plan on paper: what siblings share stands once, and each child has sheets of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.joint_document import joint_document
from app.core.records.documents import PlanDocument
from app.core.records.follow_up import Informant
from app.reports.joint_plan_report import joint_plan_pdf
from app.words import Words
from tests.reports.prints import LONG, ODD, filled_to, fonts_of, goal, read, text_of

DA, EN = Words("da"), Words("en")


def _siblings(plan: PlanDocument, *names: str) -> tuple[PlanDocument, ...]:
    """Children who share the first goal of the plan, each with a goal of its own."""
    return tuple(
        replace(
            plan,
            child_first_name=name,
            child_name=f"{name} Kjær",
            number=number,
            child_comment=f"{name} siger ja.",
            goals=(
                replace(plan.goals[0], own_words=f"{name}s ord", scores=plan.goals[0].scores if number == 1 else ()),
                goal(goal=f"{name}s eget mål", sub_goals=()),
            ),
        )
        for number, name in enumerate(names, 1)
    )


@pytest.mark.parametrize("words", [DA, EN], ids=["da", "en"])
def test_the_common_part_stands_once_and_first(plan: PlanDocument, words: Words) -> None:
    pdf = joint_plan_pdf(joint_document(_siblings(plan, "Alma", "Bo", "Liv")), words)
    pages = [" ".join(page.extract_text().split()) for page in read(pdf).pages]
    assert plan.goals[0].goal in pages[0]
    assert text_of(pdf).count(plan.goals[0].goal) == 1
    assert text_of(pdf).count(plan.purpose) == 1
    assert all(f"{name}s ord" in pages[0] for name in ("Alma", "Bo", "Liv"))
    both = {"da": "Alma, Bo og Liv", "en": "Alma, Bo and Liv"}[words.language]
    assert both in pages[0]
    assert all(words.tr("{name}: version {number}", name=n, number=i) in pages[0] for i, n in ((1, "Alma"), (3, "Liv")))


def test_each_child_has_its_own_sheets_that_can_be_handed_out_apart(plan: PlanDocument) -> None:
    pdf = joint_plan_pdf(joint_document(_siblings(plan, "Alma", "Bo")), DA)
    pages = [" ".join(page.extract_text().split()) for page in read(pdf).pages]
    assert "Almas eget mål" in pages[1]
    assert "Bo" not in pages[1].replace("Fælles plan for Alma og Bo", "").replace("Bo Kjær", "")
    assert "Bos eget mål" in pages[2]
    assert "Bo siger ja." in pages[2]
    assert "Alma siger ja." not in pages[2]


def test_only_what_is_issued_is_valid_from_a_day(plan: PlanDocument) -> None:
    issued = _siblings(plan, "Alma", "Bo")
    drafts = [replace(one, number=None) for one in issued]
    told = [text_of(joint_plan_pdf(joint_document(plans), DA)) for plans in (issued, drafts)]
    assert ["version 2 · gælder fra" in text for text in told] == [True, False]
    assert "Bo: udkast" in told[1]


def test_a_step_for_several_stands_once_with_all_their_names(plan: PlanDocument) -> None:
    text = text_of(joint_plan_pdf(joint_document(_siblings(plan, "Alma", "Bo")), DA))
    assert text.count("følges ind") == 1
    assert "Alma, Bo" in text


def test_who_scored_what_is_told(plan: PlanDocument) -> None:
    alma, bo = _siblings(plan, "Alma", "Bo")
    scores = tuple(replace(plan.goals[0].scores[0], informant=who, value=n) for n, who in enumerate(Informant, 3))
    alma = replace(alma, goals=(replace(alma.goals[0], scores=scores), *alma.goals[1:]))
    text = text_of(joint_plan_pdf(joint_document((alma, bo)), DA))
    assert "3 siger Alma" in text
    assert "siger skolen" in text


def test_without_a_shared_goal_it_says_so(plan: PlanDocument) -> None:
    alma, bo = _siblings(plan, "Alma", "Bo")
    text = text_of(joint_plan_pdf(joint_document((alma, replace(bo, goals=(), number=None))), DA))
    assert "Ingen mål er fælles." in text
    assert "Bo: udkast" in text
    assert "Udkast" in text


def test_one_child_alone_still_prints(empty_plan: PlanDocument) -> None:
    text = text_of(joint_plan_pdf(joint_document((empty_plan,)), EN))
    assert "Joint plan for Alma" in text


def test_25_long_goals_of_four_children_with_odd_names_paginate(long_plan: PlanDocument) -> None:
    goals = tuple(replace(one, goal=f"{n} {LONG}") for n, one in enumerate(long_plan.goals))
    children = tuple(
        replace(long_plan, child_first_name=name, child_name=name * 2, goals=goals[: 25 - 12 * n])
        for n, name in enumerate(ODD[:3])
    )
    pdf = joint_plan_pdf(joint_document(children), DA)
    filled = filled_to(pdf)
    assert len(filled) > 25
    assert sum(share < 0.5 for share in filled) <= len(children) + 1  # the last sheet of each part
    assert all(fonts_of(pdf).values())


def test_the_same_plans_give_the_same_bytes(plan: PlanDocument) -> None:
    document = joint_document(_siblings(plan, "Alma", "Bo"))
    assert joint_plan_pdf(document, DA) == joint_plan_pdf(document, DA)
