"""The hints at a goal's wording, by examples as caseworkers write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.goal_wording import LONG_SENTENCE, Wording, WordingHint, goal_hints
from app.core.records.plan import Goal, GoalStatus, SubGoal

_STEP = SubGoal(what="Følges ind", responsible="Klasselærer", deadline=date(2026, 12, 1))
_GOOD = Goal(
    goal="Alma er i skole fire dage om ugen",
    baseline=3,
    target=8,
    success_sign="Alma fortæller om sin skoledag",
    sub_goals=(_STEP,),
)


def _kinds(goal: Goal) -> list[Wording]:
    return [hint.wording for hint in goal_hints(goal)]


def _about(text: str) -> list[tuple[Wording, str]]:
    return [(hint.wording, hint.quoted) for hint in goal_hints(replace(_GOOD, goal=text))]


@pytest.mark.parametrize(
    "text",
    [
        "Alma er i skole fire dage om ugen",
        "Jeg er hos mormor hver uge",
        "Noah kan sove i sin egen seng",
        "Alma bliver bedre til at læse: 40 ord i minuttet",
        "Alma arbejder med sin vrede to gange om ugen",
        "Mor og Alma spiser morgenmad sammen",
        "Mors nye kæreste og Alma kender hinanden",
        "Sofia has two friends she visits",
        "Works with the reading teacher every week",
        "Familien tager på ferie",
        "Arbejdet i klubben er noget, Ali glæder sig til",
        "At",
    ],
)
def test_a_goal_that_can_be_measured_gets_no_hint(text: str) -> None:
    assert _about(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Alma skal blive bedre til at læse", "blive bedre til"),
        ("Alma bliver bedre til at være i skole", "bliver bedre til"),
        ("Der arbejdes med Almas selvværd", "arbejdes med"),
        ("Alma støttes i at komme i skole", "støttes i"),
        ("Have fokus på Almas trivsel", "Have fokus på"),
        ("Almas selvværd styrkes", "styrkes"),
        ("Noah skal trives", "skal trives"),
        ("Ali will get better at maths", "get better at"),
        ("Sofia is supported in going to school", "is supported in"),
        ("We focus on her self-esteem", "focus on"),
    ],
)
def test_a_vague_verb_is_quoted(text: str, quoted: str) -> None:
    assert _about(text) == [(Wording.VAGUE, quoted)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Alma skal holde op med at slå", "skal holde op med"),
        ("Noah slår ikke længere sin søster", "ikke længere"),
        ("Ali må ikke gå ud om natten", "må ikke"),
        ("Alma undgår konflikter i klassen", "undgår"),
        ("Noah must stop hitting his sister", "must stop hitting"),
        ("Sofia does not run away", "does not"),
    ],
)
def test_what_shall_not_be_is_quoted(text: str, quoted: str) -> None:
    assert _about(text) == [(Wording.NEGATIVE, quoted)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Mor kan selv klare morgenerne", "Mor"),
        ("At forældrene sætter grænser", "At forældrene"),
        ("Mor og far taler pænt til hinanden", "Mor og far"),
        ("Skolen", "Skolen"),
        ("Mor og", "Mor"),
        ("The parents set limits", "The parents"),
        ("Mum and the teachers talk every week", "Mum and the teachers"),
    ],
)
def test_a_goal_about_adults_alone_names_them(text: str, quoted: str) -> None:
    assert _about(text) == [(Wording.ABOUT_ADULTS, quoted)]


def test_a_name_that_only_begins_like_an_adult_is_no_adult() -> None:
    assert _about("Farida går til svømning") == []


def test_a_sentence_of_many_words_is_told_and_two_short_ones_are_not() -> None:
    many = " ".join(["ord"] * (LONG_SENTENCE + 1))
    assert _about(many) == [(Wording.LONG, "")]
    assert _about(" ".join(["ord"] * LONG_SENTENCE)) == []
    assert _about(" ".join(["ord"] * LONG_SENTENCE) + ". " + " ".join(["ord"] * LONG_SENTENCE)) == []


def test_what_is_missing_beside_the_words_is_told() -> None:
    assert _kinds(Goal(goal="Alma er i skole")) == [Wording.NO_SIGN, Wording.NO_STEPS]
    nobody = replace(_GOOD, sub_goals=(SubGoal(what="Følges ind"), SubGoal(what=" ", responsible="Far")))
    assert _kinds(nobody) == [Wording.NOBODY, Wording.NO_DAY]
    often = replace(_GOOD, sub_goals=(SubGoal(what="Følges ind", responsible="Far", rhythm="hver dag"),))
    assert _kinds(often) == []


@pytest.mark.parametrize(
    ("baseline", "target", "told"), [(5, 5, True), (6, 5, True), (5, 6, False), (None, 0, False), (0, None, False)]
)
def test_a_target_that_is_not_above_the_beginning_is_told(baseline: int | None, target: int | None, told: bool) -> None:
    found = _kinds(replace(_GOOD, baseline=baseline, target=target))
    assert found == ([Wording.TARGET_NOT_ABOVE] if told else [])


def test_the_hints_stand_in_a_fixed_order() -> None:
    goal = Goal(goal="Mor skal blive bedre til at lade være med at råbe", baseline=4, target=4)
    assert goal_hints(goal) == (
        WordingHint(Wording.VAGUE, "blive bedre til"),
        WordingHint(Wording.NEGATIVE, "lade være"),
        WordingHint(Wording.ABOUT_ADULTS, "Mor"),
        WordingHint(Wording.NO_SIGN),
        WordingHint(Wording.NO_STEPS),
        WordingHint(Wording.TARGET_NOT_ABOVE),
    )


@pytest.mark.parametrize("status", [GoalStatus.MET, GoalStatus.DROPPED])
def test_a_goal_nobody_works_on_any_more_gets_no_hint(status: GoalStatus) -> None:
    assert goal_hints(Goal(goal="Blive bedre til at læse", status=status)) == ()


def test_a_goal_without_words_gets_no_hint() -> None:
    assert goal_hints(Goal(goal=" \n ")) == ()
