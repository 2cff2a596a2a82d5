"""The law decides the kind of plan, by date and age."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.catalogue import Theme
from app.core.names import Names
from app.core.plan_proposal import (
    Because,
    KindProposal,
    PlanOffer,
    Source,
    basis_after,
    plan_offers,
    proposal,
    proposed_kind,
    themes_without_goal,
)
from app.core.records.decision import Decision, DecisionKind
from app.core.records.measure import Measure
from app.core.records.plan import Goal, GoalStatus, Plan, PlanKind


@pytest.mark.parametrize(
    ("born", "day", "kind"),
    [
        (date(2007, 1, 1), date(2023, 12, 31), PlanKind.HANDLEPLAN),
        (date(2007, 1, 1), date(2024, 1, 1), PlanKind.YOUTH_PLAN),
        (date(2010, 6, 2), date(2026, 6, 1), PlanKind.CHILDS_PLAN),
        (date(2010, 6, 2), date(2026, 6, 2), PlanKind.YOUTH_PLAN),
        (None, date(2026, 6, 2), PlanKind.CHILDS_PLAN),
    ],
)
def test_the_kind_follows_date_and_age(born: date | None, day: date, kind: PlanKind) -> None:
    assert proposed_kind(born, day) is kind


def test_a_proposed_basis_follows_the_kind_and_an_own_one_stays() -> None:
    assert basis_after(PlanKind.YOUTH_PLAN, "") == "barnets lov § 108"
    assert basis_after(PlanKind.YOUTH_PLAN, "barnets lov § 91") == "barnets lov § 108"
    assert basis_after(PlanKind.YOUTH_PLAN, "barnets lov § 91, stk. 2") == "barnets lov § 91, stk. 2"


@pytest.mark.parametrize(
    ("born", "day", "found"),
    [
        (date(2007, 1, 1), date(2023, 12, 31), KindProposal(PlanKind.HANDLEPLAN, Because.BEFORE_THE_ACT)),
        (None, date(2026, 6, 2), KindProposal(PlanKind.CHILDS_PLAN, Because.AGE_UNKNOWN)),
        (
            date(2010, 6, 2),
            date(2026, 6, 1),
            KindProposal(PlanKind.CHILDS_PLAN, Because.A_CHILD, date(2026, 6, 2)),
        ),
        (
            date(2008, 2, 29),
            date(2024, 2, 29),
            KindProposal(PlanKind.YOUTH_PLAN, Because.OLD_ENOUGH, date(2024, 2, 29)),
        ),
    ],
)
def test_the_reason_is_told_with_the_day_somebody_turns_sixteen(
    born: date | None, day: date, found: KindProposal
) -> None:
    assert proposal(born, day) == found


def test_a_youth_plan_asks_for_its_themes_until_a_goal_is_about_each() -> None:
    work, home = (
        Theme(key=key, valid_from=date(2014, 1, 1), order=0, names=Names(da=key, en=key), youth=True)
        for key in ("work", "home")
    )
    goals = (Goal(goal="Job", theme_key="work"), Goal(goal="Bo", theme_key="home", status=GoalStatus.DROPPED))
    assert themes_without_goal(PlanKind.YOUTH_PLAN, goals, (work, home)) == (home,)
    assert themes_without_goal(PlanKind.YOUTH_PLAN, (), (work, home)) == (work, home)
    assert themes_without_goal(PlanKind.CHILDS_PLAN, (), (work, home)) == ()


_TODAY = date(2026, 6, 1)
_PLAN = Plan(case_id="case")


def _decided(day: date, **more: object) -> Decision:
    return Decision(case_id="case", kind=DecisionKind.SUPPORT, decided_on=day, **more)  # type: ignore[arg-type]  # any field


def test_the_latest_decision_that_says_something_is_offered_for_what_is_empty() -> None:
    decisions = [
        _decided(date(2026, 3, 3), purpose=" Ro hjemme "),
        _decided(date(2026, 1, 3), purpose="Ældre", expected_duration="Et år"),
        _decided(date(2026, 4, 1), purpose="Slettet", voided_on=date(2026, 4, 2)),
        _decided(date(2026, 9, 1), purpose="Kommer"),
    ]
    assert plan_offers(_PLAN, decisions, [], _TODAY) == (
        PlanOffer("purpose", Source.DECISION, date(2026, 3, 3), "Ro hjemme"),
        PlanOffer("expected_duration", Source.DECISION, date(2026, 1, 3), "Et år"),
    )
    written = Plan(case_id="case", purpose="Mit eget", expected_duration=" ")
    assert [offer.field for offer in plan_offers(written, decisions, [], _TODAY)] == ["expected_duration"]


def test_a_running_measure_tells_why_it_was_chosen_and_when_it_is_to_end() -> None:
    old = Measure(case_id="case", type_key="a", start=date(2025, 1, 1), reason="Gammel", end=date(2026, 1, 1))
    new = Measure(
        case_id="case", type_key="b", start=date(2026, 2, 1), reason="Tættere på", expected_end=date(2026, 12, 1)
    )
    assert plan_offers(_PLAN, [], [old, new], _TODAY) == (
        PlanOffer("measure_reason", Source.MEASURE, date(2026, 2, 1), "Tættere på"),
        PlanOffer("expected_duration", Source.MEASURE, date(2026, 2, 1), until=date(2026, 12, 1)),
    )
    assert plan_offers(_PLAN, [], [], _TODAY) == ()
