"""What the demo tells of a case beside its measures and follow-ups, relative to a day: notifications, assessments,
decisions, complaints, requests for access, and the team leader's remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.core.records.acute import AcuteFacts
from app.core.records.assessment import (
    Assessment,
    AssessmentKind,
    Finding,
    Notification,
    NotificationOutcome,
    NotificationSource,
    ScreeningOutcome,
)
from app.core.records.decision import AccessRequest, Complaint, ComplaintResult, Decision, DecisionKind
from app.core.records.follow_up import Presence
from app.core.records.leader_remark import LeaderRemark, RemarkSource
from app.services.acute import save_acute_facts
from app.services.assessments import save_assessment, save_notification
from app.services.decisions import save_access_request, save_complaint, save_decision
from app.services.leader_remarks import save_remark

_DAYS = (
    *("aware_on", "screened_on", "conversation_on", "finished_on", "decided_on"),
    *("received_on", "reassessed_on", "sent_on", "answered_on"),
    *("said_on", "summary_of", "due", "settled_on", "confirmed_on"),
)


@dataclass
class DemoEvents:
    """Writes what was told of one child's case. `after` and `over` count from 0 what was told before."""

    session: Session
    today: date
    case_id: str

    def write(self, told: Mapping[str, Any]) -> None:
        """Write it in the order in which one thing leads to the other."""
        notifications = [self._notification(dict(one)) for one in told.get("notifications", ())]
        assessments = [self._assessment(dict(one), notifications) for one in told.get("assessments", ())]
        decisions = [self._decision(dict(one), assessments) for one in told.get("decisions", ())]
        for one in told.get("complaints", ()):
            self._complaint(dict(one), decisions)
        for one in told.get("access_requests", ()):
            save_access_request(self.session, AccessRequest(case_id=self.case_id, **self._dated(one)), self.today)
        if "acute" in told:
            facts = AcuteFacts(case_id=self.case_id, **self._dated(told["acute"]))
            save_acute_facts(self.session, facts, self.today)
        for one in told.get("remarks", ()):
            self._remark(dict(one))

    def _notification(self, told: dict[str, Any]) -> str:
        told["received_at"] = self._moment(*told.pop("received"))
        told["source"] = NotificationSource(told["source"])
        if "assessed" in told:
            told["assessed_at"] = self._moment(*told.pop("assessed"))
            told["outcome"] = NotificationOutcome(told["outcome"])
        record = Notification(case_id=self.case_id, **told)
        save_notification(self.session, record, self._moment(1, 0, 0))
        return record.id

    def _assessment(self, told: dict[str, Any], notifications: list[str]) -> str:
        findings = tuple(Finding(theme_key=key, text=text) for key, text in told.pop("findings", {}).items())
        told["screening_outcome"] = ScreeningOutcome(told["screening_outcome"])
        told["kind"] = AssessmentKind(told["kind"])
        record = Assessment(
            case_id=self.case_id,
            notification_id=_of(notifications, told.pop("after", None)),
            presence=Presence.ALONE,
            **self._dated(told),
        )
        save_assessment(self.session, record, findings, self.today)
        return record.id

    def _decision(self, told: dict[str, Any], assessments: list[str]) -> str:
        told["kind"] = DecisionKind(told["kind"])
        rests_on = _of(assessments, told.pop("after", None))
        record = Decision(case_id=self.case_id, assessment_id=rests_on, **self._dated(told))
        save_decision(self.session, record, self.today)
        return record.id

    def _complaint(self, told: dict[str, Any], decisions: list[str]) -> None:
        if "result" in told:
            told["result"] = ComplaintResult(told["result"])
        over = _of(decisions, told.pop("over", None))
        save_complaint(self.session, Complaint(case_id=self.case_id, decision_id=over, **self._dated(told)), self.today)

    def _remark(self, told: dict[str, Any]) -> None:
        """One with a summary's day was written on it."""
        source = RemarkSource.SUMMARY if "summary_of" in told else RemarkSource.SPARRING
        save_remark(self.session, LeaderRemark(case_id=self.case_id, source=source, **self._dated(told)), self.today)

    def _dated(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """What was told, with its days counted from today."""
        days = {name: self.today + timedelta(days=told[name]) for name in _DAYS if name in told}
        return {**told, **days}

    def _moment(self, day: int, hour: int, minute: int) -> datetime:
        return datetime.combine(self.today + timedelta(days=day), time(hour, minute)).astimezone()


def _of(ids: list[str], number: int | None) -> str | None:
    return None if number is None else ids[number]
