"""Plan a follow-up, or plan it anew: day, time, place and people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.checks.follow_up import check_follow_up
from app.core.dates import screen_date
from app.core.errors import Problem
from app.core.follow_up_form import covered_on, to_take_up
from app.core.follow_up_state import next_planned
from app.core.records.case_file import CaseFile
from app.core.records.follow_up import FollowUp, VisitPart
from app.core.working_days import is_working_day, suggested_working_day
from app.services.cases import CaseAndChild
from app.services.follow_up_sheet import FollowUpSheet
from app.services.follow_ups import follow_ups_of_case, save_visit
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.note_rows import NoteRows
from app.ui.dialogs.people_at_hand import called_at_hand
from app.ui.dialogs.sibling_rows import SiblingRow
from app.ui.widgets.date_field import DateField
from app.ui.widgets.people_field import PeopleField
from app.ui.widgets.short_fields import TimeField
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField, LongTextField


class PlanFollowUp(DraftDialog):
    """The form that plans a follow-up, for siblings too; it suggests a working day on or before the due date."""

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
        self._file, self._schedule, self._start = sheet.status.file, sheet.status.schedule, record
        due, today = sheet.status.due, context.today()
        self._suggested = suggested_working_day(due.day, today, context.catalogue.is_closed) if due else today
        self._why = labels.why_suggested(words, due, self._suggested) if due else ""
        self._build_rows(sheet)
        self._show(sheet)
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self._fit()
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A plan has a day, not before the measure began."""
        record = self.record()
        if record.planned_on is None:
            return (Problem("planned_on", "day-empty"),)
        today = self.context.today()
        found = list(check_follow_up(record, self._file.measures, today))
        for sibling in self._of_siblings(record):
            measures = self.context.status(sibling.case_id).file.measures
            found += (problem for problem in check_follow_up(sibling, measures, today) if problem not in found)
        return found

    def commit(self, later: bool) -> None:
        """Save the plan, and the same for the siblings that are ticked."""
        record = self.record()
        parts = tuple(VisitPart(follow_up=planned) for planned in (record, *self._of_siblings(record)))
        self.context.write(save_visit, parts, self.context.today())

    def record(self) -> FollowUp:
        """The follow-up as the form says it; planned for the measures that run that day."""
        told = replace(self._start, open_questions=self._questions.value())
        return self._note.told(self._planned(told, self._file))

    def _build_rows(self, sheet: FollowUpSheet) -> None:
        context, form, words = self.context, self.form, self.context.words
        day = DateField(words, context.today())
        self._on = form.add("planned_on", words.tr("Day"), day, required=True, whole=True, help_text=self._why)
        self._remark = Text(look="soon", wrap=True)
        form.add_widget(self._remark)
        self._at = form.add("planned_at", words.tr("Time of day"), TimeField())
        self._place = form.add("planned_place", words.tr("Place"), LineField())
        names = called_at_hand(context, self._start.case_id)
        self._with = form.add("planned_with", words.tr("Who comes"), PeopleField(words, names))
        self._siblings = SiblingRow(
            context, form, self._start.case_id, words.tr("Plan for siblings too"), self._sibling_called
        )
        self._questions = form.add("open_questions", words.tr("To take up"), LongTextField(words, lines=2))
        running = covered_on(self._file.measures, context.today(), context.today())
        providers = dict.fromkeys(measure.provider for measure in running if measure.provider)
        self._note = NoteRows(context, form, ", ".join(providers))

    def _show(self, sheet: FollowUpSheet) -> None:
        record = self._start
        self._on.set_value(record.planned_on or self._suggested)
        self._at.set_value(record.planned_at)
        self._place.set_value(record.planned_place)
        self._with.set_value(record.planned_with)
        self._questions.set_value(to_take_up(sheet.follow_ups, record))
        self._note.show(record)

    def _fit(self) -> None:
        """Say beside the day what speaks against it; it can be chosen all the same."""
        self._note.fit()
        words, day, today = self.context.words, self._on.value(), self.context.today()
        said = []
        if day is not None and not is_working_day(day, self.context.catalogue.is_closed):
            said.append(words.tr("That is no working day."))
        if day is not None:
            said.append(labels.after_due(words, day, self._schedule, today))
        text = " ".join(part for part in said if part)
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def _planned(self, record: FollowUp, file: CaseFile) -> FollowUp:
        """A child's follow-up with the day, time, place and people of the form."""
        day, today = self._on.value(), self.context.today()
        return replace(
            record,
            planned_on=day,
            planned_at=self._at.value(),
            planned_place=self._place.value(),
            planned_with=self._with.value(),
            measure_ids=tuple(measure.id for measure in covered_on(file.measures, day or today, today)),
        )

    def _of_siblings(self, record: FollowUp) -> Iterator[FollowUp]:
        """The follow-ups of the siblings that are ticked; one that is planned already is planned anew."""
        for case_id in self._siblings.chosen():
            waiting = next_planned(self.context.read(follow_ups_of_case, case_id))
            start = waiting or FollowUp(case_id=case_id)
            yield self._planned(start, self.context.status(case_id).file)

    def _sibling_called(self, pair: CaseAndChild) -> str:
        """A sibling, and the day planned for already, which would be moved."""
        waiting = next_planned(self.context.status(pair.case.id).file.follow_ups)
        if waiting is None:
            return pair.child.name
        words, day = self.context.words, screen_date(waiting.planned_on)
        return words.tr("{name} (planned for {day}, which is moved)", name=pair.child.name, day=day)
