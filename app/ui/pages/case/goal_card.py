"""A goal of the plan as a card that opens: the child's own words first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app import labels
from app.core.errors import Problem
from app.core.goal_scores import Scores
from app.core.goal_wording import goal_hints
from app.core.records.plan import Goal, GoalStatus, PlanKind
from app.labels.goal_wording import goal_hint
from app.ui.context import Context
from app.ui.pages.case.goal_fields import FIELDS, goal_form, theme_options
from app.ui.pages.case.goal_hints import GoalHints
from app.ui.pages.case.plan_snippets import KINDS, offer_snippets
from app.ui.pages.case.sub_goals import SubGoals
from app.ui.widgets.button import IconButton
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form
from app.ui.widgets.marks import Chip
from app.ui.widgets.record_fields import read_record, show_record
from app.ui.widgets.score_chart import GoalScores, latest_in_words
from app.ui.widgets.sparkline import Sparkline
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text

_TONES = {GoalStatus.MET: "ok", GoalStatus.UNDER_WAY: "accent", GoalStatus.PARTLY_MET: "accent"}
_CHIP = 14  # px around the word of a status
_READ_MS = 1_200  # the hints wait until a sentence has come to rest
_HEADING = 120  # characters of a goal in the head of its card; the whole text stands in the field


class GoalCard(Card):
    """Head with number, goal, status and curve; the fields are built when the card is first opened.

    `edited` tells of every change, `settled` of those that are done at once, `themed` that the goal is about something
    else or no longer worked on; `move_asked` carries -1 or 1.
    """

    edited = Signal()
    settled = Signal()
    themed = Signal()
    opened = Signal()
    move_asked = Signal(int)
    drag_asked = Signal()
    copy_asked = Signal()
    removal_asked = Signal()

    def __init__(self, context: Context, goal: Goal) -> None:
        super().__init__()
        self.id, self._goal, self._context = goal.id, goal, context
        self._people: tuple[str, ...] = ()
        self._child = ""
        self._kind = PlanKind.CHILDS_PLAN
        self._themes: list[Option] = []
        self._scores: Scores = {}
        self._number = 0
        self.form: Form | None = None
        self.sub_goals: SubGoals | None = None
        self._toggle = IconButton("chevron-right", "")
        self._title = Text(look="strong", wrap=True)
        self._quiet = Text(look="small", wrap=True)
        self._status = Chip("")
        self._spark = Sparkline()
        self._up = IconButton("chevron-up", "")
        self._down = IconButton("chevron-down", "")
        self._more = IconButton("ellipsis", "")
        self._remove = IconButton("trash-2", "")
        self._pressed: QPoint | None = None
        self.scores: GoalScores | None = None
        self.hints = GoalHints(context.words)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(_READ_MS)
        self._lay_out()
        self._connect()

    # What it says

    def goal(self) -> Goal:
        """The goal as typed."""
        if self.form is None or self.sub_goals is None:
            return self._goal
        read = read_record(self._fields(), self._goal)
        kept = {name: getattr(read, name) for name in ("id", *FIELDS)}
        return Goal(**kept, hints_hidden=self.hints.are_hidden, sub_goals=self.sub_goals.sub_goals())

    def show_goal(self, goal: Goal) -> None:
        """Show a goal; what says the same already keeps its cursor."""
        self._goal = goal
        if self.form is not None and self.sub_goals is not None:
            self._offer_themes(goal.theme_key)
            show_record(self._fields(), goal)
            self.sub_goals.show_sub_goals(goal.sub_goals)
            self._show_hints(goal, hidden=goal.hints_hidden)
        self._draw_scores(goal)
        self._say(goal)

    def show_place(self, number: int, count: int) -> None:
        """Say which goal it is of how many."""
        words, self._number = self._context.words, number
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < count)
        self._up.set_name(words.tr("Move goal {n} up (Alt+Up)", n=number))
        self._down.set_name(words.tr("Move goal {n} down (Alt+Down)", n=number))
        self._more.set_name(words.tr("More for goal {n}", n=number))
        self._remove.set_name(words.tr("Remove goal {n}", n=number))
        self._say()

    def show_scores(self, scores: Scores) -> None:
        """Show what the follow-ups say: a small curve in the head, and who scored what when at the foot."""
        goal, self._scores = self.goal(), scores
        self._draw_scores(goal)
        self._say(goal)

    def suggest(self, people: Sequence[str]) -> None:
        """Suggest these people for the steps."""
        self._people = tuple(people)
        if self.sub_goals is not None:
            self.sub_goals.suggest(people)

    def name_child(self, first_name: str) -> None:
        """The name that stands in the place of a phrase for it."""
        self._child = first_name

    def set_kind(self, kind: PlanKind) -> None:
        """Offer the themes of this kind of plan."""
        if kind is not self._kind:
            self._kind = kind
            self._offer_themes(self.goal().theme_key)

    # Draft and problems

    def state(self) -> dict[str, object]:
        """The raw input, where the card was opened."""
        if self.form is None or self.sub_goals is None:
            return {"id": self.id}
        return {"id": self.id, "fields": self.form.state(), "sub_goals": self.sub_goals.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the raw input of a draft, which opens the card."""
        if "fields" in state:
            self.open()
            if self.form is not None and self.sub_goals is not None:
                self.form.restore(state["fields"])
                self.sub_goals.restore(state.get("sub_goals", []))
        self._say()

    def unread(self) -> tuple[Problem, ...]:
        """What cannot be read."""
        if self.form is None or self.sub_goals is None:
            return ()
        return (*self.form.unread(), *self.sub_goals.unread())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the goal and what in it cannot be read; the focus stays where it is."""
        if problems or self.unread():
            self.open()
        if self.form is not None and self.sub_goals is not None:
            found = (*self.form.unread(), *problems)
            self.form.show_problems(found, partial(labels.problem, self._context.words), lead=False)
            self.sub_goals.show_unread()

    # Opening

    def is_open(self) -> bool:
        """Whether the fields are seen."""
        return self.form is not None and not self._body.isHidden()

    def open(self) -> None:
        """Show the fields."""
        if self.form is None:
            self._build()
        self._body.show()
        self._toggle.show_icon("chevron-down")
        self._say()

    def close_up(self) -> None:
        """Show the head alone."""
        if self.form is not None:
            self._body.hide()
        self._toggle.show_icon("chevron-right")
        self._say()

    def focus_first(self) -> None:
        """Put the cursor into the child's own words."""
        self.open()
        if self.form is not None:
            self.form.focus_first()

    def shift(self, step: int) -> None:
        """Move the step of the goal in which the cursor stands, else the goal itself."""
        row = self.sub_goals.row_with(QApplication.focusWidget()) if self.sub_goals is not None else None
        if row is not None and self.sub_goals is not None:
            self.sub_goals.move_row(row, step)
        else:
            self.move_asked.emit(step)

    def reveal(self) -> None:
        """Scroll the page so that the card is in sight, its head first."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and (page := above.widget()) is not None:
            above.ensureWidgetVisible(self, 0, 16)
            above.ensureVisible(0, self.mapTo(page, QPoint(0, 0)).y(), 0, 16)

    def set_status(self, status: GoalStatus) -> None:
        """Say how far the goal has come, as its field does."""
        if self.form is not None:
            self.form.field("status").set_value(status.value)
        else:
            self._goal = replace(self._goal, status=status)
        self._on_edited()
        self.themed.emit()
        self.settled.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the card by its head."""
        in_head = event.position().y() < self._head_row.geometry().bottom() + 8
        self._pressed = event.position().toPoint() if in_head else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the card that is held."""
        here = event.position().toPoint()
        if self._pressed is not None and (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_asked.emit()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the head opens and closes."""
        if self._pressed is not None:
            self._pressed = None
            self._on_toggled()
        super().mouseReleaseEvent(event)

    # Building

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._quiet)
        self._head_row = QHBoxLayout()
        self._head_row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self._head_row.addWidget(self._toggle, 0, top)
        self._head_row.addLayout(names, 1)
        self._head_row.addWidget(self._spark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head_row.addWidget(self._held_status(), 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self._up, self._down, self._more, self._remove):
            self._head_row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._spark.setFixedSize(108, 32)
        self._spark.hide()
        self._body = QWidget()
        self._body.hide()
        self.body.addLayout(self._head_row)
        self.body.addWidget(self._body)

    def _held_status(self) -> QWidget:
        """The status in a place as wide as the longest there is: the curves of all goals stand in one column."""
        metrics = self.fontMetrics()
        names = (labels.choice(self._context.words, status) for status in GoalStatus)
        place = QWidget()
        place.setFixedWidth(max(metrics.horizontalAdvance(name) for name in names) + _CHIP)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._status)
        row.addStretch(1)
        return place

    def _connect(self) -> None:
        self._toggle.clicked.connect(self._on_toggled)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._more.clicked.connect(self._on_more)
        self._remove.clicked.connect(self.removal_asked)
        self.hints.turned.connect(self._on_hints_turned)
        self._reading.timeout.connect(self._on_read)

    def _build(self) -> None:
        form = self.form = goal_form(self._context, self.hints)
        offer_snippets(self._context, form, {name: KINDS[name] for name in FIELDS if name in KINDS}, self._first_name)
        self.sub_goals = SubGoals(self._context, self._first_name)
        self.sub_goals.suggest(self._people)
        form.edited.connect(self._on_edited)
        for name in ("theme_key", "status"):
            form.field(name).edited.connect(self.themed)
        self.sub_goals.edited.connect(self._on_edited)
        self.sub_goals.rearranged.connect(self.settled)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(36, 4, 0, 4)
        column.setSpacing(16)
        column.addWidget(form)
        column.addWidget(self.sub_goals)
        self.scores = GoalScores(self._context.words, self._body)
        column.addWidget(self.scores)
        self.show_goal(self._goal)
        self.opened.emit()

    def _fields(self) -> dict[str, Field[Any]]:
        return {name: self.form.field(name) for name in FIELDS} if self.form is not None else {}

    def _first_name(self) -> str:
        return self._child

    def _offer_themes(self, chosen: str) -> None:
        field = self.form.field("theme_key") if self.form is not None else None
        options = theme_options(self._context, self._kind, chosen)
        if isinstance(field, ChoiceField) and options != self._themes:
            field.set_options(options)
            self._themes = options

    # Words

    def _show_hints(self, goal: Goal, *, hidden: bool) -> None:
        words = self._context.words
        self.hints.show_hints([goal_hint(words, hint, goal) for hint in goal_hints(goal)], hidden=hidden)

    def _draw_scores(self, goal: Goal) -> None:
        """Draw the curves between where the goal began and what it aims at now: in the head, and larger where open."""
        scores, words = self._scores, self._context.words
        self._spark.setVisible(bool(scores))
        self._spark.show_scores(scores, goal.target, latest_in_words(words, scores))
        if self.scores is not None:
            self.scores.show_scores(scores, goal.baseline, goal.target)

    def _say(self, typed: Goal | None = None) -> None:
        words, goal = self._context.words, typed or self.goal()
        text = " ".join(goal.goal.split()) or words.tr("A goal without words yet")
        short = text if len(text) <= _HEADING else text[:_HEADING].rsplit(" ", 1)[0] + " …"
        self._title.setText(f"{self._number} · {short}" if self._number else short)
        self._status.say(labels.choice(words, goal.status), _TONES.get(goal.status, ""))
        self._quiet.setText(" · ".join(part for part in self._facts(goal) if part))
        self._quiet.setVisible(bool(self._quiet.text()))
        verb = (
            words.tr("Close goal {n}", n=self._number) if self.is_open() else words.tr("Open goal {n}", n=self._number)
        )
        self._toggle.set_name(verb)
        self.setAccessibleName(self._title.text())

    def _facts(self, goal: Goal) -> tuple[str, ...]:
        words = self._context.words
        steps = sum(bool(sub.what.strip()) for sub in goal.sub_goals)
        waits = not goal.goal.strip()
        return (
            words.tr("Write the goal; until then it is kept as a draft") if waits else "",
            words.trn("{n} step", "{n} steps", steps) if steps and not self.is_open() else "",
            ", ".join(f"{labels.choice(words, who)} {points[-1].value}" for who, points in self._scores.items()),
            words.tr("target {value}", value=goal.target) if goal.target is not None and self._scores else "",
        )

    # Slots

    def _on_edited(self) -> None:
        self._say()
        self._reading.start()
        self.edited.emit()

    def _on_read(self) -> None:
        goal = self.goal()
        self._show_hints(goal, hidden=self.hints.are_hidden)
        self._draw_scores(goal)

    def _on_hints_turned(self) -> None:
        self.edited.emit()
        self.settled.emit()

    def _on_toggled(self) -> None:
        if self.is_open():
            self.close_up()
        else:
            self.open()

    def _on_more(self) -> None:
        words = self._context.words
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words.tr("Duplicate the goal"), self.copy_asked.emit)
        if self.goal().status is GoalStatus.DROPPED:
            menu.addAction(words.tr("Take it up again"), partial(self.set_status, GoalStatus.UNDER_WAY))
        else:
            menu.addAction(words.tr("Drop it: it stays in the plan"), partial(self.set_status, GoalStatus.DROPPED))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_up(self) -> None:
        self.move_asked.emit(-1)

    def _on_down(self) -> None:
        self.move_asked.emit(1)
