"""What a follow-up leaves to the next one: open questions, and the day it can be planned for in the same save."""

from __future__ import annotations

from dataclasses import replace

from app import labels
from app.core.dates import weekday_date
from app.core.follow_up_form import planned_after, to_take_up
from app.core.follow_up_state import next_planned
from app.core.records.follow_up import FollowUp
from app.services.follow_up_sheet import FollowUpSheet
from app.ui.context import Context
from app.ui.widgets.choice_fields import CheckField
from app.ui.widgets.form_part import FormPart
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LongTextField


class NextRows:
    """Open questions for next time, and a tick that plans the next follow-up."""

    def __init__(self, context: Context, part: FormPart, sheet: FollowUpSheet) -> None:
        words = context.words
        self._context, self._part, self._sheet = context, part, sheet
        self._seen: object = None
        self._questions = part.add(
            "open_questions",
            words.tr("To take up next time"),
            LongTextField(words, lines=2),
            help_text=words.tr("What stands here comes up again at the next follow-up. Delete what is settled."),
        )
        self._plan = part.add("plan_next", "", CheckField(""), whole=True)
        self._planned = Text(look="quiet", wrap=True)
        part.add_widget(self._planned)

    def show(self, record: FollowUp) -> None:
        """Show a follow-up: its questions, or those that the last one left."""
        self._questions.set_value(to_take_up(self._sheet.follow_ups, record))

    def fit(self, record: FollowUp) -> None:
        """Offer the day that follows from what is typed, after every change that can move it."""
        seen = (record.held_on, record.measure_ids, record.is_law, record.rhythm)
        if seen == self._seen:
            return
        self._seen = seen
        words, coming = self._context.words, self._coming(record)
        self._part.row("plan_next").setVisible(coming is not None)
        if coming is not None and coming.planned_on is not None:
            day = weekday_date(coming.planned_on, words.language)
            self._plan.set_text(words.tr("Plan the next one for {day}", day=day))
        others = (f for f in self._sheet.follow_ups if f.id != record.id)
        waiting = next_planned(others) if coming is None else None
        self._planned.setText(words.tr("Planned: {when}", when=labels.planned(words, waiting)) if waiting else "")
        self._planned.setVisible(waiting is not None)

    def told(self, record: FollowUp) -> FollowUp:
        """The record with what stands here."""
        return replace(record, open_questions=self._questions.value())

    def planned(self, record: FollowUp) -> FollowUp | None:
        """The next follow-up, where it is to be planned with this one."""
        return self._coming(record) if self._plan.value() else None

    def _coming(self, record: FollowUp) -> FollowUp | None:
        today = self._context.today()
        if record.held_on is None or record.held_on > today:
            return None
        return planned_after(self._sheet.status.file, record, self._context.catalogue, today)
