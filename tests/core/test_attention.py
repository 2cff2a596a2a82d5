"""What needs attention in a case, and where it is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.core.attention import Attention, Tab, attention
from app.core.catalogue import Catalogue
from app.core.records.case import Case, LimitException
from app.core.records.case_file import CaseFile, GoalMark, PlanIssue
from app.core.records.follow_up import Agreement, FollowUp
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


def test_a_promise_past_its_day_and_a_goal_nobody_scored(catalogue: Catalogue) -> None:
    promise = Agreement(case_id="c", what="Ringe", due=date(2025, 6, 1))
    goals = (
        GoalMark(goal_id="g", goal="Skolegang", active=True, last_scored=date(2025, 2, 25)),
        GoalMark(goal_id="h", goal="Nyt", active=True, last_scored=None),
        GoalMark(goal_id="i", goal="Nået", active=False, last_scored=date(2024, 1, 1)),
    )
    settled = replace(promise, settled_on=TODAY)
    undated = replace(promise, due=None)
    file = replace(ON_LADDER, agreements=(promise, settled, undated, replace(promise, due=TODAY)), goals=goals)
    found = lines(file, catalogue)
    assert [(line.code, line.record_id) for line in found] == [
        ("goal-not-scored", "g"),
        ("agreement-overdue", promise.id),
    ]
    assert found[0].values == {"goal": "Skolegang", "days": 97}
    assert codes(replace(SOUND, goals=goals[1:2]), catalogue) == []
