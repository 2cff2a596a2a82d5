"""What the locked window may tell: how much is due, no names."""

from __future__ import annotations

from datetime import date, timedelta

from app.vault.reminder_file import counts_left
from app.vault.store_folder import StoreFolder
from app.words import Words

_AHEAD = timedelta(days=7)


def reminder_line(words: Words, folder: StoreFolder, today: date) -> str:
    """ "1 deadline has passed · 3 deadlines within a week", from the counts left at the last lock; "" for none."""
    due = counts_left(folder)
    over = sum(count for day, count in due.items() if day < today)
    soon = sum(count for day, count in due.items() if today <= day <= today + _AHEAD)
    parts = []
    if over:
        parts.append(words.trn("{n} deadline has passed", "{n} deadlines have passed", over))
    if soon:
        parts.append(words.trn("{n} deadline within a week", "{n} deadlines within a week", soon))
    return " · ".join(parts)
