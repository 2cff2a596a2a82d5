"""Which plan the law asks for on a day, and the paragraph it is made under."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.core.dates import age_on
from app.core.records.plan import PlanKind

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


def proposed_kind(born: date | None, day: date) -> PlanKind:
    """The plan that the law asks for on a day for a child born so; without a birth date as for a child."""
    if day < CHILDS_ACT:
        return PlanKind.HANDLEPLAN
    age = age_on(born, day)
    return PlanKind.YOUTH_PLAN if age is not None and age >= YOUTH_AGE else PlanKind.CHILDS_PLAN


def basis_after(kind: PlanKind, written: str) -> str:
    """The legal basis once the kind was changed: what somebody wrote themselves stays, a proposal follows the kind."""
    is_own = written.strip() and written.strip() not in LEGAL_BASES.values()
    return written if is_own else LEGAL_BASES[kind]
