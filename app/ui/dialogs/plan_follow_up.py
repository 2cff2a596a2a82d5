"""Plan a follow-up, or plan it anew: day, time, place and people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.checks.follow_up import check_follow_up
from app.core.dates import weekday_date
from app.core.errors import Problem
from app.core.follow_up_form import covered_on
from app.core.records.follow_up import FollowUp
from app.core.working_days import working_day_on_or_before
from app.services.follow_up_sheet import FollowUpSheet
from app.services.follow_ups import save_follow_up
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.follow_up_rows import people_called
from app.ui.widgets.date_field import DateField
from app.ui.widgets.people_field import PeopleField
from app.ui.widgets.short_fields import TimeField
from app.ui.widgets.text_fields import LineField


class PlanFollowUp(DraftDialog):
    """The form that plans a follow-up; it suggests the nearest working day on or before the due date."""

    def __init__(self, context: Context, sheet: FollowUpSheet, record: FollowUp, parent: QWidget | None = None) -> None:
        words = context.words
        is_kept = any(f.id == record.id for f in sheet.follow_ups)
        super().__init__(
            context,
            form="plan-follow-up",
            target=record.id if is_kept else record.case_id,
            title=words.tr("Plan anew") if is_kept else words.tr("Plan a follow-up"),
            subtitle=sheet.status.file.child.name,
            columns=2,
            parent=parent,
        )
        self._sheet, self._start = sheet, record
        form, due = self.form, sheet.status.due
        self._on = form.add(
            "planned_on", words.tr("Day"), DateField(words, context.today()), required=True, help_text=self._why()
        )
        self._at = form.add("planned_at", words.tr("Time of day"), TimeField())
        self._place = form.add("planned_place", words.tr("Place"), LineField(), whole=True)
        names = people_called(context, sheet.people)
        self._with = form.add("planned_with", words.tr("Who comes"), PeopleField(words, names))
        suggested = working_day_on_or_before(due.day, context.catalogue.is_closed) if due else context.today()
        self._on.set_value(record.planned_on or max(suggested, context.today()))
        self._at.set_value(record.planned_at)
        self._place.set_value(record.planned_place)
        self._with.set_value(record.planned_with)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A plan has a day, not before the measure began."""
        record = self.record()
        if record.planned_on is None:
            return (Problem("planned_on", "day-empty"),)
        return check_follow_up(record, self._sheet.status.file.measures, self.context.today())

    def commit(self, later: bool) -> None:
        """Save the plan."""
        self.context.write(save_follow_up, self.record(), self.context.today())

    def record(self) -> FollowUp:
        """The follow-up as the form says it; planned for the measures that run that day."""
        day, today = self._on.value(), self.context.today()
        covered = covered_on(self._sheet.status.file.measures, day or today, today)
        return replace(
            self._start,
            planned_on=day,
            planned_at=self._at.value(),
            planned_place=self._place.value(),
            planned_with=self._with.value(),
            measure_ids=tuple(measure.id for measure in covered),
        )

    def _why(self) -> str:
        """When it is due, and why."""
        words, due = self.context.words, self._sheet.status.due
        if due is None:
            return ""
        day = weekday_date(due.day, words.language)
        return words.tr("Due {day}. {reason}", day=day, reason=labels.due_reason(words, due))
