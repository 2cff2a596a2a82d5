"""What tests of the plan take in hand: the plan that is stored, and the texts and goals on its tab."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit

from app.core.records.case import Case
from app.core.records.plan import Plan
from app.services.plans import plan_of_case
from app.ui.context import Context
from app.ui.pages.case.goal_fields import GoalFields
from app.ui.pages.case.plan_tab import PlanTab
from app.ui.widgets.text_fields import LongTextField

OpenPlan = Callable[[Case], PlanTab]
"""Opens the tab of a case in a window, as after a start of the program; Ctrl+Z is the program's own."""


def stored(context: Context, case: Case) -> Plan:
    """The plan as the store holds it."""
    plan = context.read(plan_of_case, case.id)
    assert plan is not None
    return plan


def purpose_of(tab: PlanTab) -> QPlainTextEdit:
    """The text that says why there is a plan."""
    field = tab.form.why.field("purpose")
    assert isinstance(field, LongTextField)
    return field.edit


def fields_of(tab: PlanTab, number: int = 0) -> GoalFields:
    """The fields of a goal that stands open, counted from 0."""
    fields = tab.form.goals.cards[number].fields
    assert fields is not None
    return fields


def text_of(tab: PlanTab, name: str, number: int = 0) -> QPlainTextEdit:
    """A long text of a goal that stands open."""
    field = fields_of(tab, number).form.field(name)
    assert isinstance(field, LongTextField)
    return field.edit
