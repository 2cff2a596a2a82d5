"""Every table, so that metadata is whole wherever it is used."""

from __future__ import annotations

from sqlalchemy.orm import configure_mappers

from app.models import (
    acute,
    assessment,
    case,
    caseload,
    decision,
    file_access,
    follow_up,
    handed_print,
    joint_plan,
    journal,
    leader_remark,
    measure,
    meeting,
    network,
    person,
    plan,
    trail,
)
from app.models.base import Base, Row

__all__ = [
    "Base",
    "acute",
    "assessment",
    "case",
    "caseload",
    "decision",
    "file_access",
    "follow_up",
    "handed_print",
    "joint_plan",
    "journal",
    "leader_remark",
    "measure",
    "meeting",
    "network",
    "person",
    "plan",
    "row_classes",
    "trail",
]

# Otherwise the first question would wait for it, between the passphrase and the caseload; this is read before.
configure_mappers()


def row_classes() -> dict[str, type[Row]]:
    """The tables that hold the caseworker's data, by table name: what history, undo and merging work on."""
    return {
        mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Row)
    }
