"""What must be known at once by whoever steps in for a child: the facts no other record holds, and the whole sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.core.ids import new_id
from app.core.names import Names
from app.core.records.documents import Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class AcuteFacts:
    """The acute facts of a case, one record each. `not_told` is who must not be told where the child is, or be called.

    `confirmed_on` is the day somebody last said that all of it still holds, `confirmed_with` who.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    health: str = ""
    risks: str = ""
    calms: str = ""
    may_fetch: str = ""
    not_told: str = ""
    place_phone: str = ""
    school_phone: str = ""
    confirmed_on: date | None = None
    confirmed_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcutePerson:
    """Somebody to call. `address` is blank where it is not known, or protected and not confirmed for the sheet."""

    name: str
    role: Names
    title: str = ""
    phones: tuple[str, ...] = ()
    address: str = ""
    has_custody: bool = False
    lives_with_child: bool = False
    is_professional: bool = False
    protected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AcuteHome:
    """Where the child lives now: with a measure's provider since a day, or at home where `measure` is None."""

    measure: Names | None = None
    provider: str = ""
    place: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcuteDocument:
    """The acute-contact sheet of one child: for the on-call service and colleagues, never for a family.

    `shows_protected` tells that protected addresses were confirmed to stand on it; otherwise where a protected child
    lives is left out, as are the addresses of protected people.
    """

    head: Letterhead
    child_name: str
    birth_date: date | None
    age: int | None
    term: date | None
    municipal_number: str
    worker_phone: str
    team_leader: str
    home: AcuteHome
    address: str
    child_protected: bool
    shows_protected: bool
    school: str
    people: tuple[AcutePerson, ...]
    facts: AcuteFacts
