"""Ties of a family between people: couples and parentage. They belong to people, so that siblings share them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id
from app.core.records.person import CasePerson, Person


class Kin(StrEnum):
    """Where a role of the family stands in a genogram.

    `GUARDIAN` and `DISTANT` belong to the family, and no place is told by them; `OTHER` is the role of any relative.
    """

    MOTHER = "mother"
    FATHER = "father"
    CO_PARENT = "co_parent"
    ADOPTIVE_PARENT = "adoptive_parent"
    STEP_MOTHER = "step_mother"
    STEP_FATHER = "step_father"
    FOSTER_PARENT = "foster_parent"
    SIBLING = "sibling"
    HALF_SIBLING = "half_sibling"
    STEP_SIBLING = "step_sibling"
    FOSTER_SIBLING = "foster_sibling"
    MOTHERS_PARENT = "mothers_parent"
    FATHERS_PARENT = "fathers_parent"
    MOTHERS_SIBLING = "mothers_sibling"
    FATHERS_SIBLING = "fathers_sibling"
    GUARDIAN = "guardian"
    DISTANT = "distant"
    OTHER = "other"


class Relative(StrEnum):
    """What somebody who is added to a family is to one who is in it already."""

    PARENT = "parent"
    PARTNER = "partner"
    CHILD = "child"
    SIBLING = "sibling"


class CoupleKind(StrEnum):
    """How two people are, or were, a couple: a solid line, a dashed one, one stroke across it, two strokes."""

    MARRIED = "married"
    COHABITING = "cohabiting"
    SEPARATED = "separated"
    DIVORCED = "divorced"


class ParentKind(StrEnum):
    """How somebody is a child's parent: by birth (a co-mother too), by adoption, or as foster parent."""

    BIRTH = "birth"
    ADOPTIVE = "adoptive"
    FOSTER = "foster"


@dataclass(frozen=True, slots=True, kw_only=True)
class Couple:
    """Two people who are or were a couple, from `since` until `until` (half-open)."""

    id: str = field(default_factory=new_id)
    one_id: str
    other_id: str
    kind: CoupleKind = CoupleKind.MARRIED
    since: date | None = None
    until: date | None = None

    def ends(self) -> frozenset[str]:
        """The two people."""
        return frozenset({self.one_id, self.other_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parentage:
    """One parent of a child."""

    id: str = field(default_factory=new_id)
    parent_id: str
    child_id: str
    kind: ParentKind = ParentKind.BIRTH

    def ends(self) -> frozenset[str]:
        """The two people."""
        return frozenset({self.parent_id, self.child_id})


Tie = Couple | Parentage


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A case's people and the ties between them: `child_id` is the child of the case, `parts` their parts by person.

    A tie is in it only where both of its ends are people of the case: what is known of others from another case stays
    there.
    """

    child_id: str
    people: Mapping[str, Person]
    parts: Mapping[str, CasePerson]
    ties: tuple[Tie, ...] = ()

    @property
    def couples(self) -> tuple[Couple, ...]:
        """The couples among the ties."""
        return tuple(tie for tie in self.ties if isinstance(tie, Couple))

    @property
    def parentages(self) -> tuple[Parentage, ...]:
        """The parents among the ties."""
        return tuple(tie for tie in self.ties if isinstance(tie, Parentage))

    def parents_of(self, person_id: str) -> tuple[str, ...]:
        """The parents of a person, in the order they were entered."""
        return tuple(tie.parent_id for tie in self.parentages if tie.child_id == person_id)

    def children_of(self, person_id: str) -> tuple[str, ...]:
        """The children of a person, in the order they were entered."""
        return tuple(tie.child_id for tie in self.parentages if tie.parent_id == person_id)

    def partners_of(self, person_id: str) -> tuple[str, ...]:
        """Those with whom a person is or was a couple."""
        return tuple(next(iter(tie.ends() - {person_id})) for tie in self.couples if person_id in tie.ends())
