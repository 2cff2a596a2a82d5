"""Which kind of plan the law has on a day, why, and what the case knows already that belongs into it.

Whether one must be made is another question: in a placement it must, for other support the municipality decides
(barnets lov §§ 91 and 108).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.core.catalogue import Theme
from app.core.dates import birthday
from app.core.records.decision import Decision
from app.core.records.measure import Measure
from app.core.records.plan import Goal, GoalStatus, Plan, PlanKind

CHILDS_ACT: Final = date(2024, 1, 1)
"""Barnets lov came into force; before it stood the handleplan of serviceloven § 140."""

YOUTH_AGE: Final = 16
"""From this age a plan is a youth plan (barnets lov § 108)."""

LEGAL_BASES: Final = {
    PlanKind.HANDLEPLAN: "serviceloven § 140",
    PlanKind.CHILDS_PLAN: "barnets lov § 91",
    PlanKind.YOUTH_PLAN: "barnets lov § 108",
}
"""The paragraph each kind of plan is usually made under."""


class Because(StrEnum):
    """Why the plan is of this kind."""

    BEFORE_THE_ACT = "before-the-act"
    A_CHILD = "a-child"
    AGE_UNKNOWN = "age-unknown"
    OLD_ENOUGH = "old-enough"


@dataclass(frozen=True, slots=True)
class KindProposal:
    """The kind of plan the law has, and why. `turns` is the day somebody turns 16, where the birth is known."""

    kind: PlanKind
    because: Because
    turns: date | None = None


def proposal(born: date | None, day: date) -> KindProposal:
    """The plan that the law has on a day for a child born so; without a birth date as for a child."""
    if day < CHILDS_ACT:
        return KindProposal(PlanKind.HANDLEPLAN, Because.BEFORE_THE_ACT)
    if born is None:
        return KindProposal(PlanKind.CHILDS_PLAN, Because.AGE_UNKNOWN)
    turns = birthday(born, YOUTH_AGE)
    if day < turns:
        return KindProposal(PlanKind.CHILDS_PLAN, Because.A_CHILD, turns)
    return KindProposal(PlanKind.YOUTH_PLAN, Because.OLD_ENOUGH, turns)


def proposed_kind(born: date | None, day: date) -> PlanKind:
    """The kind alone."""
    return proposal(born, day).kind


def basis_after(kind: PlanKind, written: str) -> str:
    """The legal basis once the kind was changed: what somebody wrote themselves stays, a proposal follows the kind."""
    is_own = written.strip() and written.strip() not in LEGAL_BASES.values()
    return written if is_own else LEGAL_BASES[kind]


def themes_without_goal(kind: PlanKind, goals: Iterable[Goal], youth: Sequence[Theme]) -> tuple[Theme, ...]:
    """What a youth plan asks for besides and no goal is about yet; a goal that was dropped is about nothing."""
    if kind is not PlanKind.YOUTH_PLAN:
        return ()
    told = {goal.theme_key for goal in goals if goal.status is not GoalStatus.DROPPED}
    return tuple(theme for theme in youth if theme.key not in told)


class Source(StrEnum):
    """Where something offered was said."""

    DECISION = "decision"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class PlanOffer:
    """What one field of the plan may begin with, where and on which day it was said.

    `text` are the words; where they are "", the expected end `until` says it.
    """

    field: str
    source: Source
    day: date
    text: str = ""
    until: date | None = None


def plan_offers(
    plan: Plan, decisions: Iterable[Decision], measures: Iterable[Measure], today: date
) -> tuple[PlanOffer, ...]:
    """What the case knows for the fields of the plan that are empty: purpose and duration from the latest decision that
    has them, else the expected end of a running measure, and why the measure was chosen. Nothing written is touched."""
    made = [d for d in decisions if d.voided_on is None and d.decided_on <= today]
    decided = sorted(made, key=lambda decision: decision.decided_on, reverse=True)
    running = sorted((m for m in measures if m.runs_on(today)), key=lambda measure: measure.start, reverse=True)
    found = [
        *(PlanOffer("purpose", Source.DECISION, d.decided_on, d.purpose.strip()) for d in decided if d.purpose.strip()),
        *(PlanOffer("measure_reason", Source.MEASURE, m.start, m.reason.strip()) for m in running if m.reason.strip()),
        *(
            PlanOffer("expected_duration", Source.DECISION, d.decided_on, d.expected_duration.strip())
            for d in decided
            if d.expected_duration.strip()
        ),
        *(
            PlanOffer("expected_duration", Source.MEASURE, m.start, until=m.expected_end)
            for m in running
            if m.expected_end
        ),
    ]
    first: dict[str, PlanOffer] = {}
    for offer in found:
        if not getattr(plan, offer.field).strip():
            first.setdefault(offer.field, offer)
    return tuple(first.values())
