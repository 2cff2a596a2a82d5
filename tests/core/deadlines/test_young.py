"""What age brings, and when it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.core.catalogue import Catalogue
from app.core.deadlines import Deadline, DeadlineKind
from app.core.records.case_file import PlanIssue
from app.core.records.decision import Decision, DecisionKind
from app.core.records.person import Person
from app.core.records.plan import PlanKind
from app.core.schedule import Track
from tests.core.deadlines.a_case import CASE, CHILD, days, measure, told

BORN = date(2008, 3, 31)
PLACED = measure("foster_general", date(2020, 1, 1))
AT_HOME = measure("pmto", date(2020, 1, 1))


def child(born: date | None) -> Person:
    return replace(CHILD, birth_date=born)


def found(catalogue: Catalogue, today: date, born: date | None = BORN, **events: Any) -> tuple[Deadline, ...]:
    return told(catalogue, today, child=child(born), **events)


def issued(kind: PlanKind, on: date) -> tuple[PlanIssue, ...]:
    return (PlanIssue(kind=kind, number=1, issued_on=on),)


@pytest.mark.parametrize(
    ("born", "day"),
    [
        (date(2008, 3, 31), date(2025, 9, 30)),
        (date(2008, 8, 31), date(2026, 2, 28)),
        (date(2008, 9, 1), date(2026, 3, 1)),
        (date(2008, 2, 29), date(2025, 9, 1)),
    ],
)
def test_youth_support_is_decided_half_a_year_before_the_18th_birthday(
    catalogue: Catalogue, born: date, day: date
) -> None:
    shown = found(catalogue, day, born, measures=(PLACED,))
    assert days(shown, DeadlineKind.YOUTH_SUPPORT) == [day]


def test_youth_support_is_told_three_months_ahead_and_until_it_is_decided(catalogue: Catalogue) -> None:
    def shown(today: date, **events: Any) -> int:
        return len(days(found(catalogue, today, **{"measures": (PLACED,), **events}), DeadlineKind.YOUTH_SUPPORT))

    decision = Decision(case_id=CASE.id, kind=DecisionKind.YOUTH_SUPPORT, decided_on=date(2025, 9, 1))
    assert [shown(day) for day in (date(2025, 6, 29), date(2025, 6, 30), date(2026, 3, 1))] == [0, 1, 1]
    assert shown(date(2025, 9, 2), decisions=(decision,)) == 0
    assert shown(date(2025, 9, 2), decisions=(replace(decision, voided_on=date(2025, 9, 2)),)) == 1
    assert shown(date(2025, 9, 2), decisions=(replace(decision, kind=DecisionKind.OTHER),)) == 1
    assert shown(date(2025, 9, 2), measures=(AT_HOME,)) == 0
    assert shown(date(2025, 9, 2), measures=(replace(PLACED, end=date(2025, 9, 2)),)) == 0
    assert shown(date(2025, 9, 2), measures=(replace(PLACED, start=date(2025, 9, 3)),)) == 0


def test_the_law_of_the_18th_birthday_rules(catalogue: Catalogue) -> None:
    for born, paragraph in ((date(2005, 12, 31), "SEL § 68"), (date(2006, 1, 1), "BL § 111")):
        (line,) = [
            one
            for one in found(catalogue, date(2023, 7, 1), born, measures=(PLACED,))
            if one.kind is DeadlineKind.YOUTH_SUPPORT
        ]
        assert line.paragraph == paragraph


def test_a_youth_plan_is_decided_on_three_months_after_16_with_support_or_a_plan(catalogue: Catalogue) -> None:
    today, day = date(2024, 4, 1), date(2024, 6, 30)
    plan = issued(PlanKind.CHILDS_PLAN, date(2024, 3, 31))
    for events in ({"measures": (AT_HOME,)}, {"measures": (PLACED,)}, {"plans": plan}):
        assert days(found(catalogue, today, **events), DeadlineKind.YOUTH_PLAN) == [day]
    assert days(found(catalogue, today), DeadlineKind.YOUTH_PLAN) == []


def test_a_youth_plan_is_mandatory_for_the_placed(catalogue: Catalogue) -> None:
    for running, mandatory in ((PLACED, True), (AT_HOME, False)):
        (line,) = [
            one
            for one in found(catalogue, date(2024, 4, 1), measures=(running,))
            if one.kind is DeadlineKind.YOUTH_PLAN
        ]
        assert (line.paragraph, line.values["mandatory"]) == ("BL § 108", mandatory)


def test_a_youth_plan_is_told_from_three_months_before_the_birthday(catalogue: Catalogue) -> None:
    told_on = [date(2023, 12, 29), date(2023, 12, 30)]
    assert [len(found(catalogue, day, measures=(AT_HOME,))) for day in told_on] == [0, 1]


@pytest.mark.parametrize(
    ("events", "asked"),
    [
        pytest.param({"measures": (measure("pmto", date(2024, 5, 1)),)}, 0, id="support begun after the birthday"),
        pytest.param({"measures": (replace(AT_HOME, end=date(2024, 5, 1)),)}, 0, id="support that has ended"),
        pytest.param({"measures": (replace(AT_HOME, voided_on=date(2024, 5, 1)),)}, 0, id="support struck out"),
        pytest.param({"plans": issued(PlanKind.CHILDS_PLAN, date(2024, 4, 1))}, 0, id="a plan after the birthday"),
        pytest.param({"plans": issued(PlanKind.YOUTH_PLAN, date(2024, 3, 1))}, 0, id="a youth plan"),
        pytest.param({"measures": (AT_HOME,)}, 1, id="support all the time"),
    ],
)
def test_who_turned_16_without_support_has_the_plan_of_the_decision(
    catalogue: Catalogue, events: dict[str, Any], asked: int
) -> None:
    assert len(days(found(catalogue, date(2024, 6, 1), **events), DeadlineKind.YOUTH_PLAN)) == asked


def test_the_decision_on_a_youth_plan_settles_it(catalogue: Catalogue) -> None:
    decision = Decision(case_id=CASE.id, kind=DecisionKind.YOUTH_PLAN, decided_on=date(2024, 4, 2))
    for decisions, asked in (((decision,), 0), ((replace(decision, voided_on=date(2024, 4, 3)),), 1)):
        shown = found(catalogue, date(2024, 4, 3), measures=(AT_HOME,), decisions=decisions)
        assert len(days(shown, DeadlineKind.YOUTH_PLAN)) == asked


def test_before_2024_nobody_had_a_youth_plan(catalogue: Catalogue) -> None:
    for born, asked in ((date(2007, 12, 31), 0), (date(2008, 1, 1), 1)):
        shown = found(catalogue, date(2024, 1, 1), born, measures=(AT_HOME,))
        assert len(days(shown, DeadlineKind.YOUTH_PLAN)) == asked


@pytest.mark.parametrize("age", [10, 15, 16, 18, 23])
def test_a_birthday_that_changes_something_is_told_three_months_ahead_until_it_has_come(
    catalogue: Catalogue, age: int
) -> None:
    born = date(2025 - age, 5, 31)
    shown = {day: found(catalogue, day, born) for day in (date(2025, 2, 27), date(2025, 2, 28), date(2025, 5, 31))}
    assert [len(lines) for lines in shown.values()] == [0, 1, 1]
    (line,) = shown[date(2025, 5, 31)]
    assert (line.kind, line.day, line.values["age"], line.track) == (
        DeadlineKind.AGE,
        date(2025, 5, 31),
        age,
        Track.GOAL,
    )
    assert found(catalogue, date(2025, 6, 1), born) == ()


def test_ten_years_made_nobody_a_party_before_2024(catalogue: Catalogue) -> None:
    assert [len(found(catalogue, date(2023, 12, 31), date(2013, 12, 31)))] == [0]
    assert [len(found(catalogue, date(2023, 12, 31), date(2014, 1, 1)))] == [1]


def test_somebody_born_on_a_leap_day_turns_older_on_1_march(catalogue: Catalogue) -> None:
    (line,) = found(catalogue, date(2026, 12, 24), date(2012, 2, 29))
    assert line.day == date(2027, 3, 1)


def test_the_16th_birthday_is_left_to_the_youth_plan_also_when_that_is_settled(catalogue: Catalogue) -> None:
    today = date(2024, 3, 1)
    assert [one.kind for one in found(catalogue, today)] == [DeadlineKind.AGE]
    assert [one.kind for one in found(catalogue, today, measures=(AT_HOME,))] == [DeadlineKind.YOUTH_PLAN]
    plans = issued(PlanKind.YOUTH_PLAN, today)
    assert found(catalogue, today, measures=(AT_HOME,), plans=plans) == ()


def test_the_unborn_have_no_birthdays(catalogue: Catalogue) -> None:
    unborn = Person(id="child", term_date=date(2025, 6, 1))
    shown = told(catalogue, date(2025, 6, 1), child=unborn, measures=(PLACED,))
    assert {one.kind for one in shown} <= {DeadlineKind.SUPERVISION}


def test_a_catalogue_without_the_rules_has_no_such_deadlines(bare: Catalogue) -> None:
    assert found(bare, date(2024, 3, 1), measures=(PLACED,)) == ()
