"""The child's own print: large letters, plain words, its own drawings, and no page that a child could not read."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import date

import pytest

from app.core.child_plan import child_plan
from app.core.names import Names
from app.core.records.child_plan import ChildAct, ChildPlanDocument
from app.core.records.documents import PlanDocument, StepMark
from app.core.records.plan import GoalStatus, PlanKind
from app.reports.child_drawings import GoalPath, Stairs, path_in_words
from app.reports.child_plan_report import child_plan_pdf
from app.words import Words
from tests.reports.prints import LONG, ODD, drawn_of, filled_to, fonts_of, goal, read, text_of

DA, EN = Words("da"), Words("en")


@pytest.fixture
def own(plan: PlanDocument) -> ChildPlanDocument:
    """An ordinary plan of three goals, one of them reached, for a child of nine."""
    goals = (*plan.goals, goal(goal="Jeg er hos mormor", status=GoalStatus.MET))
    return child_plan(replace(plan, goals=goals, child_age=9), plan.head.on)


def _sizes(pdf: bytes) -> set[float]:
    """The sizes of the letters that are drawn, in points."""
    found: set[float] = set()

    def note(text: str, _matrix: object, _place: object, _font: object, size: float) -> None:
        if text.strip():
            found.add(round(size, 1))

    for page in read(pdf).pages:
        page.extract_text(visitor_text=note)
    return found


def _hard(long_plan: PlanDocument) -> ChildPlanDocument:
    steps = tuple(
        StepMark(number=n, name=Names(f"Anbringelsessammenbrudsforebyggelse {n}", "x"), here=n == 5) for n in range(6)
    )
    names = replace(long_plan.head, caseworker="Łukasz Żółć-" + "Østergaard" * 6)
    hard = replace(long_plan, child_first_name=ODD[2], steps=steps, head=names, child_age=17, next_number=1)
    return child_plan(replace(hard, next_step=LONG), hard.head.on)


@pytest.mark.parametrize("words", [DA, EN], ids=["da", "en"])
def test_a_plan_of_few_goals_stands_on_two_sheets_in_large_letters(own: ChildPlanDocument, words: Words) -> None:
    pdf = child_plan_pdf(own, words)
    assert len(read(pdf).pages) <= 2
    assert min(_sizes(pdf) - {7.5}) >= 13  # head and foot of the page apart


def test_it_says_what_the_child_reads_first(own: ChildPlanDocument) -> None:
    text = text_of(child_plan_pdf(own, DA))
    order = (
        "Min plan",
        "Her er jeg nu: Plejefamilie",
        "Derfor har jeg en plan",
        "Det er lettere",
        "De hjælper mig",
        "116 111",
    )
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "21. november 2026" in text
    assert "Mål 3 – nået" in text


@pytest.mark.parametrize("age", [9, 12, 16])
@pytest.mark.parametrize("words", [DA, EN], ids=["da", "en"])
def test_no_law_no_step_number_and_no_grown_up_scores_stand_there(plan: PlanDocument, age: int, words: Words) -> None:
    shy = replace(plan, child_age=age, disagreement="Far er uenig.", parents_comment="Mor synes, det er svært.")
    text = text_of(child_plan_pdf(child_plan(shy, shy.head.on), words))
    for secret in ("§", "barnets lov", "uenig", "svært", "Alma og mor", "Plejefamilien giver ro"):
        assert secret not in text


@pytest.mark.parametrize(
    ("age", "kind", "told"),
    [
        (9, PlanKind.CHILDS_PLAN, "en voksen, du stoler på"),
        (11, PlanKind.CHILDS_PLAN, "Så må du gerne klage"),
        (15, PlanKind.CHILDS_PLAN, "Du kan klage over det"),
        (None, PlanKind.YOUTH_PLAN, "en med, du stoler på, når vi holder møde"),
    ],
)
def test_rights_are_told_in_words_for_the_age(plan: PlanDocument, age: int | None, kind: PlanKind, told: str) -> None:
    document = child_plan(replace(plan, child_age=age, kind=kind), plan.head.on)
    assert told in text_of(child_plan_pdf(document, DA))


def test_25_long_goals_go_on_from_page_to_page_without_a_gap(long_plan: PlanDocument) -> None:
    pdf = child_plan_pdf(_hard(long_plan), DA)
    filled = filled_to(pdf)
    assert len(filled) > 25
    assert min(filled[:-1]) > 0.6
    assert text_of(pdf).count("Mål 25") == 1
    assert all(fonts_of(pdf).values())


def test_the_same_plan_gives_the_same_bytes(own: ChildPlanDocument) -> None:
    assert child_plan_pdf(own, DA) == child_plan_pdf(own, DA)


@pytest.mark.parametrize("words", [DA, EN], ids=["da", "en"])
def test_an_empty_plan_is_still_the_childs(empty_plan: PlanDocument, words: Words) -> None:
    shy = replace(empty_plan, head=replace(empty_plan.head, caseworker=""))
    pdf = child_plan_pdf(child_plan(shy, shy.head.on), words)
    text = text_of(pdf)
    assert len(read(pdf).pages) == 1
    assert words.tr("We have not agreed on any goals yet.") in text
    assert words.tr("We agree on a day.") in text
    assert words.tr("draft") in text


def test_odd_names_and_typed_marks_print_as_they_are(own: ChildPlanDocument) -> None:
    acts = tuple(ChildAct(what=name, who=name, by=None, rhythm="", is_done=True) for name in ODD[:4])
    goals = (dataclasses.replace(own.goals[0], own_words=ODD[3], goal=f"{ODD[1]}\nog mor", acts=acts),)
    pdf = child_plan_pdf(replace(own, goals=goals, helpers=ODD[:4]), DA)
    assert set("ŁukaszЇвженко") <= drawn_of(pdf)
    assert "<b>&amp; </para>" in text_of(pdf)


@pytest.mark.parametrize(
    ("begun", "now", "wanted", "marks"),
    [
        (3, 8, 9, ["ring", "child", "flag"]),
        (None, None, None, ["pencil"]),
        (0, None, 10, ["ring", "pencil", "flag"]),
        (None, 10, 10, ["child", "flag"]),
    ],
)
def test_the_path_says_in_words_what_its_marks_show(
    own: ChildPlanDocument, begun: int | None, now: int | None, wanted: int | None, marks: list[str]
) -> None:
    one = dataclasses.replace(own.goals[0], begun=begun, now=now, wanted=wanted)
    found = list(path_in_words(one, EN))
    assert [mark for mark, _ in found] == marks
    assert GoalPath(one, EN).alternative.count(". ") == len(found)
    pdf = child_plan_pdf(replace(own, goals=(one,)), EN)
    assert all(text in text_of(pdf) for _, text in found)


def test_the_stairs_are_told_in_words(own: ChildPlanDocument) -> None:
    told = Stairs(own.steps, own.next_number, EN, 500).alternative
    assert "A child stands on the step: Foster family." in told
    assert "An arrow leads to the step: Home-based." in told
    on_none = tuple(replace(step, here=False) for step in own.steps)
    assert "stands" not in Stairs(on_none, 2, EN, 500).alternative
    assert "arrow" not in Stairs(own.steps, 4, EN, 500).alternative
    assert "Her er jeg nu" not in text_of(child_plan_pdf(replace(own, steps=on_none), DA))


def test_a_draft_says_so_and_a_version_its_number(own: ChildPlanDocument) -> None:
    assert "version 4" in text_of(child_plan_pdf(own, DA))
    assert "Udkast" in text_of(child_plan_pdf(replace(own, number=None), DA))


def test_a_later_talk_is_told_by_its_day(own: ChildPlanDocument) -> None:
    assert "1. marts 2027" in text_of(child_plan_pdf(replace(own, next_talk=date(2027, 3, 1)), DA))
