"""Two versions of a plan in words: what the screen shows and what is copied say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.plan_comparison import Change, compared
from app.core.records.documents import DocumentScore, PlanDocument
from app.core.records.follow_up import Informant
from app.core.records.plan import GoalStatus, PlanKind
from app.core.text_difference import Mark
from app.labels import compared_lines, comparison_text, plan_version_name
from app.words import Words
from tests.difference import text_after, text_before
from tests.reports.prints import goal

EN = Words("en")


@pytest.fixture
def before(plan: PlanDocument) -> PlanDocument:
    goals = tuple(replace(goal(goal=text), id=text[:3]) for text in ("Går i skole", "Sover hjemme", "Til fodbold"))
    return replace(plan, goals=goals)


@pytest.fixture
def after(before: PlanDocument) -> PlanDocument:
    first, second, third = before.goals
    scores = (DocumentScore(informant=Informant.CHILD, value=9, on=date(2026, 11, 2)),)
    subs = (replace(first.sub_goals[0], status=GoalStatus.UNDER_WAY),)
    turned = replace(first, goal="Går i skole hver dag", scores=scores, sub_goals=subs, theme=None)
    new = replace(second, id="new", goal="Spiser sammen med os", sub_goals=(), scores=())
    return replace(before, goals=(third, turned, new), number=None, purpose="", next_follow_up=date(2026, 12, 1))


def test_each_line_says_what_became_of_it(before: PlanDocument, after: PlanDocument) -> None:
    lines = compared_lines(EN, compared(before, after), only_changes=True)
    told = [
        (line.label, line.note, text_before(line.pieces), text_after(line.pieces))
        for line in lines
        if line.note not in {"added", "taken out"}
    ]
    assert told == [
        ("Goal 2", "moved, was number 1", "", ""),
        ("The goal", "changed", "Går i skole", "Går i skole hver dag"),
        ("The child", "changed", "8 (02-10-2026)", "9 (02-11-2026)"),
        (
            "Step 1",
            "changed",
            "Møder kl. 8 i klubben og følges ind · Klasselærer · 01-11-2026 · hver dag · Met",
            "Møder kl. 8 i klubben og følges ind · Klasselærer · 01-11-2026 · hver dag · Under way",
        ),
        ("Next follow-up", "changed", "21-11-2026", "01-12-2026"),
    ]
    heads = [(line.label, line.note, line.change) for line in lines if line.label.startswith("Goal ")]
    assert heads == [
        ("Goal 2", "moved, was number 1", Change.SAME),
        ("Goal 2", "taken out", Change.REMOVED),
        ("Goal 3", "added", Change.ADDED),
    ]


def test_a_name_written_from_the_right_turns_no_day_beside_it(before: PlanDocument) -> None:
    first = before.goals[0]
    changed = replace(first, sub_goals=(replace(first.sub_goals[0], responsible="زينب"),))
    lines = compared_lines(EN, compared(before, replace(before, goals=(changed, *before.goals[1:]))), only_changes=True)
    (step,) = (line for line in lines if line.label == "Step 1")
    assert text_after(step.pieces).split("\u200e · \u200e")[1:3] == ["زينب", "01-11-2026"]
    assert "Klasselærer" in "".join(piece.text for piece in step.pieces if piece.mark is Mark.REMOVED)


def test_all_lines_stand_there_unless_only_changes_are_wanted(before: PlanDocument, after: PlanDocument) -> None:
    everything = compared_lines(EN, compared(before, after))
    changes = compared_lines(EN, compared(before, after), only_changes=True)
    assert [line for line in everything if line.is_changed] == [line for line in changes if line.is_changed]
    assert ("Legal basis", "barnets lov § 91") in [(line.label, text_after(line.pieces)) for line in everything]
    assert all(line.pieces or line.label.startswith("Goal ") for line in everything)


def test_the_text_says_what_the_marks_do(before: PlanDocument, after: PlanDocument) -> None:
    found = compared(before, after)
    text = comparison_text(EN, found, compared_lines(EN, found, only_changes=True))
    head, second, *_ = text.splitlines()
    assert head == "The child's plan, Alma Kjær"
    assert second == "Version 4, 09-10-2026 compared with The draft as it stands"
    assert "The goal (changed): Går i skole [+ hver dag +]" in text
    assert "The child (changed): [– 8 (02-10-2026) –][+ 9 (02-11-2026) +]" in text
    assert "Theme (taken out): [– School –]" in text


def test_a_version_beside_itself_says_so(before: PlanDocument) -> None:
    assert compared_lines(EN, compared(before, before), only_changes=True) == ()
    assert comparison_text(EN, compared(before, before), ()).endswith("Both say the same.")


def test_a_plan_that_became_a_youth_plan_says_so(before: PlanDocument) -> None:
    lines = compared_lines(EN, compared(before, replace(before, kind=PlanKind.YOUTH_PLAN)), only_changes=True)
    assert [(line.label, text_after(line.pieces)) for line in lines] == [("Kind of plan", "Youth plan")]


def test_versions_are_called_by_number_and_day(before: PlanDocument) -> None:
    assert plan_version_name(EN, before) == "Version 4, 09-10-2026"
    assert plan_version_name(EN, replace(before, number=None)) == "The draft as it stands"
