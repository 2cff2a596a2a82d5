"""What the forms of follow-ups and dispensations know before they are saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.catalogue import Catalogue
from app.core.follow_up_form import dues_with, planned_after, planned_later, to_take_up, undecided_at
from app.core.interval import Interval
from app.core.records.case import Case
from app.core.records.case_file import CaseFile
from app.core.records.follow_up import Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.records.person import Person
from app.core.schedule import Basis
from tests.conftest import TODAY

CHILD = Person(id="child", first_name="Alma")
FOSTER = Measure(id="foster", case_id="c", type_key="foster_general", start=date(2026, 9, 7))
ADVICE = Measure(id="advice", case_id="c", type_key="open_advice", start=date(2026, 9, 7))
WEEK = timedelta(days=7)


def file(*follow_ups: FollowUp, measures: tuple[Measure, ...] = (FOSTER,)) -> CaseFile:
    case = Case(id="c", person_id=CHILD.id, opened=date(2026, 9, 1))
    return CaseFile(case=case, child=CHILD, measures=measures, follow_ups=follow_ups)


def held(on: date, *measures: Measure, **more: object) -> FollowUp:
    ids = tuple(m.id for m in measures or (FOSTER,))
    return FollowUp(case_id="c", measure_ids=ids, held_on=on, **more)  # type: ignore[arg-type]  # kwargs


# The next one, planned in the same save


def test_the_next_one_is_planned_for_the_suggested_working_day_at_the_same_place(catalogue: Catalogue) -> None:
    record = held(TODAY - timedelta(days=2), place="Hos plejefamilien", rhythm=Interval.parse("6w"))
    coming = planned_after(file(), record, catalogue, TODAY)
    assert coming is not None
    assert coming.planned_on == date(2026, 12, 31), "2 January 2027 is a Saturday, and New Year's Day a holiday"
    assert (coming.planned_place, coming.measure_ids) == ("Hos plejefamilien", (FOSTER.id,))
    assert coming.id != record.id


def test_what_is_due_already_is_planned_from_today_on(catalogue: Catalogue) -> None:
    coming = planned_after(file(), held(date(2026, 9, 14)), catalogue, TODAY)
    assert coming is not None
    assert coming.planned_on == TODAY


@pytest.mark.parametrize("planned", [TODAY + WEEK, TODAY + 9 * WEEK])
def test_nothing_is_planned_beside_a_later_plan_that_stands_already(catalogue: Catalogue, planned: date) -> None:
    waiting = FollowUp(case_id="c", planned_on=planned)
    assert planned_after(file(waiting), held(TODAY), catalogue, TODAY) is None


def test_a_plan_of_a_day_gone_or_that_was_excused_stands_in_no_way(catalogue: Catalogue) -> None:
    forgotten = FollowUp(case_id="c", planned_on=TODAY - WEEK)
    excused = FollowUp(case_id="c", planned_on=TODAY + WEEK, excused_on=TODAY, excused_reason="Syg")
    assert planned_after(file(forgotten, excused), held(TODAY), catalogue, TODAY) is not None


def test_nothing_is_planned_where_nothing_follows_or_nothing_was_held(catalogue: Catalogue) -> None:
    ended = replace(FOSTER, end=TODAY + WEEK)
    assert planned_after(file(measures=(ended,)), held(TODAY), catalogue, TODAY) is None
    assert planned_after(file(), FollowUp(case_id="c", planned_on=TODAY), catalogue, TODAY) is None


def test_the_one_that_was_planned_and_is_held_now_plans_its_own_successor(catalogue: Catalogue) -> None:
    planned = FollowUp(case_id="c", measure_ids=(FOSTER.id,), planned_on=TODAY + WEEK)
    coming = planned_after(file(planned), replace(planned, held_on=TODAY), catalogue, TODAY)
    assert coming is not None
    assert coming.id != planned.id


def test_the_plan_that_stands_is_the_first_of_a_later_day(catalogue: Catalogue) -> None:
    record = held(TODAY)
    waiting = [FollowUp(case_id="c", planned_on=TODAY + n * WEEK) for n in (3, 2, 0, -1)]
    assert planned_later([record, *waiting], record) == waiting[1]
    assert planned_later(waiting, FollowUp(case_id="c", planned_on=TODAY)) is None


# Open questions


def test_the_last_one_held_leaves_its_questions_to_the_one_that_waits() -> None:
    older = held(TODAY - 9 * WEEK, open_questions="Ferie?")
    last = held(TODAY - 2 * WEEK, open_questions="Hvem henter fredag?")
    waiting = FollowUp(case_id="c", planned_on=TODAY)
    assert to_take_up([last, older, waiting], waiting) == "Hvem henter fredag?"
    own = replace(waiting, open_questions="Er cyklen kommet?")
    assert to_take_up([last, older, own], own) == "Er cyklen kommet?"
    assert to_take_up([], waiting) == ""
    assert to_take_up([replace(last, voided_on=TODAY), older], waiting) == "Ferie?"


def test_one_that_was_held_keeps_only_its_own_questions() -> None:
    older, last = held(TODAY - 9 * WEEK, open_questions="Ferie?"), held(TODAY)
    assert to_take_up([older, last], last) == ""


# The rhythm that was not decided


def test_a_missing_rhythm_is_decided_at_the_last_follow_up_that_was_the_laws(catalogue: Catalogue) -> None:
    first, last = held(TODAY - 8 * WEEK), held(TODAY - 4 * WEEK)
    extra = held(TODAY - WEEK, is_law=False)
    assert undecided_at(file(first, last, extra), catalogue, TODAY) == last
    decided = replace(last, rhythm=Interval.parse("6w"))
    assert undecided_at(file(first, decided, extra), catalogue, TODAY) is None


def test_it_is_decided_for_the_measure_that_misses_it_and_not_for_another(catalogue: Catalogue) -> None:
    mine, others = held(TODAY - 4 * WEEK), held(TODAY - WEEK, ADVICE)
    assert undecided_at(file(mine, others, measures=(FOSTER, ADVICE)), catalogue, TODAY) == mine


def test_a_case_taken_over_waits_for_its_next_follow_up(catalogue: Catalogue) -> None:
    before = replace(FOSTER, start=date(2023, 6, 1), last_held_before=date(2026, 11, 1))
    assert undecided_at(file(measures=(before,)), catalogue, TODAY) is None
    old = held(date(2023, 8, 1))
    assert undecided_at(file(old, measures=(before,)), catalogue, TODAY) is None


# A dispensation before it is granted


def test_the_form_shows_the_goal_as_a_dispensation_would_leave_it(catalogue: Catalogue) -> None:
    leave = Dispensation(
        measure_id=FOSTER.id, granted_by="L. Dam", granted_on=TODAY, valid_until=date(2027, 2, 1), reason="Rejse"
    )
    paused = dues_with(file(), leave, catalogue, TODAY)
    assert paused is not None
    assert paused.goal is not None
    assert paused.law is not None
    assert (paused.goal.day, paused.goal.basis) == (date(2027, 2, 1), Basis.PAUSE)
    assert paused.law.day == date(2026, 12, 7)
    there = replace(file(), dispensations=(leave,))
    shorter = dues_with(there, replace(leave, valid_until=date(2027, 1, 4)), catalogue, TODAY)
    assert shorter is not None
    assert shorter.goal is not None
    assert shorter.goal.day == date(2027, 1, 4), "what is edited is not counted twice"


def test_a_measure_that_was_struck_out_or_has_ended_has_no_dates_to_lift(catalogue: Catalogue) -> None:
    over = replace(FOSTER, end=TODAY)
    past = Dispensation(measure_id=over.id, granted_by="", granted_on=TODAY, valid_until=TODAY, reason="")
    assert dues_with(file(measures=(over,)), past, catalogue, TODAY) is None
    leave = Dispensation(measure_id="gone", granted_by="", granted_on=TODAY, valid_until=TODAY, reason="")
    assert dues_with(file(), leave, catalogue, TODAY) is None
