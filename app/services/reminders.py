"""What can be told while the store is locked: dates and counts, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from app.core.work_list import WorkKind, WorkLine
from app.vault import files
from app.vault.store_folder import StoreFolder


def leave(folder: StoreFolder, work: Iterable[WorkLine], now: datetime) -> None:
    """Write how many follow-ups and deadlines are due on which day, promises left out. Raises `FileFailed`."""
    due = Counter(line.day.isoformat() for line in work if line.day and line.kind is not WorkKind.PROMISES)
    files.write_json(folder.reminders, {"written": now.isoformat(), "due": dict(sorted(due.items()))})
