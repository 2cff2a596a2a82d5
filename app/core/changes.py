"""What a write touched: the one message pages listen to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The tables and ids a service touched, and the cases they belong to.

    `label` is the code of the act, shown in words by undo ("Undo: follow-up registered").
    """

    label: str
    tables: frozenset[str] = frozenset()
    case_ids: frozenset[str] = frozenset()

    def touches(self, *tables: str) -> bool:
        """Whether any of these tables changed."""
        return not self.tables.isdisjoint(tables)
