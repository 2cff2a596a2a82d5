"""The network map: the working map with its people and lines, and the frozen versions."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.core.records.network import RelationQuality, Support
from app.models.base import Row
from app.models.keys import case_key, key_of, person_key


class NetworkMapRow(Row):
    """The map a case is working on: one a case."""

    __tablename__ = "network_map"
    __table_args__ = (UniqueConstraint("case_id"),)

    case_id: Mapped[str] = case_key()
    drawn_on: Mapped[date | None]
    drawn_by: Mapped[str]
    viewpoint: Mapped[str]


class MapPersonRow(Row):
    """A person's place on the map."""

    __tablename__ = "map_person"
    __table_args__ = (UniqueConstraint("map_id", "person_id"),)
    searchable = ("role", "can_help")

    map_id: Mapped[str] = key_of("network_map")
    person_id: Mapped[str] = person_key()
    position: Mapped[int]
    role: Mapped[str]
    sector_key: Mapped[str]
    ring: Mapped[int]
    angle: Mapped[float | None]
    can_help: Mapped[str]


class RelationRow(Row):
    """A line between the child or a person of the map and another person of it."""

    __tablename__ = "relation"

    map_id: Mapped[str] = key_of("network_map")
    position: Mapped[int]
    from_id: Mapped[str | None] = key_of("map_person", nullable=True)
    to_id: Mapped[str] = key_of("map_person")
    quality: Mapped[RelationQuality]
    support: Mapped[Support]


class MapVersionRow(Row):
    """A frozen map."""

    __tablename__ = "map_version"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    case_id: Mapped[str] = case_key()
    number: Mapped[int]
    drawn_on: Mapped[date]
    document: Mapped[str]
