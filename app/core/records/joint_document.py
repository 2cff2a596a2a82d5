"""The joint plan of siblings on paper: what they have in common, and a part for each child."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.names import Names
from app.core.records.documents import DocumentGoal, PlanDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedGoal:
    """A goal that is worded alike for several: `own` are the first names with each child's own goal."""

    theme: Names | None
    goal: str
    success_sign: str
    own: tuple[tuple[str, DocumentGoal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JointDocument:
    """The plans of siblings as one. `children` are their plans without what stands in the common part already."""

    purpose: str
    family_support: str
    goals: tuple[SharedGoal, ...]
    children: tuple[PlanDocument, ...]
