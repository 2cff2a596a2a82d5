"""The steps towards a goal: who does what by when, row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.errors import Problem
from app.core.records.plan import GoalStatus, SubGoal
from app.core.records.snippet import SnippetKind
from app.ui.context import Context
from app.ui.pages.case.plan_snippets import KEYS, SnippetOffer
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.field import Field
from app.ui.widgets.form_row import Remark
from app.ui.widgets.record_fields import read_record, show_record
from app.ui.widgets.surfaces import Line, scroll_around
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField, SuggestField

_LINE = 500  # characters, as the record allows


class SubGoals(QWidget):
    """Rows that are added, removed and moved. `edited` tells of every change, `rearranged` of those that are done at
    once: a row added, removed or moved."""

    edited = Signal()
    rearranged = Signal()

    def __init__(self, context: Context, child: Callable[[], str]) -> None:
        super().__init__()
        self._context, self._child = context, child
        self._people: tuple[str, ...] = ()
        self.rows: list[SubGoalRow] = []
        self.add = Button(context.words.tr("Add a step"), "quiet", "plus")
        self._place = QVBoxLayout()
        self._place.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(context.words.tr("What we do"), "label"))
        column.addLayout(self._place)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)

    def sub_goals(self) -> tuple[SubGoal, ...]:
        """The steps as typed, blank ones too."""
        return tuple(row.sub_goal() for row in self.rows)

    def show_sub_goals(self, sub_goals: Sequence[SubGoal]) -> None:
        """Show these steps; rows that are there already keep their cursor."""
        there = {row.id: row for row in self.rows}
        for row in [row for row in self.rows if row.id not in {sub.id for sub in sub_goals}]:
            self._take(row)
        self.rows = [there.get(sub.id) or self._made(sub) for sub in sub_goals]
        for row, sub in zip(self.rows, sub_goals, strict=True):
            row.show_sub_goal(sub)
        self._arrange()

    def suggest(self, people: Sequence[str]) -> None:
        """Suggest these people as those who do something."""
        self._people = tuple(people)
        for row in self.rows:
            row.who.suggest(people)

    def unread(self) -> tuple[Problem, ...]:
        """Dates that cannot be read."""
        return tuple(problem for row in self.rows if (problem := row.deadline.unread()))

    def show_unread(self) -> None:
        """Say at each step what is wrong with its day."""
        for row in self.rows:
            row.show_unread()

    def lead_to_unread(self) -> bool:
        """Lead to the first day that cannot be read; whether there is one."""
        row = next((row for row in self.rows if row.deadline.unread()), None)
        if row is not None:
            row.lead_to_day()
        return row is not None

    def state(self) -> list[dict[str, object]]:
        """The raw input of every row."""
        return [row.state() for row in self.rows]

    def restore(self, state: Sequence[object]) -> None:
        """Show the raw input in the rows of the same step."""
        typed = {one.get("id"): one for one in state if isinstance(one, dict)}
        for row in self.rows:
            row.restore(typed.get(row.id, {}))

    def row_with(self, widget: QWidget | None) -> SubGoalRow | None:
        """The row in which a widget stands."""
        return next((row for row in self.rows if widget is not None and row.isAncestorOf(widget)), None)

    def move_row(self, row: SubGoalRow, step: int) -> None:
        """Move a row up (-1) or down (1); at the end it stays."""
        place = self.rows.index(row)
        if 0 <= place + step < len(self.rows):
            self.rows.insert(place + step, self.rows.pop(place))
            self._arrange()
            self.edited.emit()
            self.rearranged.emit()

    def remove(self, row: SubGoalRow) -> None:
        """Take a row out."""
        self.add.setFocus()
        self.rows.remove(row)
        self._take(row)
        self._arrange()
        self.edited.emit()
        self.rearranged.emit()

    def _made(self, sub: SubGoal) -> SubGoalRow:
        row = SubGoalRow(self._context, sub, self)
        row.who.suggest(self._people)
        SnippetOffer(self._context, row.what, SnippetKind.SUB_GOAL, self._child)
        row.edited.connect(self.edited)
        row.removal.clicked.connect(self._on_removed)
        return row

    def _take(self, row: SubGoalRow) -> None:
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        for number, row in enumerate(self.rows):
            if self._place.indexOf(row) != number:
                self._place.insertWidget(number, row)
            row.set_number(number + 1)
            row.show()
        put_in_tab_order(self.add, self.rows)

    def _on_add(self) -> None:
        row = self._made(SubGoal(what=""))
        self.rows.append(row)
        self._arrange()
        row.what.setFocus()
        self.edited.emit()

    def _on_removed(self) -> None:
        self.remove(next(row for row in self.rows if row.removal is self.sender()))


class SubGoalRow(QFrame):
    """One step: what, who and how far in the first line; by when, or how often, in the second."""

    edited = Signal()

    def __init__(self, context: Context, sub: SubGoal, parent: QWidget) -> None:
        super().__init__(parent)
        words = context.words
        self.id, self._sub, self._words = sub.id, sub, words
        self.what = LineField(placeholder=words.tr("What is done"), limit=_LINE)
        self.who = SuggestField(placeholder=words.tr("Who"), limit=_LINE)
        self.status = ChoiceField([Option(status.value, labels.choice(words, status)) for status in GoalStatus])
        self.deadline = DateField(words, context.today())
        self.rhythm = LineField(placeholder=words.tr("every day, once a week …"), limit=_LINE)
        self.removal = IconButton("trash-2", "")
        self.line = Line()
        self.remark = Remark(words, self)
        self.fields: dict[str, Field[Any]] = {
            "what": self.what,
            "responsible": self.who,
            "status": self.status,
            "deadline": self.deadline,
            "rhythm": self.rhythm,
        }
        self.status.combo.setMinimumContentsLength(9)
        self._lay_out()
        self.deadline.edit.installEventFilter(self)
        self.deadline.edit.editingFinished.connect(self._on_day_left)
        self.deadline.edited.connect(self._on_day_edited)
        for field in self.fields.values():
            field.edited.connect(self.edited)
        self.show_sub_goal(sub)

    def sub_goal(self) -> SubGoal:
        """The step as typed."""
        return read_record(self.fields, self._sub)

    def show_sub_goal(self, sub: SubGoal) -> None:
        """Show a step."""
        self._sub = sub
        show_record(self.fields, sub)
        for line in (self.what, self.who, self.rhythm):
            if not line.edit.hasFocus():
                line.edit.setCursorPosition(0)  # of a long line the beginning is read

    def show_unread(self) -> None:
        """Mark a day that cannot be read, and say below the step what is wrong with it."""
        problem = self.deadline.unread()
        self.deadline.set_tone(problem.severity.value if problem else "")
        if problem:
            self.remark.show_sentence(problem.severity, labels.problem(self._words, problem))
        else:
            self.remark.hide()

    def lead_to_day(self) -> None:
        """Put the cursor into the day, what is wrong with it in sight."""
        self.deadline.setFocus()
        self._on_day_left()

    def state(self) -> dict[str, object]:
        """The raw input."""
        return {"id": self.id} | {name: field.state() for name, field in self.fields.items()}

    def restore(self, state: dict[Any, Any]) -> None:
        """Show the raw input of a draft."""
        for name, field in self.fields.items():
            if name in state:
                field.restore(state[name])

    def set_number(self, number: int) -> None:
        """Say which step it is; rows look alike to those who do not see them."""
        words = self._words
        names = {
            "what": words.tr("Step {n}: what is done", n=number),
            "responsible": words.tr("Step {n}: who does it", n=number),
            "status": words.tr("Step {n}: how far", n=number),
            "deadline": words.tr("Step {n}: by when", n=number),
            "rhythm": words.tr("Step {n}: how often", n=number),
        }
        moves = words.tr("Alt with the arrows up and down moves the step")
        for name, text in names.items():
            self.fields[name].describe(text, moves)
        self.what.describe(names["what"], f"{moves}. {words.tr('{keys}: your phrases', keys=KEYS)}")
        self.removal.set_name(words.tr("Remove step {n}", n=number))
        self.line.setVisible(number > 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Alt+Down to the field of the day: there it opens the calendar."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_Down:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _on_day_left(self) -> None:
        """Tell of a day that cannot be read, and bring the words into sight: they come in below the step."""
        self.show_unread()
        if not self.remark.isHidden():
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        if (above := scroll_around(self)) is not None:
            above.ensureWidgetVisible(self.remark, 0, 24)

    def _on_day_edited(self) -> None:
        """Take the mark away as soon as the day can be read."""
        if self.deadline.unread() is None:
            self.show_unread()

    def _lay_out(self) -> None:
        words = self._words
        first = QGridLayout()
        first.setHorizontalSpacing(8)
        first.addWidget(self.what, 0, 0)
        first.addWidget(self.who, 0, 1)
        first.addWidget(self.status, 0, 2)
        for place, stretch in enumerate((6, 3, 3)):
            first.setColumnStretch(place, stretch)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(Text(words.tr("By"), "quiet"))
        second.addWidget(self.deadline, 5)
        second.addWidget(Text(words.tr("or how often"), "quiet"))
        second.addWidget(self.rhythm, 4)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addLayout(first)
        lines.addLayout(second)
        lines.addWidget(self.remark)
        inside = QHBoxLayout()
        inside.setSpacing(8)
        inside.addLayout(lines, 1)
        inside.addWidget(self.removal, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.line)
        column.addLayout(inside)
