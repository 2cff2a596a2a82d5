"""What the locked window may tell: how much is due, no names."""

from __future__ import annotations

from datetime import date, timedelta

from app.vault import files
from app.vault.store_folder import StoreFolder
from app.words import Words

_AHEAD = timedelta(days=7)


def reminder_line(words: Words, folder: StoreFolder, today: date) -> str:
    """ "1 deadline has passed · 3 deadlines within a week", from the counts left at the last lock; "" for none."""
    found = (files.read_json(folder.reminders) or {}).get("due")
    if not isinstance(found, dict):
        return ""
    over = soon = 0
    for day, count in found.items():
        try:
            due, number = date.fromisoformat(str(day)), int(count)
        except (TypeError, ValueError):
            continue
        over += number if due < today else 0
        soon += number if today <= due <= today + _AHEAD else 0
    parts = []
    if over:
        parts.append(words.trn("{n} deadline has passed", "{n} deadlines have passed", over))
    if soon:
        parts.append(words.trn("{n} deadline within a week", "{n} deadlines within a week", soon))
    return " · ".join(parts)
