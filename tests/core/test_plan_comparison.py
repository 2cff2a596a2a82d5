"""Two versions of a plan: what was put in, taken out, changed and moved, and nothing else."""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import codec
from app.core.names import Names
from app.core.plan_comparison import (
    CLOSING,
    GOAL,
    OPENING,
    SUB_GOAL,
    Change,
    FieldChange,
    GoalChange,
    PlanComparison,
    SubGoalChange,
    compared,
)
from app.core.records.documents import DocumentGoal, DocumentMeasure, DocumentScore, DocumentSubGoal, PlanDocument
from app.core.records.follow_up import Informant
from app.core.records.plan import GoalStatus, PlanKind
from tests.reports.prints import HEAD, LONG

DAY = date(2026, 10, 2)


def _sub(id: str, what: str = "Følges ind", **values: Any) -> DocumentSubGoal:
    told: dict[str, Any] = {"responsible": "", "deadline": None, "rhythm": "", "status": GoalStatus.UNDER_WAY} | values
    return DocumentSubGoal(id=id, what=what, **told)


def _goal(id: str, goal: str = "", **values: Any) -> DocumentGoal:
    told: dict[str, Any] = {
        **{"theme": None, "own_words": "", "baseline": None, "target": None, "success_sign": ""},
        **{"status": GoalStatus.UNDER_WAY, "scores": (), "sub_goals": ()},
    }
    return DocumentGoal(id=id, goal=goal or f"Mål {id}", **(told | values))


def _plan(*goals: DocumentGoal, **values: Any) -> PlanDocument:
    blank = dict.fromkeys(
        (
            *("given_to", "legal_basis", "purpose", "measure_reason", "expected_duration", "next_step"),
            *("family_support", "child_comment", "parents_comment", "disagreement", "participants"),
        ),
        "",
    )
    told: dict[str, Any] = {"kind": PlanKind.CHILDS_PLAN, "measures": (), "next_follow_up": None} | blank | values
    return PlanDocument(
        head=HEAD, child_first_name="Alma", child_name="Alma Kjær", number=1, steps=(), goals=goals, **told
    )


SCHOOL, HOME, BALL = _goal("school", "I skole hver dag"), _goal("home", "Sover hjemme"), _goal("ball", "Fodbold")


def _changed(found: tuple[FieldChange, ...]) -> dict[str, tuple[Change, object, object]]:
    return {one.field: (one.change, one.before, one.after) for one in found if one.change is not Change.SAME}


def _places(comparison: PlanComparison) -> list[tuple[Change, int | None, int | None, bool]]:
    return [(goal.change, goal.before, goal.after, goal.moved) for goal in comparison.goals]


def test_a_field_says_what_became_of_it() -> None:
    before = _plan(purpose="Ro", family_support="Uge 4", next_follow_up=DAY)
    found = compared(before, _plan(purpose="Ro og skole", child_comment="Ja", next_follow_up=DAY))
    assert _changed(found.opening) == {"purpose": (Change.CHANGED, "Ro", "Ro og skole")}
    assert _changed(found.closing) == {
        "family_support": (Change.REMOVED, "Uge 4", ""),
        "child_comment": (Change.ADDED, "", "Ja"),
    }


def test_a_goal_is_known_by_its_identity_however_it_is_worded() -> None:
    found = compared(_plan(SCHOOL, HOME), _plan(replace(SCHOOL, goal="Alma møder hver morgen kl. otte"), HOME, BALL))
    assert _places(found) == [
        (Change.CHANGED, 1, 1, False),
        (Change.SAME, 2, 2, False),
        (Change.ADDED, None, 3, False),
    ]


def test_only_what_was_moved_past_others_is_moved() -> None:
    found = compared(_plan(SCHOOL, HOME, BALL), _plan(BALL, SCHOOL, HOME))
    assert _places(found) == [(Change.SAME, 3, 1, True), (Change.SAME, 1, 2, False), (Change.SAME, 2, 3, False)]
    assert not found.is_same


def test_a_goal_taken_out_stands_where_it_stood() -> None:
    found = compared(_plan(SCHOOL, HOME, BALL), _plan(BALL))
    assert [goal.before for goal in found.goals] == [1, 2, 3]
    assert [goal.change for goal in found.goals] == [Change.REMOVED, Change.REMOVED, Change.SAME]
    found = compared(_plan(BALL, SCHOOL), _plan(HOME, BALL))
    assert [(goal.before, goal.after) for goal in found.goals] == [(None, 1), (1, 2), (2, None)]


