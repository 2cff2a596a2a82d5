"""People: each exists once, whatever maps, plans and cases they appear in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id


class Gender(StrEnum):
    """As drawn in a genogram: square, circle, diamond; blank where nobody noted it."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A child, a relative or a professional.

    `cpr` holds ten digits or "" (unborn, foreign, unknown). An unborn child has `term_date` and no
    `birth_date`. `title` is a professional's function and workplace. `protected` is name and address
    protection (navne- og adressebeskyttelse), until `protected_until` where an end is known.
    """

    id: str = field(default_factory=new_id)
    first_name: str = ""
    last_name: str = ""
    birth_date: date | None = None
    term_date: date | None = None
    cpr: str = ""
    gender: Gender = Gender.UNKNOWN
    is_professional: bool = False
    title: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    deceased: bool = False
    protected: bool = False
    protected_until: date | None = None
    remarks: str = ""

    @property
    def name(self) -> str:
        """Full name as printed."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_unborn(self) -> bool:
        """Whether it is waited for: nobody speaks with it yet. A child without any date is born."""
        return self.birth_date is None and self.term_date is not None

    def is_protected(self, today: date) -> bool:
        """Whether address protection holds today."""
        return self.protected and (self.protected_until is None or today < self.protected_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePerson:
    """A person's part in a case: a role of the catalogue, custody, household; `since` to `until` half-open."""

    id: str = field(default_factory=new_id)
    case_id: str
    person_id: str
    role_key: str
    has_custody: bool = False
    lives_with_child: bool = False
    since: date | None = None
    until: date | None = None
    remarks: str = ""

    def has_ended(self, today: date) -> bool:
        """Whether the person has no part in the case any more."""
        return self.until is not None and self.until <= today
