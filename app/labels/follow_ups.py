"""Follow-ups in words: what is planned, and what one of them says."""

from __future__ import annotations

from app.core.dates import screen_date
from app.core.records.follow_up import FollowUp
from app.words import Words


def planned(words: Words, record: FollowUp) -> str:
    """When and where a follow-up is planned: "24-11-2026 at 10.00, at home"; "" where it is not."""
    if record.planned_on is None:
        return ""
    day = screen_date(record.planned_on)
    if record.planned_at is not None:
        day = words.tr("{day} at {time}", day=day, time=f"{record.planned_at:%H.%M}")
    return ", ".join(part for part in (day, record.planned_place) if part)
