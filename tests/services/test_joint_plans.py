"""Siblings share what they choose: worded once, kept in step by every save, each child's own kept apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.core.catalogue import Catalogue
from app.core.errors import Invalid, NotFound
from app.core.records.case import Case
from app.core.records.follow_up import GoalScore
from app.core.records.joint_plan import JointPlan, Sharing
from app.core.records.person import CasePerson
from app.core.records.plan import Goal, GoalStatus, Plan, PlanKind, SubGoal
from app.services.cases import case_and_child, close_case, void_case
from app.services.documents import plan_document
from app.services.joint_plans import can_share_with, issue_together, issued_together, joint_plan_of, share_plan
from app.services.people import save_case_person, save_person
from app.services.plans import issue_plan, plan_of_case, save_plan, versions_of_case
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office

SCHOOL = Goal(
    goal="I skole hver dag",
    theme_key="skoleforhold",
    own_words="Jeg vil gerne",
    baseline=3,
    target=8,
    success_sign="Ingen fravær",
    status=GoalStatus.UNDER_WAY,
    sub_goals=(
        SubGoal(what="Følges ind", responsible="Mor", status=GoalStatus.UNDER_WAY),
        SubGoal(what="Taske", status=GoalStatus.MET),
    ),
)
HOME = Goal(goal="Sover hjemme")


class Family:
    """Three siblings with a mother in common; the eldest has a plan."""

    def __init__(self, store: Store, office: Office, catalogue: Catalogue) -> None:
        self.store, self.office, self.catalogue = store, office, catalogue
        self.alma = office.case("Alma", birth_date=date(2009, 1, 1))
        self.bo = office.case("Bo", birth_date=date(2014, 1, 1))
        self.liv = office.case("Liv", birth_date=date(2018, 1, 1))
        mother = office.person(self.alma, "Karen", "mother")
        for case in (self.alma, self.bo, self.liv):
            part = CasePerson(case_id=case.id, person_id=mother.id, role_key="mother", has_custody=True)
            store.write(save_case_person, mother, part, TODAY)
        self.own = office.plan(self.alma, SCHOOL, HOME, purpose="Ro", family_support="Uge 4")

    def share(
        self, *cases: Case, goals: tuple[Goal, ...] = (SCHOOL,), purpose: bool = True, support: bool = False
    ) -> None:
        ids = frozenset(case.id for case in cases)
        sharing = Sharing(case_ids=ids, goals=frozenset(g.id for g in goals), purpose=purpose, support=support)
        self.store.write(share_plan, self.alma.id, sharing, self.catalogue, TODAY)

    def plan(self, case: Case) -> Plan:
        found = self.store.read(plan_of_case, case.id)
        assert found is not None
        return found

    def joint(self, case: Case) -> JointPlan | None:
        return self.store.read(joint_plan_of, case.id, TODAY)

    def reword(self, case: Case, goal: str = "I skole", **values: Any) -> None:
        """A save of the case's plan with its first goal worded anew."""
        plan = self.plan(case)
        first = replace(plan.goals[0], goal=goal)
        self.store.write(save_plan, replace(plan, goals=(first, *plan.goals[1:]), **values), TODAY)

    def free(self) -> list[str]:
        found = self.store.read(can_share_with, self.alma.id, self.catalogue, TODAY)
        return [pair.child.first_name for pair, _ in found]

    def protect(self, case: Case, until: date | None = None) -> None:
        child = self.store.read(case_and_child, case.id).child
        self.store.write(save_person, replace(child, protected=True, protected_until=until), TODAY)


@pytest.fixture
def family(store: Store, office: Office, catalogue: Catalogue) -> Family:
    return Family(store, office, catalogue)


def test_a_sibling_without_a_plan_gets_one_with_the_shared_words_alone(family: Family) -> None:
    family.share(family.bo)
    plan = family.plan(family.bo)
    (goal,) = plan.goals
    assert (plan.purpose, plan.family_support, plan.kind) == ("Ro", "", PlanKind.CHILDS_PLAN)
    assert (goal.goal, goal.theme_key, goal.success_sign) == (SCHOOL.goal, SCHOOL.theme_key, SCHOOL.success_sign)
    assert (goal.own_words, goal.baseline, goal.target, goal.status) == ("", None, None, GoalStatus.NOT_STARTED)
    assert [(sub.what, sub.responsible, sub.status) for sub in goal.sub_goals] == [
        ("Følges ind", "Mor", GoalStatus.NOT_STARTED)
    ]
    assert goal.id != SCHOOL.id
    assert family.own == family.plan(family.alma)


