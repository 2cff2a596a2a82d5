"""Which goals of a plan, and which steps of them, a provider gets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import labels
from app.core.errors import Problem
from app.core.records.documents import DocumentSubGoal, PlanDocument
from app.core.records.plan_extract import ExtractChoice
from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import CheckField, Option
from app.ui.widgets.form_dialog import FormDialog
from app.words import Words


class ChooseExtract(FormDialog):
    """Goals and steps with a box each; a step goes along only with its goal."""

    def __init__(
        self, words: Words, version: PlanDocument, chosen: ExtractChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            words,
            words.tr("What the provider gets"),
            partial(labels.problem, words),
            subtitle=words.tr("Leave out what the provider does not need for the measure."),
            columns=2,
            save_text=words.tr("Use"),
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._goals = self.form.add("goals", words.tr("Goals"), CheckListField(ticked=False), whole=True)
        goals = enumerate(version.goals, 1)
        self._goals.set_options([Option(str(number), f"{number} · {goal.goal.strip()}") for number, goal in goals])
        self._goals.set_value(tuple(str(number) for number in chosen.goals))
        tasks = [
            Option(f"{number}.{place}", " · ".join((f"{number}.{place}", *filter(None, _step(sub)))))
            for number, goal in enumerate(version.goals, 1)
            for place, sub in enumerate(goal.sub_goals, 1)
        ]
        self._tasks = self.form.add(
            "tasks",
            words.tr("Steps of the provider's"),
            CheckListField(ticked=False),
            help_text=words.tr("What others do towards a goal stays out unless it is ticked."),
            whole=True,
        )
        self._tasks.set_options(tasks)
        self._tasks.set_value(tuple(f"{number}.{place}" for number, place in chosen.tasks))
        self._own_words = self.form.add(
            "own_words", "", CheckField(words.tr("The child's own words stand at its goals"))
        )
        self._own_words.set_value(chosen.own_words)
        self.form.focus_first()

    def check(self, later: bool) -> Sequence[Problem]:
        """Anything may be chosen."""
        return ()

    def commit(self, later: bool) -> None:
        """The choice is read by whoever asked."""

    def choice(self) -> ExtractChoice:
        """What is ticked."""
        goals = frozenset(int(key) for key in self._goals.value())
        pairs = (key.split(".") for key in self._tasks.value())
        tasks = frozenset((int(number), int(place)) for number, place in pairs)
        within = frozenset(task for task in tasks if task[0] in goals)
        return ExtractChoice(goals, within, own_words=self._own_words.value())


def _step(sub: DocumentSubGoal) -> tuple[str, str]:
    """What is done, and who does it."""
    return sub.what.strip(), sub.responsible.strip()
