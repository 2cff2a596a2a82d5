"""The child's own print of its plan: what a child reads of it, already reduced to that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.records.documents import Letterhead, StepMark


class Voice(StrEnum):
    """Whom the words are chosen for."""

    CHILD = "child"
    YOUNG = "young"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildAct:
    """One thing that will happen: what, who does it, when; `is_done` once it has."""

    what: str
    who: str
    by: date | None
    rhythm: str
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildGoal:
    """A goal on the path from 0 to 10: where it began, where the child itself says it is, where it leads."""

    own_words: str
    goal: str
    begun: int | None
    now: int | None
    wanted: int | None
    is_met: bool
    acts: tuple[ChildAct, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPlanDocument:
    """The plan on paper for the child itself. `number` is None on a draft.

    `may_complain` tells whether the child can complain on its own; `said` is what the child said of the plan.
    """

    head: Letterhead
    voice: Voice
    first_name: str
    number: int | None
    may_complain: bool
    steps: tuple[StepMark, ...]
    next_step: str
    next_number: int | None
    purpose: str
    goals: tuple[ChildGoal, ...]
    said: str
    helpers: tuple[str, ...]
    next_talk: date | None
