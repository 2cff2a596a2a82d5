"""Decisions, complaints and requests for access to the file."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from app.core.records.decision import ComplaintResult, DecisionKind
from app.models.base import VoidableRow
from app.models.keys import case_key, key_of


class DecisionRow(VoidableRow):
    """A decision: see `app.core.records.decision.Decision`."""

    __tablename__ = "decision"
    searchable = ("what", "purpose", "plan_reason")

    case_id: Mapped[str] = case_key()
    assessment_id: Mapped[str | None] = key_of("assessment", nullable=True)
    kind: Mapped[DecisionKind]
    decided_on: Mapped[date]
    paragraph: Mapped[str]
    what: Mapped[str]
    purpose: Mapped[str]
    expected_duration: Mapped[str]
    consent: Mapped[bool]
    by_committee: Mapped[bool]
    plan_wanted: Mapped[bool | None]
    plan_reason: Mapped[str]


class ComplaintRow(VoidableRow):
    """A complaint over a decision or over the casework."""

    __tablename__ = "complaint"
    searchable = ("complainant", "about", "answer")

    case_id: Mapped[str] = case_key()
    decision_id: Mapped[str | None] = key_of("decision", nullable=True)
    received_on: Mapped[date]
    complainant: Mapped[str]
    about: Mapped[str]
    reassessed_on: Mapped[date | None]
    sent_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    result: Mapped[ComplaintResult | None]
    answer: Mapped[str]


class AccessRequestRow(VoidableRow):
    """A request for access to the file."""

    __tablename__ = "access_request"
    searchable = ("asked_by", "what")

    case_id: Mapped[str] = case_key()
    received_on: Mapped[date]
    asked_by: Mapped[str]
    what: Mapped[str]
    answered_on: Mapped[date | None]
