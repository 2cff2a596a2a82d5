"""What can be told while the store is locked: dates and counts, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from app.core.status import CaseStatus
from app.vault import files
from app.vault.store_folder import StoreFolder


def leave(folder: StoreFolder, statuses: Iterable[CaseStatus], now: datetime) -> None:
    """Write how many follow-ups are due on which day. Raises `FileFailed`."""
    due = Counter(status.due.day.isoformat() for status in statuses if status.due)
    files.write_json(folder.reminders, {"written": now.isoformat(), "due": dict(sorted(due.items()))})
