"""The working plan and its frozen versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core import codec
from app.core.catalogue import Catalogue
from app.core.checks.plan import check_issue
from app.core.errors import Invalid, Severity
from app.core.records.documents import PlanDocument
from app.core.records.follow_up import GoalScore
from app.core.records.person import CasePerson, Person
from app.core.records.plan import Goal, Plan, PlanKind, PlanVersion, SubGoal
from app.reports.plan_report import plan_pdf
from app.services import plans
from app.services.documents import plan_document
from app.services.follow_ups import follow_ups_of_case
from app.services.people import save_case_person
from app.services.store import Store
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office


def _issue(store: Store, catalogue: Catalogue, case_id: str, day: date = TODAY) -> PlanVersion:
    number = store.read(plans.next_number, case_id)
    document = store.read(plan_document, case_id, catalogue, day, number=number)
    store.write(plans.issue_plan, case_id, document, day, "Alma og mor")
    return store.read(plans.versions_of_case, case_id)[0]


def test_goals_and_sub_goals_come_back_in_the_order_they_were_put(store: Store, office: Office) -> None:
    case = office.case()
    subs = tuple(SubGoal(what=f"Trin {n}") for n in range(3))
    plan = office.plan(case, Goal(goal="A", sub_goals=subs), Goal(goal="B"))
    turned = replace(plan, goals=(plan.goals[1], replace(plan.goals[0], sub_goals=subs[::-1])))

    store.write(plans.save_plan, turned, TODAY)

    assert store.read(plans.plan_of_case, case.id) == turned


def test_a_goal_taken_out_keeps_its_scores_and_comes_back_by_undo(store: Store, office: Office) -> None:
    case = office.case()
    measure = office.measure(case)
    plan = office.plan(case, Goal(goal="A"), Goal(goal="B"))
    office.held(case, measure, scores=(GoalScore(goal_id=plan.goals[0].id, value=6),))

    store.write(plans.save_plan, replace(plan, goals=plan.goals[1:]), TODAY)

    assert len(store.read(follow_ups_of_case, case.id)[0].scores) == 1
    store.undo()
    assert store.read(plans.plan_of_case, case.id) == plan


def test_a_goal_taken_out_can_be_put_back_with_its_steps(store: Store, office: Office) -> None:
    case = office.case()
    assert store.read(plans.removed_goals, case.id) == ()
    plan = office.plan(case, Goal(goal="A", sub_goals=(SubGoal(what="Trin"),)), Goal(goal="B"))
    store.write(plans.save_plan, replace(plan, goals=plan.goals[1:]), TODAY)
    assert store.read(plans.removed_goals, case.id) == plan.goals[:1]

    store.write(plans.save_plan, replace(plan, goals=plan.goals[::-1]), TODAY)

    assert store.read(plans.removed_goals, case.id) == ()
    assert store.read(plans.plan_of_case, case.id) == replace(plan, goals=plan.goals[::-1])


def test_a_goal_without_words_is_refused_and_nothing_changes(store: Store, office: Office) -> None:
    case = office.case()
    plan = office.plan(case)
    with pytest.raises(Invalid):
        store.write(plans.save_plan, replace(plan, purpose="Nyt", goals=(replace(plan.goals[0], goal=" "),)), TODAY)
    assert store.read(plans.plan_of_case, case.id) == plan


def test_a_version_prints_the_same_whatever_happens_to_the_plan_after_it(
    store: Store, catalogue: Catalogue, office: Office
) -> None:
    case = office.case()
    plan = office.plan(case, purpose="Først")
    version = _issue(store, catalogue, case.id)
    before = plan_pdf(codec.from_text(version.document, PlanDocument), Words("da"))

    store.write(plans.save_plan, replace(plan, purpose="Siden", goals=()), TODAY)
    office.measure(case)

    (kept,) = store.read(plans.versions_of_case, case.id)
    assert plan_pdf(codec.from_text(kept.document, PlanDocument), Words("da")) == before


def test_versions_are_numbered_from_one_latest_first(store: Store, catalogue: Catalogue, office: Office) -> None:
    case, other = office.case(), office.case("Noah")
    office.plan(case)
    office.plan(other)
    for day in (TODAY - timedelta(days=9), TODAY):
        _issue(store, catalogue, case.id, day)
    assert _issue(store, catalogue, other.id).number == 1
    assert [version.number for version in store.read(plans.versions_of_case, case.id)] == [2, 1]


def test_a_document_of_another_number_is_not_issued(store: Store, catalogue: Catalogue, office: Office) -> None:
    case = office.case()
    office.plan(case)
    document = store.read(plan_document, case.id, catalogue, TODAY, number=7)
    with pytest.raises(ValueError, match="1 is next"):
        store.write(plans.issue_plan, case.id, document, TODAY, "")


def test_what_to_think_of_before_issuing_can_all_be_passed(store: Store, catalogue: Catalogue, office: Office) -> None:
    case = office.case()
    helped = SubGoal(what="Følges ind", responsible="Lærer")
    good = Goal(goal="Skole", own_words="Jeg vil", sub_goals=(helped,))
    plan = Plan(case_id=case.id, goals=(Goal(goal="A"), good, replace(good, id="c", sub_goals=(SubGoal(what="x"),))))
    store.write(plans.save_plan, plan, TODAY)
    document = store.read(plan_document, case.id, catalogue, TODAY)
    last = PlanVersion(case_id=case.id, number=3, kind=PlanKind.CHILDS_PLAN, issued_on=TODAY, document="")

    found = check_issue(document, TODAY - timedelta(days=1), " ", last, TODAY)

    assert [(p.field, p.code, p.values.get("numbers")) for p in found] == [
        ("issued_on", "issued-before-last", None),
        ("given_to", "given-to-empty", None),
        ("", "plan-without-purpose", None),
        ("", "goal-without-own-words", (1,)),
        ("", "goals-without-responsible", (1, 3)),
    ]
    assert {p.severity for p in found} == {Severity.WARNING}


def test_a_whole_plan_is_issued_without_a_word(store: Store, catalogue: Catalogue, office: Office) -> None:
    case = office.case()
    goal = Goal(goal="Skole", own_words="Ja", sub_goals=(SubGoal(what="Bus", responsible="Far"),))
    office.plan(case, goal, purpose="Ro")
    document = store.read(plan_document, case.id, catalogue, TODAY)
    assert check_issue(document, TODAY, "Alma", None, TODAY) == ()


def test_an_empty_plan_and_a_day_ahead_are_told(store: Store, catalogue: Catalogue, office: Office) -> None:
    case = office.case()
    document = store.read(plan_document, case.id, catalogue, TODAY)
    codes = [p.code for p in check_issue(document, TODAY + timedelta(days=1), "Alma", None, TODAY)]
    assert codes == ["issued-in-future", "plan-without-purpose", "plan-without-goals"]


def test_who_holds_custody_now_signs_the_plan(office: Office) -> None:
    case = office.case()
    for first_name, has_custody, until, deceased in (
        ("Kim", True, None, False),
        ("Anne", True, TODAY, False),
        ("Åse", True, None, True),
        ("Bo", False, None, False),
    ):
        person = Person(first_name=first_name, last_name="Holm", deceased=deceased)
        part = CasePerson(case_id=case.id, person_id=person.id, role_key="mother", has_custody=has_custody, until=until)
        office.store.write(save_case_person, person, part, TODAY)
    document = office.store.read(plan_document, case.id, office.catalogue, TODAY)
    assert document.custody == ("Kim Holm",)