@pytest.mark.parametrize("writer", ["alma", "bo", "liv"])
def test_whoever_is_written_in_all_are_kept_in_step_in_one_write(family: Family, writer: str) -> None:
    family.share(family.bo, family.liv, support=True)
    own = {
        case.id: replace(family.plan(case).goals[0], own_words=case.id, target=5) for case in (family.bo, family.liv)
    }
    for case in (family.bo, family.liv):
        family.store.write(save_plan, replace(family.plan(case), goals=(own[case.id],)), TODAY)
    before = [family.plan(case) for case in (family.alma, family.bo, family.liv)]

    family.reword(getattr(family, writer), "I skole og i klub", purpose="Ro hjemme", family_support="Hver uge")

    for case in (family.alma, family.bo, family.liv):
        plan = family.plan(case)
        assert (plan.goals[0].goal, plan.purpose, plan.family_support) == ("I skole og i klub", "Ro hjemme", "Hver uge")
    assert [family.plan(case).goals[0].own_words for case in (family.bo, family.liv)] == [family.bo.id, family.liv.id]
    assert family.plan(family.alma).goals[0].own_words == "Jeg vil gerne"
    family.store.undo()
    assert [family.plan(case) for case in (family.alma, family.bo, family.liv)] == before


def test_a_change_tells_only_the_cases_it_touched(family: Family) -> None:
    family.share(family.bo, family.liv)
    plan = family.plan(family.alma)
    own = replace(plan.goals[0], own_words="Nyt", status=GoalStatus.MET)
    changes = family.store.write(save_plan, replace(plan, goals=(own, HOME)), TODAY)
    assert changes.case_ids == {family.alma.id}
    changes = family.store.write(save_plan, replace(plan, purpose="Nyt"), TODAY)
    assert changes.case_ids == {family.alma.id, family.bo.id, family.liv.id}


def test_what_is_not_shared_stays_each_childs_own(family: Family) -> None:
    bo = family.office.plan(family.bo, Goal(goal="Fodbold"), purpose="Bos egen", family_support="Bos hjælp")
    family.share(family.bo, purpose=False)
    plan = family.plan(family.bo)
    assert [goal.goal for goal in plan.goals] == ["Fodbold", SCHOOL.goal]
    assert (plan.purpose, plan.family_support, plan.id) == ("Bos egen", "Bos hjælp", bo.id)
    family.reword(family.bo, "Håndbold", purpose="Stadig Bos")
    assert [goal.goal for goal in family.plan(family.alma).goals] == [SCHOOL.goal, HOME.goal]
    assert family.plan(family.alma).purpose == "Ro"


def test_sharing_more_later_keeps_what_was_shared_and_its_scores(family: Family) -> None:
    family.share(family.bo)
    goal = family.plan(family.bo).goals[0]
    measure = family.office.measure(family.bo)
    family.office.held(family.bo, measure, scores=(GoalScore(goal_id=goal.id, value=6),))
    family.share(family.bo, family.liv, goals=(SCHOOL, HOME))
    assert [g.goal for g in family.plan(family.bo).goals] == [SCHOOL.goal, HOME.goal]
    assert family.plan(family.bo).goals[0].id == goal.id
    assert [g.goal for g in family.plan(family.liv).goals] == [SCHOOL.goal, HOME.goal]
    joint = family.joint(family.liv)
    assert joint is not None
    assert set(joint.case_ids) == {family.alma.id, family.bo.id, family.liv.id}
    assert joint.case_ids[0] == family.liv.id
    assert (joint.shares_purpose, joint.shares_support, len(joint.goals)) == (True, False, 2)


