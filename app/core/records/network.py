"""The network map: people in rings and sectors around the child, their relations, and dated versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from app.core.ids import new_id


class Ring(IntEnum):
    """Closeness as the child decides it: the innermost ring is 1."""

    CLOSE = 1
    REGULAR = 2
    DISTANT = 3


class RelationQuality(StrEnum):
    """How a line is drawn: thick, thin, dashed, zigzag, or with two cross strokes."""

    STRONG = "strong"
    ORDINARY = "ordinary"
    WEAK = "weak"
    STRAINED = "strained"
    BROKEN = "broken"


class Support(StrEnum):
    """Which way support goes, seen from the line's first end: arrowheads."""

    NONE = "none"
    GIVEN = "given"
    RECEIVED = "received"
    BOTH = "both"


class Invitation(StrEnum):
    """Whether a person was invited to a network meeting. The meeting knows it; the map shows what its next one says."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPerson:
    """A person's place on one map.

    `sector_key` is a sector of the catalogue. `angle` (degrees, clockwise from the top) is set only where
    somebody placed the person by hand; the layout finds a place for the others and never moves a placed one.
    """

    id: str = field(default_factory=new_id)
    person_id: str
    role: str = ""
    sector_key: str
    ring: Ring = Ring.REGULAR
    angle: float | None = None
    can_help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A line between two people of the map (ids of MapPerson); `from_id` None is the child in the centre."""

    id: str = field(default_factory=new_id)
    from_id: str | None = None
    to_id: str
    quality: RelationQuality = RelationQuality.ORDINARY
    support: Support = Support.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMap:
    """The map a case is working on: who drew it, when, from whose view."""

    id: str = field(default_factory=new_id)
    case_id: str
    drawn_on: date | None = None
    drawn_by: str = ""
    viewpoint: str = ""
    people: tuple[MapPerson, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MapVersion:
    """A frozen map (JSON of a NetworkDocument), numbered and dated."""

    id: str = field(default_factory=new_id)
    case_id: str
    number: int
    drawn_on: date
    document: str
