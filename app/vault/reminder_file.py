"""What can be told while the store is locked: days and how much is due on each, no ids and no names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from app.vault import files
from app.vault.store_folder import StoreFolder


def leave_counts(folder: StoreFolder, due: Mapping[date, int], now: datetime) -> None:
    """Write the counts beside the store. Raises `FileFailed`."""
    told = {day.isoformat(): count for day, count in sorted(due.items())}
    files.write_json(folder.reminders, {"written": now.isoformat(), "due": told})


def counts_left(folder: StoreFolder) -> dict[date, int]:
    """The counts that were left at the last lock; what cannot be read is passed over."""
    found = (files.read_json(folder.reminders) or {}).get("due")
    counts: dict[date, int] = {}
    for day, count in found.items() if isinstance(found, dict) else ():
        try:
            counts[date.fromisoformat(day)] = int(count)
        except (TypeError, ValueError):
            continue
    return counts
