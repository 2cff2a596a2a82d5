"""The parts of the sheet that is read before a visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import labels
from app.core.person_names import phone_numbers
from app.core.visit_sheet import SheetGoal
from app.core.work_list import WorkLine
from app.services.people import PersonInCase
from app.services.visit_sheets import people_to_call
from app.ui.context import Context
from app.ui.dialogs.known_people import role_name
from app.ui.widgets.facts import Facts
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.sparkline import Sparkline
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text, breakable
from app.ui.widgets.work_lines import TONES
from app.words import Words


class SaidCard(QWidget):
    """The child's own words under whose they are; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text(look="label")
        self._said = Text(look="strong", wrap=True, select=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._said)

    def say(self, title: str, said: str) -> None:
        """Show these words; "" for none."""
        self._title.setText(title)
        self._said.setText(breakable(said.strip()))
        self._said.setAccessibleName(f"{title}: {said.strip()}")
        self.setVisible(bool(said.strip()))

    def text(self) -> str:
        """The words shown."""
        return self._said.text()


class GoalScoresCard(Card):
    """Each goal with its curve, and the scores in words; hidden where no goal is worked on."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.tr("Goals"), words.tr("Scores from 0 to 10"))
        self._words = words
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)

    def show_goals(self, goals: Iterable[SheetGoal]) -> None:
        """Show these goals instead."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        known = [*goals]
        self.setVisible(bool(known))
        for row, goal in enumerate(known):
            self._add(goal, row)

    def _add(self, goal: SheetGoal, row: int) -> None:
        scores = labels.goal_scores(self._words, goal)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(breakable(goal.goal), wrap=True, select=True))
        column.addWidget(Text(scores, "quiet", wrap=True))
        self._grid.addWidget(told, row, 0)
        curve = Sparkline()
        curve.show_curve(goal.curve, goal.target, f"{goal.goal}: {scores}")
        self._grid.addWidget(curve, row, 1, Qt.AlignmentFlag.AlignVCenter)


class DueLinesCard(Card):
    """What the work list holds of the case."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.tr("What is due"))
        self._words = words
        self.list = ListRows(words.tr("What is due"))
        self._none = Text(words.tr("Nothing is due"), "quiet")
        self.body.addWidget(self.list)
        self.body.addWidget(self._none)

    def show_due(self, lines: Iterable[WorkLine], now: datetime) -> None:
        """Show these lines instead."""
        words = self._words
        rows = [
            ListLine(
                key=line.key,
                lead=labels.work_title(words, line),
                second=labels.work_reason(words, line, now.date()),
                status=labels.work_left(words, line, now),
                aside=labels.work_day(words, line, now.date()),
                tone=TONES[line.urgency],
            )
            for line in lines
        ]
        self.list.set_lines(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)


class CallCard(Card):
    """Whom to call, and the number; on the screen alone, never on paper."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.words.tr("Telephone"), context.words.tr("On screen only, not on the print"))
        self._context = context
        self.numbers = Facts()
        self._none = Text(context.words.tr("No telephone number"), "quiet")
        self.body.addWidget(self.numbers)
        self.body.addWidget(self._none)

    def show_case(self, case_id: str) -> None:
        """Show the numbers of this case."""
        found = self._context.read(people_to_call, case_id, self._context.now())
        self.numbers.set_facts([(self._called(one), "\n".join(phone_numbers(one.person.phone))) for one in found])
        self._none.setVisible(not found)

    def _called(self, one: PersonInCase) -> str:
        role = role_name(self._context, one.part.role_key)
        return f"{one.person.name} ({role})" if role else one.person.name
