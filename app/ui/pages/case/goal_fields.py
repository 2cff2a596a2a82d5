"""What an open goal shows: its fields, the child's own words first, the hints at its wording, its steps and scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import labels
from app.core.errors import Problem
from app.core.goal_scores import Scores
from app.core.goal_wording import goal_hints
from app.core.records.plan import Goal, GoalStatus, PlanKind
from app.labels.goal_wording import goal_hint
from app.ui.context import Context
from app.ui.pages.case.goal_hints import GoalHints
from app.ui.pages.case.plan_snippets import KINDS, offer_snippets
from app.ui.pages.case.sub_goals import SubGoals
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form
from app.ui.widgets.record_fields import read_record, show_record
from app.ui.widgets.score_chart import GoalScores
from app.ui.widgets.short_fields import NumberField
from app.ui.widgets.text_fields import LongTextField

_FIELDS = ("own_words", "goal", "theme_key", "status", "baseline", "target", "success_sign")
_PROSE = 100_000  # characters, as the record allows
_READ_MS = 1_200  # the hints wait until a sentence has come to rest


class GoalFields(QWidget):
    """Takes a goal and gives it back as typed. `edited` tells of every change, `settled` of those that are done at
    once, `themed` that the goal is about something else or no longer worked on, `rested` that a sentence is written.
    """

    edited = Signal()
    settled = Signal()
    themed = Signal()
    rested = Signal()

    def __init__(self, context: Context, goal: Goal, kind: PlanKind, child: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._goal, self._kind = context, goal, kind
        self._themes: list[Option] = []
        self.hints = GoalHints(context.words)
        self.form = _form(context, self.hints)
        offer_snippets(context, self.form, {name: KINDS[name] for name in _FIELDS if name in KINDS}, child)
        self.sub_goals = SubGoals(context, child)
        self.scores = GoalScores(context.words)
        self._by_name: dict[str, Field[Any]] = {name: self.form.field(name) for name in _FIELDS}
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(_READ_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 4, 0, 4)
        column.setSpacing(16)
        for part in (self.form, self.sub_goals, self.scores):
            column.addWidget(part)
        self._connect()

    # What it says

    def goal(self) -> Goal:
        """The goal as typed."""
        read = read_record(self._by_name, self._goal)
        kept = {name: getattr(read, name) for name in ("id", *_FIELDS)}
        return Goal(**kept, hints_hidden=self.hints.are_hidden, sub_goals=self.sub_goals.sub_goals())

    def show_goal(self, goal: Goal) -> None:
        """Show a goal; what says the same already keeps its cursor."""
        self._goal = goal
        self._offer_themes(goal.theme_key)
        show_record(self._by_name, goal)
        self.sub_goals.show_sub_goals(goal.sub_goals)
        self._show_hints(goal, hidden=goal.hints_hidden)

    def show_scores(self, scores: Scores, goal: Goal) -> None:
        """Show who scored what when, between where the goal began and what it aims at now."""
        self.scores.show_scores(scores, goal.baseline, goal.target)

    def set_kind(self, kind: PlanKind) -> None:
        """Offer the themes of this kind of plan."""
        self._kind = kind
        self._offer_themes(self.goal().theme_key)

    def set_status(self, status: GoalStatus) -> None:
        """Say how far the goal has come."""
        self.form.field("status").set_value(status.value)

    # Draft and problems

    def state(self) -> dict[str, object]:
        """The raw input."""
        return {"fields": self.form.state(), "sub_goals": self.sub_goals.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the raw input of a draft."""
        self.form.restore(state["fields"])
        self.sub_goals.restore(state.get("sub_goals", []))

    def unread(self) -> tuple[Problem, ...]:
        """What cannot be read."""
        return (*self.form.unread(), *self.sub_goals.unread())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the goal and what in it cannot be read; the focus stays where it is."""
        found = (*self.form.unread(), *problems)
        self.form.show_problems(found, partial(labels.problem, self._context.words), lead=False)
        self.sub_goals.show_unread()

    def lead_to_problem(self) -> bool:
        """Lead to the first field at which something is told; whether there is one."""
        return self.form.lead_to_first_problem() or self.sub_goals.lead_to_unread()

    # Building

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        for name in ("theme_key", "status"):
            self.form.field(name).edited.connect(self.themed)
        self.sub_goals.edited.connect(self._on_edited)
        self.sub_goals.rearranged.connect(self.settled)
        self.hints.turned.connect(self._on_hints_turned)
        self._reading.timeout.connect(self._on_read)

    def _offer_themes(self, chosen: str) -> None:
        field, options = self.form.field("theme_key"), _themes(self._context, self._kind, chosen)
        if isinstance(field, ChoiceField) and options != self._themes:
            field.set_options(options)
            self._themes = options

    def _show_hints(self, goal: Goal, *, hidden: bool) -> None:
        words = self._context.words
        self.hints.show_hints([goal_hint(words, hint, goal) for hint in goal_hints(goal)], hidden=hidden)

    # Slots

    def _on_edited(self) -> None:
        self._reading.start()
        self.edited.emit()

    def _on_read(self) -> None:
        self._show_hints(self.goal(), hidden=self.hints.are_hidden)
        self.rested.emit()

    def _on_hints_turned(self) -> None:
        self.edited.emit()
        self.settled.emit()


def _form(context: Context, hints: QWidget) -> Form:
    """A form with the fields of a goal, and the hints at its wording below its words."""
    words = context.words
    statuses = [Option(status.value, labels.choice(words, status)) for status in GoalStatus]
    own = LongTextField(words, lines=2, limit=_PROSE, placeholder=words.tr("What does the child want, and why?"))
    goal = LongTextField(words, lines=2, limit=_PROSE, placeholder=words.tr("What is different when it is reached?"))
    scale = words.tr("on the scale from 0 to 10")
    form = Form(words, columns=2)
    form.add("own_words", words.tr("The child's own words"), own)
    form.add("goal", words.tr("The goal"), goal, required=True)
    form.add_widget(hints)
    form.add("theme_key", words.tr("Theme"), ChoiceField(empty=words.tr("No theme")))
    form.add("status", words.tr("How far"), ChoiceField(statuses))
    form.add("baseline", words.tr("Where it began"), NumberField(most=10, unit=scale))
    form.add("target", words.tr("Target"), NumberField(most=10, unit=scale))
    form.add("success_sign", words.tr("We can see that it works when"), LongTextField(words, lines=1, limit=_PROSE))
    return form


def _themes(context: Context, kind: PlanKind, chosen: str) -> list[Option]:
    """The themes of such a plan, and the one that was `chosen` wherever it is from."""
    catalogue, today, language = context.catalogue, context.today(), context.words.language
    themes = [*catalogue.themes(today), *(catalogue.youth_themes(today) if kind is PlanKind.YOUTH_PLAN else ())]
    if chosen and chosen not in {theme.key for theme in themes}:
        themes.append(catalogue.theme(chosen, today))
    return [Option(theme.key, theme.names.of(language)) for theme in themes]
