"""Acts that are not in the log yet, because the store has no room or may not be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from app.models import log_chain
from app.models.trail import LogEntryRow

Entry = dict[str, str]


class Shelter(Protocol):
    """Keeps log entries outside the store that it has no room for (the vault's held log)."""

    def keep(self, entries: Sequence[Entry]) -> bool:
        """Write all that waits; whether that was possible."""

    def read(self) -> list[Entry]:
        """What waits since an earlier run."""

    def drop(self) -> None:
        """Nothing waits any more."""


class WaitingLog:
    """What waits: in memory, and where that can be written in a shelter that outlives this run."""

    def __init__(self, shelter: Shelter | None) -> None:
        self._shelter = shelter
        self._earlier = shelter.read() if shelter else []
        self._new: list[Entry] = []
        self._is_sheltered = False

    def add(self, at: datetime, **told: str) -> None:
        """One more act."""
        self._new.append({"at": at.isoformat(), **told})

    def shelter(self) -> None:
        """Bring what waits out of this run's memory, if anything can be written at all."""
        self._is_sheltered = self._shelter is not None and self._shelter.keep([*self._earlier, *self._new])

    def rows(self, session: Session) -> Iterator[LogEntryRow]:
        """What waits, in its order; without what an earlier run logged and did not live to take out of its shelter."""
        yield from (row for row in map(_row, self._earlier) if not log_chain.holds(session, row))
        yield from map(_row, self._new)

    def clear(self) -> None:
        """All of it is in the log."""
        if self._shelter and (self._earlier or self._is_sheltered):
            self._shelter.drop()
        self._earlier, self._new, self._is_sheltered = [], [], False

    @property
    def in_memory_alone(self) -> int:
        """How many acts end with this run."""
        return 0 if self._is_sheltered else len(self._new)


def _row(entry: Entry) -> LogEntryRow:
    return LogEntryRow(**entry | {"at": datetime.fromisoformat(entry["at"])})
