"""What a deadline is: a day that is derived from an event, whose rule it is, and why it falls there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.core.attention import Tab
from app.core.catalogue import AgeGate, DeadlineRule
from app.core.schedule import Track


class DeadlineKind(StrEnum):
    """What is to be done, or thought of, by then. The keys of the catalogue's deadline rules."""

    NOTIFICATION = "notification"
    ASSESSMENT = "assessment"
    ASSESSMENT_MAP = "assessment_map"
    PLAN = "plan"
    PLAN_CHOICE = "plan_choice"
    YOUTH_PLAN = "youth_plan"
    YOUTH_SUPPORT = "youth_support"
    SUPERVISION = "supervision"
    REASSESSMENT = "reassessment"
    FILE_ACCESS = "file_access"
    AGE = "age"
    PROTECTION = "protection"
    DISPENSATION = "dispensation"
    STAY = "stay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A deadline that nobody has settled yet.

    `day` is the last day on which it is kept; `at` the moment where the clock counts. `anchor` is the day it is counted
    from. `paragraph` is the law of that time ("BL § 20"), "" for a rule of the programme. `record_id` is the event it
    is derived from ("" for the case), `tab` the part of the case that settles it, `values` what its sentences need:
    `names` says what is to be done. It is shown from `shown_from` on.
    """

    kind: DeadlineKind
    case_id: str
    day: date
    at: datetime | None = None
    anchor: date
    track: Track
    paragraph: str = ""
    tab: Tab
    record_id: str = ""
    shown_from: date = date.min
    values: Mapping[str, object] = field(default_factory=dict)


def deadline(
    kind: DeadlineKind,
    rule: DeadlineRule | AgeGate,
    *,
    case_id: str,
    anchor: date,
    day: date,
    tab: Tab,
    record_id: str = "",
    at: datetime | None = None,
    **values: object,
) -> Deadline:
    """A deadline as its rule in the catalogue makes it: one with a paragraph is the law's."""
    return Deadline(
        kind=kind,
        case_id=case_id,
        day=day,
        at=at,
        anchor=anchor,
        track=Track.LAW if rule.paragraph else Track.GOAL,
        paragraph=rule.paragraph,
        tab=tab,
        record_id=record_id,
        shown_from=rule.shown_from(day),
        values={"names": rule.names, **values},
    )