def test_scores_stand_then_and_now_by_who_gave_them() -> None:
    def scored(informant: Informant, value: int) -> DocumentScore:
        return DocumentScore(informant=informant, value=value, on=DAY)

    before = replace(SCHOOL, scores=(scored(Informant.CHILD, 4), scored(Informant.SCHOOL, 5)))
    after = replace(SCHOOL, scores=(scored(Informant.CHILD, 7), scored(Informant.PARENTS, 6)))
    (goal,) = compared(_plan(before), _plan(after)).goals
    scores = {one.about: one for one in goal.fields if one.field == "scores"}
    assert [*scores] == [Informant.CHILD, Informant.PARENTS, Informant.SCHOOL]
    assert [one.change for one in scores.values()] == [Change.CHANGED, Change.ADDED, Change.REMOVED]
    assert (scores[Informant.CHILD].before, scores[Informant.CHILD].after) == (before.scores[0], after.scores[0])


def test_sub_goals_are_told_within_their_goal() -> None:
    before = replace(SCHOOL, sub_goals=(_sub("a"), _sub("b"), _sub("c")))
    after = replace(SCHOOL, sub_goals=(_sub("b"), _sub("a"), _sub("c", responsible="Far"), _sub("d")))
    (goal,) = compared(_plan(before), _plan(after)).goals
    assert goal.change is Change.CHANGED
    assert not _changed(goal.fields)
    assert [sub.change for sub in goal.sub_goals] == [Change.SAME, Change.SAME, Change.CHANGED, Change.ADDED]
    assert sum(sub.moved for sub in goal.sub_goals) == 1


def test_a_goal_whose_steps_were_only_put_in_another_order_is_changed() -> None:
    before = replace(SCHOOL, sub_goals=(_sub("a"), _sub("b", "Bus")))
    (goal,) = compared(_plan(before), _plan(replace(SCHOOL, sub_goals=before.sub_goals[::-1]))).goals
    assert goal.change is Change.CHANGED


def test_measures_are_told_one_by_one() -> None:
    def measure(name: str, start: date = DAY, provider: str = "") -> DocumentMeasure:
        return DocumentMeasure(name=Names(name, name), step=1, provider=provider, start=start, paragraph="")

    before = _plan(measures=(measure("PMTO"), measure("Aflastning"), measure("FFT")))
    after = _plan(measures=(measure("FFT", provider="Broen"), measure("PMTO"), measure("MST")))
    found = [one.change for one in compared(before, after).opening if one.field == "measures"]
    assert found == [Change.SAME, Change.REMOVED, Change.CHANGED, Change.ADDED]


def test_versions_frozen_before_goals_were_known_still_read_and_are_matched_by_what_they_say() -> None:
    same, near, other = _goal("", "Sover hjemme"), _goal("", "Alma er i skole hver eneste dag"), _goal("", "Fodbold")
    sub = _sub("", "Bus")
    text = codec.to_text(_plan(near, other, replace(same, sub_goals=(sub,))))
    frozen = json.loads(text)
    del frozen["child_age"]
    for goal in frozen["goals"]:
        del goal["id"]
        for told in goal["sub_goals"]:
            del told["id"]
    old = codec.from_text(json.dumps(frozen), PlanDocument)
    assert old == _plan(near, other, replace(same, sub_goals=(sub,)))

    new = _plan(
        _goal("h", "Sover  hjemme", sub_goals=(_sub("b", "Bus"),)),
        _goal("s", "Alma er i skole hver dag"),
        _goal("t", "Tandlæge to gange"),
    )
    found = compared(old, new)
    pairs = {(goal.before, goal.after) for goal in found.goals}
    assert pairs == {(3, 1), (1, 2), (2, None), (None, 3)}
    assert found.goals[0].sub_goals[0].change is Change.SAME


def test_goals_with_an_identity_each_are_never_taken_for_each_other() -> None:
    found = compared(_plan(_goal("old", "Fodbold")), _plan(_goal("new", "Fodbold")))
    assert sorted(goal.change for goal in found.goals) == [Change.ADDED, Change.REMOVED]


# Properties

_TEXT = st.sampled_from(["", "Ro", "Ro og skole", "Mor og far er enige"])
_SCORES = st.lists(st.sampled_from(Informant), unique=True, max_size=3).flatmap(
    lambda who: st.tuples(
        *(st.integers(0, 10).map(lambda v, w=w: DocumentScore(informant=w, value=v, on=DAY)) for w in sorted(who))  # type: ignore[misc]  # bound now
    )
)
_STATUS = st.sampled_from(GoalStatus)


@st.composite
def _subs(draw: st.DrawFn) -> tuple[DocumentSubGoal, ...]:
    ids = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
    return tuple(
        _sub(
            id, draw(_TEXT), responsible=draw(_TEXT), deadline=draw(st.sampled_from([None, DAY])), status=draw(_STATUS)
        )
        for id in ids
    )


