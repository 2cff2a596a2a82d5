"""The deadlines that a record leads to, shown in its form before it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.core.records.assessment import Assessment, Notification
from app.core.records.decision import AccessRequest, Complaint, Decision
from app.core.status import CaseStatus
from app.ui.context import Context
from app.ui.widgets.deadline_notices import DeadlineNotices, running

CaseEvent = Notification | Assessment | Decision | Complaint | AccessRequest

_KEPT_IN: dict[type[CaseEvent], str] = {
    Notification: "notifications",
    Assessment: "assessments",
    Decision: "decisions",
    Complaint: "complaints",
    AccessRequest: "access_requests",
}


class LiveDeadlines(DeadlineNotices):
    """Follows a record while it is written."""

    def __init__(self, context: Context, status: CaseStatus) -> None:
        super().__init__(context.words)
        self._context, self._status = context, status

    def show_for(self, record: CaseEvent | None) -> None:
        """Show what would run if the case held the record as it stands; None for one that cannot be told yet."""
        context, now = self._context, self._context.now()
        if record is None:
            self.show_running((), now)
            return
        kept_in = _KEPT_IN[type(record)]
        others = tuple(one for one in getattr(self._status.file, kept_in) if one.id != record.id)
        changed: dict[str, Any] = {kept_in: (*others, record)}
        supposed = replace(self._status, file=replace(self._status.file, **changed))
        self.show_running(running(supposed, context.catalogue, now).get(record.id, ()), now)
