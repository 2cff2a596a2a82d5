"""From a notification of concern to the finished assessment: what came in, what was looked into, what was found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.checks.assessment import check_assessment, check_notification
from app.core.errors import demand
from app.core.records.assessment import Assessment, Finding, Notification
from app.models.assessment import AssessmentRow, FindingRow, NotificationRow
from app.models.mapping import put, put_all, read_values, to_record
from app.services import rows


def notifications_of_case(session: Session, case_id: str) -> tuple[Notification, ...]:
    """The notifications of a case as they came in, struck out ones among them."""
    found = rows.where(session, NotificationRow, NotificationRow.case_id, case_id)
    return tuple(sorted((to_record(row, Notification) for row in found), key=lambda n: n.received_at))


def save_notification(session: Session, record: Notification, now: datetime) -> Changes:
    """Keep a notification, assessed or still to be; `now` is aware. Raises `Invalid`."""
    demand(check_notification(record, now))
    put(session, NotificationRow, record)
    return Changes("notification-saved", case_ids=frozenset({record.case_id}))


def void_notification(session: Session, notification_id: str, today: date, reason: str) -> Changes:
    """Strike out a notification that was entered by mistake. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, NotificationRow, notification_id, today, reason)
    return Changes("notification-voided", case_ids=frozenset({row.case_id}))


def assessments_of_case(session: Session, case_id: str) -> tuple[Assessment, ...]:
    """The assessments of a case by the day of awareness, struck out ones among them."""
    found = rows.where(session, AssessmentRow, AssessmentRow.case_id, case_id)
    return tuple(sorted((to_record(row, Assessment) for row in found), key=lambda a: a.aware_on))


def findings_of_case(session: Session, case_id: str) -> dict[str, tuple[Finding, ...]]:
    """What each assessment of a case found in the themes, by the assessment's id; one without findings is left out."""
    found: dict[str, list[Finding]] = defaultdict(list)
    ids = [row.id for row in rows.where(session, AssessmentRow, AssessmentRow.case_id, case_id)]
    for values in read_values(session, FindingRow, Finding, "assessment_id", ids, also=("assessment_id",)):
        found[values.pop("assessment_id")].append(Finding(**values))
    return {assessment_id: tuple(findings) for assessment_id, findings in found.items()}


def save_assessment(session: Session, record: Assessment, findings: tuple[Finding, ...], today: date) -> Changes:
    """Keep an assessment as far as it has come; `findings`, one a theme, replace those that were there.

    Raises `Invalid`.
    """
    demand(check_assessment(record, findings, today))
    put(session, AssessmentRow, record)
    there = rows.where(session, FindingRow, FindingRow.assessment_id, record.id)
    ids = {row.theme_key: row.id for row in there}
    kept = (replace(finding, id=ids.get(finding.theme_key, finding.id)) for finding in findings)
    put_all(session, FindingRow, there, kept, assessment_id=record.id)
    return Changes("assessment-saved", case_ids=frozenset({record.case_id}))


def void_assessment(session: Session, assessment_id: str, today: date, reason: str) -> Changes:
    """Strike out an assessment that was entered by mistake. Raises `Invalid`, `NotFound`."""
    row = rows.strike_out(session, AssessmentRow, assessment_id, today, reason)
    return Changes("assessment-voided", case_ids=frozenset({row.case_id}))
