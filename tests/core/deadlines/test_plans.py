"""The plan that a decision leads to, or first the choice of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines import DeadlineKind
from app.core.records.assessment import Assessment, AssessmentKind
from app.core.records.case_file import PlanIssue
from app.core.records.decision import Decision, DecisionKind
from app.core.records.plan import PlanKind
from tests.core.deadlines.a_case import CASE, measure, told

DECIDED = date(2025, 11, 30)
DUE = date(2026, 2, 28)
TODAY = date(2025, 12, 5)


def decided(kind: DecisionKind = DecisionKind.PLACEMENT, on: date = DECIDED, **more: Any) -> Decision:
    return Decision(case_id=CASE.id, kind=kind, decided_on=on, **more)


def issued(*on: date, kind: PlanKind = PlanKind.CHILDS_PLAN) -> tuple[PlanIssue, ...]:
    return tuple(PlanIssue(kind=kind, number=number, issued_on=day) for number, day in enumerate(on, start=1))


def asked(catalogue: Catalogue, *decisions: Decision, today: date = TODAY, **events: Any) -> list[tuple[str, date]]:
    found = told(catalogue, today, decisions=decisions, **events)
    return [(one.kind.value, one.day) for one in found]


@pytest.mark.parametrize(
    ("on", "day"),
    [
        (DECIDED, DUE),
        (date(2023, 11, 30), date(2024, 3, 30)),
        (date(2024, 11, 30), date(2025, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2025, 1, 31), date(2025, 4, 30)),
    ],
)
def test_a_placement_has_its_plan_within_three_months(catalogue: Catalogue, on: date, day: date) -> None:
    """Until 2023 serviceloven gave a plan that could not wait for the decision four months at most."""
    assert asked(catalogue, decided(on=on), today=on) == [("plan", day)]


def test_without_consent_the_plan_lies_before_the_decision(catalogue: Catalogue) -> None:
    forced = decided(consent=False)
    assert asked(catalogue, forced) == [("plan", DECIDED)]
    assert asked(catalogue, forced, plans=issued(date(2025, 8, 30))) == []
    assert asked(catalogue, forced, plans=issued(date(2025, 8, 29))) == [("plan", DECIDED)]
    assert asked(catalogue, forced, plans=issued(date(2025, 12, 1))) == []


def test_support_first_asks_whether_there_is_to_be_a_plan(catalogue: Catalogue) -> None:
    support = decided(DecisionKind.SUPPORT)
    (line,) = told(catalogue, TODAY, decisions=(support,))
    assert (line.kind, line.day, line.tab) == (DeadlineKind.PLAN_CHOICE, DUE, Tab.ASSESSMENT)
    (line,) = told(catalogue, TODAY, decisions=(replace(support, plan_wanted=True),))
    assert (line.kind, line.day, line.tab) == (DeadlineKind.PLAN, DUE, Tab.PLAN)
    assert asked(catalogue, replace(support, plan_wanted=False)) == []
    assert asked(catalogue, support, plans=issued(DECIDED)) == []


def test_before_2024_support_had_a_plan_without_a_choice(catalogue: Catalogue) -> None:
    for on, line in (
        (date(2023, 12, 31), ("plan", "SEL § 140", date(2024, 4, 30))),
        (date(2024, 1, 1), ("plan_choice", "BL § 91", date(2024, 4, 1))),
    ):
        (found,) = told(catalogue, on, decisions=(decided(DecisionKind.SUPPORT, on),))
        assert (found.kind, found.paragraph, found.day) == line


@pytest.mark.parametrize("kind", [DecisionKind.OTHER, DecisionKind.YOUTH_PLAN, DecisionKind.YOUTH_SUPPORT])
def test_other_decisions_lead_to_no_plan(catalogue: Catalogue, kind: DecisionKind) -> None:
    assert asked(catalogue, decided(kind)) == []


def test_any_plan_since_the_decision_settles_it_and_an_older_one_does_not(catalogue: Catalogue) -> None:
    placement = decided()
    assert asked(catalogue, placement, plans=issued(DECIDED)) == []
    assert asked(catalogue, placement, plans=issued(date(2025, 11, 29))) == [("plan", DUE)]
    assert asked(catalogue, placement, plans=issued(date(2025, 12, 1), kind=PlanKind.YOUTH_PLAN)) == []


def test_a_plan_made_while_the_assessment_was_under_way_counts(catalogue: Catalogue) -> None:
    aware = Assessment(
        case_id=CASE.id, aware_on=date(2025, 9, 1), kind=AssessmentKind.FULL, finished_on=date(2025, 11, 20)
    )
    placement = decided(assessment_id=aware.id)
    plans = issued(date(2025, 9, 1))
    assert asked(catalogue, placement, assessments=(aware,), plans=plans) == []
    struck_out = replace(aware, voided_on=TODAY)
    assert asked(catalogue, placement, assessments=(struck_out,), plans=plans) == [("plan", DUE)]


def test_every_decision_waits_for_itself_and_a_voided_one_for_nothing(catalogue: Catalogue) -> None:
    one, other = decided(), decided(on=date(2025, 12, 4))
    assert asked(catalogue, one, other) == [("plan", DUE), ("plan", date(2026, 3, 4))]
    assert asked(catalogue, one, replace(other, voided_on=TODAY)) == [("plan", DUE)]
    assert asked(catalogue, one, other, plans=issued(date(2025, 12, 1))) == [("plan", date(2026, 3, 4))]


def test_when_all_that_ran_since_has_ended_no_plan_is_made_any_more(catalogue: Catalogue) -> None:
    start, end = date(2025, 12, 1), date(2026, 3, 1)
    ended = measure("foster_general", start, end)
    placement = decided()
    today = date(2026, 3, 2)
    assert asked(catalogue, placement, today=today, measures=(ended,)) == []
    assert ("plan", DUE) in asked(catalogue, placement, today=date(2026, 2, 1), measures=(ended,))
    running = measure("pmto", date(2026, 2, 27))
    assert asked(catalogue, placement, today=today, measures=(ended, running)) == [("plan", DUE)]
    for other in (replace(ended, voided_on=end), measure("pmto", date(2025, 1, 1), DECIDED)):
        assert asked(catalogue, placement, today=today, measures=(other,)) == [("plan", DUE)]


def test_a_catalogue_without_the_rules_has_no_such_deadlines(bare: Catalogue) -> None:
    assert asked(bare, decided(), decided(DecisionKind.SUPPORT)) == []
