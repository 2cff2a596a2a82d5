"""The goals of a plan in their order: added, moved, taken out, opened and closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import shorten
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.core.catalogue import Theme
from app.core.errors import Problem
from app.core.goal_copy import copied
from app.core.goal_scores import score_history
from app.core.records.follow_up import FollowUp
from app.core.records.plan import Goal, PlanKind
from app.ui.context import Context
from app.ui.pages.case.goal_card import GoalCard
from app.ui.pages.case.goal_drag import DropMark, drag, goal_of, place_at, scroll_along
from app.ui.pages.case.plan_advice import YouthThemes
from app.ui.widgets.button import Button
from app.ui.widgets.text import Text

_SHOWN = 80  # characters of a goal in a menu
_ALL_OPEN = 2  # so many goals stand open when a plan is shown


class GoalList(QWidget):
    """The goal cards. Alt with the arrows moves the goal, or within it the step, in which the cursor stands; the mouse
    takes a card by its head.

    `edited` tells of every change, `settled` of those that are done at once, `themed` that what the goals are about
    changed, `built` that fields came to be.
    """

    edited = Signal()
    settled = Signal()
    themed = Signal()
    built = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._people: tuple[str, ...] = ()
        self._child = ""
        self._kind = PlanKind.CHILDS_PLAN
        self.youth = YouthThemes(context.words)
        self.cards: list[GoalCard] = []
        words = context.words
        self._count = Text(look="small")
        self._open_all = Button(words.tr("Open all"), "link")
        self._close_all = Button(words.tr("Close all"), "link")
        self.add = Button(words.tr("Add a goal"), icon="plus")
        self.add.setToolTip(words.tr("Add a goal ({keys})", keys="Ctrl+G"))
        self._removed: tuple[Goal, ...] = ()
        self.back = Button("", "link", "undo-2")
        self._mark = DropMark(self)
        self.setAcceptDrops(True)
        self._none = Text(words.tr("Begin with what the child wants. Few goals are better than many."), "quiet")
        self._place = QVBoxLayout()
        self._place.setSpacing(10)
        self._lay_out()
        self._connect()

    def goals(self) -> tuple[Goal, ...]:
        """The goals as typed, those without words too."""
        return tuple(card.goal() for card in self.cards)

    def show_goals(self, goals: Sequence[Goal], kind: PlanKind) -> None:
        """Show these goals of such a plan; cards that are there already stay as they are."""
        self.set_kind(kind)
        is_new = not self.cards
        there = {card.id: card for card in self.cards}
        for card in [card for card in self.cards if card.id not in {goal.id for goal in goals}]:
            self._take(card)
        self.cards = [there.get(goal.id) or self._made(goal) for goal in goals]
        for card, goal in zip(self.cards, goals, strict=True):
            card.show_goal(goal)
        self._arrange()
        if is_new and len(goals) <= _ALL_OPEN:
            for card in self.cards:
                card.open()

    def set_kind(self, kind: PlanKind) -> None:
        """Offer the themes of this kind of plan; a goal keeps its theme, whatever the kind becomes."""
        self._kind = kind
        for card in self.cards:
            card.set_kind(kind)

    def ask_for(self, themes: Sequence[Theme]) -> None:
        """Say which themes of the plan no goal is about yet."""
        self.youth.show_themes(themes)

    def clear(self) -> None:
        """Show none, as before another plan."""
        for card in self.cards:
            self._take(card)
        self.cards = []

    def show_scores(self, follow_ups: Sequence[FollowUp]) -> None:
        """Show what the follow-ups say of each goal."""
        scores = score_history(follow_ups)
        for card in self.cards:
            card.show_scores(scores.get(card.id, {}))

    def name_child(self, first_name: str) -> None:
        """The name that stands in the place of a phrase for it."""
        self._child = first_name
        for card in self.cards:
            card.name_child(first_name)

    def suggest(self, people: Sequence[str]) -> None:
        """Suggest these people for what is done."""
        self._people = tuple(people)
        for card in self.cards:
            card.suggest(people)

    def state(self) -> list[dict[str, object]]:
        """The raw input of the cards."""
        return [card.state() for card in self.cards]

    def restore(self, state: object) -> None:
        """Show the raw input in the cards of the same goal."""
        typed = {one.get("id"): one for one in state if isinstance(one, dict)} if isinstance(state, list) else {}
        for card in self.cards:
            card.restore(typed.get(card.id, {}))

    def unread(self) -> tuple[Problem, ...]:
        """What cannot be read; told at its goal."""
        return tuple(problem for card in self.cards for problem in card.unread())

    def show_problems(self, problems: Mapping[str, Sequence[Problem]]) -> None:
        """Say what is wrong, by the id of the goal."""
        for card in self.cards:
            card.show_problems(problems.get(card.id, ()))

    def card_of(self, goal_id: str) -> GoalCard | None:
        """The card of a goal."""
        return next((card for card in self.cards if card.id == goal_id), None)

    def show_removed(self, goals: Sequence[Goal]) -> None:
        """Offer to put these back, which were taken out of the plan."""
        there = {card.id for card in self.cards}
        self._removed = tuple(goal for goal in goals if goal.id not in there)
        count = len(self._removed)
        self.back.setText(self._context.words.trn("{n} goal was taken out …", "{n} goals were taken out …", count))
        self.back.setVisible(bool(count))

    def lead_to(self, card: GoalCard) -> None:
        """Open a card and bring it in sight, once it has its size."""
        card.focus_first()
        QTimer.singleShot(0, card, card.reveal)

    def move_card(self, card: GoalCard, step: int) -> None:
        """Move a goal up (-1) or down (1); at the end it stays. The cursor stays where it is."""
        self.move_to(card, self.cards.index(card) + step)

    def move_to(self, card: GoalCard, place: int) -> None:
        """Let a goal stand at a place, counted from 0; where it stands there already, or there is none, it stays."""
        if not 0 <= place < len(self.cards) or self.cards[place] is card:
            return
        focus = QApplication.focusWidget()
        self.cards.remove(card)
        self.cards.insert(place, card)
        self._arrange()
        if focus is not None and card.isAncestorOf(focus):
            focus.setFocus()
        QTimer.singleShot(0, card, card.reveal)
        self.edited.emit()
        self.settled.emit()

    def remove(self, card: GoalCard) -> None:
        """Take a goal out; what follow-ups said of it is kept, and undo brings it back."""
        self.add.setFocus()
        self.cards.remove(card)
        self._take(card)
        self._arrange()
        self.themed.emit()
        self.edited.emit()
        self.settled.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a goal of this plan, and nothing else."""
        if self.card_of(goal_of(event)) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the goal comes to stand, and move the page along."""
        y = event.position().toPoint().y()
        place = place_at(self.cards, y)
        after = self.cards[place].y() - 5 if place < len(self.cards) else self.cards[-1].geometry().bottom() + 5
        self._mark.stand_at(after, self.width())
        scroll_along(self, event.position().toPoint())
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing comes to stand here."""
        self._mark.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the goal stand where it was let go."""
        self._mark.hide()
        card = self.card_of(goal_of(event))
        if card is not None:
            place, before = place_at(self.cards, event.position().toPoint().y()), self.cards.index(card)
            self.move_to(card, place - (place > before))
            event.acceptProposedAction()

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
        card = GoalCard(self._context, goal)
        card.setParent(self)
        card.set_kind(self._kind)
        card.suggest(self._people)
        card.name_child(self._child)
        card.edited.connect(self.edited)
        card.settled.connect(self.settled)
        card.themed.connect(self.themed)
        card.opened.connect(self.built)
        card.move_asked.connect(self._on_move)
        card.removal_asked.connect(self._on_remove)
        card.drag_asked.connect(self._on_drag)
        card.copy_asked.connect(self._on_copy)
        for keys, slot in (("Alt+Up", self._on_up), ("Alt+Down", self._on_down)):
            # One shortcut a card: the card knows whether the goal moves or a step within it.
            shortcut = QShortcut(QKeySequence(keys), card)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        return card

    def _take(self, card: GoalCard) -> None:
        self._place.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _arrange(self) -> None:
        for number, card in enumerate(self.cards):
            if self._place.indexOf(card) != number:
                self._place.insertWidget(number, card)
            card.show_place(number + 1, len(self.cards))
            card.show()
        count = len(self.cards)
        self._count.setText(self._context.words.trn("{n} goal", "{n} goals", count) if count else "")
        self._none.setVisible(not count)
        self._open_all.setVisible(count > 1)
        self._close_all.setVisible(count > 1)

    # Slots

    def _on_add(self) -> None:
        self._add_goal(Goal(goal=""))

    def _on_asked(self, theme_key: str) -> None:
        self._add_goal(Goal(goal="", theme_key=theme_key))

    def _add_goal(self, goal: Goal, place: int | None = None) -> None:
        card = self._made(goal)
        self.cards.insert(len(self.cards) if place is None else place, card)
        self._arrange()
        self.lead_to(card)
        self.themed.emit()
        self.edited.emit()

    def _on_copy(self) -> None:
        """A goal with the same words behind the one that was copied, saved at once since it has words."""
        card = cast(GoalCard, self.sender())
        self._add_goal(copied(card.goal()), self.cards.index(card) + 1)
        self.settled.emit()

    def _on_drag(self) -> None:
        card = cast(GoalCard, self.sender())
        drag(card, card.id)

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

    def _on_move(self, step: int) -> None:
        self.move_card(cast(GoalCard, self.sender()), step)

    def _on_remove(self) -> None:
        self.remove(cast(GoalCard, self.sender()))

    def _on_up(self) -> None:
        cast(GoalCard, self.sender().parent()).shift(-1)

    def _on_down(self) -> None:
        cast(GoalCard, self.sender().parent()).shift(1)
