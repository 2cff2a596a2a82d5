"""The goals of a plan: their cards, and what stands around them to add, copy, put back, open and close them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from textwrap import shorten
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from app.core.catalogue import Theme
from app.core.goal_copy import copied
from app.core.records.plan import Goal, PlanKind
from app.ui.context import Context
from app.ui.pages.case.goal_card import GoalCard
from app.ui.pages.case.goal_column import GoalColumn
from app.ui.pages.case.plan_advice import YouthThemes
from app.ui.widgets.button import Button
from app.ui.widgets.text import Text

_SHOWN = 80  # characters of a goal in a menu
_ALL_OPEN = 2  # so many goals stand open when a plan is shown


class GoalList(GoalColumn):
    """Few goals stand open at once, many closed; a goal that was taken out waits at the foot."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words = context.words
        self.youth = YouthThemes(words)
        self._count = Text(look="small")
        self._open_all = Button(words.tr("Open all"), "link")
        self._close_all = Button(words.tr("Close all"), "link")
        self.add = Button(words.tr("Add a goal"), icon="plus")
        self.add.setToolTip(words.tr("Add a goal ({keys})", keys="Ctrl+G"))
        self._removed: tuple[Goal, ...] = ()
        self.back = Button("", "link", "undo-2")
        self._none = Text(words.tr("Begin with what the child wants. Few goals are better than many."), "quiet")
        self._lay_out()
        self._connect()

    def show_goals(self, goals: Sequence[Goal], kind: PlanKind) -> None:
        """Show these goals; a few of another plan stand open."""
        is_new = not self.cards
        super().show_goals(goals, kind)
        if is_new and len(goals) <= _ALL_OPEN:
            for card in self.cards:
                card.open()

    def ask_for(self, themes: Sequence[Theme]) -> None:
        """Say which themes of the plan no goal is about yet."""
        self.youth.show_themes(themes)

    def show_removed(self, goals: Sequence[Goal]) -> None:
        """Offer to put these back, which were taken out of the plan."""
        there = {card.id for card in self.cards}
        self._removed = tuple(goal for goal in goals if goal.id not in there)
        count = len(self._removed)
        self.back.setText(self._context.words.trn("{n} goal was taken out …", "{n} goals were taken out …", count))
        self.back.setVisible(bool(count))

    def remove(self, card: GoalCard) -> None:
        """Take a goal out; the cursor stands where another is added."""
        self.add.setFocus()
        super().remove(card)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(self._context.words.tr("Goals"), "heading"))
        head.addWidget(self._count)
        head.addStretch(1)
        for button in (self._open_all, self._close_all, self.add):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.youth)
        column.addWidget(self._none)
        column.addLayout(self._place)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.back.hide()

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.youth.asked.connect(self._on_asked)
        self.back.clicked.connect(self._on_back)
        self._open_all.clicked.connect(self._on_open_all)
        self._close_all.clicked.connect(self._on_close_all)

    def _made(self, goal: Goal) -> GoalCard:
        card = super()._made(goal)
        card.copy_asked.connect(self._on_copy)
        return card

    def _arrange(self) -> None:
        super()._arrange()
        count = len(self.cards)
        self._count.setText(self._context.words.trn("{n} goal", "{n} goals", count) if count else "")
        self._none.setVisible(not count)
        self._open_all.setVisible(count > 1)
        self._close_all.setVisible(count > 1)

    def _add_goal(self, goal: Goal, place: int | None = None) -> None:
        card = self._made(goal)
        self.cards.insert(len(self.cards) if place is None else place, card)
        self._arrange()
        card.show()  # a card that is not seen yet takes no cursor
        self.lead_to(card)
        self.themed.emit()
        self.edited.emit()

    # Slots

    def _on_add(self) -> None:
        self._add_goal(Goal(goal=""))

    def _on_asked(self, theme_key: str) -> None:
        self._add_goal(Goal(goal="", theme_key=theme_key))

    def _on_copy(self) -> None:
        """A goal with the same words behind the one that was copied, saved at once since it has words."""
        card = cast(GoalCard, self.sender())
        self._add_goal(copied(card.goal()), self.cards.index(card) + 1)
        self.settled.emit()

    def _on_back(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for goal in self._removed:
            text = shorten(goal.goal[: 4 * _SHOWN], _SHOWN, placeholder=" …").replace("&", "&&")
            menu.addAction(self._context.words.tr("Put back: {goal}", goal=text), partial(self._put_back, goal))
        menu.popup(self.back.mapToGlobal(self.back.rect().bottomLeft()))

    def _put_back(self, goal: Goal) -> None:
        self._add_goal(goal)
        self.settled.emit()

    def _on_open_all(self) -> None:
        """One after the other, so that many long goals do not hold up the window."""
        closed = next((card for card in self.cards if not card.is_open()), None)
        if closed is not None:
            closed.open()
            QTimer.singleShot(0, self, self._on_open_all)

    def _on_close_all(self) -> None:
        for card in self.cards:
            card.close_up()
