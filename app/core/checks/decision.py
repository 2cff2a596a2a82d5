"""What can be wrong with a decision, with a complaint, and with a request for access to the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.core.checks.texts import check_texts
from app.core.errors import Problem, Severity
from app.core.records.decision import AccessRequest, Complaint, Decision, DecisionKind

_AFTER_RECEIVED = ("reassessed_on", "sent_on", "answered_on")


def check_decision(record: Decision, today: date) -> tuple[Problem, ...]:
    """A decision was made by today and says what was decided; who wants no plan for a supportive measure says why."""
    problems = []
    if record.decided_on > today:
        problems.append(Problem("decided_on", "day-in-future"))
    if not record.what.strip():
        problems.append(Problem("what", "text-empty"))
    if record.kind is DecisionKind.SUPPORT and record.plan_wanted is False and not record.plan_reason.strip():
        problems.append(Problem("plan_reason", "reason-empty", Severity.WARNING))
    return (*problems, *check_texts(record, ("what", "purpose", "plan_reason", "void_reason")))


def check_complaint(record: Complaint, decision: Decision | None, today: date) -> tuple[Problem, ...]:
    """A complaint says who complained about what; it follows the `decision` it is over, and each answer follows it."""
    return (
        *_received(record.received_on, today),
        *_after(record, _AFTER_RECEIVED, today),
        *_order(record, decision),
        *_said(record, "complainant", "about"),
        *_result(record, decision),
        *check_texts(record, ("about", "answer", "void_reason")),
    )


def check_access_request(record: AccessRequest, today: date) -> tuple[Problem, ...]:
    """A request says who asked for what; it is answered after it came in."""
    return (
        *_received(record.received_on, today),
        *_after(record, ("answered_on",), today),
        *_said(record, "asked_by", "what"),
        *check_texts(record, ("what", "void_reason")),
    )


def _received(day: date, today: date) -> Iterator[Problem]:
    if day > today:
        yield Problem("received_on", "day-in-future")


def _after(record: Complaint | AccessRequest, fields: tuple[str, ...], today: date) -> Iterator[Problem]:
    for field in fields:
        day = getattr(record, field)
        if day is not None and day > today:
            yield Problem(field, "day-in-future")
        elif day is not None and day < record.received_on:
            yield Problem(field, "answer-before-received")


def _order(record: Complaint, decision: Decision | None) -> Iterator[Problem]:
    if decision is not None and record.received_on < decision.decided_on:
        yield Problem("received_on", "complaint-before-decision", values={"day": decision.decided_on})
    if record.sent_on is not None and record.reassessed_on is not None and record.sent_on < record.reassessed_on:
        yield Problem("sent_on", "sent-before-reassessed")


def _said(record: Complaint | AccessRequest, who: str, what: str) -> Iterator[Problem]:
    if not getattr(record, who).strip():
        yield Problem(who, "name-empty")
    if not getattr(record, what).strip():
        yield Problem(what, "text-empty")


def _result(record: Complaint, decision: Decision | None) -> Iterator[Problem]:
    """Only a complaint over a decision ends with a result of its own kind; one over the casework is answered."""
    if record.result is not None and record.answered_on is None:
        yield Problem("answered_on", "day-empty")
    if decision is not None and record.answered_on is not None and record.result is None:
        yield Problem("result", "choice-empty", Severity.WARNING)
