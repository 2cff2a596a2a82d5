"""Complaints and requests for access to the file, also in a closed case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines import DeadlineKind, complaint_until
from app.core.records.assessment import Assessment
from app.core.records.decision import AccessRequest, Complaint, Decision, DecisionKind
from tests.core.conftest import shipped_rows
from tests.core.deadlines.a_case import CASE, told

DAY = date(2025, 4, 14)
DECISION = Decision(case_id=CASE.id, kind=DecisionKind.OTHER, decided_on=date(2025, 4, 1))
OVER_DECISION = Complaint(case_id=CASE.id, decision_id=DECISION.id, received_on=DAY)
REQUEST = AccessRequest(case_id=CASE.id, received_on=DAY)
CLOSED = replace(CASE, closed=DAY)


def reassessed(catalogue: Catalogue, complaint: Complaint, decision: Decision = DECISION) -> list[date]:
    return [one.day for one in told(catalogue, DAY, complaints=(complaint,), decisions=(decision,))]


def test_a_decision_complained_over_is_reassessed_within_four_weeks(catalogue: Catalogue) -> None:
    (line,) = told(catalogue, DAY, complaints=(OVER_DECISION,), decisions=(DECISION,))
    assert (line.kind, line.day, line.paragraph) == (DeadlineKind.REASSESSMENT, date(2025, 5, 12), "RSL § 66")
    assert (line.tab, line.record_id, line.anchor) == (Tab.COMPLAINTS, OVER_DECISION.id, DAY)


@pytest.mark.parametrize("settled", ["reassessed_on", "sent_on", "answered_on", "voided_on"])
def test_what_settles_a_complaint(catalogue: Catalogue, settled: str) -> None:
    changed: dict[str, Any] = {settled: DAY}
    assert reassessed(catalogue, replace(OVER_DECISION, **changed)) == []


def test_no_clock_runs_for_the_committee_the_casework_or_a_decision_struck_out(catalogue: Catalogue) -> None:
    assert reassessed(catalogue, OVER_DECISION, replace(DECISION, by_committee=True)) == []
    assert reassessed(catalogue, OVER_DECISION, replace(DECISION, voided_on=DAY)) == []
    assert reassessed(catalogue, replace(OVER_DECISION, decision_id=None)) == []


def test_a_decision_can_be_complained_over_for_four_weeks(catalogue: Catalogue, bare: Catalogue) -> None:
    assert complaint_until(DECISION, catalogue) == date(2025, 4, 29)
    assert complaint_until(DECISION, bare) is None


@pytest.mark.parametrize(
    ("received", "open_days", "with_closed_days"),
    [
        pytest.param(date(2025, 4, 14), date(2025, 4, 28), date(2025, 4, 28), id="over Easter"),
        pytest.param(date(2025, 12, 19), date(2026, 1, 2), date(2026, 1, 6), id="over Christmas"),
        pytest.param(date(2025, 5, 28), date(2025, 6, 10), date(2025, 6, 11), id="Ascension, Whitsun, 5 June"),
        pytest.param(date(2023, 5, 1), date(2023, 5, 11), date(2023, 5, 11), id="store bededag until 2023"),
        pytest.param(date(2024, 4, 22), date(2024, 5, 1), date(2024, 5, 1), id="and not since"),
        pytest.param(date(2025, 8, 2), date(2025, 8, 12), date(2025, 8, 12), id="received on a Saturday"),
    ],
)
def test_access_to_the_file_is_answered_within_seven_working_days(
    catalogue: Catalogue, received: date, open_days: date, with_closed_days: date
) -> None:
    ticked = [
        replace(row, data={**row.data, "closed": True}) if row.kind == "closed_day" else row for row in shipped_rows()
    ]
    for used, day in ((catalogue, open_days), (Catalogue.from_rows(ticked), with_closed_days)):
        (line,) = told(used, received, access_requests=(replace(REQUEST, received_on=received),))
        assert (line.kind, line.day, line.paragraph) == (DeadlineKind.FILE_ACCESS, day, "FVL § 16")


def test_answering_or_striking_out_settles_a_request(catalogue: Catalogue) -> None:
    for settled in (replace(REQUEST, answered_on=DAY), replace(REQUEST, voided_on=DAY)):
        assert told(catalogue, DAY, access_requests=(settled,)) == ()


def test_a_closed_case_keeps_them_and_nothing_else_and_a_voided_one_nothing(catalogue: Catalogue) -> None:
    events: dict[str, Any] = {
        "complaints": (OVER_DECISION,),
        "decisions": (DECISION,),
        "access_requests": (REQUEST,),
        "assessments": (Assessment(case_id=CASE.id, aware_on=DAY),),
    }
    kept = [DeadlineKind.FILE_ACCESS, DeadlineKind.REASSESSMENT]
    assert [one.kind for one in told(catalogue, DAY, **events)] == [*kept, DeadlineKind.ASSESSMENT]
    assert [one.kind for one in told(catalogue, DAY, case=CLOSED, **events)] == kept
    assert told(catalogue, DAY, case=replace(CASE, voided_on=DAY), **events) == ()


def test_a_catalogue_without_the_rules_has_no_such_deadlines(bare: Catalogue) -> None:
    events: dict[str, Any] = {"complaints": (OVER_DECISION,), "decisions": (DECISION,), "access_requests": (REQUEST,)}
    assert told(bare, DAY, **events) == ()
