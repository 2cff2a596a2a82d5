"""Decisions in a case, complaints over them or over the casework, and requests for access to the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id


class DecisionKind(StrEnum):
    """What was decided; each leads to deadlines of its own."""

    PLACEMENT = "placement"
    SUPPORT = "support"
    YOUTH_PLAN = "youth_plan"
    YOUTH_SUPPORT = "youth_support"
    OTHER = "other"


class ComplaintResult(StrEnum):
    """How a complaint ended."""

    UPHELD = "upheld"
    CHANGED = "changed"
    RETURNED = "returned"
    ANNULLED = "annulled"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision (afgørelse) on `decided_on`. `consent` is the custody holders' consent to a placement.

    `by_committee`: made by børne- og ungeudvalget, which does not reassess its decisions. `plan_wanted` says whether a
    plan is made where the law leaves it open: None as long as nobody decided. `purpose` and `expected_duration` are
    what the plan begins with.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    assessment_id: str | None = None
    kind: DecisionKind
    decided_on: date
    paragraph: str = ""
    what: str = ""
    purpose: str = ""
    expected_duration: str = ""
    consent: bool = True
    by_committee: bool = False
    plan_wanted: bool | None = None
    plan_reason: str = ""
    voided_on: date | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A complaint (klage): over the decision `decision_id`, or over the casework where that is None.

    The municipality reassesses its decision (`reassessed_on`) and, where it stands by it, sends the complaint on
    (`sent_on`). `result` is the last word on `answered_on`.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    decision_id: str | None = None
    received_on: date
    complainant: str = ""
    about: str = ""
    reassessed_on: date | None = None
    sent_on: date | None = None
    answered_on: date | None = None
    result: ComplaintResult | None = None
    answer: str = ""
    voided_on: date | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRequest:
    """A request for access to the file (aktindsigt), answered within seven working days."""

    id: str = field(default_factory=new_id)
    case_id: str
    received_on: date
    asked_by: str = ""
    what: str = ""
    answered_on: date | None = None
    voided_on: date | None = None
    void_reason: str = ""
