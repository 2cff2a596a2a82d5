"""The goals of a plan with a score from each who gives one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app import labels
from app.core.records.follow_up import GoalScore, Informant
from app.core.records.plan import Goal
from app.ui.widgets.button import Button
from app.ui.widgets.field import Field
from app.ui.widgets.score_field import ScoreField
from app.ui.widgets.surfaces import Line
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.text import Text, breakable
from app.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalToScore:
    """A goal and what each informant gave it the last time."""

    goal: Goal
    last: Mapping[Informant, int] = field(default_factory=dict)


class GoalScoresField(Field[tuple[GoalScore, ...]]):
    """Every goal with its words and a slider for each informant; more informants can be added. Empty is fine."""

    def __init__(self, words: Words, goals: Sequence[GoalToScore], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        usual = _informants(goal.last for goal in goals) or (Informant.CHILD,)
        self._blocks = {one.goal.id: _Block(words, one, usual) for one in goals}
        self._layout.setSpacing(12)
        for number, block in enumerate(self._blocks.values()):
            if number:
                self._layout.addWidget(Line())
            self._layout.addWidget(block)
            block.scored.connect(self.edited)
        if self._blocks:
            self.setFocusProxy(next(iter(self._blocks.values())).first())

    def value(self) -> tuple[GoalScore, ...]:
        """The scores given; a goal nobody scored is not among them."""
        return tuple(score for block in self._blocks.values() for score in block.scores())

    def set_value(self, value: tuple[GoalScore, ...]) -> None:
        """Show these scores."""
        for block in self._blocks.values():
            block.clear()
        for score in value:
            if score.goal_id in self._blocks:
                self._blocks[score.goal_id].show_score(score)

    def state(self) -> object:
        """The scores by goal and informant."""
        return {goal_id: block.state() for goal_id, block in self._blocks.items()}

    def restore(self, state: object) -> None:
        """Show the scores given earlier."""
        if isinstance(state, dict):
            for goal_id in state.keys() & self._blocks.keys():
                self._blocks[goal_id].restore(state[goal_id])

    def is_long(self) -> bool:
        """Goals want the full width."""
        return True

    def scale(self, goal_id: str, informant: Informant) -> ScoreField:
        """The slider of one informant at one goal, added where it was not there."""
        return self._blocks[goal_id].slider(informant)

    def describe(self, name: str, help_text: str) -> None:
        """Each slider says its goal and who scores; the field is the group."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(help_text)


def _informants(given: Iterable[Mapping[Informant, int]]) -> tuple[Informant, ...]:
    found = {informant for last in given for informant in last}
    return tuple(informant for informant in Informant if informant in found)


class _Block(QWidget):
    """One goal: its words at the left, the sliders at the right."""

    scored = Signal()

    def __init__(self, words: Words, one: GoalToScore, usual: tuple[Informant, ...]) -> None:
        super().__init__()
        self._words, self._goal, self._last = words, one.goal, one.last
        self._ids: dict[Informant, str] = {}
        self._sliders: dict[Informant, ScoreField] = {}
        self._lay_out()
        for informant in _informants([one.last]) or usual:
            self._make(informant)
        self._add = Button(words.tr("Somebody else scores too"), "link", "plus")
        self._add.setAccessibleName(words.tr("Somebody else scores too: {goal}", goal=one.goal.goal))
        self._add.clicked.connect(self._on_add)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._fit()

    def _lay_out(self) -> None:
        words = self._words
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text(breakable(self._goal.goal), "strong", wrap=True), 1)
        if self._goal.target is not None:
            aim = Text(words.tr("the aim is {score}", score=self._goal.target), "quiet")
            head.addWidget(aim, 0, Qt.AlignmentFlag.AlignTop)
        self._place = QGridLayout()
        self._place.setHorizontalSpacing(12)
        self._place.setVerticalSpacing(4)
        self._place.setColumnStretch(1, 1)
        widest = max(self.fontMetrics().horizontalAdvance(labels.choice(words, who)) for who in Informant)
        self._place.setColumnMinimumWidth(0, widest + 8)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        if self._goal.own_words:
            column.addWidget(Text(words.tr("“{words}”", words=breakable(self._goal.own_words)), "quiet", wrap=True))
        column.addLayout(self._place)

    def first(self) -> QWidget:
        """Where the focus goes first."""
        return next(iter(self._sliders.values()))

    def slider(self, informant: Informant) -> ScoreField:
        """The slider of an informant; a new one where there is none."""
        if informant not in self._sliders:
            self._make(informant)
            put_in_tab_order(self._add, self._sliders.values())
            self._fit()
        return self._sliders[informant]

    def _make(self, informant: Informant) -> None:
        who = labels.choice(self._words, informant)
        made = ScoreField(self._words, last=self._last.get(informant))
        made.describe(f"{self._goal.goal}, {who}", "")
        made.edited.connect(self.scored)
        line = len(self._sliders)
        self._place.addWidget(Text(who, "label"), line, 0, Qt.AlignmentFlag.AlignTop)
        self._place.addWidget(made, line, 1)
        self._sliders[informant] = made

    def _fit(self) -> None:
        self._add.setHidden(len(self._sliders) == len(Informant))

    def scores(self) -> tuple[GoalScore, ...]:
        """The scores given to this goal; a score that was there keeps its id."""
        given = ((informant, slider.value()) for informant, slider in self._sliders.items())
        return tuple(
            GoalScore(id=self._ids[who], goal_id=self._goal.id, informant=who, value=value)
            if who in self._ids
            else GoalScore(goal_id=self._goal.id, informant=who, value=value)
            for who, value in given
            if value is not None
        )

    def show_score(self, score: GoalScore) -> None:
        """Show a score."""
        self._ids[score.informant] = score.id
        self.slider(score.informant).set_value(score.value)

    def clear(self) -> None:
        """Show no score."""
        self._ids.clear()
        for slider in self._sliders.values():
            slider.set_value(None)

    def state(self) -> object:
        """The scores by informant."""
        return {informant.value: slider.state() for informant, slider in self._sliders.items()}

    def restore(self, state: object) -> None:
        """Show the scores given earlier."""
        if isinstance(state, dict):
            for informant in Informant:
                if informant.value in state:
                    self.slider(informant).restore(state[informant.value])

    def _on_add(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for informant in Informant:
            if informant not in self._sliders:
                menu.addAction(labels.choice(self._words, informant), partial(self._on_added, informant))
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _on_added(self, informant: Informant) -> None:
        self.slider(informant).scale.setFocus()
        self.scored.emit()
