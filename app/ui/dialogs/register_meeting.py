"""Register a network meeting that was held: who came, what was said, and each promise on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.checks.meeting import check_meeting
from app.core.errors import Problem, errors_in
from app.core.meeting_state import with_invited, with_those_who_came
from app.core.records.follow_up import Agreement
from app.core.records.meeting import ChildPart, NetworkMeeting
from app.core.records.network import Invitation
from app.services.meeting_sheet import MeetingSheet, meeting_sheet
from app.services.meetings import MeetingPart, save_meeting
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.guest_rows import guest_groups, promisers
from app.ui.dialogs.held_parts import AgreedRow, add_may_share_words, day_held, whose_and_when
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.grouped_check_list import GroupedCheckList
from app.ui.widgets.promise_rows import PromiseRows
from app.ui.widgets.short_fields import TimeField
from app.ui.widgets.text_fields import LineField, LongTextField


class RegisterMeeting(DraftDialog):
    """The form of a network meeting that was held: a planned one, a new one, or one to complete or mend.

    It can be saved as far as it is and completed later; the next meeting is planned in the same save.
    """

    def __init__(
        self, context: Context, sheet: MeetingSheet, record: NetworkMeeting, parent: QWidget | None = None
    ) -> None:
        words = context.words
        is_kept = any(one.id == record.id for one in sheet.meetings)
        super().__init__(
            context,
            form="register-meeting",
            target=record.id if is_kept else record.case_id,
            title=words.tr("Register network meeting") if record.held_on is None else words.tr("Network meeting"),
            subtitle=whose_and_when(words, sheet.status.file.child.name, labels.meeting_when(words, record)),
            columns=2,
            later_text=words.tr("Save now, complete later"),
            parent=parent,
        )
        self._sheet, self._start = sheet, record
        self._build_rows()
        self._show()
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self._fit()
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a meeting; what may be completed later is not asked for when it is to be."""
        found: list[Problem] = []
        if self._held.value() is None:
            found += [] if self._held.unread() else [Problem("held_on", "day-empty")]
        else:
            found += check_meeting(self.record(), self.context.today())
        found += self._agreed.problems("agreements")
        return errors_in(tuple(found)) if later else found

    def commit(self, later: bool) -> None:
        """Save the meeting, what was promised at it, and the next one where its day is given."""
        part = MeetingPart(meeting=self.record(), agreements=self.agreements(), planned_next=self._planned_next())
        self.context.write(save_meeting, part, self.context.today())

    def record(self) -> NetworkMeeting:
        """The meeting as the form says it; what was called off and held after all is held."""
        part = self._part.value()
        return replace(
            self._start,
            held_on=self._held.value(),
            place=self._place.value(),
            purpose=self._purpose.value(),
            guests=with_those_who_came(self._start.guests, self._came.value()),
            others=self._others.value(),
            child_part=ChildPart(part) if part else None,
            child_words=self._words_of_child.value(),
            may_share_words=self._share.value(),
            minutes=self._minutes.value(),
            decisions=self._decisions.value(),
            called_off_on=None,
            called_off_reason="",
        )

    def agreements(self) -> tuple[Agreement, ...]:
        """What was promised; a promise that was there stays the same one."""
        return self._agreed.agreements()

    # Rows

    def _build_rows(self) -> None:
        words, form, today = self.context.words, self.form, self.context.today()
        self._held = form.add("held_on", words.tr("Held on"), DateField(words, today), required=True)
        self._place = form.add("place", words.tr("Place"), LineField())
        self._purpose = form.add("purpose", words.tr("Purpose"), LineField(limit=500), whole=True)
        none = words.tr("Nobody is on the map or among the people of the case yet.")
        groups = guest_groups(self.context, self._sheet, self._start)
        more = words.tr("Somebody else came …")
        self._came = form.add("guests", words.tr("Who came"), GroupedCheckList(words, groups, none=none, more=more))
        self._others = form.add("others", words.tr("Who else was there"), LongTextField(words, lines=1))
        self._build_child()
        form.add_heading(words.tr("What was said and agreed"))
        self._minutes = form.add("minutes", words.tr("What was said"), LongTextField(words, lines=5))
        self._decisions = form.add("decisions", words.tr("What was decided"), LongTextField(words, lines=2))
        promises = form.add(
            "agreements",
            words.tr("Promise"),
            PromiseRows(words, promisers(self.context, self._sheet), today),
            help_text=words.tr("One line each; Enter goes to the next. Every promise becomes a task with its day."),
        )
        self._agreed = AgreedRow(promises, self._start, self._sheet.agreed_at(self._start))
        form.add_heading(words.tr("The next meeting"))
        self._next = form.add("next_on", words.tr("Day"), DateField(words, today))
        self._next_at = form.add("next_at", words.tr("Time of day"), TimeField())

    def _build_child(self) -> None:
        words, form = self.context.words, self.form
        form.add_heading(words.tr("The child's part"))
        parts = [Option(one.value, labels.choice(words, one)) for one in ChildPart]
        self._part = form.add(
            "child_part", words.tr("How the child had a say"), ChoiceField(parts, empty=words.tr("Choose")), whole=True
        )
        self._words_of_child = form.add(
            "child_words", words.tr("What the child said or let be said"), LongTextField(words, lines=3)
        )
        self._share = add_may_share_words(words, form)

    def _show(self) -> None:
        record = self._start
        self._held.set_value(day_held(record, self.context.today()))
        self._place.set_value(record.place)
        self._purpose.set_value(" ".join(record.purpose.split()))
        known = record.held_on is not None
        came = (g.person_id for g in record.guests if (g.came if known else g.answer is Invitation.YES))
        self._came.set_value(tuple(came))
        self._others.set_value(record.others)
        self._part.set_value(record.child_part.value if record.child_part else "")
        self._words_of_child.set_value(record.child_words)
        self._share.set_value(record.may_share_words)
        self._minutes.set_value(record.minutes)
        self._decisions.set_value(record.decisions)
        self._agreed.show()

    def _fit(self) -> None:
        """The child's words are asked for where it had a say."""
        heard = self._part.value() not in ("", ChildPart.NOT_HEARD.value) or bool(self._words_of_child.value())
        for name in ("child_words", "may_share_words"):
            self.form.row(name).setVisible(heard)

    # Saving

    def _planned_next(self) -> NetworkMeeting | None:
        """The next meeting: at the same place, and those of today are asked again."""
        day = self._next.value()
        if day is None:
            return None
        today = self.record()
        return NetworkMeeting(
            case_id=today.case_id,
            planned_on=day,
            planned_at=self._next_at.value(),
            place=today.place,
            purpose=today.purpose,
            guests=with_invited((), [guest.person_id for guest in today.guests]),
        )


def open_register_meeting(context: Context, case_id: str, parent: QWidget, meeting_id: str = "") -> RegisterMeeting:
    """Open the form over `parent` for the meeting with this id, or for a new one."""
    sheet = context.read(meeting_sheet, case_id, context.catalogue, context.today())
    record = next((one for one in sheet.meetings if one.id == meeting_id), None)
    dialog = RegisterMeeting(context, sheet, record or NetworkMeeting(case_id=case_id), parent)
    dialog.open()
    return dialog
