"""What a genogram shows, complete and frozen: people of a family by age, and the ties between them.

As in every document, names of protected people are left out, and there is no CPR number, address or telephone number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.names import Names
from app.core.records.documents import Letterhead
from app.core.records.family import CoupleKind, ParentKind


class Symbol(StrEnum):
    """How a person is drawn: by gender, or as somebody who is not born yet."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"
    UNKNOWN = "unknown"
    UNBORN = "unborn"


@dataclass(frozen=True, slots=True, kw_only=True)
class GenogramPerson:
    """Somebody of the family. `name` is "" where name and address are protected: the role stands for it. Of the child
    of the case it is the first name.

    `role` is what the case says they are to the child, `map_role` what stands on the map of one who has no part in it.
    `age` is None for the deceased and where no birth date is known. `generation` counts from the child's: the parents'
    is -1. `tied` is false for those of whom nobody has told yet whose child or partner they are: they are in the table
    alone.
    """

    id: str
    name: str
    role: Names | None
    map_role: str = ""
    symbol: Symbol
    birth_year: int | None = None
    term: date | None = None
    age: int | None = None
    deceased: bool = False
    protected: bool = False
    at_home: bool = False
    is_child: bool = False
    generation: int = 0
    tied: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GenogramCouple:
    """Two people who are or were a couple."""

    one_id: str
    other_id: str
    kind: CoupleKind
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GenogramParent:
    """One parent of a child."""

    parent_id: str
    child_id: str
    kind: ParentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GenogramDocument:
    """The genogram of a child's family. `people` stand by age, the eldest first; those of unknown age last, by name."""

    head: Letterhead
    child_first_name: str
    people: tuple[GenogramPerson, ...]
    couples: tuple[GenogramCouple, ...]
    parents: tuple[GenogramParent, ...]

    @property
    def drawn(self) -> tuple[GenogramPerson, ...]:
        """Those who stand in the drawing."""
        return tuple(person for person in self.people if person.tied)
