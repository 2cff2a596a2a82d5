"""A due date carries why it lies where it does, and the edges of what counts are exact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.catalogue import Catalogue
from app.core.clocks import clocks
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.schedule import Basis, DueDate, DueDates, Track, due_dates
from app.core.schedule_history import Slot, SlotState, history, tally

START = date(2025, 1, 6)
PMTO = Measure(id="m", case_id="c", type_key="pmto", start=START)
FIRST = date(2025, 2, 3)


def held(on: date, *, law: bool = True, rhythm: str = "") -> FollowUp:
    decided = Interval.parse(rhythm) if rhythm else None
    return FollowUp(case_id="c", measure_ids=("m",), held_on=on, is_law=law, rhythm=decided)


def leave(until: date, interval: str = "", measure_id: str = "m") -> Dispensation:
    return Dispensation(
        measure_id=measure_id,
        granted_by="Teamleder",
        granted_on=START,
        valid_until=until,
        reason="Ferie",
        interval=Interval.parse(interval) if interval else None,
    )


def dues(catalogue: Catalogue, *events: FollowUp | Dispensation, measure: Measure = PMTO) -> DueDates:
    (clock,) = clocks([measure], catalogue)
    follow_ups = [event for event in events if isinstance(event, FollowUp)]
    return due_dates(clock, follow_ups, [e for e in events if isinstance(e, Dispensation)], catalogue)


def fates(catalogue: Catalogue, *events: FollowUp, measure: Measure = PMTO, today: date) -> tuple[Slot, ...]:
    (clock,) = clocks([measure], catalogue)
    return history(clock, events, [], catalogue, today)


def test_the_first_date_names_its_schedule_and_the_law_names_its_own(catalogue: Catalogue) -> None:
    regime, rule = catalogue.regime("preventive", START), catalogue.law_rule("follow_up", START)
    found = dues(catalogue)
    assert found.goal == DueDate(
        day=FIRST,
        track=Track.GOAL,
        basis=Basis.FIRST,
        anchor=START,
        interval=Interval.parse("4w"),
        rule_key="preventive",
        rule_names=regime.names,
    )
    assert found.law == DueDate(
        day=date(2025, 4, 6),
        track=Track.LAW,
        basis=Basis.FIRST,
        anchor=START,
        interval=Interval.parse("3m"),
        rule_key="follow_up",
        rule_names=rule.names,
    )


def test_a_later_date_tells_the_interval_it_was_counted_by(catalogue: Catalogue) -> None:
    found = dues(catalogue, held(FIRST, rhythm="8w"))
    assert found.goal is not None
    assert found.law is not None
    assert (found.goal.interval, found.goal.anchor) == (Interval.parse("3m"), FIRST)
    assert (found.law.interval, found.law.basis) == (Interval.parse("8w"), Basis.DECIDED)


@pytest.mark.parametrize(
    ("granted", "basis", "interval"),
    [(leave(date(2025, 6, 1)), Basis.PAUSE, "4w"), (leave(date(2025, 6, 1), "3m"), Basis.LONGER_INTERVAL, "3m")],
)
def test_a_dispensed_date_tells_until_when_and_by_what(
    catalogue: Catalogue, granted: Dispensation, basis: Basis, interval: str
) -> None:
    goal = dues(catalogue, granted).goal
    assert goal is not None
    assert (goal.basis, goal.interval, goal.until) == (basis, Interval.parse(interval), date(2025, 6, 1))


def test_a_leave_that_ends_on_the_ordinary_date_moves_nothing(catalogue: Catalogue) -> None:
    assert dues(catalogue, leave(FIRST)).goal == dues(catalogue).goal


def test_a_leave_from_another_measure_hides_none_of_this_one(catalogue: Catalogue) -> None:
    goal = dues(catalogue, leave(date(2025, 9, 1), measure_id="other"), leave(date(2025, 6, 1))).goal
    assert goal is not None
    assert goal.day == date(2025, 6, 1)


def test_held_on_the_day_of_the_start_counts(catalogue: Catalogue) -> None:
    goal = dues(catalogue, held(START)).goal
    assert goal is not None
    assert goal.day == date(2025, 4, 6)


def test_held_on_the_day_of_the_end_meets_the_date_before_it_and_a_day_later_none(catalogue: Catalogue) -> None:
    ended = replace(PMTO, end=date(2025, 2, 10))
    on_the_day = fates(catalogue, held(date(2025, 2, 10)), measure=ended, today=date(2025, 3, 1))
    assert [slot.state for slot in on_the_day] == [SlotState.LATE]
    after = fates(catalogue, held(date(2025, 2, 11)), measure=ended, today=date(2025, 3, 1))
    assert [(slot.state, slot.follow_up) for slot in after] == [(SlotState.MISSED, None)]


def test_a_missed_date_names_no_follow_up_and_a_late_one_its_own(catalogue: Catalogue) -> None:
    late = held(date(2025, 5, 10))
    missed, met, *_ = fates(catalogue, late, today=date(2025, 5, 20))
    assert (missed.state, missed.follow_up, missed.track) == (SlotState.MISSED, None, Track.GOAL)
    assert (met.state, met.follow_up) == (SlotState.LATE, late)


def test_the_last_one_before_the_case_was_kept_here_is_not_counted_again(catalogue: Catalogue) -> None:
    taken_over = replace(PMTO, last_held_before=date(2025, 3, 1))
    same_day = fates(catalogue, held(date(2025, 3, 1)), measure=taken_over, today=date(2025, 3, 2))
    assert [(slot.day, slot.state) for slot in same_day] == [(date(2025, 6, 1), SlotState.OPEN)]


def test_a_date_belongs_to_the_measure_that_begins_that_day(catalogue: Catalogue) -> None:
    first = replace(PMTO, end=FIRST)
    second = replace(PMTO, id="n", start=FIRST)
    (clock,) = clocks([first, second], catalogue)
    (slot,) = history(clock, [], [], catalogue, FIRST)
    assert (slot.day, slot.measure_id) == (FIRST, "n")


def test_the_first_day_of_a_period_is_counted_and_the_first_day_after_it_is_not(catalogue: Catalogue) -> None:
    slots = fates(catalogue, held(FIRST), today=FIRST)
    assert tally(slots, FIRST, date(2025, 3, 1)).on_time == 1
    assert tally(slots, START, FIRST).on_time == 0


def test_a_voided_measure_hides_none_that_follows(catalogue: Catalogue) -> None:
    voided = replace(PMTO, id="v", start=date(2024, 6, 1), voided_on=START)
    assert [clock.start for clock in clocks([voided, PMTO], catalogue)] == [START]


def test_two_that_end_on_one_day_do_not_continue_each_other(catalogue: Catalogue) -> None:
    whole = replace(PMTO, end=date(2025, 6, 1))
    within = replace(PMTO, id="n", start=date(2025, 3, 1), end=date(2025, 6, 1))
    assert len(clocks([whole, within], catalogue)) == 2


def test_a_leave_gives_no_date_to_a_measure_that_is_not_followed_up(catalogue: Catalogue) -> None:
    early_help = replace(PMTO, type_key="early_help")
    assert dues(catalogue, leave(date(2025, 9, 1)), measure=early_help).goal is None
