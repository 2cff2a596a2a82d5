"""From a notification of concern to the child welfare assessment: what came in, and what was found out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.core.ids import new_id
from app.core.records.follow_up import Presence


class NotificationSource(StrEnum):
    """Who notified the municipality."""

    SCHOOL = "school"
    DAY_CARE = "day_care"
    HEALTH = "health"
    POLICE = "police"
    MUNICIPALITY = "municipality"
    FAMILY = "family"
    CHILD = "child"
    CITIZEN = "citizen"
    ANONYMOUS = "anonymous"
    OTHER = "other"


class NotificationOutcome(StrEnum):
    """What the assessment of a notification led to."""

    NOTHING = "nothing"
    EARLY_HELP = "early_help"
    SCREENING = "screening"
    ASSESSMENT = "assessment"
    ACUTE_MEASURE = "acute_measure"
    KNOWN_CASE = "known_case"


class ScreeningOutcome(StrEnum):
    """What the screening (barnets lov § 18) found necessary."""

    NO_NEED = "no_need"
    EARLY_HELP = "early_help"
    LIMITED = "limited"
    ASSESSMENT = "assessment"


class AssessmentKind(StrEnum):
    """How thorough: a limited assessment (afdækning, § 19) or a child welfare assessment (§ 20)."""

    LIMITED = "limited"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """A notification of concern (underretning). Assessed within 24 hours of `received_at`, by the clock.

    Both moments are aware; `outcome` and `conclusion` belong to the assessment at `assessed_at`.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    received_at: datetime
    source: NotificationSource = NotificationSource.OTHER
    summary: str = ""
    assessed_at: datetime | None = None
    outcome: NotificationOutcome | None = None
    conclusion: str = ""
    voided_on: date | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The way from awareness to a finished assessment: `aware_on` is the day the four months of § 20 run from.

    The screening says whether one is needed at all; until then `kind` is None. `preliminary_on` is the preliminary
    assessment (foreløbig vurdering) that is written where the deadline cannot be kept. What was found in each theme are
    `Finding` records. Without a network map `no_map_reason` says why.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    notification_id: str | None = None
    aware_on: date
    screened_on: date | None = None
    screening_outcome: ScreeningOutcome | None = None
    screening_reason: str = ""
    kind: AssessmentKind | None = None
    conversation_on: date | None = None
    presence: Presence | None = None
    child_said: str = ""
    no_conversation_reason: str = ""
    parents_view: str = ""
    preliminary_on: date | None = None
    preliminary_text: str = ""
    no_map_reason: str = ""
    conclusion: str = ""
    finished_on: date | None = None
    voided_on: date | None = None
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What an assessment found in one theme of the catalogue: what is good and what is hard."""

    id: str = field(default_factory=new_id)
    theme_key: str
    text: str
