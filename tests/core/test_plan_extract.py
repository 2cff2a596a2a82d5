"""A provider gets what concerns its measure, and nothing else of the plan."""

from __future__ import annotations

import dataclasses
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.names import Names
from app.core.plan_extract import plan_extract, proposed_extract
from app.core.records.documents import DocumentGoal, DocumentMeasure, DocumentSubGoal, PlanDocument
from app.core.records.plan import GoalStatus, PlanKind
from app.core.records.plan_extract import ExtractChoice, ExtractDocument
from tests.reports.conftest import plan
from tests.reports.prints import HEAD, goal

__all__ = ["plan"]
HEAD_TODAY = replace(HEAD, on=date(2026, 11, 22))
MEASURE = DocumentMeasure(
    name=Names("Almen plejefamilie", "Foster family"), step=4, provider="Familien Holt", start=HEAD.on, paragraph="§ 46"
)


def _sub(what: str, who: str, status: GoalStatus = GoalStatus.UNDER_WAY) -> DocumentSubGoal:
    return DocumentSubGoal(what=what, responsible=who, deadline=None, rhythm="", status=status)


def _goals() -> tuple[DocumentGoal, ...]:
    return (
        goal(goal="Skole", sub_goals=(_sub("Vækker", "Familien Holt og Alma"), _sub("Ringer", "Klasselærer"))),
        goal(goal="Nået", status=GoalStatus.MET, sub_goals=(_sub("Før", "Holt"),)),
        goal(goal="Hjem", sub_goals=(_sub("Gjort", "holt", GoalStatus.MET), _sub("Besøg", "Plejefamilien HOLT, mor"))),
        goal(goal="Opgivet", status=GoalStatus.DROPPED),
    )


def _extract(document: PlanDocument, choice: ExtractChoice) -> ExtractDocument:
    return plan_extract(document, MEASURE, "Familien Holt", choice, HEAD_TODAY)


def test_goals_worked_on_and_the_providers_own_steps_are_proposed(plan: PlanDocument) -> None:
    choice = proposed_extract(replace(plan, goals=_goals()), "Familien Holt")
    assert choice == ExtractChoice(frozenset({1, 3}), frozenset({(1, 1), (3, 2)}))


@pytest.mark.parametrize("provider", ["", "A/S", "Fuglsang"])
def test_a_provider_no_step_names_gets_no_step_proposed(plan: PlanDocument, provider: str) -> None:
    assert proposed_extract(replace(plan, goals=_goals()), provider).tasks == frozenset()


def test_goals_keep_their_numbers_and_lose_the_steps_of_others_and_all_scores(plan: PlanDocument) -> None:
    document = replace(plan, goals=_goals())
    found = _extract(document, ExtractChoice(frozenset({3, 1}), frozenset({(1, 1), (4, 1)})))
    assert [(one.number, one.goal.goal) for one in found.goals] == [(1, "Skole"), (3, "Hjem")]
    assert [[sub.what for sub in one.goal.sub_goals] for one in found.goals] == [["Vækker"], []]
    assert all(one.goal.scores == () for one in found.goals)


def test_the_childs_own_words_can_be_kept_back(plan: PlanDocument) -> None:
    assert plan.goals[0].own_words
    for own_words, told in ((True, plan.goals[0].own_words), (False, "")):
        (goal,) = _extract(plan, ExtractChoice(frozenset({1}), frozenset(), own_words=own_words)).goals
        assert goal.goal.own_words == told


def test_it_says_of_which_version_it_is_and_who_got_it_when(plan: PlanDocument) -> None:
    found = _extract(plan, ExtractChoice(frozenset(), frozenset()))
    assert (found.version, found.version_on, found.given_to) == (4, plan.head.on, "Familien Holt")
    assert found.head.on == date(2026, 11, 22)


@pytest.mark.parametrize(("day", "told"), [(21, None), (22, date(2026, 11, 22)), (None, None)])
def test_only_a_follow_up_to_come_is_told(plan: PlanDocument, day: int | None, told: date | None) -> None:
    document = replace(plan, next_follow_up=None if day is None else date(2026, 11, day))
    assert _extract(document, ExtractChoice(frozenset(), frozenset())).next_follow_up == told


def test_a_draft_has_no_extract(plan: PlanDocument) -> None:
    with pytest.raises(ValueError, match="issued version"):
        _extract(replace(plan, number=None), ExtractChoice(frozenset(), frozenset()))


def _texts(part: Any) -> set[str]:
    """Every text anywhere in a document."""
    if isinstance(part, str):
        return {part}
    if isinstance(part, tuple):
        return set().union(*map(_texts, part))
    if dataclasses.is_dataclass(part):
        return set().union(*(_texts(getattr(part, field.name)) for field in fields(part)))
    return set()


NEVER = (
    *("given_to", "legal_basis", "measure_reason", "expected_duration", "family_support"),
    *("child_comment", "parents_comment", "disagreement", "participants", "next_step"),
)


@given(
    st.sets(st.integers(0, 6)).map(frozenset),
    st.sets(st.tuples(st.integers(0, 6), st.integers(0, 3))).map(frozenset),
)
def test_nothing_that_was_not_chosen_is_in_it(goals: frozenset[int], tasks: frozenset[tuple[int, int]]) -> None:
    """Each text of the plan is its own mark: what stands in the extract is what the rule lets through."""
    told = tuple(
        goal(
            goal=f"goal {n}",
            own_words=f"own {n}",
            success_sign=f"sign {n}",
            sub_goals=tuple(_sub(f"what {n} {k}", f"who {n} {k}") for k in (1, 2)),
        )
        for n in range(1, 5)
    )
    document = replace(_ORDINARY, goals=told, purpose="purpose", **{name: f"never {name}" for name in NEVER})  # type: ignore[arg-type]  # text fields by name
    text = _texts(_extract(document, ExtractChoice(goals, tasks)))
    assert not {f"never {name}" for name in NEVER} & text
    for n in range(1, 5):
        assert ({f"goal {n}", f"own {n}", f"sign {n}"} <= text) == (n in goals)
        assert bool({f"goal {n}", f"own {n}", f"sign {n}"} & text) == (n in goals)
        for k in (1, 2):
            assert ({f"what {n} {k}", f"who {n} {k}"} <= text) == (n in goals and (n, k) in tasks)
    others = {measure.name.da for measure in document.measures} - {MEASURE.name.da}
    assert not others & text


_ORDINARY = PlanDocument(
    head=HEAD,
    kind=PlanKind.CHILDS_PLAN,
    child_first_name="Alma",
    child_name="Alma Kjær",
    number=4,
    given_to="",
    legal_basis="",
    purpose="",
    measure_reason="",
    expected_duration="",
    measures=(replace(MEASURE, name=Names("Familiebehandling", "Family treatment")),),
    steps=(),
    next_step="",
    goals=(),
    family_support="",
    child_comment="",
    parents_comment="",
    disagreement="",
    participants="",
    next_follow_up=None,
)
