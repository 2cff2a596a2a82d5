"""When follow-ups are due: the programme's goal and the law's deadline."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.catalogue import Catalogue
from app.core.clocks import MeasureClock, clocks
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.schedule import Basis, CaseSchedule, DueDates, Track, case_schedule, due_dates, law_after

START = date(2025, 1, 6)
PREVENTIVE, PLACEMENT, NO_LAW = "pmto", "foster_general", "open_advice"


def measure(type_key: str = PREVENTIVE, start: date = START, end: date | None = None, **more: object) -> Measure:
    return Measure(case_id="c", type_key=type_key, start=start, end=end, **more)  # type: ignore[arg-type]  # kwargs


def held(on: date, *measures: Measure, **more: object) -> FollowUp:
    ids = tuple(m.id for m in measures)
    return FollowUp(case_id="c", measure_ids=ids, held_on=on, **more)  # type: ignore[arg-type]  # kwargs


def pause(of: Measure, until: date, interval: str = "", granted: date = START) -> Dispensation:
    return Dispensation(
        measure_id=of.id,
        granted_by="Teamleder",
        granted_on=granted,
        valid_until=until,
        reason="",
        interval=Interval.parse(interval) if interval else None,
    )


def dues(of: Measure, catalogue: Catalogue, *events: FollowUp | Dispensation) -> DueDates:
    (clock,) = clocks([of], catalogue)
    return due_dates(
        clock,
        [e for e in events if isinstance(e, FollowUp)],
        [e for e in events if isinstance(e, Dispensation)],
        catalogue,
    )


def day_of(of: Measure, catalogue: Catalogue, *events: FollowUp | Dispensation) -> date | None:
    goal = dues(of, catalogue, *events).goal
    return goal.day if goal else None


def each_held_on_its_date(of: Measure, catalogue: Catalogue, times: int) -> list[str]:
    follow_ups: list[FollowUp] = []
    found = []
    for _ in range(times):
        day = day_of(of, catalogue, *follow_ups)
        assert day is not None
        found.append(day.isoformat())
        follow_ups.append(held(day, of))
    return found


# The dates of the model's own schedules, each follow-up held on its due date.


def test_a_preventive_measure_is_followed_after_four_weeks_and_then_every_three_months(catalogue: Catalogue) -> None:
    assert each_held_on_its_date(measure(PREVENTIVE), catalogue, 5) == [
        "2025-02-03",
        "2025-05-03",
        "2025-08-03",
        "2025-11-03",
        "2026-02-03",
    ]


def test_a_placement_is_followed_after_two_weeks_every_six_and_after_a_year_every_three_months(
    catalogue: Catalogue,
) -> None:
    assert each_held_on_its_date(measure(PLACEMENT), catalogue, 12) == [
        "2025-01-20",
        "2025-03-03",
        "2025-04-14",
        "2025-05-26",
        "2025-07-07",
        "2025-08-18",
        "2025-09-29",
        "2025-11-10",
        "2025-12-22",
        "2026-03-22",
        "2026-06-22",
        "2026-09-22",
    ]


def test_the_law_until_2023_asks_for_three_months_and_then_six(catalogue: Catalogue) -> None:
    (clock,) = clocks([measure(PREVENTIVE, date(2014, 1, 6))], catalogue)
    found: list[date] = []
    for _ in range(3):
        due = law_after(clock, found[-1] if found else None, None, catalogue)
        assert due is not None
        assert due.rule_names.da == "serviceloven § 70"
        found.append(due.day)
    assert found == [date(2014, 4, 6), date(2014, 10, 6), date(2015, 4, 6)]


# Reasons


def test_a_date_says_what_it_counts_from_and_by_which_rule(catalogue: Catalogue) -> None:
    one = measure(PLACEMENT)
    first = dues(one, catalogue).goal
    assert first is not None
    assert (first.basis, first.anchor, str(first.interval), first.track) == (Basis.FIRST, START, "2w", Track.GOAL)
    early = dues(one, catalogue, held(date(2025, 10, 10), one)).goal
    late = dues(one, catalogue, held(date(2025, 12, 1), one)).goal
    assert early is not None
    assert (early.basis, early.day, early.anchor) == (Basis.FIRST_YEAR, date(2025, 11, 21), date(2025, 10, 10))
    assert late is not None
    assert (late.basis, late.day) == (Basis.LATER_YEARS, date(2026, 3, 1))
    other = measure(PREVENTIVE)
    regular = dues(other, catalogue, held(date(2025, 2, 1), other)).goal
    assert regular is not None
    assert regular.basis is Basis.REGULAR


def test_days_left_run_below_zero_when_a_date_is_over(catalogue: Catalogue) -> None:
    due = dues(measure(), catalogue).goal
    assert due is not None
    assert [due.days_left(date(2025, 2, day)) for day in (2, 3, 7)] == [1, 0, -4]


def test_the_six_week_rhythm_serves_the_first_anniversary_itself(catalogue: Catalogue) -> None:
    one = measure(PLACEMENT)
    on = dues(one, catalogue, held(date(2025, 11, 25), one)).goal
    past = dues(one, catalogue, held(date(2025, 11, 26), one)).goal
    assert on is not None
    assert on.day == date(2026, 1, 6)
    assert past is not None
    assert past.day == date(2026, 2, 26)


def test_the_first_year_of_a_leap_day_ends_on_28_february(catalogue: Catalogue) -> None:
    one = measure(PLACEMENT, date(2024, 2, 29))
    assert day_of(one, catalogue, held(date(2025, 1, 17), one)) == date(2025, 2, 28)
    assert day_of(one, catalogue, held(date(2025, 1, 18), one)) == date(2025, 4, 18)


def test_a_month_is_clamped_to_its_end(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, date(2024, 11, 1))
    assert day_of(one, catalogue, held(date(2024, 11, 30), one)) == date(2025, 2, 28)


def test_an_extra_follow_up_moves_the_next_date(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE)
    assert day_of(one, catalogue, held(date(2025, 1, 20), one)) == date(2025, 4, 20)


def test_the_order_in_which_follow_ups_were_typed_does_not_matter(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE)
    events = [held(date(2025, 5, 1), one), held(date(2025, 2, 1), one)]
    assert day_of(one, catalogue, *events) == date(2025, 8, 1)


def test_planned_voided_and_foreign_follow_ups_move_nothing(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE)
    events = [
        FollowUp(case_id="c", measure_ids=(one.id,), planned_on=date(2025, 1, 30)),
        FollowUp(case_id="c", measure_ids=(one.id,), attempted_on=date(2025, 1, 30)),
        held(date(2025, 1, 20), one, voided_on=date(2025, 1, 21)),
        held(date(2025, 1, 20), measure(PREVENTIVE)),
        held(date(2025, 1, 5), one),
    ]
    assert day_of(one, catalogue, *events) == date(2025, 2, 3)


def test_a_type_without_a_schedule_has_no_date_at_all(catalogue: Catalogue) -> None:
    result = dues(measure("early_help"), catalogue)
    assert (result.goal, result.law, result.next, result.rhythm_missing) == (None, None, None, False)


# The law


def test_from_2024_the_first_law_date_is_after_three_months(catalogue: Catalogue) -> None:
    law = dues(measure(), catalogue).law
    assert law is not None
    assert (law.day, law.basis, law.rule_names.da) == (date(2025, 4, 6), Basis.FIRST, "barnets lov § 95")


def test_without_a_decided_rhythm_no_law_date_is_invented(catalogue: Catalogue) -> None:
    one = measure()
    result = dues(one, catalogue, held(date(2025, 2, 3), one))
    assert (result.law, result.rhythm_missing) == (None, True)


def test_the_decided_rhythm_rules_until_another_is_decided(catalogue: Catalogue) -> None:
    one = measure()
    first = held(date(2025, 2, 3), one, rhythm=Interval.parse("3m"))
    second = held(date(2025, 5, 3), one)
    third = held(date(2025, 8, 3), one, rhythm=Interval.parse("6m"))
    law = dues(one, catalogue, first, second).law
    assert law is not None
    assert (law.day, law.basis) == (date(2025, 8, 3), Basis.DECIDED)
    law = dues(one, catalogue, first, second, third).law
    assert law is not None
    assert law.day == date(2026, 2, 3)


def test_a_follow_up_that_is_not_the_laws_moves_only_the_goal(catalogue: Catalogue) -> None:
    one = measure()
    result = dues(one, catalogue, held(date(2025, 2, 3), one, is_law=False))
    assert result.goal is not None
    assert result.goal.day == date(2025, 5, 3)
    assert result.law is not None
    assert result.law.day == date(2025, 4, 6)
    assert not result.rhythm_missing


def test_the_day_counted_from_decides_which_law_rules(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, date(2023, 10, 1))
    law = dues(one, catalogue, held(date(2023, 12, 31), one)).law
    assert law is not None
    assert (law.day, law.basis, law.rule_names.da) == (date(2024, 6, 30), Basis.REGULAR, "serviceloven § 70")
    assert dues(one, catalogue, held(date(2024, 1, 1), one)).rhythm_missing


def test_a_measure_under_paragraphs_28_to_30_has_no_law_date(catalogue: Catalogue) -> None:
    assert dues(measure(NO_LAW), catalogue).law is None
    assert dues(measure("iy_basic", paragraph="BL § 30"), catalogue).law is None
    assert dues(measure("iy_basic", paragraph="BL § 32"), catalogue).law is not None
    assert dues(measure("iy_basic", paragraph="stk. 1, nr. 3"), catalogue).law is not None


# Taken-over cases


def test_a_case_taken_over_counts_from_its_last_follow_up_before(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, date(2022, 3, 1), last_held_before=date(2025, 1, 10))
    result = dues(one, catalogue)
    assert result.goal is not None
    assert (result.goal.day, result.goal.anchor) == (date(2025, 4, 10), date(2025, 1, 10))
    assert result.rhythm_missing


def test_what_was_held_later_counts_more_than_what_was_before(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, date(2022, 3, 1), last_held_before=date(2025, 1, 10))
    assert day_of(one, catalogue, held(date(2025, 2, 1), one)) == date(2025, 5, 1)


# Dispensations


@pytest.mark.parametrize(
    ("until", "interval", "due", "basis"),
    [
        (date(2025, 4, 1), "", date(2025, 4, 1), Basis.PAUSE),
        (date(2025, 1, 20), "", date(2025, 2, 3), Basis.FIRST),
        (date(2025, 6, 1), "8w", date(2025, 3, 3), Basis.LONGER_INTERVAL),
        (date(2025, 2, 20), "8w", date(2025, 2, 20), Basis.LONGER_INTERVAL),
        (date(2025, 6, 1), "2w", date(2025, 2, 3), Basis.FIRST),
    ],
)
def test_a_dispensation_lifts_the_goal(
    catalogue: Catalogue, until: date, interval: str, due: date, basis: Basis
) -> None:
    one = measure(PREVENTIVE)
    result = dues(one, catalogue, pause(one, until, interval))
    assert result.goal is not None
    assert (result.goal.day, result.goal.basis) == (due, basis)
    assert result.goal.until == (until if basis is not Basis.FIRST else None)
    assert result.law is not None
    assert result.law.day == date(2025, 4, 6)


def test_a_longer_interval_counts_from_the_last_held(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE)
    events: list[FollowUp | Dispensation] = [held(date(2025, 2, 1), one), pause(one, date(2025, 12, 31), "5m")]
    assert day_of(one, catalogue, *events) == date(2025, 7, 1)


def test_a_dispensation_of_another_measure_or_one_that_ended_lifts_nothing(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE)
    events: list[FollowUp | Dispensation] = [
        pause(measure(), date(2025, 9, 1)),
        held(date(2025, 3, 1), one),
        pause(one, date(2025, 2, 20)),
    ]
    assert day_of(one, catalogue, *events) == date(2025, 6, 1)


def test_while_the_goal_is_paused_the_law_comes_first(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE)
    result = dues(one, catalogue, pause(one, date(2025, 9, 1)))
    assert result.next == result.law


# Continuation


def only(measures: list[Measure], catalogue: Catalogue) -> MeasureClock:
    (clock,) = clocks(measures, catalogue)
    return clock


def test_the_same_type_within_fourteen_days_is_the_same_measure(catalogue: Catalogue) -> None:
    first = measure(PREVENTIVE, end=date(2025, 3, 1))
    again = measure(PREVENTIVE, date(2025, 3, 15), provider="En anden", paragraph="BL § 30")
    clock = only([again, first], catalogue)
    assert (clock.start, clock.end, clock.current) == (START, None, again)
    result = due_dates(clock, [held(date(2025, 2, 1), first)], [], catalogue)
    assert result.goal is not None
    assert result.goal.day == date(2025, 5, 1)


def test_after_fifteen_days_it_is_a_new_measure(catalogue: Catalogue) -> None:
    assert len(clocks([measure(end=date(2025, 3, 1)), measure(start=date(2025, 3, 16))], catalogue)) == 2


def test_a_new_place_starts_a_new_clock_for_a_placement_alone(catalogue: Catalogue) -> None:
    def moved(type_key: str, place: str) -> int:
        first = measure(type_key, end=date(2025, 3, 1), place="Familien Holm")
        return len(clocks([first, measure(type_key, date(2025, 3, 1), place=place)], catalogue))

    assert moved(PLACEMENT, "Familien Lund") == 2
    assert moved(PLACEMENT, " familien  holm ") == 1
    assert moved(PREVENTIVE, "Familien Lund") == 1


def test_another_type_or_one_still_running_is_a_clock_of_its_own(catalogue: Catalogue) -> None:
    first = measure(end=date(2025, 3, 1))
    assert len(clocks([first, measure("mst", date(2025, 3, 1))], catalogue)) == 2
    assert len(clocks([measure(), measure(start=date(2025, 3, 1))], catalogue)) == 2
    assert len(clocks([first, measure(start=date(2025, 2, 1), end=date(2025, 2, 20))], catalogue)) == 2


def test_a_voided_measure_has_no_clock(catalogue: Catalogue) -> None:
    assert clocks([measure(voided_on=START)], catalogue) == ()


# A case


def schedule(
    measures: list[Measure], follow_ups: list[FollowUp], catalogue: Catalogue, today: date = date(2025, 6, 2)
) -> CaseSchedule:
    return case_schedule(measures, follow_ups, [], catalogue, today)


def test_a_cases_next_follow_up_is_the_earliest_of_its_measures(catalogue: Catalogue) -> None:
    slow, quick = measure(PREVENTIVE), measure(PLACEMENT)
    both = held(date(2025, 5, 1), slow, quick, rhythm=Interval.parse("6m"))
    result = schedule([slow, quick], [both], catalogue)
    assert result.next is not None
    assert result.next.day == date(2025, 6, 12)
    assert result.leading is not None
    assert result.leading.clock.current == quick
    assert [d.next.day for d in result.clocks if d.next] == [date(2025, 6, 12), date(2025, 8, 1)]


def test_one_follow_up_need_not_cover_every_measure(catalogue: Catalogue) -> None:
    slow, quick = measure(PREVENTIVE), measure(PLACEMENT)
    result = schedule([slow, quick], [held(date(2025, 5, 1), quick)], catalogue)
    assert result.next is not None
    assert result.next.day == date(2025, 2, 3)
    assert [clock.current for clock in result.rhythm_missing] == [quick]


def test_a_measure_that_ended_has_no_date(catalogue: Catalogue) -> None:
    assert schedule([measure(end=date(2025, 6, 2))], [], catalogue).next is None
    assert schedule([], [], catalogue).next is None


def test_a_date_on_or_after_the_agreed_end_is_none(catalogue: Catalogue) -> None:
    assert day_of(measure(end=date(2025, 2, 3)), catalogue) is None
    assert day_of(measure(end=date(2025, 2, 4)), catalogue) == date(2025, 2, 3)


def test_a_measure_without_dates_comes_last(catalogue: Catalogue) -> None:
    result = schedule([measure("early_help"), measure()], [], catalogue)
    assert result.next is not None
    assert result.clocks[-1].clock.current.type_key == "early_help"


# Properties within one set of rules

DAYS = st.integers(0, 1200).map(lambda days: START + timedelta(days=days))
TYPES = st.sampled_from([PREVENTIVE, PLACEMENT])


@given(type_key=TYPES, days=st.lists(DAYS, max_size=8))
def test_no_date_lies_before_the_start_or_the_last_held(catalogue: Catalogue, type_key: str, days: list[date]) -> None:
    one = measure(type_key)
    due = day_of(one, catalogue, *(held(day, one) for day in days))
    assert due is not None
    assert due > max([START, *days])


@given(type_key=TYPES, earlier=DAYS, later=DAYS)
def test_held_earlier_is_never_due_later(catalogue: Catalogue, type_key: str, earlier: date, later: date) -> None:
    earlier, later = sorted((earlier, later))
    one = measure(type_key)
    first, second = day_of(one, catalogue, held(earlier, one)), day_of(one, catalogue, held(later, one))
    assert first is not None
    assert second is not None
    assert first <= second


@given(type_key=TYPES, days=st.lists(DAYS, max_size=5), until=DAYS, interval=st.sampled_from(["", "8w", "6m"]))
def test_a_dispensation_never_brings_a_date_forward_nor_past_its_end(
    catalogue: Catalogue, type_key: str, days: list[date], until: date, interval: str
) -> None:
    one = measure(type_key)
    events = [held(day, one) for day in days]
    ordinary, leave = day_of(one, catalogue, *events), day_of(one, catalogue, *events, pause(one, until, interval))
    assert ordinary is not None
    assert leave is not None
    assert ordinary <= leave <= max(ordinary, until)


@given(days=st.lists(DAYS, max_size=8))
def test_a_placement_is_seen_at_least_four_times_a_year(catalogue: Catalogue, days: list[date]) -> None:
    one = measure(PLACEMENT)
    due = day_of(one, catalogue, *(held(day, one) for day in days))
    assert due is not None
    assert due <= Interval.parse("3m").after(max([START, *days]))
