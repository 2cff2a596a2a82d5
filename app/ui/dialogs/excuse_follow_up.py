"""A planned follow-up that could not be held: excused with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.checks.follow_up import check_follow_up
from app.core.errors import Problem
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure
from app.services.follow_ups import save_follow_up
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LongTextField


class ExcuseFollowUp(DraftDialog):
    """Asks why a planned follow-up could not be held. The due date does not move."""

    def __init__(
        self, context: Context, record: FollowUp, measures: tuple[Measure, ...], parent: QWidget | None = None
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="excuse-follow-up",
            target=record.id,
            title=words.tr("Excuse a follow-up"),
            subtitle=words.tr("Planned for {when}. The due date does not move.", when=labels.planned(words, record)),
            save_text=words.tr("Excuse"),
            parent=parent,
        )
        self._start, self._measures = record, measures
        today = context.today()
        self._on = self.form.add("excused_on", words.tr("Excused on"), DateField(words, today), required=True)
        self._reason = self.form.add(
            "excused_reason", words.tr("Why it could not be held"), LongTextField(words), required=True
        )
        self._on.set_value(today)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A day that has come, and a reason."""
        record = self._record()
        if record.excused_on is None:
            return (Problem("excused_on", "day-empty"),)
        return check_follow_up(record, self._measures, self.context.today())

    def commit(self, later: bool) -> None:
        """Save it as excused."""
        self.context.write(save_follow_up, self._record(), self.context.today())

    def _record(self) -> FollowUp:
        return replace(self._start, excused_on=self._on.value(), excused_reason=self._reason.value())
