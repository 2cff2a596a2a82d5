"""The tick that plans the next follow-up in the save of this one."""

from __future__ import annotations

from app import labels
from app.core.dates import weekday_date
from app.core.follow_up_form import planned_after, planned_later
from app.core.records.follow_up import FollowUp
from app.services.follow_up_sheet import FollowUpSheet
from app.ui.context import Context
from app.ui.widgets.choice_fields import CheckField
from app.ui.widgets.form_part import FormPart
from app.ui.widgets.text import Text


class PlanNextRow:
    """Says for which day the next one would be planned, or when it is planned already."""

    def __init__(self, context: Context, part: FormPart, sheet: FollowUpSheet) -> None:
        self._context, self._part, self._sheet = context, part, sheet
        self._seen: object = None
        self._plan = part.add("plan_next", "", CheckField(""), whole=True)
        self._planned = Text(look="quiet", wrap=True)
        part.add_widget(self._planned)

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
        waiting = planned_later(self._sheet.follow_ups, record)
        self._planned.setText(words.tr("Planned: {when}", when=labels.planned(words, waiting)) if waiting else "")
        self._planned.setVisible(waiting is not None)

    def planned(self, record: FollowUp) -> FollowUp | None:
        """The next follow-up, where it is to be planned with this one."""
        return self._coming(record) if self._plan.value() else None

    def _coming(self, record: FollowUp) -> FollowUp | None:
        today = self._context.today()
        if record.held_on is None or record.held_on > today:
            return None
        return planned_after(self._sheet.status.file, record, self._context.catalogue, today)
