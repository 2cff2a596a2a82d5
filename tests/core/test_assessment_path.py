"""The way from notification to decision, as it is read from top to bottom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.core.assessment_path import PathPart, PathState, path
from app.core.records.assessment import (
    Assessment,
    AssessmentKind,
    Notification,
    NotificationOutcome,
    ScreeningOutcome,
)
from app.core.records.decision import Decision, DecisionKind

DAY = date(2025, 3, 3)
NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)
NOTIFICATION = Notification(case_id="c", received_at=NOON, summary="Uro.")
ASSESSMENT = Assessment(case_id="c", aware_on=DAY)
DECISION = Decision(case_id="c", kind=DecisionKind.SUPPORT, decided_on=DAY, what="MST")
N, S, A, D = PathPart


def told(*events: Notification | Assessment | Decision) -> list[tuple[PathPart, PathState, date]]:
    steps = path(
        [one for one in events if isinstance(one, Notification)],
        [one for one in events if isinstance(one, Assessment)],
        [one for one in events if isinstance(one, Decision)],
    )
    return [(step.part, step.state, step.day) for step in steps]


def test_what_happens_on_one_day_stands_in_the_order_of_the_way() -> None:
    assert told(DECISION, ASSESSMENT, NOTIFICATION) == [
        (N, PathState.OPEN, DAY),
        (S, PathState.OPEN, DAY),
        (A, PathState.OPEN, DAY),
        (D, PathState.DONE, DAY),
    ]


def test_a_case_of_years_is_read_by_its_days() -> None:
    first = replace(
        ASSESSMENT,
        screened_on=date(2025, 3, 5),
        screening_outcome=ScreeningOutcome.ASSESSMENT,
        kind=AssessmentKind.FULL,
        finished_on=date(2025, 6, 20),
    )
    acute = replace(DECISION, decided_on=date(2025, 4, 1))
    again = replace(NOTIFICATION, id="again", received_at=datetime(2026, 1, 7, 12, tzinfo=UTC))
    assert told(first, acute, again, NOTIFICATION) == [
        (N, PathState.OPEN, DAY),
        (S, PathState.DONE, date(2025, 3, 5)),
        (D, PathState.DONE, date(2025, 4, 1)),
        (A, PathState.DONE, date(2025, 6, 20)),
        (N, PathState.OPEN, date(2026, 1, 7)),
    ]


def test_a_notification_is_done_once_it_is_assessed() -> None:
    assessed = replace(NOTIFICATION, assessed_at=NOON, outcome=NotificationOutcome.NOTHING)
    assert told(assessed) == [(N, PathState.DONE, DAY)]


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, PathState.OPEN),
        ({"screening_outcome": ScreeningOutcome.ASSESSMENT}, PathState.OPEN),
        ({"kind": AssessmentKind.LIMITED}, PathState.UNDER_WAY),
        ({"kind": AssessmentKind.FULL, "preliminary_on": DAY}, PathState.PRELIMINARY),
        ({"kind": AssessmentKind.FULL, "preliminary_on": DAY, "finished_on": DAY}, PathState.DONE),
        ({"kind": AssessmentKind.FULL, "voided_on": DAY}, PathState.VOIDED),
    ],
)
def test_how_an_assessment_stands(values: dict[str, object], state: PathState) -> None:
    record = replace(ASSESSMENT, **values)  # type: ignore[arg-type]  # each value is of its field
    assert told(record)[-1] == (A, state, DAY)


@pytest.mark.parametrize("outcome", [ScreeningOutcome.NO_NEED, ScreeningOutcome.EARLY_HELP])
def test_the_way_ends_where_the_screening_found_that_no_assessment_is_needed(outcome: ScreeningOutcome) -> None:
    screened = replace(ASSESSMENT, screened_on=DAY, screening_outcome=outcome)
    assert told(screened) == [(S, PathState.DONE, DAY)]
    made_all_the_same = replace(screened, kind=AssessmentKind.FULL)
    assert told(made_all_the_same)[-1] == (A, PathState.UNDER_WAY, DAY)


def test_what_was_struck_out_stays_in_its_place() -> None:
    struck = replace(NOTIFICATION, voided_on=DAY), replace(ASSESSMENT, voided_on=DAY), replace(DECISION, voided_on=DAY)
    assert [state for _, state, _ in told(*struck)] == [PathState.VOIDED] * 4


def test_the_steps_of_one_assessment_are_told_apart() -> None:
    screening, assessment = path((), (ASSESSMENT,), ())
    assert screening.record is assessment.record
    assert screening.key != assessment.key
