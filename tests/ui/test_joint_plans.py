"""Siblings' plans shared from the plan's tab, and issued together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.joint_plan import Sharing
from app.core.records.person import CasePerson
from app.core.records.plan import Goal
from app.services.joint_plans import share_plan
from app.services.people import save_case_person
from app.services.plans import plan_of_case, save_plan, versions_of_case
from app.ui.context import Context
from app.ui.dialogs.issue_plan import IssuePlan
from app.ui.dialogs.share_plan import SharePlan
from app.ui.pages.case.plan_tab import PlanTab
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.desk import press

SCHOOL, HOME = Goal(goal="I skole hver dag"), Goal(goal="Sover hjemme " + "og meget mere " * 9)


@pytest.fixture
def cases(office: Office) -> tuple[Case, Case]:
    """Two siblings; the elder has a plan."""
    alma, bo = office.case("Alma", birth_date=date(2012, 1, 1)), office.case("Bo", birth_date=date(2015, 1, 1))
    mother = office.person(alma, "Karen", "mother")
    for case in (alma, bo):
        part = CasePerson(case_id=case.id, person_id=mother.id, role_key="mother", has_custody=True)
        office.store.write(save_case_person, mother, part, TODAY)
    office.plan(alma, SCHOOL, HOME, purpose="Ro")
    return alma, bo


def _tab(context: Context, case: Case, qtbot: QtBot) -> PlanTab:
    tab = PlanTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.refresh()
    return tab


def _share(context: Context, cases: tuple[Case, Case]) -> None:
    sharing = Sharing(case_ids=frozenset({cases[1].id}), goals=frozenset({SCHOOL.id}), purpose=True, support=False)
    context.write(share_plan, cases[0].id, sharing, context.catalogue, TODAY)


def _dialog(context: Context, case: Case, qtbot: QtBot) -> SharePlan:
    plan = context.read(plan_of_case, case.id)
    assert plan is not None
    made = SharePlan(context, case.id, plan)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def _boxes(dialog: SharePlan) -> dict[str, QCheckBox]:
    return {box.text(): box for box in dialog.findChildren(QCheckBox)}


def test_the_tab_tells_of_siblings_and_what_is_shared(context: Context, cases: tuple[Case, Case], qtbot: QtBot) -> None:
    tab = _tab(context, cases[0], qtbot)
    assert tab.joint.told.text() == "Siblings with a case here: Bo."
    _share(context, cases)
    tab.refresh()
    assert tab.joint.told.text() == "Joint with Bo. Goal 1 is shared. The purpose is shared."
    assert not tab.joint.isHidden()
    assert ["shared with Bo" in card.head.quiet.text() for card in tab.form.goals.cards] == [True, False]


def test_an_only_child_has_no_such_card(context: Context, office: Office, qtbot: QtBot) -> None:
    case = office.case("Ida", "Lund")
    office.plan(case)
    assert _tab(context, case, qtbot).joint.isHidden()


def test_everything_is_proposed_and_shared_with_one_key(
    context: Context, cases: tuple[Case, Case], qtbot: QtBot
) -> None:
    tab = _tab(context, cases[0], qtbot)
    tab.joint.share.click()
    (dialog,) = tab.findChildren(SharePlan)
    boxes = _boxes(dialog)
    assert [box.isChecked() for box in boxes.values()] == [True, True, True, False, False]
    boxes["The support for the family is shared"].click()
    press(dialog, "Save")
    plan = context.read(plan_of_case, cases[1].id)
    assert plan is not None
    assert [goal.goal for goal in plan.goals] == [SCHOOL.goal, HOME.goal]
    assert plan.purpose == ""
    tab.refresh()
    assert tab.joint.told.text() == "Joint with Bo. Goals 1 and 2 are shared. The support for the family is shared."


def test_what_stands_shared_is_ticked_and_can_be_given_up(
    context: Context, cases: tuple[Case, Case], qtbot: QtBot
) -> None:
    _share(context, cases)
    dialog = _dialog(context, cases[0], qtbot)
    boxes = _boxes(dialog)
    assert [text[:16] for text, box in boxes.items() if box.isChecked()] == [
        "Bo",
        "1 · I skole hver",
        "The purpose is s",
    ]
    boxes["Bo"].click()
    press(dialog, "Save")
    assert _tab(context, cases[0], qtbot).joint.told.text().startswith("Siblings")


def test_sharing_nothing_is_told(context: Context, cases: tuple[Case, Case], qtbot: QtBot) -> None:
    dialog = _dialog(context, cases[0], qtbot)
    for text, box in _boxes(dialog).items():
        if text != "Bo" and box.isChecked():
            box.click()
    press(dialog, "Save")
    assert dialog.isVisible()
    assert context.read(plan_of_case, cases[1].id) is None


def test_words_of_their_own_that_would_be_replaced_are_told_first(
    context: Context, office: Office, cases: tuple[Case, Case], qtbot: QtBot
) -> None:
    office.plan(cases[1], Goal(goal="Bos"), purpose="Bos eget")
    dialog = _dialog(context, cases[0], qtbot)
    _boxes(dialog)["The purpose is shared"].click()
    found = dialog.check(False)
    assert [(problem.code, problem.values["name"]) for problem in found] == [("joint-replaces-purpose", "Bo")]


def test_a_joint_plan_is_issued_for_all_in_one_go_and_undone_in_one(
    context: Context, cases: tuple[Case, Case], qtbot: QtBot
) -> None:
    _share(context, cases)
    form = IssuePlan(context, cases[0].id)
    qtbot.addWidget(form)
    assert _texts(form) == ["Issue the plans of Bo with it, as one joint plan"]
    form.commit(False)
    first, second = (context.read(versions_of_case, case.id) for case in cases)
    assert first[0].joint_id == second[0].joint_id != ""
    context.undo()
    assert [context.read(versions_of_case, case.id) for case in cases] == [(), ()]


def test_one_of_them_can_be_issued_alone(context: Context, cases: tuple[Case, Case], qtbot: QtBot) -> None:
    _share(context, cases)
    form = IssuePlan(context, cases[0].id)
    qtbot.addWidget(form)
    form.findChildren(QCheckBox)[0].click()
    form.commit(False)
    assert [len(context.read(versions_of_case, case.id)) for case in cases] == [1, 0]


def test_a_plan_of_its_own_asks_nothing_of_siblings(context: Context, cases: tuple[Case, Case], qtbot: QtBot) -> None:
    form = IssuePlan(context, cases[0].id)
    qtbot.addWidget(form)
    assert _texts(form) == []


def test_what_is_typed_in_one_tab_stands_in_the_siblings(
    context: Context, cases: tuple[Case, Case], qtbot: QtBot
) -> None:
    _share(context, cases)
    tab = _tab(context, cases[1], qtbot)
    plan = context.read(plan_of_case, cases[0].id)
    assert plan is not None
    context.write(
        save_plan, replace(plan, goals=(replace(plan.goals[0], goal="I skole til tiden"), *plan.goals[1:])), TODAY
    )
    tab.refresh()
    assert tab.form.plan().goals[0].goal == "I skole til tiden"


def _texts(form: IssuePlan) -> list[str]:
    return [box.text() for box in form.findChildren(QCheckBox) if box.text()]
