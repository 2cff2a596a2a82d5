"""How much is due on which day: all that reminders tell, in the open program and in the locked one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from app.core.work_list import WorkKind, WorkLine
from app.vault.reminder_file import leave_counts
from app.vault.store_folder import StoreFolder


def counts_by_day(work: Iterable[WorkLine]) -> dict[date, int]:
    """How many follow-ups and deadlines are due on which day, promises left out."""
    return dict(Counter(line.day for line in work if line.day and line.kind is not WorkKind.PROMISES))


def leave(folder: StoreFolder, work: Iterable[WorkLine], now: datetime) -> None:
    """Leave the counts for the locked program. Raises `FileFailed`."""
    leave_counts(folder, counts_by_day(work), now)
