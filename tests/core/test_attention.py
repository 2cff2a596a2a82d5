"""What needs attention in a case, and where it is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.core.attention import Attention, Tab, attention
from app.core.catalogue import Catalogue
from app.core.records.assessment import (
    Assessment,
    AssessmentKind,
    Notification,
    NotificationOutcome,
    ScreeningOutcome,
)
from app.core.records.case import Case, LimitException
from app.core.records.case_file import CaseFile, GoalMark, PlanIssue
from app.core.records.decision import Decision, DecisionKind
from app.core.records.follow_up import Agreement, Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.core.records.plan import PlanKind
from app.core.status import case_status

TODAY = date(2025, 6, 2)
CASE = Case(person_id="p", opened=date(2025, 5, 1))
CHILD = Person(id="p", first_name="Mia", birth_date=date(2015, 1, 1))
SOUND = CaseFile(case=CASE, child=CHILD)
FOSTER = Measure(case_id="c", type_key="foster_general", start=date(2025, 5, 20))
ON_LADDER = replace(
    SOUND,
    measures=(FOSTER,),
    plans=(PlanIssue(kind=PlanKind.CHILDS_PLAN, number=1, issued_on=TODAY),),
    map_drawn_on=TODAY,
)


def lines(file: CaseFile, catalogue: Catalogue, today: date = TODAY) -> tuple[Attention, ...]:
    return attention(case_status(file, catalogue, today), catalogue)


def codes(file: CaseFile, catalogue: Catalogue, today: date = TODAY) -> list[str]:
    return [line.code for line in lines(file, catalogue, today)]


def test_a_case_in_order_needs_nothing(catalogue: Catalogue) -> None:
    assert codes(SOUND, catalogue) == []
    assert codes(ON_LADDER, catalogue) == []


def test_a_child_on_the_ladder_needs_a_plan_and_a_map(catalogue: Catalogue) -> None:
    found = lines(replace(SOUND, measures=(FOSTER,)), catalogue)
    assert [(line.code, line.tab) for line in found] == [("plan-missing", Tab.PLAN), ("map-missing", Tab.NETWORK)]


def test_a_closed_case_needs_nothing_more(catalogue: Catalogue) -> None:
    closed = replace(SOUND, case=replace(CASE, closed=TODAY), measures=(FOSTER,))
    assert codes(closed, catalogue) == []


def test_an_institution_in_its_eleventh_month_without_a_next_step(catalogue: Catalogue) -> None:
    stay = Measure(
        case_id="c", type_key="multifunc", start=date(2024, 7, 10), expected_end=date(2025, 7, 10), reason=""
    )
    file = replace(ON_LADDER, measures=(stay,), spoken_on=(TODAY,))
    (line,) = [line for line in lines(file, catalogue) if line.code == "way-out-no-next-step"]
    assert (line.tab, line.record_id, line.values["months"]) == (Tab.MEASURES, stay.id, 10)


def test_a_rhythm_that_was_not_decided_and_a_follow_up_to_complete(catalogue: Catalogue) -> None:
    held = FollowUp(case_id="c", measure_ids=(FOSTER.id,), held_on=date(2025, 6, 1))
    found = lines(replace(ON_LADDER, follow_ups=(held,)), catalogue)
    assert [(line.code, line.tab, line.record_id) for line in found] == [
        ("rhythm-missing", Tab.FOLLOW_UPS, FOSTER.id),
        ("follow-up-incomplete", Tab.FOLLOW_UPS, held.id),
    ]
    complete = replace(held, no_conversation_reason="Syg", is_law=False)
    assert codes(replace(ON_LADDER, follow_ups=(complete,)), catalogue) == []


def test_a_child_not_spoken_with_for_three_months(catalogue: Catalogue) -> None:
    file = replace(SOUND, spoken_on=(date(2025, 5, 2),), contact_on=(date(2025, 8, 1),))
    assert codes(file, catalogue, date(2025, 8, 2)) == []
    (line,) = lines(file, catalogue, date(2025, 8, 3))
    assert (line.code, line.values["since"]) == ("child-not-spoken", date(2025, 5, 2))


def test_a_case_that_nobody_touched_for_sixty_days(catalogue: Catalogue) -> None:
    assert codes(SOUND, catalogue, date(2025, 6, 30)) == []
    (line,) = lines(SOUND, catalogue, date(2025, 7, 1))
    assert (line.code, line.tab, line.values) == ("no-contact", Tab.JOURNAL, {"since": None, "opened": CASE.opened})


def test_an_unborn_child_is_not_spoken_with_and_its_birth_is_waited_for(catalogue: Catalogue) -> None:
    unborn = replace(SOUND, child=Person(first_name="Barn", term_date=TODAY), contact_on=(TODAY,))
    assert codes(unborn, catalogue) == []
    assert codes(unborn, catalogue, date(2025, 6, 3)) == ["term-passed"]
    assert "child-not-spoken" not in codes(unborn, catalogue, date(2026, 1, 1))


def test_a_child_without_any_date_lacks_one(catalogue: Catalogue) -> None:
    assert codes(replace(SOUND, child=Person(first_name="Mia")), catalogue) == ["birth-date-missing"]


def test_a_case_above_the_limit_waits_for_the_team_leader(catalogue: Catalogue) -> None:
    asked = LimitException(case_id="c", reason="", asked_on=date(2025, 5, 1))
    assert codes(replace(SOUND, exceptions=(asked,)), catalogue) == ["limit-awaiting"]
    granted = LimitException(
        case_id="c", reason="", asked_on=date(2025, 5, 2), awaiting=False, granted_by="Ole", valid_until=TODAY
    )
    assert codes(replace(SOUND, exceptions=(granted, asked)), catalogue) == ["limit-exception-ended"]
    assert codes(replace(SOUND, exceptions=(granted,)), catalogue, date(2025, 6, 1)) == []


def test_a_promise_past_its_day(catalogue: Catalogue) -> None:
    promise = Agreement(case_id="c", what="Ringe", due=date(2025, 6, 1))
    settled = replace(promise, settled_on=TODAY)
    undated = replace(promise, due=None)
    file = replace(ON_LADDER, agreements=(promise, settled, undated, replace(promise, due=TODAY)))
    assert [(line.code, line.record_id) for line in lines(file, catalogue)] == [("agreement-overdue", promise.id)]


def test_a_goal_not_scored_for_two_weeks_longer_than_follow_ups_lie_apart(catalogue: Catalogue) -> None:
    """Held every six weeks in the first year of a placement: six weeks and 14 days after 1 April is 27 May."""
    stay = replace(FOSTER, start=date(2025, 3, 1))
    held = FollowUp(
        case_id="c", measure_ids=(stay.id,), held_on=date(2025, 4, 1), conversation_on=date(2025, 4, 1), is_law=False
    )
    goal = GoalMark(goal_id="g", goal="Skolegang", active=True, last_scored=date(2025, 4, 1))
    others = (replace(goal, goal_id="h", last_scored=date(2025, 5, 26)), replace(goal, goal_id="i", active=False))
    file = replace(ON_LADDER, measures=(stay,), follow_ups=(held,), goals=(goal, *others))
    assert codes(file, catalogue, date(2025, 5, 27)) == []
    (line,) = lines(file, catalogue, date(2025, 5, 28))
    assert (line.code, line.record_id, line.values) == ("goal-not-scored", "g", {"goal": "Skolegang", "days": 57})

    pause = Dispensation(
        measure_id=stay.id, granted_by="L. Dam", granted_on=date(2025, 5, 1), valid_until=date(2025, 8, 1), reason="x"
    )
    paused = replace(file, dispensations=(pause,), contact_on=(date(2025, 8, 1),), spoken_on=(date(2025, 8, 1),))
    asked = [codes(paused, catalogue, day) for day in (date(2025, 8, 15), date(2025, 8, 16))]
    assert ["goal-not-scored" in found for found in asked] == [False, True]


def test_a_goal_is_scored_from_the_plan_on_and_only_where_there_are_follow_ups(catalogue: Catalogue) -> None:
    goals = (GoalMark(goal_id="g", goal="Skolegang", active=True, last_scored=None),)
    late = date(2025, 7, 1)
    file = replace(ON_LADDER, goals=goals, contact_on=(late,), spoken_on=(late,))
    assert "goal-not-scored" in codes(file, catalogue, late)
    assert "goal-not-scored" not in codes(replace(file, plans=()), catalogue, late)
    assert "goal-not-scored" not in codes(replace(file, measures=()), catalogue, late)


@pytest.mark.parametrize(
    ("kind", "voided_on", "missing"),
    [
        (DecisionKind.PLACEMENT, None, False),
        (DecisionKind.SUPPORT, None, False),
        (DecisionKind.OTHER, None, True),
        (DecisionKind.SUPPORT, TODAY, True),
    ],
)
def test_a_plan_that_a_decision_asks_for_is_a_deadline_and_not_missing(
    catalogue: Catalogue, kind: DecisionKind, voided_on: date | None, missing: bool
) -> None:
    decision = Decision(case_id="c", kind=kind, decided_on=TODAY, voided_on=voided_on)
    file = replace(ON_LADDER, plans=(), decisions=(decision,))
    assert ("plan-missing" in codes(file, catalogue)) is missing


@pytest.mark.parametrize(
    ("assessment", "missing"),
    [
        ({}, True),
        ({"screening_outcome": ScreeningOutcome.ASSESSMENT}, True),
        ({"screening_outcome": ScreeningOutcome.LIMITED}, True),
        ({"screening_outcome": ScreeningOutcome.NO_NEED}, False),
        ({"screening_outcome": ScreeningOutcome.EARLY_HELP}, False),
        ({"kind": AssessmentKind.LIMITED}, False),
        ({"finished_on": TODAY}, False),
        ({"voided_on": TODAY}, False),
    ],
)
def test_a_screening_that_says_neither_what_it_found_nor_what_is_to_be_made(
    catalogue: Catalogue, assessment: dict[str, object], missing: bool
) -> None:
    begun = Assessment(case_id="c", aware_on=TODAY, **assessment)  # type: ignore[arg-type]  # kwargs
    found = lines(replace(SOUND, assessments=(begun,)), catalogue)
    assert [(line.code, line.tab, line.record_id) for line in found] == (
        [("screening-not-finished", Tab.ASSESSMENT, begun.id)] if missing else []
    )


def test_a_notification_that_led_to_a_screening_nobody_began(catalogue: Catalogue) -> None:
    at = datetime(2025, 6, 1, 9, tzinfo=UTC)
    led = Notification(case_id="c", received_at=at, assessed_at=at, outcome=NotificationOutcome.SCREENING)
    (line,) = lines(replace(SOUND, notifications=(led,)), catalogue)
    assert (line.code, line.tab, line.record_id) == ("screening-not-finished", Tab.ASSESSMENT, led.id)
    begun = Assessment(case_id="c", aware_on=date(2025, 6, 1), kind=AssessmentKind.FULL)
    for answered in (begun, replace(begun, aware_on=date(2025, 5, 1), notification_id=led.id)):
        assert codes(replace(SOUND, notifications=(led,), assessments=(answered,)), catalogue) == []
    for other in (
        replace(begun, aware_on=date(2025, 5, 1)),
        replace(begun, notification_id="another"),
        replace(begun, voided_on=TODAY),
    ):
        assert codes(replace(SOUND, notifications=(led,), assessments=(other,)), catalogue) == [
            "screening-not-finished"
        ]
    for quiet in (replace(led, outcome=NotificationOutcome.NOTHING), replace(led, voided_on=TODAY)):
        assert codes(replace(SOUND, notifications=(quiet,)), catalogue) == []
