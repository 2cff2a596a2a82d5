"""What the provider of one measure gets of a plan: the shape of the print, which has room for nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.records.documents import DocumentGoal, DocumentMeasure, Letterhead
from app.core.records.plan import PlanKind


@dataclass(frozen=True, slots=True)
class ExtractChoice:
    """Which goals of a plan and which of their steps, by their numbers from 1, and whether the child's own words stand
    above the goals."""

    goals: frozenset[int]
    tasks: frozenset[tuple[int, int]]
    own_words: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractGoal:
    """A goal under the number it has in the plan, with the provider's own steps alone and nobody's scores."""

    number: int
    goal: DocumentGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractDocument:
    """An extract of a version of the plan for one provider. `version_on` is the day of that version."""

    head: Letterhead
    kind: PlanKind
    child_first_name: str
    child_name: str
    version: int
    version_on: date
    measure: DocumentMeasure
    given_to: str
    purpose: str
    goals: tuple[ExtractGoal, ...]
    next_follow_up: date | None
    next_is_agreed: bool = True
