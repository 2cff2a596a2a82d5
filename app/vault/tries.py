"""Wrong passphrases are counted beside the slots, slow the next try down, and are told at the next unlock."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.vault import files
from app.vault.errors import FileFailed

_FREE = 3
_LONGEST = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class WrongTries:
    """How many tries failed since the store was last opened, with the times (UTC) of the first and the last."""

    count: int = 0
    first: datetime | None = None
    last: datetime | None = None

    @property
    def pause(self) -> timedelta:
        """How long the next try has to wait: nothing twice, then 2, 4, 8 … seconds, at most 5 minutes."""
        if self.count < _FREE:
            return timedelta(0)
        return min(timedelta(seconds=2 ** min(self.count - _FREE + 1, 30)), _LONGEST)

    def wait(self, now: datetime) -> timedelta:
        """What is left of the pause at `now`; never more than the pause, wherever the clock was moved."""
        if self.last is None:
            return timedelta(0)
        return max(timedelta(0), self.pause - max(timedelta(0), now - self.last))


def read(path: Path) -> WrongTries:
    """The wrong tries since the last opening; none where the count is missing or unreadable."""
    found = files.read_json(path) or {}
    try:
        return WrongTries(
            int(found["count"]),
            datetime.fromisoformat(found["first"]).astimezone(UTC),
            datetime.fromisoformat(found["last"]).astimezone(UTC),
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return WrongTries()


def add(path: Path, now: datetime) -> WrongTries:
    """Count one more wrong try. Where nothing can be written the count stays in memory alone."""
    before = read(path)
    return _keep(path, WrongTries(before.count + 1, before.first or now, now))


def waiting(path: Path, now: datetime) -> timedelta:
    """How long the next try must wait. A clock that was set back starts the pause anew instead of waiting for years."""
    found = read(path)
    if found.last is not None and now < found.last:
        found = _keep(path, WrongTries(found.count, found.first, now))
    return found.wait(now)


def forget(path: Path) -> None:
    """The store was opened and the count told."""
    with contextlib.suppress(OSError):  # a read-only stick keeps its count
        path.unlink(missing_ok=True)


def _keep(path: Path, tries: WrongTries) -> WrongTries:
    times = {"first": tries.first, "last": tries.last}
    with contextlib.suppress(FileFailed):  # a full disk or read-only stick must not keep the owner out
        files.write_json(path, {"count": tries.count} | {k: t.isoformat() for k, t in times.items() if t})
    return tries
