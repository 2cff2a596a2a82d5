"""A dispensation of the team leader: a longer interval or a pause, and what it does to the next date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.checks.follow_up import check_dispensation
from app.core.dates import weekday_date
from app.core.errors import Problem, Severity
from app.core.follow_up_form import dues_with
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation
from app.core.records.measure import Measure
from app.core.schedule import CaseSchedule, DueDate
from app.core.status import CaseStatus
from app.services.caseload import caseworker
from app.services.dispensations import save_dispensation
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.measure_rows import measure_name
from app.ui.dialogs.rhythm_rows import rhythm_options
from app.ui.widgets.choice_fields import ChoiceField, Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.due_dates import DueDatesView
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField, LongTextField

_LONGER, _PAUSE = "longer", "pause"


class GrantDispensation(DraftDialog):
    """The form of a dispensation; the date it leads to stands in it before it is saved."""

    def __init__(
        self,
        context: Context,
        status: CaseStatus,
        record: Dispensation | None = None,
        parent: QWidget | None = None,
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="grant-dispensation",
            target=record.id if record else status.case_id,
            title=words.tr("Dispensation") if record else words.tr("Grant a dispensation"),
            subtitle=words.tr("The team leader grants it. It lifts the programme goal, never the law's deadline."),
            columns=2,
            parent=parent,
        )
        self._file, self._start, self._today = status.file, record, context.today()
        self._measures = {measure.id: measure for measure in self._offered(status)}
        self._build_rows()
        self._show()
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self._fit()
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A measure, what is granted, until when, by whom and why; one that moves no date is met with a warning."""
        chosen = {"measure_id": self._measure.value(), "kind": self._kind.value()}
        if self._kind.value() == _LONGER:
            chosen["interval"] = self._interval.value()
        days = {"valid_until": self._until.value(), "granted_on": self._granted_on.value()}
        missing = [Problem(name, "choice-empty") for name, value in chosen.items() if not value]
        missing += [Problem(name, "day-empty") for name, day in days.items() if day is None]
        record = self.record()
        if missing or record is None:
            return missing
        found = check_dispensation(record, self._today)
        moves = self._ordinary(record) != self._lifted(record)
        return found if moves else (*found, Problem("valid_until", "dispensation-moves-nothing", Severity.WARNING))

    def commit(self, later: bool) -> None:
        """Save the dispensation."""
        if (record := self.record()) is not None:
            self.context.write(save_dispensation, record, self._today)

    def record(self) -> Dispensation | None:
        """The dispensation as the form says it; None while measure, kind or a day is missing."""
        until, granted_on, kind = self._until.value(), self._granted_on.value(), self._kind.value()
        length = Interval.parse(self._interval.value()) if kind == _LONGER and self._interval.value() else None
        if not (self._measure.value() and kind and until and granted_on) or (kind == _LONGER and length is None):
            return None
        told = Dispensation(
            measure_id=self._measure.value(),
            granted_by=self._granted_by.value(),
            granted_on=granted_on,
            valid_until=until,
            reason=self._reason.value(),
            interval=length,
        )
        return replace(told, id=self._start.id) if self._start else told

    def _offered(self, status: CaseStatus) -> list[Measure]:
        """The measures with a date of the programme, and the one an earlier dispensation is about."""
        running = [dues.clock.current for dues in status.schedule.clocks if dues.clock.type.regime_key is not None]
        known = {measure.id for measure in running}
        earlier = self._start.measure_id if self._start else ""
        return [*running, *(m for m in status.file.measures if m.id == earlier and m.id not in known)]

    def _build_rows(self) -> None:
        form, words = self.form, self.context.words
        measures = [Option(m.id, measure_name(self.context, m)) for m in self._measures.values()]
        self._measure = form.add("measure_id", words.tr("Measure"), ChoiceField(measures), required=True, whole=True)
        kinds = [Option(_LONGER, words.tr("A longer interval")), Option(_PAUSE, words.tr("A pause"))]
        self._kind = form.add("kind", words.tr("What is granted"), SegmentedField(kinds), required=True)
        self._until = form.add("valid_until", words.tr("Valid until"), DateField(words, self._today), required=True)
        often = ChoiceField(rhythm_options(words))
        self._interval = form.add("interval", words.tr("How often now"), often, required=True, whole=True)
        self._granted_by = form.add("granted_by", words.tr("Granted by"), LineField(), required=True)
        self._granted_on = form.add("granted_on", words.tr("Granted on"), DateField(words, self._today), required=True)
        self._reason = form.add("reason", words.tr("Reason"), LongTextField(words, lines=2), required=True)
        self._card = Card(words.tr("What it leads to"))
        self._moved = Text(wrap=True)
        self._view = DueDatesView(words, self.context.catalogue.is_closed)
        self._card.body.addWidget(self._moved)
        self._card.body.addWidget(self._view)
        form.add_widget(self._card)

    def _show(self) -> None:
        record = self._start
        if record is None:
            self._measure.set_value(next(iter(self._measures), ""))
            self._granted_by.set_value(self.context.read(caseworker).team_leader)
            self._granted_on.set_value(self._today)
            return
        self._measure.set_value(record.measure_id)
        self._kind.set_value(_LONGER if record.interval else _PAUSE)
        self._interval.set_options(rhythm_options(self.context.words, record.interval))
        self._interval.set_value(str(record.interval) if record.interval else "")
        self._until.set_value(record.valid_until)
        self._granted_by.set_value(record.granted_by)
        self._granted_on.set_value(record.granted_on)
        self._reason.set_value(record.reason)

    def _fit(self) -> None:
        """Ask for the interval where one is granted, and show the dates as they would become."""
        words, record = self.context.words, self.record()
        self.form.row("interval").setVisible(self._kind.value() == _LONGER)
        dues = dues_with(self._file, record, self.context.catalogue, self._today) if record else None
        self._moved.setVisible(dues is not None)
        if record is None or dues is None:
            wanted = words.tr("Write what is granted and until when to see the next date.")
            self._view.say(words.tr("The measure has ended, so no date follows.") if record else wanted)
            return
        self._moved.setText(self._moved_in_words(self._ordinary(record), self._lifted(record)))
        self._view.show_schedule(CaseSchedule(clocks=(dues,)), self._today)

    def _ordinary(self, record: Dispensation) -> DueDate | None:
        """The programme's date without this dispensation."""
        dues = dues_with(self._file, replace(record, voided_on=self._today), self.context.catalogue, self._today)
        return dues.goal if dues else None

    def _lifted(self, record: Dispensation) -> DueDate | None:
        dues = dues_with(self._file, record, self.context.catalogue, self._today)
        return dues.goal if dues else None

    def _moved_in_words(self, before: DueDate | None, after: DueDate | None) -> str:
        words = self.context.words
        if before is None or after is None:
            return words.tr("The programme sets no date that it could move.")
        if before.day == after.day:
            return words.tr("The programme goal stays: {day}.", day=self._said(before.day))
        return words.tr(
            "The programme goal moves from {before} to {after}.",
            before=self._said(before.day),
            after=self._said(after.day),
        )

    def _said(self, day: date) -> str:
        return weekday_date(day, self.context.words.language)
