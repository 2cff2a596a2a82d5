"""The schedule by tables: month ends, leap days, anniversaries, change of law, dispensations, late entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.catalogue import Catalogue
from app.core.clocks import clocks
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.schedule import Basis, DueDates, Track, case_schedule, due_dates
from app.core.schedule_history import SlotState, history
from app.services.catalogue import shipped_rows

PREVENTIVE, PLACEMENT = "pmto", "foster_general"


def day(text: str) -> date:
    return date.fromisoformat(text)


def measure(type_key: str, start: str, end: str = "", **more: object) -> Measure:
    until = day(end) if end else None
    return Measure(case_id="c", type_key=type_key, start=day(start), end=until, **more)  # type: ignore[arg-type]  # kwargs


def held(on: str, *measures: Measure, rhythm: str = "", **more: object) -> FollowUp:
    decided = Interval.parse(rhythm) if rhythm else None
    ids = tuple(m.id for m in measures)
    return FollowUp(case_id="c", measure_ids=ids, held_on=day(on), rhythm=decided, **more)  # type: ignore[arg-type]  # kwargs


def leave(of: Measure, until: str, interval: str = "", granted: str = "2025-01-06", **more: object) -> Dispensation:
    return Dispensation(
        measure_id=of.id,
        granted_by="L. Dam",
        granted_on=day(granted),
        valid_until=day(until),
        reason="Rejse",
        interval=Interval.parse(interval) if interval else None,
        **more,  # type: ignore[arg-type]  # kwargs
    )


def dues(of: Measure, catalogue: Catalogue, *events: FollowUp | Dispensation, also: Measure | None = None) -> DueDates:
    (clock, *_) = clocks([of, also] if also else [of], catalogue)
    follow_ups = [e for e in events if isinstance(e, FollowUp)]
    return due_dates(clock, follow_ups, [e for e in events if isinstance(e, Dispensation)], catalogue)


def goal(of: Measure, catalogue: Catalogue, *events: FollowUp | Dispensation, also: Measure | None = None) -> str:
    found = dues(of, catalogue, *events, also=also).goal
    return found.day.isoformat() if found else ""


# Month ends, leap days, anniversaries


@pytest.mark.parametrize(
    ("last", "due"),
    [
        ("2025-11-28", "2026-02-28"),
        ("2025-11-29", "2026-02-28"),
        ("2025-11-30", "2026-02-28"),
        ("2025-12-31", "2026-03-31"),
        ("2027-11-29", "2028-02-29"),
        ("2027-11-30", "2028-02-29"),
        ("2028-02-29", "2028-05-29"),
        ("2025-05-31", "2025-08-31"),
        ("2025-08-31", "2025-11-30"),
        ("2026-01-31", "2026-04-30"),
    ],
)
def test_three_months_end_where_the_month_ends(catalogue: Catalogue, last: str, due: str) -> None:
    one = measure(PREVENTIVE, "2025-01-06")
    assert goal(one, catalogue, held(last, one)) == due


@pytest.mark.parametrize(
    ("start", "last", "due", "basis"),
    [
        ("2025-01-06", "2025-11-25", "2026-01-06", Basis.FIRST_YEAR),
        ("2025-01-06", "2025-11-26", "2026-02-26", Basis.LATER_YEARS),
        ("2024-02-29", "2025-01-17", "2025-02-28", Basis.FIRST_YEAR),
        ("2024-02-29", "2025-01-18", "2025-04-18", Basis.LATER_YEARS),
        ("2023-02-28", "2024-01-17", "2024-02-28", Basis.FIRST_YEAR),
        ("2023-02-28", "2024-01-18", "2024-04-18", Basis.LATER_YEARS),
        ("2025-12-31", "2026-11-19", "2026-12-31", Basis.FIRST_YEAR),
        ("2025-12-31", "2026-11-30", "2027-02-28", Basis.LATER_YEARS),
        ("2025-01-06", "2026-01-06", "2026-04-06", Basis.LATER_YEARS),
        ("2025-01-06", "2029-08-31", "2029-11-30", Basis.LATER_YEARS),
    ],
)
def test_the_six_weeks_of_a_placement_reach_to_the_first_anniversary(
    catalogue: Catalogue, start: str, last: str, due: str, basis: Basis
) -> None:
    one = measure(PLACEMENT, start)
    found = dues(one, catalogue, held(last, one)).goal
    assert found is not None
    assert (found.day.isoformat(), found.basis) == (due, basis)


# What continues


@pytest.mark.parametrize(
    ("type_key", "again", "more", "due"),
    [
        (PREVENTIVE, "2025-03-01", {}, "2025-05-03"),
        (PREVENTIVE, "2025-03-15", {}, "2025-05-03"),
        (PREVENTIVE, "2025-03-15", {"place": "Et andet sted", "provider": "En anden"}, "2025-05-03"),
        (PREVENTIVE, "2025-03-16", {}, ""),
        (PLACEMENT, "2025-03-15", {"place": "Familien i Sunds"}, "2025-03-17"),
        (PLACEMENT, "2025-03-15", {"place": "Familien i Aulum"}, ""),
    ],
)
def test_what_begins_again_within_fourteen_days_at_the_same_place_keeps_its_clock(
    catalogue: Catalogue, type_key: str, again: str, more: dict[str, str], due: str
) -> None:
    """A date of its own ("") means that the first measure has none left: it ended on 1 March."""
    first = measure(type_key, "2025-01-06", "2025-03-01", place="Familien i Sunds")
    later = measure(type_key, again, **({"place": "Familien i Sunds"} | more))
    assert goal(first, catalogue, held("2025-02-03", first), also=later) == due


def test_a_chain_of_three_counts_its_first_year_from_the_first(catalogue: Catalogue) -> None:
    chain = [
        measure(PLACEMENT, "2024-06-01", "2024-12-01"),
        measure(PLACEMENT, "2024-12-10", "2025-03-01"),
        measure(PLACEMENT, "2025-03-15"),
    ]
    (clock,) = clocks(chain, catalogue)
    found = due_dates(clock, [held("2025-04-25", chain[2])], [], catalogue).goal
    assert found is not None
    assert (found.day, found.basis) == (date(2025, 7, 25), Basis.LATER_YEARS)


# The law


@pytest.mark.parametrize(
    ("start", "events", "due", "law", "missing"),
    [
        ("2023-12-31", (), "2024-03-31", "serviceloven § 70", False),
        ("2024-01-01", (), "2024-04-01", "barnets lov § 95", False),
        ("2023-06-01", (("2023-08-31", ""),), "2024-02-29", "serviceloven § 70", False),
        ("2023-06-01", (("2023-12-31", ""),), "2024-06-30", "serviceloven § 70", False),
        ("2023-06-01", (("2024-01-01", ""),), "", "", True),
        ("2023-06-01", (("2024-01-01", "3m"),), "2024-04-01", "barnets lov § 95", False),
        ("2023-06-01", (("2023-09-01", ""), ("2024-02-01", "6w")), "2024-03-14", "barnets lov § 95", False),
        ("2023-06-01", (("2023-09-01", "4m"), ("2024-02-01", "")), "2024-06-01", "barnets lov § 95", False),
        ("2023-06-01", (("2024-02-01", "6w"), ("2023-09-01", "")), "2024-03-14", "barnets lov § 95", False),
    ],
)
def test_a_measure_across_the_change_of_law_takes_the_law_of_the_day_counted_from(
    catalogue: Catalogue, start: str, events: tuple[tuple[str, str], ...], due: str, law: str, missing: bool
) -> None:
    one = measure(PREVENTIVE, start)
    found = dues(one, catalogue, *(held(on, one, rhythm=rhythm) for on, rhythm in events))
    assert found.rhythm_missing is missing
    assert (found.law.day.isoformat() if found.law else "") == due
    assert (found.law.rule_names.da if found.law else "") == law


@pytest.mark.parametrize(
    ("type_key", "rhythm", "due", "basis", "missing"),
    [
        (PLACEMENT, "", "2026-02-03", Basis.AT_LEAST, True),
        (PLACEMENT, "3m", "2025-05-03", Basis.DECIDED, False),
        (PLACEMENT, "12m", "2026-02-03", Basis.DECIDED, False),
        (PLACEMENT, "18m", "2026-02-03", Basis.AT_LEAST, False),
        (PREVENTIVE, "", "", None, True),
        (PREVENTIVE, "18m", "2026-08-03", Basis.DECIDED, False),
    ],
)
def test_a_minimum_that_the_municipality_sets_holds_for_placements_alone(
    type_key: str, rhythm: str, due: str, basis: Basis | None, missing: bool
) -> None:
    """Off as shipped; the rhythm that was not decided is told all the same."""
    rows = [
        replace(row, data={**row.data, "at_least": "12m"}) if row.kind == "law_rule" else row for row in shipped_rows()
    ]
    one = measure(type_key, "2025-01-06")
    found = dues(one, Catalogue.from_rows(rows), held("2025-02-03", one, rhythm=rhythm))
    assert found.rhythm_missing is missing
    assert (found.law.day.isoformat() if found.law else "") == due
    assert (found.law.basis if found.law else None) is basis


# Dispensations


@pytest.mark.parametrize(
    ("until", "interval", "last", "due", "basis"),
    [
        # A pause that ends before the ordinary date, on it, after it.
        ("2025-04-30", "", "2025-02-03", "2025-05-03", Basis.REGULAR),
        ("2025-05-03", "", "2025-02-03", "2025-05-03", Basis.REGULAR),
        ("2025-05-04", "", "2025-02-03", "2025-05-04", Basis.PAUSE),
        # A longer interval that ends before the ordinary date, between it and its own, after its own.
        ("2025-04-30", "6m", "2025-02-03", "2025-05-03", Basis.REGULAR),
        ("2025-06-15", "6m", "2025-02-03", "2025-06-15", Basis.LONGER_INTERVAL),
        ("2025-12-31", "6m", "2025-02-03", "2025-08-03", Basis.LONGER_INTERVAL),
        # Held again while it is in force, and after it has ended.
        ("2025-12-31", "6m", "2025-08-03", "2025-12-31", Basis.LONGER_INTERVAL),
        ("2025-12-31", "6m", "2026-01-05", "2026-04-05", Basis.REGULAR),
        ("2025-12-31", "6m", "2025-08-31", "2025-12-31", Basis.LONGER_INTERVAL),
        ("2026-12-31", "6m", "2025-08-31", "2026-02-28", Basis.LONGER_INTERVAL),
        # Shorter than the ordinary interval, it moves nothing.
        ("2025-12-31", "6w", "2025-02-03", "2025-05-03", Basis.REGULAR),
    ],
)
def test_a_dispensation_that_ends_mid_interval_reaches_to_its_end_and_no_further(
    catalogue: Catalogue, until: str, interval: str, last: str, due: str, basis: Basis
) -> None:
    one = measure(PREVENTIVE, "2025-01-06")
    found = dues(one, catalogue, held(last, one, rhythm="3m"), leave(one, until, interval)).goal
    assert found is not None
    assert (found.day.isoformat(), found.basis) == (due, basis)


def test_of_two_dispensations_the_one_that_reaches_further_counts(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, "2025-01-06")
    pause, longer = leave(one, "2025-03-01"), leave(one, "2025-12-31", "3m")
    for both in ((pause, longer), (longer, pause)):
        assert goal(one, catalogue, *both) == "2025-04-06"
    assert goal(one, catalogue, pause, replace(longer, voided_on=day("2025-01-07"))) == "2025-03-01"


def test_a_dispensation_struck_out_gives_the_ordinary_date_back(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, "2025-01-06")
    granted = leave(one, "2025-09-01")
    assert goal(one, catalogue, granted) == "2025-09-01"
    assert goal(one, catalogue, replace(granted, voided_on=day("2025-01-08"))) == goal(one, catalogue)


def test_a_dispensation_of_the_first_measure_holds_for_what_continues_it(catalogue: Catalogue) -> None:
    first = measure(PREVENTIVE, "2025-01-06", "2025-01-20")
    assert goal(first, catalogue, leave(first, "2025-04-01"), also=measure(PREVENTIVE, "2025-01-27")) == "2025-04-01"


def test_what_was_dispensed_and_held_at_its_new_date_is_neither_late_nor_missed(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, "2025-01-06")
    (clock,) = clocks([one], catalogue)
    longer = leave(one, "2025-03-20", "3m")
    slots = history(clock, [held("2025-03-20", one)], [longer], catalogue, day("2025-03-21"))
    assert [(slot.day.isoformat(), slot.state) for slot in slots] == [
        ("2025-02-03", SlotState.DISPENSED),
        ("2025-03-20", SlotState.ON_TIME),
        ("2025-06-20", SlotState.OPEN),
    ]


# Several measures


@pytest.mark.parametrize(
    ("events", "due"),
    [
        ((), "2025-01-20"),
        ((("2025-01-20", "both"),), "2025-03-03"),
        ((("2025-01-20", "placement"),), "2025-02-03"),
        ((("2025-01-20", "placement"), ("2025-02-03", "preventive")), "2025-03-03"),
        ((("2025-01-20", "preventive"),), "2025-01-20"),
        ((("2025-01-20", "none"),), "2025-01-20"),
    ],
)
def test_measures_side_by_side_keep_their_own_clocks_and_the_earliest_leads(
    catalogue: Catalogue, events: tuple[tuple[str, str], ...], due: str
) -> None:
    slow, quick = measure(PREVENTIVE, "2025-01-06"), measure(PLACEMENT, "2025-01-06")
    covered = {"both": (slow, quick), "placement": (quick,), "preventive": (slow,), "none": ()}
    follow_ups = [held(on, *covered[which]) for on, which in events]
    found = case_schedule([slow, quick], follow_ups, [], catalogue, day("2025-02-10")).next
    assert found is not None
    assert found.day.isoformat() == due


def test_the_earliest_date_of_each_kind_can_belong_to_different_measures(catalogue: Catalogue) -> None:
    slow, quick, free = (
        measure(PREVENTIVE, "2025-01-06"),
        measure(PLACEMENT, "2025-02-03"),
        measure("early_help", "2025-01-06"),
    )
    both = case_schedule([slow, quick, free], [], [], catalogue, day("2025-02-10"))
    goals, law = both.earliest(Track.GOAL), both.earliest(Track.LAW)
    assert goals is not None
    assert law is not None
    assert (goals.day.isoformat(), law.day.isoformat()) == ("2025-02-03", "2025-04-06")
    assert case_schedule([free], [], [], catalogue, day("2025-02-10")).earliest(Track.LAW) is None


# Typed late, and struck out


def test_a_follow_up_typed_late_takes_its_place_and_unmakes_what_seemed_missed(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, "2025-01-06")
    (clock,) = clocks([one], catalogue)
    known = [held("2025-08-01", one)]
    before = history(clock, known, [], catalogue, day("2025-08-02"))
    assert [slot.state for slot in before] == [SlotState.MISSED, SlotState.LATE, SlotState.OPEN]
    late = held("2025-02-01", one, registered_on=day("2025-08-02"))
    after = history(clock, [*known, late], [], catalogue, day("2025-08-02"))
    assert [(slot.day.isoformat(), slot.state) for slot in after] == [
        ("2025-02-03", SlotState.ON_TIME),
        ("2025-05-01", SlotState.LATE),
        ("2025-11-01", SlotState.OPEN),
    ]
    assert goal(one, catalogue, *known) == goal(one, catalogue, *known, late), "the next date counts from the last one"


def test_the_rhythm_of_one_typed_late_counts_in_the_order_of_the_days_held(catalogue: Catalogue) -> None:
    one = measure(PREVENTIVE, "2025-01-06")
    last, late = held("2025-05-01", one, rhythm="4m"), held("2025-02-01", one, rhythm="6w")
    law = dues(one, catalogue, last, late).law
    assert law is not None
    assert law.day == day("2025-09-01")


@pytest.mark.parametrize(
    ("struck", "due", "law"),
    [
        ((), "2025-08-01", "2025-06-12"),
        (("last",), "2025-05-01", "2025-05-01"),
        (("first",), "2025-08-01", "2025-06-12"),
        (("first", "last"), "2025-02-03", "2025-04-06"),
    ],
)
def test_what_is_struck_out_is_as_if_it_had_never_been_held(
    catalogue: Catalogue, struck: tuple[str, ...], due: str, law: str
) -> None:
    one = measure(PREVENTIVE, "2025-01-06")
    told = {"first": held("2025-02-01", one, rhythm="3m"), "last": held("2025-05-01", one, rhythm="6w")}
    events = [replace(f, voided_on=day("2025-05-02")) if name in struck else f for name, f in told.items()]
    found = dues(one, catalogue, *events)
    assert found.goal is not None
    assert found.law is not None
    assert (found.goal.day.isoformat(), found.law.day.isoformat()) == (due, law)
