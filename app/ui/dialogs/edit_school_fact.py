"""Where a child goes to school or day care, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.checks.journal import check_school_fact
from app.core.errors import Problem
from app.core.records.case import SchoolFact, SchoolKind
from app.labels import choice
from app.services.journal import save_school_fact
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LineField, SuggestField


class EditSchoolFact(DraftDialog):
    """The form of one stretch of school or day care; `fact` None is a new one."""

    def __init__(
        self, context: Context, case_id: str, child: str, fact: SchoolFact | None = None, parent: QWidget | None = None
    ) -> None:
        words, today = context.words, context.today()
        super().__init__(
            context,
            form="school",
            target=fact.id if fact else case_id,
            title=words.tr("School or day care"),
            subtitle=child,
            columns=2,
            parent=parent,
        )
        self._fact = fact or SchoolFact(case_id=case_id, kind=SchoolKind.ORDINARY, start=today)
        options = [Option(kind.value, choice(words, kind)) for kind in SchoolKind]
        self.form.add("kind", words.tr("Kind"), ChoiceField(options), whole=True)
        self.form.add("name", words.tr("Place"), SuggestField(_places(context)))
        self.form.add("grade", words.tr("Class or group"), LineField())
        self._start = self.form.add("start", words.tr("From"), DateField(words, today), required=True)
        self.form.add("end", words.tr("Ended"), DateField(words, today))
        self.form.set_values(
            {name: getattr(self._fact, name) for name in _NAMES} if fact else {"kind": SchoolKind.ORDINARY}
        )
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A start, and no end before it."""
        if self._start.value() is None:
            return (Problem("start", "day-empty"),)
        return check_school_fact(self._result())

    def commit(self, later: bool) -> None:
        """Save the fact."""
        self.context.write(save_school_fact, self._result())

    def _result(self) -> SchoolFact:
        values: dict[str, Any] = self.form.values()
        return replace(self._fact, **(values | {"kind": SchoolKind(values["kind"])}))


_NAMES = ("kind", "name", "grade", "start", "end")


def _places(context: Context) -> list[str]:
    """The schools and day-care centres of the caseload."""
    return sorted({fact.name for status in context.statuses() for fact in status.file.school if fact.name})
