"""What the locked window may tell: how many follow-ups are due, no names."""

from __future__ import annotations

from datetime import date, timedelta

from app.vault import files
from app.vault.store_folder import StoreFolder
from app.words import Words

_AHEAD = timedelta(days=7)


def reminder_line(words: Words, folder: StoreFolder, today: date) -> str:
    """ "3 follow-ups are due within a week, 1 is over its date", from the counts left at the last lock; "" for none."""
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
        parts.append(words.trn("{n} follow-up is over its date", "{n} follow-ups are over their date", over))
    if soon:
        parts.append(words.trn("{n} follow-up is due within a week", "{n} follow-ups are due within a week", soon))
    return " · ".join(parts)
