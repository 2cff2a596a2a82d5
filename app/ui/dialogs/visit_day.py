"""A day of visits: choose the day and the district, plan all of them, and print what to read on the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import labels
from app.core.dates import long_date
from app.core.errors import Problem
from app.core.visit_day import Stop, districts, hour_on, is_agreed_for_another_day, stops
from app.core.working_days import suggested_working_day
from app.services.visit_day import plan_visits
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.stop_list import StopList, StopRow
from app.ui.prints.order import joined
from app.ui.prints.visit_sheet import sheet_order
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.work_lines import names_of


class VisitDay(DraftDialog):
    """Everyone with something due within three weeks of the day; one save plans all who are ticked.

    Ticked at first are all but those with whom another day is agreed already: these are moved only where one says so.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        words, today = context.words, context.today()
        super().__init__(
            context,
            form="visit-day",
            target="",
            title=words.tr("Visit day"),
            subtitle=words.tr("Everyone with something due until three weeks after the day, and what is overdue."),
            columns=2,
            save_text=words.tr("Plan the visits"),
            parent=parent,
        )
        self._day = self.form.add("day", words.tr("Day"), DateField(words, today), required=True)
        self._district = self.form.add("district", words.tr("District"), ChoiceField(empty=words.tr("All districts")))
        known = districts(context.statuses())
        self._district.set_options([Option(name, name) for name in known])
        self.form.row("district").setVisible(bool(known))
        self._print = Button(words.tr("Print the sheets …"), icon="printer")
        self._add_print()
        self._stops = self.form.add("stops", words.tr("Whom to visit"), StopList(words), whole=True)
        self._day.set_value(suggested_working_day(today, today, context.catalogue.is_closed))
        self._fill()
        self._day.edited.connect(self._fill)
        self._district.edited.connect(self._fill)
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fill)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A day that has not passed, and somebody to visit."""
        day = self._day.value()
        if day is None:
            return (Problem("day", "day-empty"),)
        if day < self.context.today():
            return (Problem("day", "visit-day-past"),)
        return () if self._stops.value() else (Problem("stops", "nobody-to-visit"),)

    def commit(self, later: bool) -> None:
        """Plan the visits that are ticked."""
        day = self._day.value()
        if day is not None:
            self.context.write(plan_visits, self._stops.value(), day, self.context.today())

    def _add_print(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._print)
        row.addStretch(1)
        self.form.add_widget(holder)
        self._print.clicked.connect(self._on_print)

    def _fill(self) -> None:
        """Show who there is for the day and the district."""
        context, day = self.context, self._day.value()
        if day is not None:
            statuses, lines = context.statuses(), context.work()
            names = names_of(statuses, lines)
            found = stops(statuses, lines, day, self._district.value())
            self._stops.set_rows(
                [
                    StopRow(
                        case_id=stop.status.case_id,
                        name=names[stop.status.case_id],
                        due=self._due(stop),
                        at=hour_on(stop, day),
                        ticked=not is_agreed_for_another_day(stop, day, context.today()),
                    )
                    for stop in found
                ]
            )
        self._fit()

    def _fit(self) -> None:
        self._print.setEnabled(bool(self._stops.value()))

    def _due(self, stop: Stop) -> str:
        """What is due there, one line each, and the day that is planned for already."""
        words, now = self.context.words, self.context.now()
        said = [f"{labels.work_title(words, line)}: {labels.work_left(words, line, now)}" for line in stop.lines]
        planned = stop.planned
        if planned is not None:
            said.append(labels.planned_still(words, planned, now.date()))
        return "\n".join(said)

    def _on_print(self) -> None:
        """All sheets in one file, in the order of the visits."""
        context, day = self.context, self._day.value()
        orders = [sheet_order(context, stop.case_id) for stop in self._stops.value()]
        title = context.words.trn("{n} sheet", "{n} sheets", len(orders))
        subtitle = long_date(day, context.words.language) if day else ""
        PrintDocument(context, joined(orders, title, context.today()), subtitle, self).open()
