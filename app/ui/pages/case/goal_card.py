"""A goal of the plan as a card that opens: its head, and its fields once they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.core.errors import Problem
from app.core.goal_scores import Scores
from app.core.records.plan import Goal, GoalStatus, PlanKind
from app.ui.context import Context
from app.ui.pages.case.goal_fields import GoalFields
from app.ui.pages.case.goal_head import GoalHead
from app.ui.widgets.surfaces import Card, scroll_around


class GoalCard(Card):
    """The fields are built when the card is first opened; until then it costs little.

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

    def __init__(self, context: Context, goal: Goal, kind: PlanKind, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.id, self._goal, self._kind, self._context = goal.id, goal, kind, context
        self._people: tuple[str, ...] = ()
        self._child = ""
        self._scores: Scores = {}
        self._shared_with = ""
        self._pressed: QPoint | None = None
        self.fields: GoalFields | None = None
        self.head = GoalHead(context.words, self)
        self.body.addWidget(self.head)
        self._connect()

    # What it says

    def goal(self) -> Goal:
        """The goal as typed."""
        return self._goal if self.fields is None else self.fields.goal()

    def show_goal(self, goal: Goal) -> None:
        """Show a goal; what says the same already keeps its cursor."""
        if self.fields is None and goal == self._goal:
            return
        self._goal = goal
        if self.fields is not None:
            self.fields.show_goal(goal)
        self._draw_scores(goal)
        self._say(goal)

    def show_place(self, number: int, count: int) -> None:
        """Say which goal it is of how many."""
        self.head.show_place(number, count)
        self._say(self.goal())

    def show_scores(self, scores: Scores) -> None:
        """Show what the follow-ups say: a small curve in the head, and who scored what when at the foot."""
        if scores != self._scores:
            goal, self._scores = self.goal(), scores
            self._draw_scores(goal)
            self._say(goal)

    def show_shared(self, names: str) -> None:
        """Tell with whom the goal is shared."""
        if names != self._shared_with:
            self._shared_with = names
            self.head.show_shared(names)
            self._say(self.goal())

    def know(self, child: str, people: Sequence[str]) -> None:
        """The first name that stands in the place of a phrase for it, and whom to suggest for the steps."""
        self._child, self._people = child, tuple(people)
        if self.fields is not None:
            self.fields.sub_goals.suggest(people)

    def set_kind(self, kind: PlanKind) -> None:
        """Offer the themes of this kind of plan."""
        if kind is not self._kind:
            self._kind = kind
            if self.fields is not None:
                self.fields.set_kind(kind)

    # Draft and problems

    def state(self) -> dict[str, object]:
        """The raw input, where the card was opened."""
        return {"id": self.id} if self.fields is None else {"id": self.id} | self.fields.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Show the raw input of a draft, which opens the card."""
        if "fields" in state:
            self._opened().restore(state)
        self._say(self.goal())

    def unread(self) -> tuple[Problem, ...]:
        """What cannot be read."""
        return () if self.fields is None else self.fields.unread()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the goal and what in it cannot be read; the focus stays where it is."""
        if problems or self.unread():
            self.open()
        if self.fields is not None:
            self.fields.show_problems(problems)

    def lead_to_problem(self) -> bool:
        """Open the card and lead to what is told in it; whether there is something."""
        if self.fields is None or not self.fields.lead_to_problem():
            return False
        if not self.is_open():
            self.open()
            self.fields.lead_to_problem()  # what is out of sight takes no cursor
        return True

    # Opening

    def is_open(self) -> bool:
        """Whether the fields are seen."""
        return self.fields is not None and not self.fields.isHidden()

    def open(self) -> None:
        """Show the fields."""
        self._opened()

    def close_up(self) -> None:
        """Show the head alone."""
        if self.fields is not None:
            self.fields.hide()
        self._say(self.goal())

    def focus_first(self) -> None:
        """Put the cursor into the child's own words."""
        self._opened().form.focus_first()

    def shift(self, step: int) -> None:
        """Move the step in which the cursor stands, or else the goal, up (-1) or down (1)."""
        row = self.fields.sub_goals.row_with(QApplication.focusWidget()) if self.fields is not None else None
        if row is not None and self.fields is not None:
            self.fields.sub_goals.move_row(row, step)
        else:
            self.move_asked.emit(step)

    def reveal(self) -> None:
        """Scroll the page so that the card is in sight, its head first."""
        above = scroll_around(self)
        if above is not None and (page := above.widget()) is not None:
            above.ensureWidgetVisible(self, 0, 16)
            above.ensureVisible(0, self.mapTo(page, QPoint(0, 0)).y(), 0, 16)

    def set_status(self, status: GoalStatus) -> None:
        """Say how far the goal has come, as its field does."""
        if self.fields is not None:
            self.fields.set_status(status)
        else:
            self._goal = replace(self._goal, status=status)
        self._on_edited()
        self.themed.emit()
        self.settled.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the card by its head."""
        in_head = event.position().y() < self.head.geometry().bottom() + 8
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

    def _connect(self) -> None:
        self.head.toggle.clicked.connect(self._on_toggled)
        self.head.up.clicked.connect(self._on_up)
        self.head.down.clicked.connect(self._on_down)
        self.head.more.clicked.connect(self._on_more)
        self.head.remove.clicked.connect(self.removal_asked)

    def _opened(self) -> GoalFields:
        fields = self.fields or self._built()
        fields.show()
        self._say(self.goal())
        return fields

    def _built(self) -> GoalFields:
        fields = self.fields = GoalFields(self._context, self._goal, self._kind, self._first_name, self)
        fields.sub_goals.suggest(self._people)
        fields.edited.connect(self._on_edited)
        fields.settled.connect(self.settled)
        fields.themed.connect(self.themed)
        fields.rested.connect(self._on_rested)
        fields.show_goal(self._goal)
        fields.show_scores(self._scores, self._goal)
        self.body.addWidget(fields)
        self.opened.emit()
        return fields

    def _first_name(self) -> str:
        return self._child

    def _draw_scores(self, goal: Goal) -> None:
        self.head.show_scores(self._scores, goal)
        if self.fields is not None:
            self.fields.show_scores(self._scores, goal)

    def _say(self, goal: Goal) -> None:
        self.head.say(goal, is_open=self.is_open())
        self.setAccessibleName(self.head.title.text())

    # Slots

    def _on_edited(self) -> None:
        self._say(self.goal())
        self.edited.emit()

    def _on_rested(self) -> None:
        self._draw_scores(self.goal())

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
        menu.popup(self.head.more.mapToGlobal(self.head.more.rect().bottomLeft()))

    def _on_up(self) -> None:
        self.move_asked.emit(-1)

    def _on_down(self) -> None:
        self.move_asked.emit(1)
