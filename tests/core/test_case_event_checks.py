"""What is refused of notifications, assessments, decisions, complaints and requests, and what is only warned about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.core.checks.assessment import check_assessment, check_finishing, check_notification
from app.core.checks.decision import check_access_request, check_complaint, check_decision
from app.core.checks.texts import LINE, PROSE
from app.core.errors import Problem, Severity
from app.core.records.assessment import (
    Assessment,
    AssessmentKind,
    Finding,
    Notification,
    NotificationOutcome,
    ScreeningOutcome,
)
from app.core.records.decision import AccessRequest, Complaint, ComplaintResult, Decision, DecisionKind

NOW = datetime(2025, 6, 2, 10, 0, tzinfo=UTC)
TODAY = date(2025, 6, 2)
BEFORE, AFTER = date(2025, 6, 1), date(2025, 6, 3)
AWARE = date(2025, 5, 1)
ERROR, WARNING = Severity.ERROR, Severity.WARNING
HOUR = timedelta(hours=1)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, Severity]]:
    return [(problem.field, problem.code, problem.severity) for problem in problems]


def notification(**values: object) -> Notification:
    given = {"received_at": NOW - 5 * HOUR, "summary": "Skolen er bekymret."} | values
    return Notification(case_id="c", **given)  # type: ignore[arg-type]  # each value is of its field


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"received_at": NOW}, []),
        ({"received_at": NOW + timedelta(minutes=1)}, [("received_at", "moment-in-future", ERROR)]),
        ({"summary": " \n"}, [("summary", "text-empty", ERROR)]),
        ({"assessed_at": NOW, "outcome": NotificationOutcome.NOTHING}, []),
        (
            {"assessed_at": NOW + HOUR, "outcome": NotificationOutcome.NOTHING},
            [("assessed_at", "moment-in-future", ERROR)],
        ),
        (
            {"assessed_at": NOW - 6 * HOUR, "outcome": NotificationOutcome.NOTHING},
            [("assessed_at", "assessed-before-received", ERROR)],
        ),
        ({"outcome": NotificationOutcome.SCREENING}, [("assessed_at", "day-empty", ERROR)]),
        ({"assessed_at": NOW}, [("outcome", "choice-empty", ERROR)]),
        ({"conclusion": "a" * (LINE + 1)}, []),
        ({"conclusion": "a" * (PROSE + 1)}, [("conclusion", "text-too-long", ERROR)]),
    ],
)
def test_notifications(values: dict[str, object], expected: list[tuple[str, str, Severity]]) -> None:
    assert told(check_notification(notification(**values), NOW)) == expected


def test_a_moment_of_the_hour_that_comes_twice_is_compared_as_the_time_that_passed() -> None:
    """02:30 in summer time is half an hour before 02:00 in winter time, on the night the clocks go back."""
    summer, winter = (datetime.fromisoformat(f"2025-10-26T02:30{zone}") for zone in ("+02:00", "+01:00"))
    right = notification(received_at=summer, assessed_at=winter, outcome=NotificationOutcome.NOTHING)
    wrong = replace(right, received_at=winter, assessed_at=summer)
    now = datetime.fromisoformat("2025-10-26T03:00+01:00")
    assert check_notification(right, now) == ()
    assert told(check_notification(wrong, now)) == [("assessed_at", "assessed-before-received", ERROR)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"aware_on": TODAY}, []),
        ({"aware_on": AFTER}, [("aware_on", "day-in-future", ERROR)]),
        ({"screened_on": TODAY, "screening_outcome": ScreeningOutcome.NO_NEED}, []),
        (
            {"screened_on": AFTER, "screening_outcome": ScreeningOutcome.NO_NEED},
            [("screened_on", "day-in-future", ERROR)],
        ),
        (
            {"screened_on": date(2025, 4, 30), "screening_outcome": ScreeningOutcome.NO_NEED},
            [("screened_on", "day-before-aware", ERROR)],
        ),
        ({"screened_on": TODAY}, [("screening_outcome", "choice-empty", ERROR)]),
        ({"screening_outcome": ScreeningOutcome.LIMITED}, [("screened_on", "day-empty", ERROR)]),
        ({"conversation_on": date(2025, 4, 30)}, []),
        ({"conversation_on": AFTER}, [("conversation_on", "day-in-future", ERROR)]),
        ({"preliminary_on": TODAY, "preliminary_text": "Foreløbigt."}, []),
        ({"preliminary_on": TODAY}, [("preliminary_text", "text-empty", WARNING)]),
        ({"preliminary_text": "Foreløbigt."}, [("preliminary_on", "day-empty", ERROR)]),
        ({"finished_on": TODAY, "kind": AssessmentKind.FULL}, []),
        ({"finished_on": TODAY}, [("kind", "choice-empty", ERROR)]),
        ({"finished_on": AFTER, "kind": AssessmentKind.FULL}, [("finished_on", "day-in-future", ERROR)]),
        (
            {"finished_on": date(2025, 4, 30), "kind": AssessmentKind.FULL},
            [("finished_on", "day-before-aware", ERROR)],
        ),
        ({"child_said": "\ud83d"}, [("child_said", "text-broken", ERROR)]),
    ],
)
def test_assessments(values: dict[str, object], expected: list[tuple[str, str, Severity]]) -> None:
    given = {"aware_on": AWARE} | values
    record = Assessment(case_id="c", **given)  # type: ignore[arg-type]  # each value is of its field
    assert told(check_assessment(record, (), TODAY)) == expected


def test_the_text_of_a_theme_is_long_or_told_at_its_theme() -> None:
    record = Assessment(case_id="c", aware_on=AWARE)
    findings = Finding(theme_key="school", text="a" * PROSE), Finding(theme_key="health", text="a" * (PROSE + 1))
    assert told(check_assessment(record, findings, TODAY)) == [("finding:health", "text-too-long", ERROR)]


FINISHED = Assessment(
    case_id="c",
    aware_on=AWARE,
    kind=AssessmentKind.FULL,
    finished_on=TODAY,
    conclusion="Der er behov for støtte.",
    conversation_on=TODAY,
)


@pytest.mark.parametrize(
    ("values", "has_map", "expected"),
    [
        ({}, True, []),
        ({}, False, [("no_map_reason", "map-or-reason", WARNING)]),
        ({"no_map_reason": "Familien ønsker det ikke."}, False, []),
        ({"kind": AssessmentKind.LIMITED}, False, []),
        ({"conversation_on": None}, True, [("no_conversation_reason", "talk-or-reason", WARNING)]),
        ({"conversation_on": None, "no_conversation_reason": "Barnet er ikke født."}, True, []),
        ({"conclusion": " "}, True, [("conclusion", "conclusion-empty", WARNING)]),
        ({"finished_on": None, "conclusion": "", "conversation_on": None}, False, []),
    ],
)
def test_what_to_think_of_when_an_assessment_is_finished(
    values: dict[str, object], has_map: bool, expected: list[tuple[str, str, Severity]]
) -> None:
    record = replace(FINISHED, **values)  # type: ignore[arg-type]  # each value is of its field
    assert told(check_finishing(record, has_map=has_map)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"decided_on": AFTER}, [("decided_on", "day-in-future", ERROR)]),
        ({"what": ""}, [("what", "text-empty", ERROR)]),
        ({"plan_wanted": True}, []),
        ({"plan_wanted": False}, [("plan_reason", "reason-empty", WARNING)]),
        ({"plan_wanted": False, "plan_reason": "Målene står i bevillingen."}, []),
        ({"plan_wanted": False, "kind": DecisionKind.PLACEMENT}, []),
        ({"paragraph": "a" * (LINE + 1)}, [("paragraph", "text-too-long", ERROR)]),
    ],
)
def test_decisions(values: dict[str, object], expected: list[tuple[str, str, Severity]]) -> None:
    given = {"kind": DecisionKind.SUPPORT, "decided_on": TODAY, "what": "Familiebehandling"} | values
    record = Decision(case_id="c", **given)  # type: ignore[arg-type]  # each value is of its field
    assert told(check_decision(record, TODAY)) == expected


DECISION = Decision(case_id="c", kind=DecisionKind.SUPPORT, decided_on=AWARE, what="Familiebehandling")


@pytest.mark.parametrize(
    ("values", "over", "expected"),
    [
        ({}, DECISION, []),
        ({}, None, []),
        ({"received_on": AFTER}, None, [("received_on", "day-in-future", ERROR)]),
        ({"received_on": date(2025, 4, 30)}, DECISION, [("received_on", "complaint-before-decision", ERROR)]),
        ({"complainant": ""}, None, [("complainant", "name-empty", ERROR)]),
        ({"about": " "}, None, [("about", "text-empty", ERROR)]),
        ({"reassessed_on": BEFORE, "sent_on": BEFORE}, DECISION, []),
        ({"reassessed_on": TODAY, "sent_on": BEFORE}, DECISION, [("sent_on", "sent-before-reassessed", ERROR)]),
        ({"sent_on": TODAY}, DECISION, []),
        ({"reassessed_on": AFTER}, DECISION, [("reassessed_on", "day-in-future", ERROR)]),
        ({"sent_on": date(2025, 5, 1)}, DECISION, [("sent_on", "answer-before-received", ERROR)]),
        ({"answered_on": TODAY}, None, []),
        ({"answered_on": TODAY}, DECISION, [("result", "choice-empty", WARNING)]),
        ({"answered_on": TODAY, "result": ComplaintResult.UPHELD}, DECISION, []),
        ({"result": ComplaintResult.UPHELD}, DECISION, [("answered_on", "day-empty", ERROR)]),
        ({"complainant": "a" * (LINE + 1)}, None, [("complainant", "text-too-long", ERROR)]),
    ],
)
def test_complaints(
    values: dict[str, object], over: Decision | None, expected: list[tuple[str, str, Severity]]
) -> None:
    given = {"received_on": date(2025, 5, 20), "complainant": "Mor", "about": "Er ikke enig."} | values
    record = Complaint(case_id="c", decision_id=over.id if over else None, **given)  # type: ignore[arg-type]  # as above
    assert told(check_complaint(record, over, TODAY)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"received_on": AFTER}, [("received_on", "day-in-future", ERROR)]),
        ({"asked_by": ""}, [("asked_by", "name-empty", ERROR)]),
        ({"what": ""}, [("what", "text-empty", ERROR)]),
        ({"answered_on": TODAY}, []),
        ({"answered_on": AFTER}, [("answered_on", "day-in-future", ERROR)]),
        ({"answered_on": date(2025, 5, 31)}, [("answered_on", "answer-before-received", ERROR)]),
        ({"what": "a" * (PROSE + 1)}, [("what", "text-too-long", ERROR)]),
    ],
)
def test_requests_for_access(values: dict[str, object], expected: list[tuple[str, str, Severity]]) -> None:
    given = {"received_on": BEFORE, "asked_by": "Mor", "what": "Hele sagen"} | values
    record = AccessRequest(case_id="c", **given)  # type: ignore[arg-type]  # each value is of its field
    assert told(check_access_request(record, TODAY)) == expected
