"""Decisions of a case, complaints over them or over the casework, and requests for access to the file."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.decision import check_access_request, check_complaint, check_decision
from app.core.errors import demand
from app.core.records.decision import AccessRequest, Complaint, Decision
from app.models.decision import AccessRequestRow, ComplaintRow, DecisionRow
from app.models.mapping import put, to_record
from app.services import rows


def decisions_of_case(session: Session, case_id: str) -> tuple[Decision, ...]:
    """The decisions of a case by their day, struck out ones among them."""
    found = rows.where(session, DecisionRow, DecisionRow.case_id, case_id)
    return tuple(sorted((to_record(row, Decision) for row in found), key=lambda d: d.decided_on))


def save_decision(session: Session, record: Decision, today: date) -> Changes:
    """Keep a decision; raises `Invalid`."""
    demand(check_decision(record, today))
    put(session, DecisionRow, record)
    return Changes("decision-saved", case_ids=frozenset({record.case_id}))


def void_decision(session: Session, decision_id: str, today: date, reason: str) -> Changes:
    """Strike out a decision that was entered by mistake. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, DecisionRow, decision_id, today, reason)
    return Changes("decision-voided", case_ids=frozenset({row.case_id}))


def complaints_of_case(session: Session, case_id: str) -> tuple[Complaint, ...]:
    """The complaints of a case as they came in, struck out ones among them."""
    found = rows.where(session, ComplaintRow, ComplaintRow.case_id, case_id)
    return tuple(sorted((to_record(row, Complaint) for row in found), key=lambda c: c.received_on))


def save_complaint(session: Session, record: Complaint, today: date) -> Changes:
    """Keep a complaint, answered or still to be; raises `Invalid`, and `NotFound` for a decision that is not there."""
    over = rows.get(session, DecisionRow, record.decision_id) if record.decision_id else None
    demand(check_complaint(record, to_record(over, Decision) if over else None, today))
    put(session, ComplaintRow, record)
    return Changes("complaint-saved", case_ids=frozenset({record.case_id}))


def void_complaint(session: Session, complaint_id: str, today: date, reason: str) -> Changes:
    """Strike out a complaint that was entered by mistake. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, ComplaintRow, complaint_id, today, reason)
    return Changes("complaint-voided", case_ids=frozenset({row.case_id}))


def access_requests_of_case(session: Session, case_id: str) -> tuple[AccessRequest, ...]:
    """The requests for access to the file of a case as they came in, struck out ones among them."""
    found = rows.where(session, AccessRequestRow, AccessRequestRow.case_id, case_id)
    return tuple(sorted((to_record(row, AccessRequest) for row in found), key=lambda r: r.received_on))


def save_access_request(session: Session, record: AccessRequest, today: date) -> Changes:
    """Keep a request for access to the file, answered or still to be; raises `Invalid`."""
    demand(check_access_request(record, today))
    put(session, AccessRequestRow, record)
    return Changes("access-request-saved", case_ids=frozenset({record.case_id}))


def void_access_request(session: Session, request_id: str, today: date, reason: str) -> Changes:
    """Strike out a request that was entered by mistake. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, AccessRequestRow, request_id, today, reason)
    return Changes("access-request-voided", case_ids=frozenset({row.case_id}))
