"""Decisions, complaints and requests for access to the file as the store keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.records.decision import Complaint, ComplaintResult, DecisionKind
from app.services.decisions import (
    access_requests_of_case,
    complaints_of_case,
    decisions_of_case,
    save_access_request,
    save_complaint,
    save_decision,
    void_access_request,
    void_complaint,
    void_decision,
)
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office

YESTERDAY = TODAY - timedelta(days=1)


def test_decisions_are_told_by_their_day(office: Office, store: Store) -> None:
    case = office.case()
    late = office.decision(case, decided_on=TODAY)
    early = office.decision(case, DecisionKind.PLACEMENT, consent=False, by_committee=True)

    assert store.read(decisions_of_case, case.id) == (early, late)
    assert {*office.status(case).file.decisions} == {early, late}


def test_a_decision_that_says_nothing_is_refused(office: Office, store: Store) -> None:
    decision = office.decision(office.case())
    with pytest.raises(Invalid):
        store.write(save_decision, replace(decision, what=" "), TODAY)


def test_complaints_over_a_decision_and_over_the_casework_stand_side_by_side(office: Office, store: Store) -> None:
    case = office.case()
    over = office.complaint(case, office.decision(case))
    casework = office.complaint(case, received_on=YESTERDAY)

    answered = replace(over, reassessed_on=TODAY, sent_on=TODAY, answered_on=TODAY, result=ComplaintResult.UPHELD)
    store.write(save_complaint, answered, TODAY)

    assert store.read(complaints_of_case, case.id) == (casework, answered)


def test_a_complaint_cannot_come_before_the_decision_it_is_over(office: Office, store: Store) -> None:
    case = office.case()
    decision = office.decision(case)
    with pytest.raises(Invalid) as refused:
        office.complaint(case, decision, received_on=decision.decided_on - timedelta(days=1))
    assert [problem.code for problem in refused.value.problems] == ["complaint-before-decision"]


def test_a_complaint_over_a_decision_that_is_not_there_is_refused(office: Office, store: Store) -> None:
    complaint = Complaint(case_id=office.case().id, decision_id="nowhere", received_on=TODAY, complainant="Mor")
    with pytest.raises(NotFound):
        store.write(save_complaint, complaint, TODAY)


def test_requests_for_access_are_told_as_they_came_in_and_answered(office: Office, store: Store) -> None:
    case = office.case()
    late, early = office.access_request(case), office.access_request(case, received_on=YESTERDAY)

    answered = replace(early, answered_on=TODAY)
    store.write(save_access_request, answered, TODAY)

    assert store.read(access_requests_of_case, case.id) == (answered, late)


def test_what_is_struck_out_stays_and_says_why(office: Office, store: Store) -> None:
    case = office.case()
    decision, complaint, request = office.decision(case), office.complaint(case), office.access_request(case)

    store.write(void_decision, decision.id, TODAY, "Forkert sag")
    store.write(void_complaint, complaint.id, TODAY, "Forkert sag")
    store.write(void_access_request, request.id, TODAY, "Forkert sag")

    file = office.status(case).file
    assert [record.void_reason for record in file.decisions] == ["Forkert sag"]
    assert [record.void_reason for record in file.complaints] == ["Forkert sag"]
    assert [record.void_reason for record in file.access_requests] == ["Forkert sag"]
