"""What became of a plan since its last version, counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.plan_comparison import compared
from app.core.plan_since import PlanSince, since
from app.core.records.documents import DocumentGoal, DocumentScore, DocumentSubGoal, PlanDocument
from app.core.records.follow_up import Informant
from app.core.records.plan import GoalStatus, PlanKind
from app.labels.plan_since import plan_since
from app.words import Words
from tests.reports.prints import HEAD


def _goal(id: str, **more: object) -> DocumentGoal:
    told: dict[str, object] = {
        **{"theme": None, "own_words": "", "baseline": None, "target": None, "success_sign": ""},
        **{"status": GoalStatus.UNDER_WAY, "scores": (), "sub_goals": ()},
    }
    return DocumentGoal(id=id, goal=f"Mål {id}", **(told | more))  # type: ignore[arg-type]  # any field


_STEP = DocumentSubGoal(id="s", what="Bus", responsible="Far", deadline=None, rhythm="", status=GoalStatus.NOT_STARTED)
_SCORE = DocumentScore(informant=Informant.CHILD, value=5, on=date(2026, 10, 1))
_A, _B, _C = _goal("a"), _goal("b", sub_goals=(_STEP,)), _goal("c")
_VERSION = PlanDocument(
    head=HEAD,
    kind=PlanKind.CHILDS_PLAN,
    child_first_name="Alma",
    child_name="Alma",
    number=3,
    given_to="Familien",
    legal_basis="",
    purpose="Ro",
    measure_reason="",
    expected_duration="",
    measures=(),
    steps=(),
    next_step="",
    goals=(_A, _B, _C),
    family_support="",
    child_comment="",
    parents_comment="",
    disagreement="",
    participants="",
    next_follow_up=date(2026, 11, 1),
)
_DRAFT = replace(_VERSION, number=None, given_to="", next_follow_up=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("goals", "found"),
    [
        ((_A, _B, _C), PlanSince()),
        ((_A, _B, _C, _goal("d")), PlanSince(added=1)),
        ((_A, _B), PlanSince(removed=1)),
        ((_C, _A, _B), PlanSince(moved=1)),
        ((replace(_A, goal="Andet"), _B, _C), PlanSince(changed=1)),
        ((replace(_A, scores=(_SCORE,)), _B, _C), PlanSince(scored=1)),
        ((replace(_A, scores=(_SCORE,), target=8), _B, _C), PlanSince(changed=1)),
        ((_A, replace(_B, sub_goals=(replace(_STEP, status=GoalStatus.MET),)), _C), PlanSince(changed=1)),
        ((replace(_C, own_words="Ja"), _A, _B), PlanSince(changed=1)),
    ],
)
def test_every_goal_is_counted_once_for_what_became_of_it(goals: tuple[DocumentGoal, ...], found: PlanSince) -> None:
    assert since(compared(_VERSION, replace(_DRAFT, goals=goals))) == found


def test_texts_that_changed_are_named_once_and_what_changes_of_itself_is_not() -> None:
    found = since(compared(_VERSION, replace(_DRAFT, purpose="Ro og skole", participants="Mor")))
    assert found == PlanSince(fields=("purpose", "participants"))
    assert plan_since(Words("en"), found) == ("Changed: Why we have a plan; Who took part",)


def test_it_is_told_in_words_and_that_nothing_changed_too() -> None:
    words = Words("en")
    assert plan_since(words, PlanSince()) == ("The plan says what the version says.",)
    assert plan_since(words, PlanSince(scored=2)) == (
        "The plan says what the version says.",
        "New scores at 2 goals",
    )
    assert plan_since(words, PlanSince(added=1, changed=2, removed=1, moved=1)) == (
        "1 new goal",
        "2 goals changed",
        "1 goal taken out",
        "1 goal moved",
    )
