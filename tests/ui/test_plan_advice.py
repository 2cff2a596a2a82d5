"""What a plan is advised of: the kind the law asks for, what was decided, the themes of the young. All of it is taken
or left by the caseworker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.decision import Decision, DecisionKind
from app.core.records.plan import Goal, Plan, PlanKind
from app.services.decisions import save_decision
from app.services.plans import plan_of_case
from app.ui.context import Context
from app.ui.pages.case.plan_tab import PlanTab
from app.ui.widgets.choice_fields import ChoiceField
from app.ui.widgets.text_fields import LongTextField
from tests.conftest import TODAY
from tests.factories import Office

Open = Callable[[Case], PlanTab]


@pytest.fixture
def opened(qtbot: QtBot, context: Context) -> Open:
    def make(case: Case) -> PlanTab:
        tab = PlanTab(context)
        qtbot.addWidget(tab)
        tab.resize(1106, 700)
        tab.show_case(case.id)
        tab.show()
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        return tab

    return make


def _stored(context: Context, case: Case) -> Plan:
    plan = context.read(plan_of_case, case.id)
    assert plan is not None
    return plan


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


def _purpose(tab: PlanTab) -> QPlainTextEdit:
    field = tab.form.why.field("purpose")
    assert isinstance(field, LongTextField)
    return field.edit


def _themes(tab: PlanTab, number: int) -> list[str]:
    card = tab.form.goals.cards[number]
    card.open()
    assert card.form is not None
    field = card.form.field("theme_key")
    assert isinstance(field, ChoiceField)
    return [field.combo.itemText(row) for row in range(field.combo.count())]


def test_the_kind_the_law_asks_for_is_told_with_why_and_one_press_away(
    context: Context, office: Office, opened: Open
) -> None:
    case = office.case(birth_date=date(2009, 1, 1))
    office.plan(case, Goal(goal="Job", theme_key="school"), purpose="Ro", legal_basis="barnets lov § 91")
    tab = opened(case)
    assert "1 January 2025" in tab.form.advice.why.text()
    assert tab.form.advice.take.isVisible()

    tab.form.advice.take.click()

    stored = _stored(context, case)
    assert (stored.kind, stored.legal_basis, stored.purpose) == (PlanKind.YOUTH_PLAN, "barnets lov § 108", "Ro")
    assert stored.goals[0].theme_key == "school"
    assert not tab.form.advice.take.isVisible()


def test_the_right_kind_is_told_without_a_button(office: Office, opened: Open) -> None:
    case = office.case(birth_date=date(2018, 1, 1))
    office.plan(case)
    tab = opened(case)
    assert "1 January 2034" in tab.form.advice.why.text()
    assert tab.form.advice.take.isHidden()


def test_a_youth_plan_asks_for_its_themes_and_a_goal_is_begun_with_one(
    qtbot: QtBot, context: Context, office: Office, opened: Open
) -> None:
    case = office.case(birth_date=date(2009, 1, 1))
    office.plan(case, Goal(goal="Skole"), kind=PlanKind.YOUTH_PLAN)
    tab = opened(case)
    youth = tab.form.goals.youth
    assert [link.text() for link in youth.links] == ["Into adult life", "Education", "Work"]

    youth.links[2].click()

    assert [link.text() for link in youth.links] == ["Into adult life", "Education"]
    card = tab.form.goals.cards[1]
    assert card.form is not None
    assert card.form.values()["theme_key"] == "work"
    assert "Work" in _themes(tab, 0)


def test_the_themes_of_the_young_stand_in_no_childs_plan_but_where_one_was_chosen(
    context: Context, office: Office, opened: Open
) -> None:
    case = office.case(birth_date=date(2018, 1, 1))
    office.plan(case, Goal(goal="Job", theme_key="work"), Goal(goal="Skole"))
    tab = opened(case)
    assert tab.form.goals.youth.isHidden()
    assert ("Work" in _themes(tab, 0), "Work" in _themes(tab, 1)) == (True, False)
    tab._keeper.touch()
    tab._keeper.settle()
    assert _stored(context, case).goals[0].theme_key == "work"


def test_what_was_decided_is_offered_where_nothing_is_written_and_undo_takes_it_back(
    qtbot: QtBot, context: Context, office: Office, opened: Open
) -> None:
    case = office.case()
    office.plan(case, purpose="")
    _decide(context, case, "Ro <hjemme>", "Et år")
    tab = opened(case)
    link = tab.form.offers.links["purpose"]
    assert link.isVisible()
    assert "Ro <hjemme>" in link.accessibleDescription()

    link.click()

    assert _stored(context, case).purpose == "Ro <hjemme>"
    assert link.isHidden()
    assert tab.form.offers.links["expected_duration"].isVisible()
    context.undo()
    tab.refresh()
    assert _stored(context, case).purpose == ""
    assert link.isVisible()


def test_nothing_is_offered_over_what_is_written(qtbot: QtBot, context: Context, office: Office, opened: Open) -> None:
    case = office.case()
    office.plan(case, purpose="")
    _decide(context, case, "Ro")
    tab = opened(case)
    link = tab.form.offers.links["purpose"]
    _purpose(tab).setFocus()
    qtbot.keyClicks(_purpose(tab), "M")
    assert link.isHidden()
    _purpose(tab).clear()
    assert link.isVisible()
    assert tab.form.offers.links["expected_duration"].isHidden()
