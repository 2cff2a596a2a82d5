"""What a plan is advised of: the kind the law has, what was decided, the themes of the young. All of it is taken
or left by the caseworker."""

from __future__ import annotations

from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.decision import Decision, DecisionKind
from app.core.records.plan import Goal, PlanKind
from app.services.decisions import save_decision
from app.ui.context import Context
from app.ui.pages.case.plan_tab import PlanTab
from app.ui.widgets.choice_fields import ChoiceField
from tests.conftest import TODAY
from tests.factories import Office
from tests.ui.plan_desk import OpenPlan, fields_of, purpose_of, stored


def _decide(context: Context, case: Case, purpose: str, duration: str = "") -> None:
    decision = Decision(
        case_id=case.id,
        kind=DecisionKind.SUPPORT,
        decided_on=TODAY - timedelta(days=9),
        what="Støtte",
        purpose=purpose,
        expected_duration=duration,
    )
    context.write(save_decision, decision, TODAY)


def _themes(tab: PlanTab, number: int) -> list[str]:
    tab.form.goals.cards[number].open()
    field = fields_of(tab, number).form.field("theme_key")
    assert isinstance(field, ChoiceField)
    return [field.combo.itemText(row) for row in range(field.combo.count())]


def test_the_kind_the_law_asks_for_is_told_with_why_and_one_press_away(
    context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case(birth_date=date(2009, 1, 1))
    office.plan(case, Goal(goal="Job", theme_key="school"), purpose="Ro", legal_basis="barnets lov § 91")
    tab = opened_plan(case)
    assert "1 January 2025" in tab.form.advice.why.text()
    assert tab.form.advice.take.isVisible()

    tab.form.advice.take.click()

    plan = stored(context, case)
    assert (plan.kind, plan.legal_basis, plan.purpose) == (PlanKind.YOUTH_PLAN, "barnets lov § 108", "Ro")
    assert plan.goals[0].theme_key == "school"
    assert not tab.form.advice.take.isVisible()


def test_the_right_kind_is_told_without_a_button(office: Office, opened_plan: OpenPlan) -> None:
    case = office.case(birth_date=date(2018, 1, 1))
    office.plan(case)
    tab = opened_plan(case)
    assert "1 January 2034" in tab.form.advice.why.text()
    assert tab.form.advice.take.isHidden()


def test_a_youth_plan_asks_for_its_themes_and_a_goal_is_begun_with_one(office: Office, opened_plan: OpenPlan) -> None:
    case = office.case(birth_date=date(2009, 1, 1))
    office.plan(case, Goal(goal="Skole"), kind=PlanKind.YOUTH_PLAN)
    tab = opened_plan(case)
    youth = tab.form.goals.youth
    assert [link.text() for link in youth.links] == ["Into adult life", "Education", "Work"]

    youth.links[2].click()

    assert [link.text() for link in youth.links] == ["Into adult life", "Education"]
    assert fields_of(tab, 1).form.values()["theme_key"] == "work"
    assert "Work" in _themes(tab, 0)


def test_the_themes_of_the_young_stand_in_no_childs_plan_but_where_one_was_chosen(
    context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case(birth_date=date(2018, 1, 1))
    office.plan(case, Goal(goal="Job", theme_key="work"), Goal(goal="Skole"))
    tab = opened_plan(case)
    assert tab.form.goals.youth.isHidden()
    assert ("Work" in _themes(tab, 0), "Work" in _themes(tab, 1)) == (True, False)
    tab.saving.keeper.touch()
    tab.saving.keeper.settle()
    assert stored(context, case).goals[0].theme_key == "work"


def test_what_was_decided_is_offered_where_nothing_is_written_and_undo_takes_it_back(
    context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, purpose="")
    _decide(context, case, "Ro <hjemme>", "Et år")
    tab = opened_plan(case)
    link = tab.form.offers.links["purpose"]
    assert link.isVisible()
    assert "Ro <hjemme>" in link.accessibleDescription()

    link.click()

    assert stored(context, case).purpose == "Ro <hjemme>"
    assert link.isHidden()
    assert tab.form.offers.links["expected_duration"].isVisible()
    context.undo()
    tab.refresh()
    assert stored(context, case).purpose == ""
    assert link.isVisible()


def test_nothing_is_offered_over_what_is_written(
    qtbot: QtBot, context: Context, office: Office, opened_plan: OpenPlan
) -> None:
    case = office.case()
    office.plan(case, purpose="")
    _decide(context, case, "Ro")
    tab = opened_plan(case)
    link = tab.form.offers.links["purpose"]
    purpose_of(tab).setFocus()
    qtbot.keyClicks(purpose_of(tab), "M")
    assert link.isHidden()
    purpose_of(tab).clear()
    assert link.isVisible()
    assert tab.form.offers.links["expected_duration"].isHidden()
