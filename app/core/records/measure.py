"""A measure (indsats): what is done for a child, from a day until another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id


class EndReason(StrEnum):
    """Why a measure ended."""

    COMPLETED = "completed"
    GOALS_MET = "goals_met"
    MOVED = "moved"
    BREAKDOWN = "breakdown"
    RETURN_HOME = "return_home"
    DECLINED = "declined"
    MOVED_AWAY = "moved_away"
    CASE_CLOSED = "case_closed"
    OTHER = "other"


class Breakdown(StrEnum):
    """Who ended a placement that broke down (anbringelsessammenbrud)."""

    CHILD = "child"
    PLACE = "place"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure of a case over the half-open interval [start, end); `end` is shown as "Ophørt pr.".

    `type_key` names a measure type of the catalogue. `reason` and `acute` describe the move that the start brought
    about. `last_held_before` is the last follow-up before the case was kept here, so that a case taken over does not
    start overdue. The way out of an institution: `expected_end`, `next_step` (where to), `receiver` (who takes
    over) since `receiver_since`, and `parents_goals`. `voided_on` strikes an entry made by mistake.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    type_key: str
    provider: str = ""
    place: str = ""
    paragraph: str = ""
    start: date
    end: date | None = None
    reason: str = ""
    acute: bool = False
    end_reason: EndReason | None = None
    end_note: str = ""
    breakdown: Breakdown | None = None
    expected_end: date | None = None
    next_step: str = ""
    receiver: str = ""
    receiver_since: date | None = None
    parents_goals: str = ""
    last_held_before: date | None = None
    voided_on: date | None = None
    void_reason: str = ""

    def runs_on(self, day: date) -> bool:
        """Whether the measure is active that day and not voided."""
        return self.voided_on is None and self.start <= day and (self.end is None or day < self.end)
