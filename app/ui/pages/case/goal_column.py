"""The cards of a plan's goals in their order, moved by keys and carried by the mouse."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.errors import Problem
from app.core.goal_scores import score_history
from app.core.records.follow_up import FollowUp
from app.core.records.plan import Goal, PlanKind
from app.ui.context import Context
from app.ui.pages.case.goal_card import GoalCard
from app.ui.pages.case.goal_drag import DropMark, drag, goal_of, place_at, scroll_along


class GoalColumn(QWidget):
    """What all cards are told, and what is read from them. Alt with the arrows moves the goal, or within it the step,
    in which the cursor stands; the mouse takes a card by its head.

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
        self._child = ""
        self._people: tuple[str, ...] = ()
        self._kind = PlanKind.CHILDS_PLAN
        self.cards: list[GoalCard] = []
        self._mark = DropMark(self)
        self._place = QVBoxLayout()
        self._place.setSpacing(10)
        self.setAcceptDrops(True)

    # What the cards say

    def goals(self) -> tuple[Goal, ...]:
        """The goals as typed, those without words too."""
        return tuple(card.goal() for card in self.cards)

    def show_goals(self, goals: Sequence[Goal], kind: PlanKind) -> None:
        """Show these goals of such a plan; cards that are there already stay as they are."""
        self.set_kind(kind)
        there = {card.id: card for card in self.cards}
        for card in [card for card in self.cards if card.id not in {goal.id for goal in goals}]:
            self._take(card)
        self.cards = [there.get(goal.id) or self._made(goal) for goal in goals]
        for card, goal in zip(self.cards, goals, strict=True):
            card.show_goal(goal)
        self._arrange()

    def clear(self) -> None:
        """Show none, as before another plan."""
        for card in self.cards:
            self._take(card)
        self.cards = []

    def set_kind(self, kind: PlanKind) -> None:
        """Offer the themes of this kind of plan; a goal keeps its theme, whatever the kind becomes."""
        self._kind = kind
        for card in self.cards:
            card.set_kind(kind)

    def show_scores(self, follow_ups: Sequence[FollowUp]) -> None:
        """Show what the follow-ups say of each goal."""
        scores = score_history(follow_ups)
        for card in self.cards:
            card.show_scores(scores.get(card.id, {}))

    def show_shared(self, goal_ids: Collection[str], names: str) -> None:
        """Tell which goals are shared, and with whom."""
        for card in self.cards:
            card.show_shared(names if card.id in goal_ids else "")

    def know(self, child: str, people: Sequence[str]) -> None:
        """The first name that stands in the place of a phrase for it, and whom to suggest for what is done."""
        self._child, self._people = child, tuple(people)
        for card in self.cards:
            card.know(child, people)

    def card_of(self, goal_id: str) -> GoalCard | None:
        """The card of a goal."""
        return next((card for card in self.cards if card.id == goal_id), None)

    # Draft and problems

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

    def lead_to_problem(self) -> bool:
        """Lead to the first goal at which something is told; whether there is one."""
        return any(card.lead_to_problem() for card in self.cards)

    # Their order

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

    # Building

    def _made(self, goal: Goal) -> GoalCard:
        card = GoalCard(self._context, goal, self._kind, self)
        card.know(self._child, self._people)
        card.edited.connect(self.edited)
        card.settled.connect(self.settled)
        card.themed.connect(self.themed)
        card.opened.connect(self.built)
        card.move_asked.connect(self._on_move)
        card.removal_asked.connect(self._on_remove)
        card.drag_asked.connect(self._on_drag)
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

    # Slots

    def _on_move(self, step: int) -> None:
        self.move_card(cast(GoalCard, self.sender()), step)

    def _on_remove(self) -> None:
        self.remove(cast(GoalCard, self.sender()))

    def _on_drag(self) -> None:
        card = cast(GoalCard, self.sender())
        drag(card, card.id)

    def _on_up(self) -> None:
        cast(GoalCard, self.sender().parent()).shift(-1)

    def _on_down(self) -> None:
        cast(GoalCard, self.sender().parent()).shift(1)
