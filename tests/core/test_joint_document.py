"""What siblings have in common stands once on the joint print, the rest under each child."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.joint_document import joint_document
from app.core.records.documents import PlanDocument
from app.core.records.plan import GoalStatus
from tests.reports.conftest import plan
from tests.reports.prints import goal

__all__ = ["plan"]


def _sibling(plan: PlanDocument, name: str, **values: object) -> PlanDocument:
    return replace(plan, child_first_name=name, child_name=f"{name} Kjær", **values)  # type: ignore[arg-type]  # any field


def test_goals_worded_alike_stand_once_with_each_childs_own(plan: PlanDocument) -> None:
    alma = _sibling(plan, "Alma", goals=(goal(goal="Skole", own_words="Ja"), goal(goal="Fodbold")))
    bo = _sibling(plan, "Bo", goals=(goal(goal=" Skole ", own_words="Nej", status=GoalStatus.MET, target=5),))
    liv = _sibling(plan, "Liv", goals=(goal(goal="Skole", theme=None),))
    found = joint_document((alma, bo, liv))
    (shared,) = found.goals
    assert (shared.goal, [name for name, _ in shared.own]) == ("Skole", ["Alma", "Bo"])
    assert [own.own_words for _, own in shared.own] == ["Ja", "Nej"]
    assert [[one.goal for one in child.goals] for child in found.children] == [["Fodbold"], [], ["Skole"]]


def test_a_purpose_stands_once_only_where_all_say_it(plan: PlanDocument) -> None:
    same = joint_document((_sibling(plan, "Alma"), _sibling(plan, "Bo", family_support="Andet")))
    assert (same.purpose, same.family_support) == (plan.purpose, "")
    assert [child.purpose for child in same.children] == ["", ""]
    assert [child.family_support for child in same.children] == [plan.family_support, "Andet"]


def test_where_one_child_is_left_its_plan_stands_whole(plan: PlanDocument) -> None:
    found = joint_document((plan,))
    assert found.children == (plan,)
    assert (found.purpose, found.goals) == ("", ())


def test_two_goals_of_one_child_worded_alike_are_not_shared(plan: PlanDocument) -> None:
    twice = _sibling(plan, "Alma", goals=(goal(), goal()))
    found = joint_document((twice, _sibling(plan, "Bo", goals=())))
    assert found.goals == ()
    assert len(found.children[0].goals) == 2


def test_no_goal_gets_lost_where_a_child_has_one_twice(plan: PlanDocument) -> None:
    twice = _sibling(plan, "Alma", goals=(goal(own_words="a"), goal(own_words="b")))
    found = joint_document((twice, _sibling(plan, "Bo", goals=(goal(own_words="c"),))))
    assert [own.own_words for _, own in found.goals[0].own] == ["a", "b", "c"]
    assert [child.goals for child in found.children] == [(), ()]


def test_nobody_has_no_joint_plan() -> None:
    with pytest.raises(ValueError, match="nobody"):
        joint_document(())
