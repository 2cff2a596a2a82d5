"""What the rail counts: open cases and overdue follow-ups."""

from __future__ import annotations

from app.core.status import Urgency
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
        statuses = self._context.statuses()
        overdue = sum(status.urgency is Urgency.OVER for status in statuses)
        self._rail.count(Place.CASES, str(len(statuses)), words.trn("{n} open case", "{n} open cases", len(statuses)))
        self._rail.count(
            Place.FOLLOW_UPS,
            str(overdue) if overdue else "",
            words.trn("{n} over the due date", "{n} over the due date", overdue) if overdue else "",
            badge=overdue > 0,
        )
