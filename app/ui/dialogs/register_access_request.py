"""Register a request for access to the file, and when it was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.checks.decision import check_access_request
from app.core.errors import Problem
from app.core.records.decision import AccessRequest
from app.services.decisions import save_access_request
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.live_deadlines import LiveDeadlines
from app.ui.dialogs.people_at_hand import names_at_hand
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LongTextField, SuggestField

_NAMES = ("received_on", "asked_by", "what", "answered_on")


class RegisterAccessRequest(DraftDialog):
    """The form of a request for access to the file, with the seven working days in sight."""

    def __init__(
        self, context: Context, case_id: str, record: AccessRequest | None = None, parent: QWidget | None = None
    ) -> None:
        words, status = context.words, context.status(case_id)
        super().__init__(
            context,
            form="register-access-request",
            target=record.id if record else case_id,
            title=words.tr("Access to the file") if record else words.tr("New request for access to the file"),
            subtitle=status.file.child.name,
            parent=parent,
        )
        self._start = record or AccessRequest(case_id=case_id, received_on=context.today())
        self._live = LiveDeadlines(context, status)
        self._build_rows()
        self.form.set_values({name: getattr(self._start, name) for name in _NAMES})
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self.offer_draft()
        self._fit()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a request."""
        if self._received.value() is None:
            return () if self._received.unread() else (Problem("received_on", "day-empty"),)
        return check_access_request(self.record(), self.context.today())

    def commit(self, later: bool) -> None:
        """Save the request."""
        self.context.write(save_access_request, self.record(), self.context.today())

    def record(self) -> AccessRequest:
        """The request as the form says it."""
        return replace(
            self._start,
            received_on=self._received.value() or self._start.received_on,
            asked_by=self._asked_by.value(),
            what=self._what.value(),
            answered_on=self._answered.value(),
        )

    def _build_rows(self) -> None:
        words, form, today = self.context.words, self.form, self.context.today()
        self._received = form.add("received_on", words.tr("Received"), DateField(words, today), required=True)
        names = names_at_hand(self.context, self._start.case_id)
        self._asked_by = form.add("asked_by", words.tr("Who asks"), SuggestField(names), required=True)
        self._what = form.add("what", words.tr("Access to what"), LongTextField(words, lines=3), required=True)
        form.add_widget(self._live)
        self._answered = form.add("answered_on", words.tr("Answered on"), DateField(words, today))

    def _fit(self) -> None:
        """Show until when it is to be answered."""
        self._live.show_for(self.record() if self._received.value() is not None else None)
