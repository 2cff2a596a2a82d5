"""The plan for the child and the extract for a provider among the prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.follow_up import FollowUp
from app.core.records.joint_plan import Sharing
from app.core.records.person import CasePerson
from app.core.records.plan import Goal, GoalStatus, SubGoal
from app.services.documents import plan_document
from app.services.follow_ups import save_follow_up
from app.services.joint_plans import issue_together, share_plan
from app.services.people import save_case_person
from app.services.plans import issue_plan, next_number, plan_of_case, save_plan
from app.ui.context import Context
from app.ui.dialogs.choose_extract import ChooseExtract
from app.ui.prints.child_plan import child_plan_order
from app.ui.prints.family_calendar import family_calendar_order
from app.ui.prints.joint_plan import DRAFT, joint_plan_order, joint_plans
from app.ui.prints.plan import chosen_plan_order, issued_plans
from app.ui.prints.plan_extract import ExtractOfPlan
from app.ui.prints.visit_sheet import sheet_order
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office
from tests.reports.prints import text_of
from tests.ui.desk import press

SCHOOL = Goal(
    goal="I skole hver dag",
    own_words="Jeg vil ikke være ham, der altid går.",
    sub_goals=(SubGoal(what="Følges ind", responsible="Broen"), SubGoal(what="Ringer", responsible="Klasselærer")),
)
HOME, DONE = Goal(goal="Sover hjemme"), Goal(goal="Fodbold", status=GoalStatus.MET)


def _issue(context: Context, case: Case) -> None:
    number = context.read(next_number, case.id)
    document = context.read(plan_document, case.id, context.catalogue, TODAY, number=number)
    context.write(issue_plan, case.id, document, TODAY, "Alma")


@pytest.fixture
def case(context: Context, office: Office) -> Case:
    case = office.case()
    office.measure(case, provider="Broen")
    office.measure(case, start=TODAY - timedelta(days=150))
    plan = office.plan(case, SCHOOL, HOME, DONE, purpose="Ro", parents_comment="Mor er vred.")
    _issue(context, case)
    context.write(save_plan, replace(plan, purpose="Siden"), TODAY)
    return case


@pytest.fixture
def extract(context: Context, case: Case, qtbot: QtBot) -> ExtractOfPlan:
    made = ExtractOfPlan(context)
    qtbot.addWidget(made)
    made.offer([case.id])
    made.show()
    return made


def _printed(extract: ExtractOfPlan, case: Case) -> str:
    (order,) = extract.orders([case.id])
    return text_of(order.draw(Words("da"), lambda: None))


def test_the_child_gets_the_version_or_the_draft(context: Context, case: Case) -> None:
    (version,) = issued_plans(context, case.id)
    issued, draft = child_plan_order(context, case.id, version.id), child_plan_order(context, case.id, "")
    assert (issued.code, draft.code) == ("child-plan v1", "child-plan draft")
    assert "Ro" in text_of(issued.draw(Words("da"), lambda: None))
    assert "Siden" in text_of(draft.draw(Words("da"), lambda: None))
    assert issued.file_name(Words("en")).startswith("forlaens-my-plan-v1-")
    assert draft.file_name(Words("en")).startswith("forlaens-my-plan-draft-")


def test_what_the_provider_needs_of_the_latest_version_is_proposed(extract: ExtractOfPlan, case: Case) -> None:
    assert extract.given_to.value() == "Broen"
    assert extract.which.text() == "Of version 1, 2 of 3 goals, 1 step of the provider's"
    text = _printed(extract, case)
    assert "Følges ind" in text
    assert "Ro" in text
    for left_out in ("Ringer", "Fodbold", "vred", "Siden"):
        assert left_out not in text


def test_the_log_and_the_file_hold_no_name(extract: ExtractOfPlan, case: Case) -> None:
    (order,) = extract.orders([case.id])
    assert order.code == "extract v1"
    assert order.title == "Extract of version 1 for Broen"
    assert order.file_name(Words("en")) == f"forlaens-plan-v1-extract-{TODAY.isoformat()}.pdf"
    assert order.case_ids == (case.id,)


def test_a_measure_without_provider_waits_until_it_is_known_who_gets_it(extract: ExtractOfPlan, case: Case) -> None:
    extract.measure.combo.setCurrentIndex(1)
    extract.measure.edited.emit()
    assert extract.orders([case.id]) == []
    assert extract.which.text().endswith("no step of the provider's")
    extract.given_to.set_value("Familien Holt")
    assert "Familien Holt" in _printed(extract, case)


def test_goals_and_steps_are_chosen_and_the_choice_stays(extract: ExtractOfPlan, case: Case) -> None:
    own = SCHOOL.own_words
    assert own in _printed(extract, case)
    extract.choose.click()
    (dialog,) = extract.findChildren(ChooseExtract)
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    assert [box.isChecked() for box in boxes.values()] == [True, True, False, True, False, True]
    boxes["2 · Sover hjemme"].click()
    boxes["1.2 · Ringer · Klasselærer"].click()
    boxes["The child's own words stand at its goals"].click()
    press(dialog, "Use")
    extract.offer([case.id])
    assert extract.which.text() == "Of version 1, 1 of 3 goals, 2 steps of the provider's"
    text = _printed(extract, case)
    assert "Ringer" in text
    assert "Sover hjemme" not in text
    assert own not in text


def test_a_step_goes_along_only_with_its_goal(extract: ExtractOfPlan, case: Case) -> None:
    extract.choose.click()
    (dialog,) = extract.findChildren(ChooseExtract)
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    boxes["1 · I skole hver dag"].click()
    press(dialog, "Use")
    assert extract.which.text() == "Of version 1, 1 of 3 goals, no step of the provider's"


def test_it_says_why_there_is_no_extract(extract: ExtractOfPlan, case: Case, office: Office, context: Context) -> None:
    other = office.case("Noah")
    office.plan(other)
    extract.offer([case.id, other.id])
    assert extract.which.text() == "Choose one child: each provider gets an extract of its own."
    assert extract.orders([case.id, other.id]) == []
    extract.offer([other.id])
    assert extract.which.text() == "Issue a version of the plan first: an extract is of a version."
    assert extract.reason() == extract.which.text()
    _issue(context, other)
    extract.offer([other.id])
    assert extract.which.text() == "No measure is running."
    assert extract.choose.isHidden()
    extract.choose.click()
    assert extract.findChildren(ChooseExtract) == []
    extract.offer([])
    assert extract.which.text() == ""


def test_a_new_version_is_proposed_anew(extract: ExtractOfPlan, case: Case, context: Context) -> None:
    _issue(context, case)
    extract.offer([case.id])
    assert extract.which.text().startswith("Of version 2, ")
    assert "Siden" in _printed(extract, case)


def _siblings(context: Context, office: Office) -> tuple[Case, Case]:
    """Two who share a goal and the purpose."""
    alma, bo = office.case("Alma"), office.case("Bo")
    mother = office.person(alma, "Karen", "mother")
    for case in (alma, bo):
        part = CasePerson(case_id=case.id, person_id=mother.id, role_key="mother", has_custody=True)
        context.write(save_case_person, mother, part, TODAY)
    plan = office.plan(alma, SCHOOL, HOME, purpose="Ro")
    sharing = Sharing(case_ids=frozenset({bo.id}), goals=frozenset({plan.goals[0].id}), purpose=True, support=False)
    context.write(share_plan, alma.id, sharing, context.catalogue, TODAY)
    return alma, bo


def test_a_joint_plan_is_printed_as_draft_and_as_it_was_issued(context: Context, office: Office) -> None:
    alma, bo = _siblings(context, office)
    (draft,) = joint_plans(context, bo.id)
    order = joint_plan_order(context, bo.id, draft.id)
    assert (order.code, set(order.case_ids)) == ("joint-plan draft", {alma.id, bo.id})
    assert "Fælles plan for Bo og Alma" in text_of(order.draw(Words("da"), lambda: None))
    assert order.file_name(Words("en")).startswith("forlaens-joint-plan-draft-")

    told = {c.id: context.read(plan_document, c.id, context.catalogue, TODAY, number=1) for c in (alma, bo)}
    context.write(issue_together, told, TODAY, "Familien")
    issued, _ = joint_plans(context, alma.id)
    before = joint_plan_order(context, alma.id, issued.id).draw(Words("da"), lambda: None)
    plan = context.read(plan_of_case, alma.id)
    assert plan is not None
    context.write(save_plan, replace(plan, purpose="Siden", goals=()), TODAY)
    order = joint_plan_order(context, alma.id, issued.id)
    assert order.draw(Words("da"), lambda: None) == before
    assert order.code == "joint-plan v1"
    assert order.file_name(Words("en")).startswith("forlaens-joint-plan-v1-")


def test_a_child_alone_has_no_joint_plan_to_print(context: Context, case: Case) -> None:
    assert joint_plans(context, case.id) == []


def test_no_print_for_the_family_or_a_provider_names_who_is_protected_by_now(
    context: Context, office: Office, qtbot: QtBot
) -> None:
    case = office.case()
    measure = office.measure(case, provider="Broen")
    helped = replace(SCHOOL, sub_goals=(SubGoal(what="Karen Holm følger ind", responsible="Karen Holm, Broen"),))
    office.plan(case, helped, participants="Karen Holm")
    _issue(context, case)
    planned = FollowUp(
        case_id=case.id, measure_ids=(measure.id,), planned_on=TODAY + timedelta(days=3), planned_with="Karen Holm"
    )
    context.write(save_follow_up, planned, TODAY)
    office.person(case, role_key="mother", last_name="Holm", protected=True)
    (issued,) = issued_plans(context, case.id)
    extract = ExtractOfPlan(context)
    qtbot.addWidget(extract)
    extract.offer([case.id])
    orders = [
        *(order(context, case.id, key) for order in (chosen_plan_order, child_plan_order) for key in (issued.id, "")),
        joint_plan_order(context, case.id, DRAFT),
        family_calendar_order(context, case.id),
        sheet_order(context, case.id),
        *extract.orders([case.id]),
    ]
    for order in orders:
        text = text_of(order.draw(Words("da"), lambda: None))
        assert "Karen" not in text, order.title
        assert "mor" in text, order.title


def test_a_joint_plan_names_nobody_who_is_protected_in_the_case_of_any_of_the_siblings(
    context: Context, office: Office
) -> None:
    alma, bo = _siblings(context, office)
    office.person(alma, "Sonja", "maternal_aunt", last_name="Vang", protected=True)
    plan = context.read(plan_of_case, bo.id)
    assert plan is not None
    context.write(save_plan, replace(plan, participants="Bo og Sonja Vang"), TODAY)
    text = text_of(joint_plan_order(context, bo.id, DRAFT).draw(Words("da"), lambda: None))
    assert "Sonja" not in text
    assert "moster" in text
