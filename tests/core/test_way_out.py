"""What a stay at an institution lacks, and when it is told."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.catalogue import Catalogue
from app.core.clocks import clocks
from app.core.records.measure import Measure
from app.core.way_out import WayOutCode, WayOutWarning, way_out_warnings

START = date(2025, 1, 1)


def told(stay: Measure, catalogue: Catalogue, today: date) -> tuple[WayOutWarning, ...]:
    (clock,) = clocks([stay], catalogue)
    return way_out_warnings(clock, catalogue, today)


def stay(**more: object) -> Measure:
    sound = {"type_key": "multifunc", "start": START, "expected_end": date(2025, 12, 1), "next_step": "Plejefamilie"}
    return Measure(case_id="c", **{**sound, **more})  # type: ignore[arg-type]  # kwargs


def test_a_normal_stay_has_nothing_to_think_of(catalogue: Catalogue) -> None:
    assert told(stay(), catalogue, date(2025, 6, 1)) == ()


@pytest.mark.parametrize(
    ("more", "today", "codes"),
    [
        ({"expected_end": None}, START, [WayOutCode.NO_EXPECTED_END]),
        ({"expected_end": date(2026, 1, 1)}, START, []),
        ({"expected_end": date(2026, 1, 2)}, START, [WayOutCode.EXPECTED_END_LATE]),
        ({"next_step": " "}, START, [WayOutCode.NO_NEXT_STEP]),
        ({"expected_end": date(2025, 7, 1)}, date(2025, 6, 30), []),
        ({"expected_end": date(2025, 7, 1)}, date(2025, 7, 1), [WayOutCode.EXPECTED_END_PASSED]),
        ({"expected_end": date(2026, 1, 1)}, date(2025, 12, 31), []),
    ],
)
def test_what_is_told_and_when(
    catalogue: Catalogue, more: dict[str, object], today: date, codes: list[WayOutCode]
) -> None:
    assert [warning.code for warning in told(stay(**more), catalogue, today)] == codes


def test_a_warning_knows_how_long_the_stay_has_lasted(catalogue: Catalogue) -> None:
    (warning,) = told(stay(next_step="", start=date(2024, 12, 31)), catalogue, date(2025, 6, 30))
    assert (warning.code, warning.months) == (WayOutCode.NO_NEXT_STEP, 6)


def test_other_steps_and_stays_that_ended_are_silent(catalogue: Catalogue) -> None:
    assert told(stay(type_key="foster_general", expected_end=None), catalogue, START) == ()
    assert told(stay(expected_end=None, end=date(2025, 2, 1)), catalogue, date(2025, 2, 1)) == ()


def test_whole_family_treatment_on_the_same_step_needs_a_way_out_too(catalogue: Catalogue) -> None:
    assert [w.code for w in told(stay(type_key="family_residential", next_step=""), catalogue, START)] == [
        WayOutCode.NO_NEXT_STEP
    ]
