"""A notification of concern is assessed within 24 hours (barnets lov § 136, before 2024 serviceloven § 155)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from app.core.attention import Tab
from app.core.catalogue import Catalogue
from app.core.deadlines.deadline import Deadline, DeadlineKind, deadline
from app.core.status import CaseStatus


def notification_deadlines(status: CaseStatus, catalogue: Catalogue, now: datetime) -> Iterator[Deadline]:
    """One for each notification that nobody has assessed: by the clock, weekends too."""
    for notification in status.file.notifications:
        if notification.assessed_at is not None or notification.voided_on is not None:
            continue
        received = on_the_clock(notification.received_at, now.tzinfo)
        rule = catalogue.deadline_rule(DeadlineKind.NOTIFICATION, received.date())
        if rule is None:
            continue
        at = hours_after(notification.received_at, rule.hours, now.tzinfo)
        yield deadline(
            DeadlineKind.NOTIFICATION,
            rule,
            case_id=status.case_id,
            anchor=received.date(),
            day=at.date(),
            at=at,
            tab=Tab.ASSESSMENT,
            record_id=notification.id,
            received=received,
            hours=rule.hours,
        )


def hours_after(moment: datetime, hours: int, zone: tzinfo | None) -> datetime:
    """The moment so many hours later, elapsed time also over summer-time shifts, as the clocks of that zone show it."""
    return on_the_clock(moment.astimezone(UTC) + timedelta(hours=hours), zone)


def on_the_clock(moment: datetime, zone: tzinfo | None) -> datetime:
    """An aware moment as the clocks of that zone show it, None being the machine's own.

    Its offset is fixed: two moments of a zone that has summer time would be compared and subtracted by the hands of the
    clock, and an hour of a shift would be lost.
    """
    local = moment.astimezone(zone)
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))
