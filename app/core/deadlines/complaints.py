"""Complaints over decisions, and requests for access to the file: the deadlines that outlive a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines.deadline import Deadline, DeadlineKind, deadline
from app.core.records.decision import Decision
from app.core.status import CaseStatus
from app.core.working_days import add_working_days


def reassessment_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """A decision that is complained over is reassessed within four weeks (retssikkerhedsloven § 66).

    None for a decision of børne- og ungeudvalget, and none for a complaint over the casework: no law sets it a clock.
    Sending the complaint on or answering it settles the line too.
    """
    reassessed = {d.id for d in status.file.decisions if not d.by_committee and d.voided_on is None}
    for complaint in status.file.complaints:
        settled = complaint.reassessed_on or complaint.sent_on or complaint.answered_on or complaint.voided_on
        if settled or complaint.decision_id not in reassessed:
            continue
        if rule := catalogue.deadline_rule(DeadlineKind.REASSESSMENT, complaint.received_on):
            yield deadline(
                DeadlineKind.REASSESSMENT,
                rule,
                case_id=status.case_id,
                anchor=complaint.received_on,
                day=rule.after(complaint.received_on),
                tab=Tab.COMPLAINTS,
                record_id=complaint.id,
                length=rule.within,
            )


def access_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """A request for access to the file is answered within seven working days (forvaltningsloven § 16)."""
    for request in status.file.access_requests:
        if request.answered_on or request.voided_on:
            continue
        if rule := catalogue.deadline_rule(DeadlineKind.FILE_ACCESS, request.received_on):
            yield deadline(
                DeadlineKind.FILE_ACCESS,
                rule,
                case_id=status.case_id,
                anchor=request.received_on,
                day=add_working_days(request.received_on, rule.working_days, catalogue.is_closed),
                tab=Tab.COMPLAINTS,
                record_id=request.id,
                days=rule.working_days,
            )


def complaint_until(decision: Decision, catalogue: Catalogue) -> date | None:
    """The last day on which the decision can be complained over (retssikkerhedsloven § 67): four weeks after it.

    Counted from the decision, as nobody notes the day the letter arrived; None where the catalogue has no such rule.
    """
    rule = catalogue.deadline_rule("complaint", decision.decided_on)
    return rule.after(decision.decided_on) if rule else None
