"""A case: one child in the caseload."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One child's case. `person_id` is the child; open from `opened` until `closed` (half-open).

    `municipal_number` is the case's number in the municipality's case system. `clarification` says what is
    being clarified while the child stands beside the ladder. `voided_on` strikes a case entered by mistake.
    """

    id: str = field(default_factory=new_id)
    person_id: str
    municipal_number: str = ""
    district: str = ""
    opened: date
    closed: date | None = None
    closed_reason: str = ""
    clarification: str = ""
    voided_on: date | None = None
    void_reason: str = ""

    def is_open(self, day: date) -> bool:
        """Whether the case counts in the caseload that day: not voided, not yet closed.

        A case with a later opening date counts already: it was taken in.
        """
        return self.voided_on is None and (self.closed is None or day < self.closed)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitException:
    """The team leader's exception for a case above the limit of 25: who, when, why, until.

    `awaiting` while the team leader could not be reached; then `granted_by` and `granted_on` are blank.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    reason: str
    asked_on: date
    awaiting: bool = True
    granted_by: str = ""
    granted_on: date | None = None
    valid_until: date | None = None


class SchoolKind(StrEnum):
    """School and day care as facts with dates (the model tracks them apart from the ladder)."""

    DAY_CARE = "day_care"
    DAY_CARE_SUPPORT = "day_care_support"
    ORDINARY = "ordinary"
    ORDINARY_SUPPORT = "ordinary_support"
    SPECIAL = "special"
    NONE = "none"
    EDUCATION = "education"
    WORK = "work"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolFact:
    """Where the child goes to school, day care or work, from `start` until `end` (half-open)."""

    id: str = field(default_factory=new_id)
    case_id: str
    kind: SchoolKind
    name: str = ""
    grade: str = ""
    start: date
    end: date | None = None
