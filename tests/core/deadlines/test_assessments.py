"""Four months from awareness to a finished assessment, and the network map that belongs to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines import DeadlineKind
from app.core.records.assessment import Assessment, AssessmentKind, ScreeningOutcome
from app.core.schedule import Track
from tests.core.deadlines.a_case import CASE, days, told

AWARE = date(2025, 10, 31)
DUE = date(2026, 2, 28)


def begun(aware_on: date = AWARE, **more: Any) -> Assessment:
    return Assessment(case_id=CASE.id, aware_on=aware_on, **more)


@pytest.mark.parametrize(
    ("aware_on", "day"),
    [
        (date(2025, 10, 31), date(2026, 2, 28)),
        (date(2023, 10, 31), date(2024, 2, 29)),
        (date(2023, 10, 29), date(2024, 2, 29)),
        (date(2025, 10, 1), date(2026, 2, 1)),
        (date(2024, 2, 29), date(2024, 6, 29)),
        (date(2025, 5, 31), date(2025, 9, 30)),
        (date(2025, 8, 31), date(2025, 12, 31)),
    ],
)
def test_it_is_finished_four_months_after_awareness(catalogue: Catalogue, aware_on: date, day: date) -> None:
    found = told(catalogue, aware_on, assessments=(begun(aware_on),))
    assert [(one.kind, one.day, one.anchor) for one in found] == [(DeadlineKind.ASSESSMENT, day, aware_on)]


@pytest.mark.parametrize(
    ("more", "runs"),
    [
        ({}, True),
        ({"kind": AssessmentKind.FULL}, True),
        ({"screening_outcome": ScreeningOutcome.ASSESSMENT}, True),
        ({"screening_outcome": ScreeningOutcome.ASSESSMENT, "kind": AssessmentKind.FULL}, True),
        ({"screening_outcome": ScreeningOutcome.NO_NEED}, False),
        ({"screening_outcome": ScreeningOutcome.EARLY_HELP}, False),
        ({"screening_outcome": ScreeningOutcome.LIMITED}, False),
        ({"kind": AssessmentKind.LIMITED}, False),
        ({"kind": AssessmentKind.FULL, "finished_on": DUE}, False),
        ({"kind": AssessmentKind.FULL, "voided_on": DUE}, False),
    ],
)
def test_the_clock_runs_until_the_screening_finds_that_none_is_needed(
    catalogue: Catalogue, more: dict[str, Any], runs: bool
) -> None:
    found = told(catalogue, AWARE, assessments=(begun(**more),), map_drawn_on=AWARE)
    assert days(found, DeadlineKind.ASSESSMENT) == ([DUE] if runs else [])


def test_past_its_day_a_preliminary_assessment_is_to_be_written_and_the_line_stays(catalogue: Catalogue) -> None:
    late = begun(kind=AssessmentKind.FULL)
    for today, assessment, due in (
        (DUE, late, False),
        (date(2026, 3, 1), late, True),
        (date(2026, 3, 1), replace(late, preliminary_on=DUE), False),
    ):
        (found,) = told(catalogue, today, assessments=(assessment,), map_drawn_on=AWARE)
        assert (found.day, found.values["preliminary_due"]) == (DUE, due)
        assert found.values["preliminary_on"] == assessment.preliminary_on


def test_the_law_of_the_day_of_awareness_rules(catalogue: Catalogue) -> None:
    both = (begun(date(2023, 12, 31)), begun(date(2024, 1, 1)))
    found = told(catalogue, date(2024, 1, 2), assessments=both)
    assert [(one.paragraph, one.day) for one in found] == [
        ("SEL § 50", date(2024, 4, 30)),
        ("BL § 20", date(2024, 5, 1)),
    ]


def test_a_full_assessment_needs_a_map_or_a_reason_the_same_day(catalogue: Catalogue) -> None:
    full = begun(kind=AssessmentKind.FULL)
    near = date(2026, 1, 2)
    found = told(catalogue, near, assessments=(full,))
    assert days(found, DeadlineKind.ASSESSMENT_MAP) == [DUE]
    line = found[1]
    assert (line.track, line.paragraph, line.tab, line.record_id) == (Track.GOAL, "", Tab.NETWORK, full.id)
    for settled in (
        {"assessments": (full,), "map_drawn_on": date(2020, 1, 1)},
        {"assessments": (replace(full, no_map_reason="Familien ønsker det ikke"),)},
        {"assessments": (replace(full, finished_on=near),)},
        {"assessments": (replace(full, kind=None),)},
    ):
        assert days(told(catalogue, near, **settled), DeadlineKind.ASSESSMENT_MAP) == []


def test_the_map_is_asked_for_from_two_months_ahead_and_not_before_2015(catalogue: Catalogue) -> None:
    full = begun(kind=AssessmentKind.FULL)
    assert days(told(catalogue, date(2025, 12, 27), assessments=(full,)), DeadlineKind.ASSESSMENT_MAP) == []
    assert days(told(catalogue, date(2025, 12, 28), assessments=(full,)), DeadlineKind.ASSESSMENT_MAP) == [DUE]
    for aware_on, asked in ((date(2014, 12, 31), 0), (date(2015, 1, 1), 1)):
        found = told(catalogue, date(2015, 5, 1), assessments=(replace(full, aware_on=aware_on),))
        assert len(days(found, DeadlineKind.ASSESSMENT_MAP)) == asked


def test_a_catalogue_without_the_rules_has_no_such_deadlines(bare: Catalogue) -> None:
    assert told(bare, DUE, assessments=(begun(kind=AssessmentKind.FULL),)) == ()
