"""What the rail counts: open cases, and what is over its due date."""

from __future__ import annotations

from app.core.work_list import overdue
from app.ui.context import Context, Place
from app.ui.widgets.rail import Rail


class RailState:
    """Keeps the rail's numbers equal to the store's."""

    def __init__(self, context: Context, rail: Rail) -> None:
        self._context = context
        self._rail = rail

    def refresh(self) -> None:
        """Count anew."""
        words = self._context.words
        cases, over = len(self._context.statuses()), overdue(self._context.work())
        said = words.trn("{n} over the due date", "{n} over the due date", over)
        self._rail.count(Place.CASES, str(cases), words.trn("{n} open case", "{n} open cases", cases))
        self._rail.count(Place.FOLLOW_UPS, str(over) if over else "", said if over else "", badge=over > 0)
