"""The child's print holds the child's words and nothing that is between grown-ups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.child_plan import child_plan
from app.core.records.child_plan import ChildAct, Voice
from app.core.records.documents import DocumentScore, DocumentSubGoal, PlanDocument
from app.core.records.follow_up import Informant
from app.core.records.plan import GoalStatus, PlanKind
from tests.reports.conftest import plan
from tests.reports.prints import goal

__all__ = ["plan"]
DAY = date(2026, 10, 2)


def _sub(what: str, who: str, status: GoalStatus = GoalStatus.UNDER_WAY) -> DocumentSubGoal:
    return DocumentSubGoal(what=what, responsible=who, deadline=DAY, rhythm="hver dag", status=status)


@pytest.mark.parametrize(
    ("age", "kind", "voice", "may_complain"),
    [
        (None, PlanKind.CHILDS_PLAN, Voice.CHILD, False),
        (9, PlanKind.CHILDS_PLAN, Voice.CHILD, False),
        (10, PlanKind.CHILDS_PLAN, Voice.CHILD, True),
        (12, PlanKind.HANDLEPLAN, Voice.CHILD, True),
        (13, PlanKind.CHILDS_PLAN, Voice.YOUNG, True),
        (None, PlanKind.YOUTH_PLAN, Voice.YOUNG, True),
    ],
)
def test_words_and_rights_go_by_age(
    plan: PlanDocument, age: int | None, kind: PlanKind, voice: Voice, may_complain: bool
) -> None:
    found = child_plan(replace(plan, child_age=age, kind=kind), DAY)
    assert (found.voice, found.may_complain) == (voice, may_complain)


def test_only_the_childs_own_score_stands_on_the_path(plan: PlanDocument) -> None:
    told = [DocumentScore(informant=who, value=value, on=DAY) for value, who in enumerate(Informant, 2)]
    by_child = next(score.value for score in told if score.informant is Informant.CHILD)
    others = tuple(score for score in told if score.informant is not Informant.CHILD)
    found = child_plan(replace(plan, goals=(goal(scores=tuple(told)), goal(scores=others), goal(scores=()))), DAY)
    assert [one.now for one in found.goals] == [by_child, None, None]
    assert [(one.begun, one.wanted) for one in found.goals] == [(3, 9)] * 3


def test_what_was_given_up_is_not_there_and_what_is_reached_is_marked(plan: PlanDocument) -> None:
    subs = (_sub("Bus", "Far"), _sub("Taxa", "Far", GoalStatus.DROPPED), _sub("Tog", "Mor", GoalStatus.MET))
    goals = (goal(sub_goals=subs), goal(status=GoalStatus.DROPPED), goal(status=GoalStatus.MET, sub_goals=()))
    first, second = child_plan(replace(plan, goals=goals), DAY).goals
    assert first.acts == (
        ChildAct(what="Bus", who="Far", by=DAY, rhythm="hver dag", is_done=False),
        ChildAct(what="Tog", who="Mor", by=DAY, rhythm="hver dag", is_done=True),
    )
    assert (first.is_met, second.is_met) == (False, True)


def test_helpers_are_who_still_does_something_each_once(plan: PlanDocument) -> None:
    subs = (
        *(_sub("a", " Far "), _sub("b", "far"), _sub("c", "Alma"), _sub("d", "alma kjær"), _sub("e", "")),
        *(_sub("f", "Mor", GoalStatus.MET), _sub("g", "Klasselærer")),
    )
    gone = goal(status=GoalStatus.DROPPED, sub_goals=(_sub("h", "Onkel"),))
    found = child_plan(replace(plan, goals=(gone, goal(sub_goals=subs))), DAY)
    assert found.helpers == ("Far", "Klasselærer")


def test_nothing_that_is_between_grown_ups_is_there(plan: PlanDocument) -> None:
    secret = dict.fromkeys(
        ("given_to", "legal_basis", "measure_reason", "expected_duration", "parents_comment", "disagreement"),
        "HEMMELIGT",
    )
    secret |= dict.fromkeys(("participants", "family_support", "child_name"), "HEMMELIGT")
    document = replace(plan, **secret)  # type: ignore[arg-type]  # text fields by name
    assert "HEMMELIGT" not in repr(child_plan(document, DAY))
    said = child_plan(document, DAY)
    assert (said.purpose, said.said, said.next_talk) == (plan.purpose, plan.child_comment, plan.next_follow_up)


def test_a_child_is_told_of_no_day_that_nobody_agreed_on(plan: PlanDocument) -> None:
    due = replace(plan, next_follow_up=DAY, next_is_agreed=False)
    assert child_plan(due, DAY).next_talk is None


def test_no_old_version_tells_of_a_talk_that_has_been(plan: PlanDocument) -> None:
    """The day itself is still to come in the morning, when the plan is printed for the talk."""
    agreed = replace(plan, next_follow_up=DAY)
    talks = [child_plan(agreed, today).next_talk for today in (DAY, DAY + timedelta(days=1))]
    assert talks == [DAY, None]
