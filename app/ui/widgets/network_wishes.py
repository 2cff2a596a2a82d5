"""What one asks for by working in the drawing of a network map; whoever shows the drawing carries it out."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.records.network import RelationQuality, Ring, Support


@dataclass(frozen=True, slots=True)
class MapMove:
    """Somebody was put elsewhere on the map: which sector and ring, and at what angle."""

    person_id: str
    sector_key: str
    ring: Ring
    angle: float


@dataclass(frozen=True, slots=True)
class LineWish:
    """A line between two; `one` None is the child. It gets this quality, or this support seen from `one`, or goes.

    With neither a quality nor a support it is a new line, ordinary where nothing else is said of it.
    """

    one: str | None
    other: str
    quality: RelationQuality | None = None
    support: Support | None = None
    goes: bool = False


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody was typed: the words as they were typed, and the place they were typed at, where there was one."""

    text: str
    sector_key: str
    ring: Ring
    angle: float | None = None
