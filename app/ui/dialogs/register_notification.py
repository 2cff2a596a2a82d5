"""Register a notification of concern, and how it was assessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.core.checks.assessment import check_notification
from app.core.errors import Problem
from app.core.records.assessment import Notification, NotificationOutcome, NotificationSource
from app.labels import choice
from app.services.assessments import save_notification
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.live_deadlines import LiveDeadlines
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.moment_field import MomentField
from app.ui.widgets.text_fields import LongTextField


class RegisterNotification(DraftDialog):
    """The form of a notification: what came in and when, and within 24 hours what it leads to."""

    def __init__(
        self, context: Context, case_id: str, record: Notification | None = None, parent: QWidget | None = None
    ) -> None:
        words, status = context.words, context.status(case_id)
        super().__init__(
            context,
            form="register-notification",
            target=record.id if record else case_id,
            title=words.tr("Notification") if record else words.tr("New notification"),
            subtitle=status.file.child.name,
            parent=parent,
        )
        self._start = record or Notification(case_id=case_id, received_at=context.now())
        self._live = LiveDeadlines(context, status)
        self._build_rows()
        self._show_record(is_new=record is None)
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self.offer_draft()
        self._fit()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a notification."""
        received = self._received.value()
        missing = () if self._source.value() else (Problem("source", "choice-empty"),)
        if received is None:
            return missing if self._received.unread() else (Problem("received_at", "day-empty"), *missing)
        found = check_notification(self._record(received), self.context.now())
        unread = "assessed_at" if self._assessed.unread() else ""
        return (*missing, *(problem for problem in found if problem.field != unread))

    def commit(self, later: bool) -> None:
        """Save the notification."""
        received = self._received.value()
        if received is not None:
            self.context.write(save_notification, self._record(received), self.context.now())

    def _build_rows(self) -> None:
        words, form, today = self.context.words, self.form, self.context.today()
        self._received = form.add("received_at", words.tr("Received"), MomentField(words, today), required=True)
        form.add_widget(self._live)
        sources = [Option(one.value, choice(words, one)) for one in NotificationSource]
        self._source = form.add(
            "source", words.tr("From whom"), ChoiceField(sources, empty=words.tr("Choose")), required=True
        )
        self._summary = form.add("summary", words.tr("What it says"), LongTextField(words, lines=4), required=True)
        form.add_heading(words.tr("The assessment"), words.tr("Within 24 hours, weekends too."))
        self._assessed = form.add("assessed_at", words.tr("Assessed"), MomentField(words, today))
        outcomes = [Option(one.value, choice(words, one)) for one in NotificationOutcome]
        self._outcome = form.add("outcome", words.tr("Leads to"), ChoiceField(outcomes, empty=words.tr("Not assessed")))
        self._conclusion = form.add("conclusion", words.tr("Conclusion"), LongTextField(words, lines=3))

    def _show_record(self, *, is_new: bool) -> None:
        record = self._start
        if is_new:
            self._received.set_day(self.context.today())
        else:
            self._received.set_value(record.received_at)
        self.form.set_values(
            {
                "source": "" if is_new else record.source.value,
                "summary": record.summary,
                "assessed_at": record.assessed_at,
                "outcome": record.outcome.value if record.outcome else "",
                "conclusion": record.conclusion,
            }
        )

    def _fit(self) -> None:
        """Show until when it is to be assessed."""
        received = self._received.value()
        self._live.show_for(self._record(received) if received is not None else None)

    def _record(self, received: datetime) -> Notification:
        outcome = self._outcome.value()
        return replace(
            self._start,
            received_at=received,
            source=NotificationSource(self._source.value() or self._start.source),
            summary=self._summary.value(),
            assessed_at=self._assessed.value(),
            outcome=NotificationOutcome(outcome) if outcome else None,
            conclusion=self._conclusion.value(),
        )