def test_a_goal_shared_no_longer_keeps_its_words_and_goes_its_own_way(family: Family) -> None:
    family.share(family.bo, goals=(SCHOOL, HOME))
    family.share(family.bo, goals=(HOME,))
    family.reword(family.alma, "Kun Almas")
    assert family.plan(family.bo).goals[0].goal == SCHOOL.goal
    joint = family.joint(family.bo)
    assert joint is not None
    assert joint.goals == {family.plan(family.bo).goals[1].id}


def test_who_leaves_keeps_the_words_and_the_others_go_on(family: Family) -> None:
    family.share(family.bo, family.liv)
    family.share(family.bo)
    family.reword(family.alma, "Nyt", purpose="Nyt formål")
    assert family.plan(family.bo).goals[0].goal == "Nyt"
    assert (family.plan(family.liv).goals[0].goal, family.plan(family.liv).purpose) == (SCHOOL.goal, "Ro")
    assert family.joint(family.liv) is None


def test_without_anybody_the_joint_plan_is_dissolved(family: Family) -> None:
    family.share(family.bo)
    family.share()
    assert family.joint(family.alma) is None
    family.reword(family.alma, "Nyt")
    assert family.plan(family.bo).goals[0].goal == SCHOOL.goal
    family.share(family.bo)
    assert family.joint(family.alma) is not None


def _close(family: Family) -> None:
    family.store.write(close_case, family.bo.id, TODAY, "Flyttet", True)


def _void(family: Family) -> None:
    family.store.write(void_case, family.bo.id, TODAY, "Tastet to gange")


def _protect(family: Family) -> None:
    family.protect(family.bo)


@pytest.mark.parametrize("happens", [_close, _void, _protect])
def test_where_one_sibling_goes_out_the_others_go_on(family: Family, happens: Callable[[Family], None]) -> None:
    family.share(family.bo, family.liv)
    happens(family)
    family.reword(family.alma, "Nyt")
    assert family.plan(family.liv).goals[0].goal == "Nyt"
    assert family.plan(family.bo).goals[0].goal == SCHOOL.goal
    joint = family.joint(family.alma)
    assert joint is not None
    assert joint.case_ids == (family.alma.id, family.liv.id)
    assert family.free() == ["Liv"]
    family.reword(family.bo, "Bos egen")
    assert family.plan(family.alma).goals[0].goal == "Nyt"
    # Sharing with who goes on leaves who went out as it was.
    family.share(family.liv)
    assert family.plan(family.bo).goals[0].goal == "Bos egen"


def test_the_last_one_is_joint_with_nobody(family: Family) -> None:
    family.share(family.bo)
    _close(family)
    assert family.joint(family.alma) is None


def test_a_protected_child_shares_nothing(family: Family) -> None:
    family.protect(family.alma)
    with pytest.raises(Invalid, match="joint-protected"):
        family.share(family.bo)


def test_a_child_who_becomes_protected_goes_on_in_no_joint_plan(family: Family) -> None:
    family.share(family.bo, family.liv)
    family.protect(family.alma)
    assert family.joint(family.alma) is None
    joint = family.joint(family.bo)
    assert joint is not None
    assert joint.case_ids == (family.bo.id, family.liv.id)


def test_nobody_is_taken_out_of_another_joint_plan(family: Family) -> None:
    family.share(family.bo)
    family.office.plan(family.liv, Goal(goal="Livs"))
    found = family.store.read(can_share_with, family.liv.id, family.catalogue, TODAY)
    assert found == ()
    sharing = Sharing(case_ids=frozenset({family.bo.id}), goals=frozenset(), purpose=True, support=False)
    with pytest.raises(Invalid, match="joint-elsewhere"):
        family.store.write(share_plan, family.liv.id, sharing, family.catalogue, TODAY)
    assert family.free() == ["Bo", "Liv"]


def test_a_case_without_a_plan_has_nothing_to_share(family: Family) -> None:
    assert family.joint(family.bo) is None
    sharing = Sharing(case_ids=frozenset({family.alma.id}), goals=frozenset(), purpose=True, support=False)
    with pytest.raises(NotFound):
        family.store.write(share_plan, family.bo.id, sharing, family.catalogue, TODAY)
    found = family.store.read(can_share_with, family.bo.id, family.catalogue, TODAY)
    assert [(pair.child.first_name, plan and plan.purpose) for pair, plan in found] == [("Alma", "Ro"), ("Liv", None)]


