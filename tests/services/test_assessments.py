"""Notifications and assessments as the store keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.core.records.assessment import Finding, NotificationOutcome
from app.services.assessments import (
    assessments_of_case,
    findings_of_case,
    notifications_of_case,
    save_assessment,
    save_notification,
    void_assessment,
    void_notification,
)
from app.services.store import Store
from tests.conftest import TODAY
from tests.factories import Office

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_notifications_are_told_as_they_came_in(office: Office, store: Store) -> None:
    case, other = office.case(), office.case("Emil")
    late = office.notification(case, received_at=NOW - timedelta(hours=1))
    early = office.notification(case, received_at=NOW - timedelta(days=9))
    office.notification(other)

    assert store.read(notifications_of_case, case.id) == (early, late)


def test_a_moment_comes_back_as_the_moment_it_was(office: Office, store: Store) -> None:
    received = datetime.fromisoformat("2026-10-25T02:30+01:00")
    case = office.case()
    office.notification(case, received_at=received)

    (found,) = store.read(notifications_of_case, case.id)

    assert found.received_at == received
    assert found.received_at.tzinfo is not None


def test_a_notification_still_to_come_is_refused(office: Office, store: Store) -> None:
    case = office.case()
    notification = office.notification(case)
    with pytest.raises(Invalid):
        store.write(save_notification, replace(notification, received_at=NOW + timedelta(minutes=1)), NOW)
    assert store.read(notifications_of_case, case.id) == (notification,)


def test_an_assessed_notification_says_what_it_led_to(office: Office, store: Store) -> None:
    case = office.case()
    notification = office.notification(case)
    assessed = replace(notification, assessed_at=NOW, outcome=NotificationOutcome.ASSESSMENT, conclusion="Se nærmere.")

    changes = store.write(save_notification, assessed, NOW)

    assert (changes.label, changes.case_ids) == ("notification-saved", frozenset({case.id}))
    assert office.status(case).file.notifications == (assessed,)


def test_findings_follow_the_assessment_one_a_theme(office: Office, store: Store) -> None:
    case = office.case()
    school, health = Finding(theme_key="school", text="Godt."), Finding(theme_key="health", text="Sover lidt.")
    assessment = office.assessment(case, school, health)
    empty = office.assessment(case, aware_on=TODAY)

    again = Finding(theme_key="school", text="Svært."), Finding(theme_key="family", text="Tætte bånd.")
    store.write(save_assessment, assessment, again, TODAY)

    found = store.read(findings_of_case, case.id)
    assert {finding.theme_key: finding.text for finding in found[assessment.id]} == {
        "school": "Svært.",
        "family": "Tætte bånd.",
    }
    # What is said of a theme stays the same row, so that its history is one.
    assert {finding.id for finding in found[assessment.id]} == {school.id, again[1].id}
    assert store.read(assessments_of_case, case.id) == (assessment, empty)
    assert empty.id not in found


def test_an_assessment_that_ends_before_it_begins_is_refused(office: Office, store: Store) -> None:
    assessment = office.assessment(office.case())
    early = replace(assessment, screened_on=assessment.aware_on - timedelta(days=1))
    with pytest.raises(Invalid):
        store.write(save_assessment, early, (), TODAY)


def test_what_is_struck_out_stays_and_says_why(office: Office, store: Store) -> None:
    case = office.case()
    notification, assessment = office.notification(case), office.assessment(case)

    store.write(void_notification, notification.id, TODAY, "Forkert barn")
    store.write(void_assessment, assessment.id, TODAY, "Forkert barn")

    (kept,) = store.read(notifications_of_case, case.id)
    assert (kept.voided_on, kept.void_reason, kept.summary) == (TODAY, "Forkert barn", notification.summary)
    (also,) = store.read(assessments_of_case, case.id)
    assert (also.voided_on, also.void_reason) == (TODAY, "Forkert barn")


def test_nothing_can_be_struck_out_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound):
        store.write(void_assessment, "nowhere", TODAY, "Forkert barn")
