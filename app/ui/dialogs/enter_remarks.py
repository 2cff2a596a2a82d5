"""Enter what the team leader wrote on a printed summary: all children in the order of the paper, saved in one go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.dates import long_date
from app.core.errors import Problem
from app.core.records.leader_remark import LeaderRemark, RemarkSource
from app.core.status import by_urgency, short_names
from app.services.caseload import caseworker, status_of
from app.services.leader_remarks import order_of_summary, save_remarks, summaries_handed_out
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.remark_list import RemarkList, RemarkRow
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LineField

_MOST = 12  # summaries offered


class EnterRemarks(DraftDialog):
    """A line a child; lines left blank are passed over.

    The summaries that were printed or saved are offered, the latest first, and the caseload as it stands today.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        words = context.words
        super().__init__(
            context,
            form="remarks",
            target="",
            title=words.tr("Enter remarks from a summary"),
            subtitle=words.tr("In the order of the paper. Lines left blank are passed over."),
            columns=2,
            save_text=words.tr("Save the remarks"),
            parent=parent,
        )
        self._build_rows()
        self._summary.edited.connect(self._fill)
        self.form.restored.connect(self._fill)
        self._fill()
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """Something to save, said by somebody on a day that has come, and a remark wherever there is a day."""
        problems = []
        said_on = self._said_on.value()
        if said_on is None:
            problems.append(Problem("said_on", "day-empty"))
        elif said_on > self.context.today():
            problems.append(Problem("said_on", "day-in-future"))
        if not self._said_by.value():
            problems.append(Problem("said_by", "name-empty"))
        typed = self._lines.value()
        if not typed:
            problems.append(Problem("remarks", "no-remark"))
        elif any(not one.text for one in typed):
            problems.append(Problem("remarks", "day-without-remark"))
        return problems

    def commit(self, later: bool) -> None:
        """Save all of them in one go."""
        self.context.write(save_remarks, self.records(), self.context.today())

    def records(self) -> tuple[LeaderRemark, ...]:
        """The remarks as the form says them."""
        said_on = self._said_on.value() or self.context.today()
        return tuple(
            LeaderRemark(
                case_id=one.case_id,
                said_on=said_on,
                said_by=self._said_by.value(),
                source=RemarkSource.SUMMARY,
                summary_of=self._day(),
                text=one.text,
                due=one.due,
            )
            for one in self._lines.value()
        )

    def _build_rows(self) -> None:
        words, form, context = self.context.words, self.form, self.context
        today, days = context.today(), context.read(summaries_handed_out)
        options = [Option(day.isoformat(), self._called(day)) for day in days[:_MOST]]
        if today not in days:
            options.append(Option(today.isoformat(), words.tr("The order of today")))
        self._summary = form.add("summary_of", words.tr("Summary of"), ChoiceField(options))
        self._summary.set_value(options[0].key)
        self._said_on = form.add("said_on", words.tr("Gone through on"), DateField(words, today), required=True)
        self._said_by = form.add("said_by", words.tr("By whom"), LineField(), required=True)
        self._said_on.set_value(today)
        self._said_by.set_value(context.read(caseworker).team_leader)
        self._lines = form.add("remarks", words.tr("What is written on the summary"), RemarkList(words, today))

    def _called(self, day: date) -> str:
        return long_date(day, self.context.words.language)

    def _day(self) -> date:
        return date.fromisoformat(self._summary.value())

    def _fill(self) -> None:
        """Show the children as they stand on the summary chosen."""
        context, today = self.context, self.context.today()
        order = context.read(order_of_summary, self._day())
        found = [context.read(status_of, case_id, context.catalogue, today) for case_id in order]
        statuses = found or by_urgency(context.statuses())
        names = short_names(statuses)
        rows = [
            RemarkRow(case_id=status.case_id, number=number, name=names[status.case_id])
            for number, status in enumerate(statuses, 1)
        ]
        self._lines.set_rows(rows)
