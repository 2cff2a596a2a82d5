"""The head of a goal's card: what is read of a goal while the card is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.goal_scores import Scores
from app.core.records.plan import Goal, GoalStatus
from app.ui.widgets.button import IconButton
from app.ui.widgets.marks import Chip
from app.ui.widgets.score_chart import latest_in_words
from app.ui.widgets.sparkline import Sparkline
from app.ui.widgets.text import Text
from app.words import Words

_TONES = {GoalStatus.MET: "ok", GoalStatus.UNDER_WAY: "accent", GoalStatus.PARTLY_MET: "accent"}
_CHIP = 14  # px around the word of a status
_HEADING = 120  # characters of a goal in the head of its card; the whole text stands in the field
_READ = 4 * _HEADING  # characters looked at to find them


class GoalHead(QWidget):
    """Number and words of the goal, how far it has come, its scores as a curve, and the buttons of its card."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._number = 0
        self._scores: Scores = {}
        self._shared_with = ""
        self.toggle = IconButton("chevron-right", "")
        self.title = Text(look="strong", wrap=True)
        self.quiet = Text(look="small", wrap=True)
        self.status = Chip("")
        self._spark = Sparkline()
        self.up = IconButton("chevron-up", "")
        self.down = IconButton("chevron-down", "")
        self.more = IconButton("ellipsis", "")
        self.remove = IconButton("trash-2", "")
        self._lay_out()

    def show_place(self, number: int, count: int) -> None:
        """Say which goal it is of how many."""
        words, self._number = self._words, number
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)
        self.up.set_name(words.tr("Move goal {n} up (Alt+Up)", n=number))
        self.down.set_name(words.tr("Move goal {n} down (Alt+Down)", n=number))
        self.more.set_name(words.tr("More for goal {n}", n=number))
        self.remove.set_name(words.tr("Remove goal {n}", n=number))

    def show_scores(self, scores: Scores, goal: Goal) -> None:
        """Draw the curve of each who scored, with what the goal aims at now."""
        self._scores = scores
        self._spark.setVisible(bool(scores))
        if scores:
            self._spark.show_scores(scores, goal.target, latest_in_words(self._words, scores))

    def show_shared(self, names: str) -> None:
        """Tell with whom the goal is shared, "" for nobody: who words it anew does so for all of them."""
        self._shared_with = names

    def say(self, goal: Goal, *, is_open: bool) -> None:
        """Tell of the goal as it is typed."""
        words, number = self._words, self._number
        text = " ".join(goal.goal[:_READ].split()) or words.tr("A goal without words yet")
        short = text if len(text) <= _HEADING else text[:_HEADING].rsplit(" ", 1)[0] + " …"
        self.title.setText(f"{number} · {short}" if number else short)
        self.status.say(labels.choice(words, goal.status), _TONES.get(goal.status, ""))
        self.quiet.setText(" · ".join(part for part in self._facts(goal, is_open=is_open) if part))
        self.quiet.setVisible(bool(self.quiet.text()))
        self.toggle.show_icon("chevron-down" if is_open else "chevron-right")
        self.toggle.set_name(words.tr("Close goal {n}", n=number) if is_open else words.tr("Open goal {n}", n=number))

    def _facts(self, goal: Goal, *, is_open: bool) -> tuple[str, ...]:
        words = self._words
        steps = sum(bool(sub.what.strip()) for sub in goal.sub_goals)
        waits = not goal.goal.strip()
        return (
            words.tr("Write the goal; until then it is kept as a draft") if waits else "",
            words.tr("shared with {names}", names=self._shared_with) if self._shared_with else "",
            words.trn("{n} step", "{n} steps", steps) if steps and not is_open else "",
            ", ".join(f"{labels.choice(words, who)} {points[-1].value}" for who, points in self._scores.items()),
            words.tr("target {value}", value=goal.target) if goal.target is not None and self._scores else "",
        )

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.quiet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 1)
        row.addWidget(self._spark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._held_status())
        for button in (self.up, self.down, self.more, self.remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._spark.setFixedSize(108, 32)
        self._spark.hide()

    def _held_status(self) -> QVBoxLayout:
        """The status in a place as wide as the longest there is: the curves of all goals stand in one column."""
        metrics = self.fontMetrics()
        names = (labels.choice(self._words, status) for status in GoalStatus)
        place = QVBoxLayout()
        place.addStrut(max(metrics.horizontalAdvance(name) for name in names) + _CHIP)
        place.addWidget(self.status, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return place
