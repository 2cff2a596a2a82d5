"""Plan a network meeting, or plan it anew: when, where, what for, and who is asked to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.checks.meeting import check_meeting
from app.core.errors import Problem
from app.core.meeting_state import with_invited
from app.core.records.meeting import NetworkMeeting
from app.core.working_days import is_working_day
from app.services.meeting_sheet import MeetingSheet
from app.services.meetings import MeetingPart, save_meeting
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.guest_rows import guest_groups
from app.ui.widgets.date_field import DateField
from app.ui.widgets.grouped_check_list import GroupedCheckList
from app.ui.widgets.short_fields import TimeField
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField, LongTextField


class PlanMeeting(DraftDialog):
    """The form that plans a network meeting. `invite` are people who are asked besides those asked already."""

    def __init__(
        self,
        context: Context,
        sheet: MeetingSheet,
        record: NetworkMeeting,
        parent: QWidget | None = None,
        *,
        invite: Sequence[str] = (),
    ) -> None:
        words = context.words
        is_kept = any(one.id == record.id for one in sheet.meetings)
        super().__init__(
            context,
            form="plan-meeting",
            target=record.id if is_kept else record.case_id,
            title=words.tr("Plan the network meeting anew") if is_kept else words.tr("Plan a network meeting"),
            subtitle=sheet.status.file.child.name,
            columns=2,
            parent=parent,
        )
        self._start = record
        self._build_rows(sheet)
        self._show([*(guest.person_id for guest in record.guests), *invite])
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self._fit()
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A plan has a day."""
        if self._on.value() is None:
            return () if self._on.unread() else (Problem("planned_on", "day-empty"),)
        return check_meeting(self.record(), self.context.today())

    def commit(self, later: bool) -> None:
        """Save the plan and who is asked."""
        self.context.write(save_meeting, MeetingPart(meeting=self.record()), self.context.today())

    def record(self) -> NetworkMeeting:
        """The meeting as the form says it; one that was called off and is planned anew is on again."""
        return replace(
            self._start,
            planned_on=self._on.value(),
            planned_at=self._at.value(),
            place=self._place.value(),
            purpose=self._purpose.value(),
            agenda=self._agenda.value(),
            guests=with_invited(self._start.guests, self._guests.value()),
            others=self._others.value(),
            called_off_on=None,
            called_off_reason="",
        )

    def _build_rows(self, sheet: MeetingSheet) -> None:
        words, form = self.context.words, self.form
        self._on = form.add(
            "planned_on", words.tr("Day"), DateField(words, self.context.today()), required=True, whole=True
        )
        self._remark = Text(look="soon", wrap=True)
        form.add_widget(self._remark)
        self._at = form.add("planned_at", words.tr("Time of day"), TimeField())
        self._place = form.add("place", words.tr("Place"), LineField())
        self._purpose = form.add(
            "purpose",
            words.tr("Purpose"),
            LongTextField(words, lines=2),
            help_text=words.tr("What the network is asked to help with. It stands in the invitation."),
        )
        self._agenda = form.add("agenda", words.tr("Agenda"), LongTextField(words, lines=3))
        none = words.tr("Nobody is on the map or among the people of the case yet.")
        self._guests = form.add(
            "guests",
            words.tr("Who is asked to come"),
            GroupedCheckList(words, guest_groups(self.context, sheet), none=none),
        )
        self._others = form.add(
            "others",
            words.tr("Others who are asked"),
            LongTextField(words, lines=1),
            help_text=words.tr("Those who are neither on the map nor among the people of the case."),
        )

    def _show(self, asked: Sequence[str]) -> None:
        record = self._start
        self._on.set_value(record.planned_on)
        self._at.set_value(record.planned_at)
        self._place.set_value(record.place)
        self._purpose.set_value(record.purpose)
        self._agenda.set_value(record.agenda)
        self._guests.set_value(asked)
        self._others.set_value(record.others)

    def _fit(self) -> None:
        """Say beside the day what speaks against it; it can be chosen all the same."""
        words, day = self.context.words, self._on.value()
        said = []
        if day is not None and not is_working_day(day, self.context.catalogue.is_closed):
            said.append(words.tr("That is no working day."))
        if day is not None and day < self.context.today():
            said.append(words.tr("That day has passed."))
        self._remark.setText(" ".join(said))
        self._remark.setVisible(bool(said))