@st.composite
def _plans(draw: st.DrawFn) -> PlanDocument:
    ids = draw(st.lists(st.sampled_from("uvwxyz"), unique=True, max_size=6))
    goals = tuple(
        _goal(
            id,
            draw(st.sampled_from(["I skole", "Sover hjemme", "Fodbold hver uge"])),
            own_words=draw(_TEXT),
            target=draw(st.sampled_from([None, 8])),
            scores=tuple(sorted(draw(_SCORES), key=lambda score: list(Informant).index(score.informant))),
            sub_goals=draw(_subs()),
            status=draw(_STATUS),
        )
        for id in ids
    )
    return _plan(
        *goals, purpose=draw(_TEXT), parents_comment=draw(_TEXT), next_follow_up=draw(st.sampled_from([None, DAY]))
    )


def _side(found: tuple[FieldChange, ...], side: str) -> dict[str, Any]:
    """What the fields say on one side, by the name of the field of the record."""
    said: dict[str, Any] = {}
    for one in found:
        value = getattr(one, side)
        if one.field in ("scores", "measures"):
            said.setdefault(one.field, ())
            said[one.field] += () if value is None else (value,)
        else:
            said[one.field] = value
    return said


def _read_off(found: PlanComparison, side: str) -> tuple[dict[str, Any], tuple[DocumentGoal, ...]]:
    """The plan that one side of a comparison shows."""

    def rows(changes: tuple[GoalChange, ...] | tuple[SubGoalChange, ...]) -> list[Any]:
        return sorted((one for one in changes if getattr(one, side)), key=lambda one: int(getattr(one, side)))

    goals = []
    for goal in rows(found.goals):
        subs = tuple(_sub("", **_side(sub.fields, side)) for sub in rows(goal.sub_goals))
        said = {"scores": ()} | _side(goal.fields, side)
        goals.append(_goal("", **(said | {"sub_goals": subs})))
    return {"measures": ()} | _side((*found.opening, *found.closing), side), tuple(goals)


def _nameless(plan: PlanDocument) -> tuple[DocumentGoal, ...]:
    return tuple(
        replace(goal, id="", sub_goals=tuple(replace(sub, id="") for sub in goal.sub_goals)) for goal in plan.goals
    )


@given(_plans(), _plans())
def test_each_side_of_a_comparison_reads_as_its_version(before: PlanDocument, after: PlanDocument) -> None:
    found = compared(before, after)
    for plan, side in ((before, "before"), (after, "after")):
        said, goals = _read_off(found, side)
        assert said == {name: getattr(plan, name) for name in (*OPENING, *CLOSING)}
        assert goals == _nameless(plan)


@given(_plans())
def test_a_version_compared_with_itself_shows_nothing(plan: PlanDocument) -> None:
    found = compared(plan, plan)
    assert found.is_same
    assert {goal.change for goal in found.goals} <= {Change.SAME}
    assert not any(sub.moved or sub.change is not Change.SAME for goal in found.goals for sub in goal.sub_goals)


@given(_plans(), _plans())
def test_swapping_the_sides_swaps_what_was_put_in_and_taken_out(before: PlanDocument, after: PlanDocument) -> None:
    swap = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}

    def counted(found: PlanComparison) -> Counter[tuple[object, ...]]:
        return Counter(
            (one.field, one.about, one.change)
            for part in (found.opening, *(goal.fields for goal in found.goals), found.closing)
            for one in part
        ) + Counter((goal.change, goal.before, goal.after) for goal in found.goals)

    there, back = compared(before, after), compared(after, before)
    turned: Counter[tuple[object, ...]] = Counter()
    for key, n in counted(back).items():
        first, second, third = key
        if isinstance(first, Change):
            turned[swap.get(first, first), third, second] += n
        else:
            assert isinstance(third, Change)
            turned[first, second, swap.get(third, third)] += n
    assert counted(there) == turned
    assert sum(goal.moved for goal in there.goals) == sum(goal.moved for goal in back.goals)
    assert there.is_same == back.is_same


def test_every_field_of_a_goal_is_compared() -> None:
    assert {field.name for field in fields(DocumentGoal)} == {*GOAL, "id", "sub_goals"}
    assert {field.name for field in fields(DocumentSubGoal)} == {*SUB_GOAL, "id"}
    drawn = {"head", "child_first_name", "child_name", "child_age", "number", "steps", "next_number", "goals"}
    drawn |= {"custody", "next_is_agreed"}
    assert {field.name for field in fields(PlanDocument)} == {*OPENING, *CLOSING} | drawn


@pytest.mark.parametrize("known", [True, False])
def test_25_long_goals_are_compared_at_once(known: bool) -> None:
    def goals(turn: int) -> tuple[DocumentGoal, ...]:
        return tuple(_goal(f"g{n}" if known else "", f"{n} {LONG[turn * n :]}", own_words=LONG) for n in range(25))

    began = time.perf_counter()
    found = compared(_plan(*goals(0)), _plan(*goals(3)[::-1]))
    assert time.perf_counter() - began < 2
    assert {goal.change for goal in found.goals} <= {Change.SAME, Change.CHANGED}
