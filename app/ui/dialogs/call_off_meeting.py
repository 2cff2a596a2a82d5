"""A planned network meeting that comes to nothing: called off with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.checks.meeting import check_meeting
from app.core.errors import Problem, errors_in
from app.core.records.meeting import NetworkMeeting
from app.services.meetings import MeetingPart, save_meeting
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LongTextField


class CallOffMeeting(DraftDialog):
    """Asks why the meeting is called off; it can be planned anew afterwards."""

    def __init__(self, context: Context, record: NetworkMeeting, parent: QWidget | None = None) -> None:
        words = context.words
        super().__init__(
            context,
            form="call-off-meeting",
            target=record.id,
            title=words.tr("Call off a network meeting"),
            subtitle=words.tr("Planned: {when}", when=labels.meeting_when(words, record)),
            save_text=words.tr("Call off"),
            parent=parent,
        )
        self._start, today = record, context.today()
        self._on = self.form.add("called_off_on", words.tr("Called off on"), DateField(words, today), required=True)
        self._reason = self.form.add(
            "called_off_reason", words.tr("Reason"), LongTextField(words, lines=2), required=True
        )
        self._on.set_value(today)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A day that has come, and a reason."""
        if self._on.value() is None:
            return () if self._on.unread() else (Problem("called_off_on", "day-empty"),)
        return errors_in(check_meeting(self._record(), self.context.today()))

    def commit(self, later: bool) -> None:
        """Save it as called off."""
        self.context.write(save_meeting, MeetingPart(meeting=self._record()), self.context.today())

    def _record(self) -> NetworkMeeting:
        return replace(self._start, called_off_on=self._on.value(), called_off_reason=self._reason.value())
