"""What the form of a visit asks about one child."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.core.checks.follow_up import check_follow_up
from app.core.errors import Problem
from app.core.follow_up_form import to_take_up
from app.core.records.follow_up import FollowUp, VisitPart
from app.services.follow_up_sheet import FollowUpSheet
from app.ui.context import Context
from app.ui.dialogs.follow_up_rows import ConversationRows, GoalRows, HeldRows, MeasuresRow, OutcomeRows
from app.ui.dialogs.plan_next_row import PlanNextRow
from app.ui.dialogs.rhythm_rows import RhythmRows
from app.ui.widgets.form import Form
from app.ui.widgets.form_part import FormPart
from app.ui.widgets.surfaces import Banner, Card

Common = Callable[[FollowUp], FollowUp]
"""Fills in what is the same for every child of the visit: the day, the form, the place, who took part."""


class ChildRows:
    """One child's share of a visit: the conversation, the goals, the assessment, and where it leads.

    Its rows are called with `prefix`; problems of what all children have in common keep their own names.
    """

    def __init__(
        self, context: Context, form: Form, sheet: FollowUpSheet, record: FollowUp, common: Common, *, prefix: str = ""
    ) -> None:
        self._context, self._sheet, self._start, self._common = context, sheet, record, common
        self.part = FormPart(form, prefix)
        self._build()
        self._show()

    def fit(self) -> None:
        """Ask for what the answers so far call for, and show where they lead."""
        self._measures.offer(self._common(self._start))
        record = self.record()
        self._conversation.fit(record.held_on)
        self._outcome.fit(record)
        self._rhythm.fit(record)
        self._next.fit(record)

    def record(self) -> FollowUp:
        """The follow-up as the form says it; what was excused and held after all is held."""
        record = self._common(self._start)
        for share in self._shares:
            record = share.told(record)
        return replace(record, excused_on=None, excused_reason="")

    def visit_part(self) -> VisitPart:
        """All that is saved for this child."""
        record = self.record()
        return VisitPart(
            follow_up=record,
            agreements=self._outcome.agreed.agreements(),
            planned_next=self._next.planned(record),
        )

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this child's share, each at its row."""
        record = self.record()
        for problem in check_follow_up(record, self._sheet.status.file.measures, self._context.today()):
            field = self._conversation.field_of_missing() if problem.code == "no-conversation" else problem.field
            yield replace(problem, field=field if field in HeldRows.FIELDS else self._called(field))
        yield from self._outcome.agreed.problems(self._called("agreements"))

    def _called(self, name: str) -> str:
        return self.part.prefix + name

    def _build(self) -> None:
        context, part, sheet, words = self._context, self.part, self._sheet, self._context.words
        questions = to_take_up(sheet.follow_ups, self._start) if self._start.held_on is None else ""
        if questions:
            part.add_widget(Banner("\n".join((words.tr("To take up today"), questions))))
        self._measures = MeasuresRow(context, part, sheet)
        part.add_heading(words.tr("The conversation with the child"))
        self._conversation = ConversationRows(context, part)
        self._goals = GoalRows(context, part, sheet, self._start)
        part.add_heading(words.tr("Assessment and agreements"))
        self._outcome = OutcomeRows(context, part, sheet, self._start)
        part.add_heading(words.tr("The next follow-up"))
        self._rhythm = RhythmRows(context, part, sheet)
        card = Card()
        card.setAccessibleName(words.tr("The next dates, once this is saved"))
        card.body.addWidget(self._rhythm.view)
        part.add_widget(card)
        self._next = PlanNextRow(context, part, sheet)
        # The rhythm is decided for the measures that were covered, so that these are told first.
        self._shares = (self._measures, self._conversation, self._goals, self._outcome, self._rhythm)

    def _show(self) -> None:
        self._measures.show(self._start, self._common(self._start))
        for share in (self._conversation, self._goals, self._outcome, self._rhythm):
            share.show(self._start)
