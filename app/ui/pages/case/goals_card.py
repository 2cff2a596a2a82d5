"""The goals of the plan: how far each has come, with its scores as a small curve."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.catalogue import Catalogue
from app.core.dates import long_date, screen_date
from app.core.goal_scores import ScorePoint, Scores, goal_curve, score_history
from app.core.records.follow_up import FollowUp
from app.core.records.plan import Goal, GoalStatus, Plan
from app.core.status import CaseStatus
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.score_chart import in_words
from app.ui.widgets.score_lines import LineKey
from app.ui.widgets.sparkline import Sparkline
from app.ui.widgets.surfaces import Card, Line
from app.ui.widgets.text import Text
from app.words import Words

_MOST = 6
"""A glance bears so many goals; the rest is counted and one click away."""

_LONGEST = 160
"""Characters of a goal that a glance bears; the whole goal stands in the plan."""

_READ = 4 * _LONGEST
"""Characters looked at to find them: taking a goal of two thousand to words takes longer than to show it."""


class GoalsCard(Card):
    """The goals that are worked on or met, in the order of the plan: the first of them, and how many more there are."""

    plan_asked = Signal()

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Goals of the plan"))
        self._context = context
        self._none = Text(words.tr("The plan has no goals yet."), "quiet")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._open = Button(words.tr("Open the plan"), "link")
        self.add_action(self._open)
        self.body.addWidget(self._none)
        self.body.addLayout(self._column)
        self._open.clicked.connect(self.plan_asked)
        self.rows: list[GoalRow] = []

    def show_plan(self, plan: Plan | None, status: CaseStatus, follow_ups: Sequence[FollowUp]) -> None:
        """Show the working plan's goals with the scores of the follow-ups held."""
        words, file = self._context.words, status.file
        number, issued_on = file.plan_number, file.plan_issued_on
        self.set_subtitle(
            words.tr("version {number} of {date}", number=number, date=long_date(issued_on, words.language))
            if number is not None and issued_on is not None
            else words.tr("no version issued")
        )
        goals = [goal for goal in plan.goals if goal.status is not GoalStatus.DROPPED] if plan else []
        self._none.setVisible(not goals)
        self._fill(goals, status, follow_ups)

    def _fill(self, goals: Sequence[Goal], status: CaseStatus, follow_ups: Sequence[FollowUp]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        scores = score_history(follow_ups)
        for goal in goals[:_MOST]:
            if self.rows:
                self._column.addWidget(Line())
            curve = goal_curve(goal.id, follow_ups)
            row = GoalRow(goal, curve, scores.get(goal.id, {}), self._context.catalogue, self._context.words, status)
            self.rows.append(row)
            self._column.addWidget(row)
        if more := len(goals) - len(self.rows):
            told = self._context.words.trn("{n} more goal in the plan", "{n} more goals in the plan", more)
            self._column.addWidget(Text(told, "quiet"))


class GoalRow(QWidget):
    """A goal: what, who, the curve of each who scored it, and where it stands."""

    def __init__(
        self,
        goal: Goal,
        curve: Sequence[ScorePoint],
        scores: Scores,
        catalogue: Catalogue,
        words: Words,
        status: CaseStatus,
    ) -> None:
        super().__init__()
        theme = catalogue.theme(goal.theme_key, status.today).names.of(words.language) if goal.theme_key else ""
        who = next((sub.responsible for sub in goal.sub_goals if sub.responsible), "")
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Text(shorten(goal.goal[:_READ], _LONGEST, placeholder=" …"), "strong", wrap=True))
        if theme or who:
            told.addWidget(Text(" · ".join(part for part in (theme, who) if part), "quiet", wrap=True))
        if len(scores) > 1:
            told.addWidget(_keys(scores, words))
        self.standing = standing(goal, curve, words)
        spark = Sparkline()
        spark.show_scores(scores, goal.target, in_words(words, scores, goal.baseline, goal.target))
        spark.setVisible(bool(scores))
        numbers = QVBoxLayout()
        numbers.setSpacing(0)
        for text, look in zip(self.standing, ("strong", "quiet"), strict=True):
            number = Text(text, look)
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            number.setMinimumWidth(96)
            numbers.addWidget(number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(told, 1)
        row.addWidget(spark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(numbers)


def standing(goal: Goal, curve: Sequence[ScorePoint], words: Words) -> tuple[str, str]:
    """The latest score against the target; a goal that was met says so, with the day it was last scored."""
    target = words.tr("target {value}", value=goal.target) if goal.target is not None else ""
    if goal.status is GoalStatus.MET:
        return labels.choice(words, goal.status), screen_date(curve[-1].day) if curve else target
    if not curve:
        return words.tr("Not scored yet"), target
    return words.tr("{value} of 10", value=curve[-1].value), target


def _keys(scores: Scores, words: Words) -> QWidget:
    """Which line is whose, each with its latest score."""
    keys = QWidget()
    flow = Flow(keys, gap=4)
    for informant, points in scores.items():
        flow.addWidget(LineKey(informant, f"{labels.choice(words, informant)} {points[-1].value}"))
    return keys