@pytest.mark.parametrize("scored", [True, False])
def test_a_shared_goal_taken_out_of_one_plan_stays_in_the_others(family: Family, scored: bool) -> None:
    family.share(family.bo)
    goal = family.plan(family.bo).goals[0]
    if scored:
        measure = family.office.measure(family.bo)
        family.office.held(family.bo, measure, scores=(GoalScore(goal_id=goal.id, value=6),))
    family.store.write(save_plan, replace(family.plan(family.bo), goals=()), TODAY)
    family.reword(family.alma, "Nyt")
    assert family.plan(family.bo).goals == ()
    assert family.plan(family.alma).goals[0].goal == "Nyt"
    family.store.undo()
    family.store.undo()
    family.reword(family.alma, "Igen")
    assert family.plan(family.bo).goals[0].goal == "Igen"


def _issue(family: Family, *cases: Case) -> None:
    told = {}
    for case in cases:
        number = len(family.store.read(versions_of_case, case.id)) + 1
        told[case.id] = family.store.read(plan_document, case.id, family.catalogue, TODAY, number=number)
    family.store.write(issue_together, told, TODAY, "Familien")


def test_plans_issued_together_are_a_version_in_each_case_and_found_from_each(family: Family) -> None:
    family.share(family.bo, family.liv)
    alone = family.store.read(plan_document, family.bo.id, family.catalogue, TODAY, number=1)
    family.store.write(issue_together, {family.bo.id: alone}, TODAY - timedelta(days=9), "Bo")
    _issue(family, family.alma, family.bo, family.liv)
    for case in (family.alma, family.bo, family.liv):
        (version, *_) = family.store.read(versions_of_case, case.id)
        found = family.store.read(issued_together, version, TODAY)
        assert found[0] == version
        assert {one.case_id for one in found} == {family.alma.id, family.bo.id, family.liv.id}
        assert version.number == (2 if case is family.bo else 1)
        assert "Alma" not in version.document or case is family.alma


def test_a_version_alone_is_found_alone(family: Family) -> None:
    family.share(family.bo)
    document = family.store.read(plan_document, family.alma.id, family.catalogue, TODAY, number=1)
    family.store.write(issue_plan, family.alma.id, document, TODAY, "Alma")
    (version,) = family.store.read(versions_of_case, family.alma.id)
    assert family.store.read(issued_together, version, TODAY) == (version,)


def test_who_is_protected_by_now_is_on_no_joint_print_but_its_own_case(family: Family) -> None:
    family.share(family.bo, family.liv)
    _issue(family, family.alma, family.bo, family.liv)
    family.protect(family.bo)
    (of_alma,) = family.store.read(versions_of_case, family.alma.id)
    (of_bo,) = family.store.read(versions_of_case, family.bo.id)
    told = family.store.read(issued_together, of_alma, TODAY)
    assert {one.case_id for one in told} == {family.alma.id, family.liv.id}
    assert family.store.read(issued_together, of_bo, TODAY) == (of_bo,)


def test_a_protection_that_has_ended_keeps_nobody_out(family: Family) -> None:
    family.share(family.bo, family.liv)
    _issue(family, family.alma, family.bo, family.liv)
    family.protect(family.bo, until=TODAY)
    family.reword(family.bo, "I skole igen")
    assert [family.plan(case).goals[0].goal for case in (family.alma, family.liv)] == ["I skole igen", "I skole igen"]
    assert family.free() == ["Bo", "Liv"]
    joint = family.joint(family.bo)
    assert joint is not None
    assert len(joint.case_ids) == 3
    (of_bo,) = family.store.read(versions_of_case, family.bo.id)
    assert len(family.store.read(issued_together, of_bo, TODAY)) == 3

    family.protect(family.bo, until=TODAY + timedelta(days=1))

    family.reword(family.bo, "Bos")
    assert family.plan(family.alma).goals[0].goal == "I skole igen"
    assert (family.free(), family.joint(family.bo)) == (["Liv"], None)
