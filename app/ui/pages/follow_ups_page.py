"""Follow-ups of all cases in one list by urgency, and beside it what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.attention import Tab
from app.core.dates import short_date, short_weekday_name
from app.core.due_list import DueGroup, DueLine, PromiseLine, due_lines, promises
from app.core.schedule import DueDate, Track
from app.core.status import CaseStatus, Urgency, short_names, urgency
from app.services.store import Act
from app.ui.context import Context, Place
from app.ui.dialogs.register_follow_up import open_register
from app.ui.pages.page import Page
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Card, EmptyState, PageHeader
from app.words import Words

_TONES = {Urgency.OVER: "over", Urgency.SOON: "soon", Urgency.LATER: "ok"}
_PANE = "follow_ups"


class FollowUpsPage(Page):
    """What is over, due today, this week, next week and later; a line opens the form that registers it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self._header = PageHeader(words.tr("Follow-ups"))
        tracks = [Option(track.value, labels.choice(words, track)) for track in Track]
        self.kind = ChoiceField(tracks, empty=words.tr("Programme and law"))
        self.step = ChoiceField(empty=words.tr("All steps"))
        self.list = ListRows(words.tr("Follow-ups by urgency"))
        self._none = EmptyState(
            words.tr("No follow-up is due"),
            words.tr("As soon as a case has a measure that is followed up, its next date stands here."),
            words.tr("Go to the cases"),
            icon="calendar-check",
        )
        self._none_found = EmptyState(words.tr("Nothing matches the filter"))
        self.promised = ListRows(words.tr("Promised"))
        self._no_promise = EmptyState(words.tr("No open promises"), words.tr("What is agreed at a follow-up, by whom."))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the open cases as they stand today."""
        statuses, words = self.context.statuses(), self.context.words
        self._offer_steps()
        everything = due_lines(statuses)
        track = Track(self.kind.value()) if self.kind.value() else None
        lines = due_lines(statuses, track=track, step_key=self.step.value())
        self._header.set_subtitle(_counted(everything, words))
        self.list.set_lines(due_rows(lines, statuses, words))
        self.list.setVisible(bool(lines))
        self._none.setVisible(not everything)
        self._none_found.setVisible(bool(everything) and not lines)
        open_promises = promises(statuses)
        self.promised.set_lines(promise_rows(open_promises, statuses, words))
        self.promised.setVisible(bool(open_promises))
        self._no_promise.setVisible(not open_promises)

    def _offer_steps(self) -> None:
        steps = self.context.catalogue.steps(self.context.today())
        language = self.context.words.language
        self.step.set_options([Option(step.key, step.short_names.of(language)) for step in steps])

    def _lay_out(self) -> None:
        words = self.context.words
        self.setProperty("look", "page")
        for field, name in ((self.kind, words.tr("Whose dates")), (self.step, words.tr("Step of the ladder"))):
            field.describe(name, "")
            field.setFixedWidth(220)
            self._header.end.addWidget(field)
        due = Card()
        for widget in (self.list, self._none, self._none_found):
            due.body.addWidget(widget, 1)
        promised = Card(words.tr("Promised"), words.tr("not settled yet"))
        for widget in (self.promised, self._no_promise):
            promised.body.addWidget(widget)
        promised.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(due, 5)
        row.addWidget(promised, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(16)
        column.addWidget(self._header)
        column.addLayout(row, 1)
        QWidget.setTabOrder(self.kind.control(), self.step.control())
        QWidget.setTabOrder(self.step.control(), self.list)
        QWidget.setTabOrder(self.list, self.promised)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        remembered = self.context.settings.recall(_PANE)
        if isinstance(remembered, dict):
            self._offer_steps()
            self.kind.restore(remembered.get("kind"))
            self.step.restore(remembered.get("step"))
        self.kind.edited.connect(self._on_filtered)
        self.step.edited.connect(self._on_filtered)
        self.list.opened.connect(self._on_opened)
        self.promised.opened.connect(self._on_promise)
        self._none.started.connect(self._on_cases)

    def _on_filtered(self) -> None:
        self.context.settings.remember(_PANE, {"kind": self.kind.value(), "step": self.step.value()})
        self.refresh()

    def _on_opened(self, case_id: str) -> None:
        self.context.log(Act.LOOK_UP, case_id)
        open_register(self.context, case_id, self)

    def _on_promise(self, key: str) -> None:
        case_id, _, agreement_id = key.partition(" ")
        self.context.go(Place.CASE, case_id, Tab.FOLLOW_UPS, agreement_id)

    def _on_cases(self) -> None:
        self.context.go(Place.CASES)


def due_rows(lines: Sequence[DueLine], statuses: Sequence[CaseStatus], words: Words) -> list[ListLine]:
    """The lines of the list with a heading before each group."""
    return [*_due_rows(lines, short_names(statuses), words)]


def promise_rows(lines: Sequence[PromiseLine], statuses: Sequence[CaseStatus], words: Words) -> list[ListLine]:
    """What was promised, calmly: who, what, by when."""
    names = short_names(statuses)
    return [
        ListLine(
            key=f"{line.status.case_id} {line.agreement.id}",
            lead=names[line.status.case_id],
            text=line.agreement.what,
            second=_promised_by(line, words),
        )
        for line in lines
    ]


def _due_rows(lines: Sequence[DueLine], names: dict[str, str], words: Words) -> Iterator[ListLine]:
    for group in DueGroup:
        found = [line for line in lines if line.group is group]
        if found:
            tone = "over" if group is DueGroup.OVERDUE else ""
            lead = labels.choice(words, group)
            yield ListLine(key=group, lead=lead, aside=str(len(found)), tone=tone, heading=True)
        for line in found:
            yield ListLine(
                key=line.status.case_id,
                lead=names[line.status.case_id],
                text=line.dues.clock.type.names.of(words.language),
                second=_why(line, words),
                status=labels.days_left(words, line.due, line.status.today),
                aside=_day(line.due, line.status.today, words),
                tone=_TONES[urgency(line.due, line.status.today)],
            )


def _why(line: DueLine, words: Words) -> str:
    """The programme's date and the law's side by side, why for the one that counts, and what is planned."""
    today = line.status.today
    sides = [(words.tr("Programme"), line.dues.goal), (words.tr("Law"), line.dues.law)]
    said = [_side(whose, due, words, line) for whose, due in sides if due is not None]
    if line.dues.rhythm_missing:
        said.append(words.tr("Law: rhythm not decided"))
    if line.planned is not None and line.planned.planned_on is not None:
        day = short_date(line.planned.planned_on, words.language, today=today)
        said.append(words.tr("planned {day}", day=day))
    return "  ·  ".join(said)


def _side(whose: str, due: DueDate, words: Words, line: DueLine) -> str:
    day = short_date(due.day, words.language, today=line.status.today)
    if due != line.due:
        return words.tr("{whose} {day}", whose=whose, day=day)
    return words.tr("{whose} {day}, {why}", whose=whose, day=day, why=labels.due_rhythm(words, due))


def _day(due: DueDate, today: date, words: Words) -> str:
    """The date with its weekday: "Thu 8 Oct"."""
    weekday = short_weekday_name(due.day, words.language)
    return f"{weekday} {short_date(due.day, words.language, today=today)}"


def _promised_by(line: PromiseLine, words: Words) -> str:
    due, today = line.agreement.due, line.status.today
    when = ""
    if due is not None:
        day = short_date(due, words.language, today=today)
        when = words.tr("by {day}, {near}", day=day, near=labels.relative_day(words, due, today))
    return " · ".join(part for part in (line.agreement.responsible, when) if part)


def _counted(lines: Sequence[DueLine], words: Words) -> str:
    """How many are over, and how many come this week."""
    groups = [line.group for line in lines]
    week = groups.count(DueGroup.TODAY) + groups.count(DueGroup.THIS_WEEK)
    over = groups.count(DueGroup.OVERDUE)
    return words.tr(
        "{over}, {week} this week",
        over=words.trn("{n} over the due date", "{n} over the due date", over),
        week=week,
    )
