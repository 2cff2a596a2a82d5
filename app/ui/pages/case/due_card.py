"""The next follow-up: when, why, what the law says, and the way to plan or register it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app import labels
from app.core.dates import screen_date, weekday_date
from app.core.records.follow_up import FollowUpMark
from app.core.schedule import DueDate
from app.core.status import CaseStatus, Urgency
from app.core.working_days import suggested_working_day
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.facts import Facts
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.words import Words


class DueCard(Card):
    """Programme goal and law side by side, each with its reason."""

    register_asked = Signal()
    plan_asked = Signal()
    start_asked = Signal()

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Next follow-up"))
        self._context = context
        self._day = Text(look="strong", wrap=True)
        self._hint = Text(look="quiet", wrap=True)
        self._facts = Facts()
        self._register = Button(words.tr("Register"), "main")
        self._plan = Button(words.tr("Plan …"))
        self._start = Button(words.tr("Start a measure"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._register)
        row.addWidget(self._plan)
        row.addWidget(self._start)
        row.addStretch(1)
        self.body.addWidget(self._day)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._facts)
        self.body.addLayout(row)
        self._register.clicked.connect(self.register_asked)
        self._plan.clicked.connect(self.plan_asked)
        self._start.clicked.connect(self.start_asked)

    def show_status(self, status: CaseStatus) -> None:
        """Show what is due next in this case."""
        words, due, is_open = self._context.words, status.due, status.file.case.is_open(status.today)
        self.set_title(due_title(status, words))
        self.set_tone({Urgency.OVER: "over", Urgency.SOON: "soon"}.get(status.urgency, "") if is_open else "")
        self._day.setText(weekday_date(due.day, words.language) if due else "")
        self._day.setVisible(due is not None)
        hint = self._hint_for(status)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._facts.set_facts(self._reasons(status))
        for button in (self._register, self._plan):
            button.setVisible(is_open and bool(status.schedule.clocks))
        self._start.setVisible(is_open and not status.schedule.clocks)

    def facts(self) -> dict[str, str]:
        """What is shown of goal and law."""
        return dict(self._facts.facts())

    def hint(self) -> str:
        """The day that is suggested instead, or why nothing is due."""
        return self._hint.text()

    def _hint_for(self, status: CaseStatus) -> str:
        words, due, is_closed = self._context.words, status.due, self._context.catalogue.is_closed
        if due is None:
            return words.tr("No date falls due: no measure with follow-ups is running.")
        suggested = suggested_working_day(due.day, status.today, is_closed)
        if suggested == due.day:
            return ""
        return words.tr("Suggested working day: {day}", day=weekday_date(suggested, words.language))

    def _reasons(self, status: CaseStatus) -> list[tuple[str, str]]:
        words, leading = self._context.words, status.schedule.leading
        language = words.language
        facts = []
        if leading is not None:
            if len(status.schedule.clocks) > 1:
                facts.append((words.tr("Measure"), leading.clock.type.names.of(language)))
            facts.append((words.tr("Programme goal"), self._reason(leading.goal)))
            no_date = words.tr("Rhythm not decided") if leading.rhythm_missing else words.tr("No date set by law")
            facts.append((words.tr("Law"), self._reason(leading.law) or no_date))
        return facts

    def _reason(self, due: DueDate | None) -> str:
        if due is None:
            return ""
        return f"{screen_date(due.day)}\n{labels.due_reason(self._context.words, due)}"


def planned_in_words(planned: FollowUpMark, words: Words) -> str:
    """When and where it is planned, and who comes."""
    return ", ".join(part for part in (labels.planned(words, planned), planned.planned_with) if part)


def due_title(status: CaseStatus, words: Words) -> str:
    """How near the next follow-up is, as the head of a card: "Follow-up 1 day over the due date"."""
    due = status.due
    if due is None:
        return words.tr("Next follow-up")
    left = labels.days_left(words, due, status.today)
    return words.tr("Follow-up {when}", when=left)
