"""Foreign keys: checked when the transaction commits, so that rows may be written and undone in any order."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import MappedColumn, mapped_column


def key_of(table: str, *, nullable: bool = False) -> MappedColumn[Any]:
    """A column holding the id of a row of `table`."""
    return mapped_column(
        String(32),
        ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"),
        nullable=nullable,
        index=True,
    )


def case_key() -> MappedColumn[Any]:
    """The case a row belongs to."""
    return key_of("case_file")


def person_key() -> MappedColumn[Any]:
    """The person a row is about."""
    return key_of("person")
