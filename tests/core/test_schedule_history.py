"""What became of each due date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.catalogue import Catalogue
from app.core.clocks import clocks
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.schedule import Track, due_dates
from app.core.schedule_history import Slot, SlotState, history, tally

START = date(2025, 1, 6)
FIRST, SECOND, THIRD = date(2025, 2, 3), date(2025, 5, 3), date(2025, 8, 3)


def measure(end: date | None = None, **more: object) -> Measure:
    return Measure(case_id="c", type_key="pmto", start=START, end=end, **more)  # type: ignore[arg-type]  # kwargs


def became(
    one: Measure,
    days: list[date],
    catalogue: Catalogue,
    today: date,
    *,
    leaves: tuple[Dispensation, ...] = (),
    track: Track = Track.GOAL,
    rhythm: str = "3m",
) -> list[tuple[date, SlotState]]:
    (clock,) = clocks([one], catalogue)
    follow_ups = [
        FollowUp(case_id="c", measure_ids=(one.id,), held_on=day, rhythm=Interval.parse(rhythm) if rhythm else None)
        for day in days
    ]
    slots = history(clock, follow_ups, leaves, catalogue, today, track=track)
    return [(slot.day, slot.state) for slot in slots]


def leave(one: Measure, until: date, *, granted: date = START, interval: str = "") -> Dispensation:
    return Dispensation(
        measure_id=one.id,
        granted_by="Teamleder",
        granted_on=granted,
        valid_until=until,
        reason="",
        interval=Interval.parse(interval) if interval else None,
    )


def test_a_date_not_held_yet_is_open_until_the_next_one_has_passed(catalogue: Catalogue) -> None:
    one = measure()
    assert became(one, [], catalogue, START) == [(FIRST, SlotState.OPEN)]
    assert became(one, [], catalogue, SECOND) == [(FIRST, SlotState.OPEN)]
    assert became(one, [], catalogue, SECOND + timedelta(days=1)) == [
        (FIRST, SlotState.MISSED),
        (SECOND, SlotState.OPEN),
    ]


def test_held_by_its_date_is_on_time_and_after_it_late(catalogue: Catalogue) -> None:
    one = measure()
    assert became(one, [FIRST], catalogue, FIRST)[0] == (FIRST, SlotState.ON_TIME)
    assert became(one, [FIRST + timedelta(days=1)], catalogue, SECOND)[0] == (FIRST, SlotState.LATE)
    assert became(one, [SECOND], catalogue, SECOND)[0] == (FIRST, SlotState.LATE)


def test_held_after_the_next_date_misses_the_first_and_is_late_for_the_next(catalogue: Catalogue) -> None:
    assert became(measure(), [date(2025, 5, 10)], catalogue, date(2025, 5, 10)) == [
        (FIRST, SlotState.MISSED),
        (SECOND, SlotState.LATE),
        (date(2025, 8, 10), SlotState.OPEN),
    ]


def test_the_end_of_a_measure_leaves_what_was_missed_and_nothing_open(catalogue: Catalogue) -> None:
    one = measure(end=date(2025, 4, 1))
    assert became(one, [], catalogue, date(2025, 3, 1)) == [(FIRST, SlotState.OPEN)]
    assert became(one, [], catalogue, date(2025, 4, 1)) == [(FIRST, SlotState.MISSED)]
    assert became(one, [FIRST], catalogue, date(2025, 6, 1)) == [(FIRST, SlotState.ON_TIME)]
    assert became(measure(end=FIRST), [], catalogue, date(2025, 6, 1)) == []


def test_a_slot_knows_the_follow_up_that_met_it(catalogue: Catalogue) -> None:
    one = measure()
    (clock,) = clocks([one], catalogue)
    follow_up = FollowUp(case_id="c", measure_ids=(one.id,), held_on=FIRST)
    slots = history(clock, [follow_up], [], catalogue, FIRST)
    assert [(slot.follow_up, slot.measure_id) for slot in slots] == [(follow_up, one.id), (None, one.id)]


def test_a_dispensed_date_is_counted_apart_and_its_new_date_runs(catalogue: Catalogue) -> None:
    one = measure()
    paused = (leave(one, date(2025, 4, 1)),)
    assert became(one, [date(2025, 4, 1)], catalogue, date(2025, 4, 2), leaves=paused)[:2] == [
        (FIRST, SlotState.DISPENSED),
        (date(2025, 4, 1), SlotState.ON_TIME),
    ]
    assert became(one, [], catalogue, date(2025, 7, 2), leaves=paused) == [
        (FIRST, SlotState.DISPENSED),
        (date(2025, 4, 1), SlotState.MISSED),
        (date(2025, 7, 1), SlotState.OPEN),
    ]


def test_what_was_held_in_time_needed_no_dispensation(catalogue: Catalogue) -> None:
    one = measure()
    assert became(one, [FIRST], catalogue, FIRST, leaves=(leave(one, date(2025, 4, 1)),))[0] == (
        FIRST,
        SlotState.ON_TIME,
    )


def test_a_dispensation_granted_after_a_late_follow_up_does_not_excuse_it(catalogue: Catalogue) -> None:
    one = measure()
    afterwards = (leave(one, date(2025, 4, 1), granted=date(2025, 3, 1)),)
    slots = became(one, [date(2025, 2, 20)], catalogue, date(2025, 3, 1), leaves=afterwards)
    assert slots[0] == (FIRST, SlotState.LATE)


def test_a_dispensation_does_not_unmake_what_was_missed_before_it(catalogue: Catalogue) -> None:
    one = measure()
    granted_late = (leave(one, date(2025, 9, 1), granted=date(2025, 6, 1)),)
    assert became(one, [], catalogue, date(2025, 6, 1), leaves=granted_late) == [
        (FIRST, SlotState.MISSED),
        (SECOND, SlotState.DISPENSED),
        (date(2025, 9, 1), SlotState.OPEN),
    ]


def test_a_pause_beyond_the_end_leaves_nothing_due(catalogue: Catalogue) -> None:
    one = measure(end=date(2025, 3, 1))
    assert became(one, [], catalogue, date(2025, 6, 1), leaves=(leave(one, date(2025, 4, 1)),)) == [
        (FIRST, SlotState.DISPENSED)
    ]


def test_the_law_has_a_history_of_its_own_that_no_dispensation_touches(catalogue: Catalogue) -> None:
    one = measure()
    paused = (leave(one, date(2025, 9, 1)),)
    days = [date(2025, 4, 1)]
    assert became(one, days, catalogue, date(2025, 7, 2), leaves=paused, track=Track.LAW) == [
        (date(2025, 4, 6), SlotState.ON_TIME),
        (date(2025, 7, 1), SlotState.OPEN),
    ]


def test_without_a_rhythm_the_law_has_no_further_date(catalogue: Catalogue) -> None:
    one = measure()
    law = {"track": Track.LAW, "rhythm": ""}
    assert became(one, [date(2025, 5, 1)], catalogue, date(2026, 1, 1), **law) == [  # type: ignore[arg-type]  # kwargs
        (date(2025, 4, 6), SlotState.LATE)
    ]
    assert became(one, [], catalogue, date(2026, 1, 1), track=Track.LAW) == [(date(2025, 4, 6), SlotState.OPEN)]


def test_a_case_taken_over_begins_with_its_last_follow_up_before(catalogue: Catalogue) -> None:
    one = measure(last_held_before=date(2025, 4, 1))
    assert became(one, [date(2025, 3, 1), date(2025, 6, 1)], catalogue, date(2025, 6, 2)) == [
        (date(2025, 7, 1), SlotState.ON_TIME),
        (date(2025, 9, 1), SlotState.OPEN),
    ]


def test_a_tally_counts_the_dates_of_its_period(catalogue: Catalogue) -> None:
    one = measure()
    (clock,) = clocks([one], catalogue)
    follow_ups = [
        FollowUp(case_id="c", measure_ids=(one.id,), held_on=day) for day in (FIRST, SECOND + timedelta(days=2))
    ]
    slots = history(clock, follow_ups, [leave(one, date(2025, 9, 1), granted=THIRD)], catalogue, date(2026, 1, 1))
    year = tally(slots, date(2025, 1, 1), date(2026, 1, 1))
    assert (year.on_time, year.late, year.missed, year.dispensed) == (1, 1, 1, 1)
    assert year.expected == 3
    assert tally(slots, SECOND, SECOND).expected == 0


@pytest.mark.parametrize(("rhythm", "days", "expected"), [("3m", 1096, 12), ("6w", 6 * 26 * 7, 26), ("6m", 1096, 6)])
def test_a_rhythm_that_is_kept_gives_its_number_of_follow_ups_in_six_half_years(
    catalogue: Catalogue, rhythm: str, days: int, expected: int
) -> None:
    """In steady state 2 a half-year at 3 months, 26/6 at 6 weeks, 1 at the 6 months of the old law."""
    held, end = [START + timedelta(days=91)], START + timedelta(days=91 + days)
    while held[-1] < end:
        held.append(Interval.parse(rhythm).after(held[-1]))
    slots = became(measure(), held, catalogue, end, track=Track.LAW, rhythm=rhythm)
    assert [state for day, state in slots if held[0] < day <= end] == [SlotState.ON_TIME] * expected


DAYS = st.integers(0, 900).map(lambda days: START + timedelta(days=days))


@given(days=st.lists(DAYS, max_size=8), gone=st.integers(0, 1200), end=st.none() | DAYS)
def test_dates_run_forward_and_the_open_one_is_the_schedules(
    catalogue: Catalogue, days: list[date], gone: int, end: date | None
) -> None:
    one = measure(end=end)
    (clock,) = clocks([one], catalogue)
    today = START + timedelta(days=gone)
    follow_ups = [FollowUp(case_id="c", measure_ids=(one.id,), held_on=day) for day in days]
    slots = history(clock, follow_ups, [], catalogue, today)
    assert all(slot.state is not SlotState.OPEN for slot in slots[:-1])
    assert all(clock.end is None or slot.day < clock.end for slot in slots)
    goal = due_dates(clock, follow_ups, [], catalogue).goal
    assert _open_day(slots) is None or (goal is not None and goal.day <= (_open_day(slots) or today))


def _open_day(slots: tuple[Slot, ...]) -> date | None:
    return next((slot.day for slot in slots if slot.state is SlotState.OPEN), None)
