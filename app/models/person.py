"""People, their parts in cases, and the ties of family between them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.core.records.family import CoupleKind, ParentKind
from app.core.records.person import Gender
from app.models.base import Row
from app.models.keys import case_key, person_key


class PersonRow(Row):
    """A person: see `app.core.records.person.Person`."""

    __tablename__ = "person"

    first_name: Mapped[str]
    last_name: Mapped[str]
    birth_date: Mapped[date | None]
    term_date: Mapped[date | None]
    cpr: Mapped[str]
    gender: Mapped[Gender]
    is_professional: Mapped[bool]
    title: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    address: Mapped[str]
    deceased: Mapped[bool]
    protected: Mapped[bool]
    protected_until: Mapped[date | None]
    remarks: Mapped[str]


class CasePersonRow(Row):
    """A person's part in a case."""

    __tablename__ = "case_person"

    case_id: Mapped[str] = case_key()
    person_id: Mapped[str] = person_key()
    role_key: Mapped[str]
    has_custody: Mapped[bool]
    lives_with_child: Mapped[bool]
    since: Mapped[date | None]
    until: Mapped[date | None]
    remarks: Mapped[str]


class CoupleRow(Row):
    """Two people who are or were a couple: a tie of theirs, in whichever cases they appear."""

    __tablename__ = "couple"

    one_id: Mapped[str] = person_key()
    other_id: Mapped[str] = person_key()
    kind: Mapped[CoupleKind]
    since: Mapped[date | None]
    until: Mapped[date | None]


class ParentageRow(Row):
    """One parent of a child."""

    __tablename__ = "parentage"
    __table_args__ = (UniqueConstraint("parent_id", "child_id"),)

    parent_id: Mapped[str] = person_key()
    child_id: Mapped[str] = person_key()
    kind: Mapped[ParentKind]
