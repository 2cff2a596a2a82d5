"""Take a child into the caseload."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.caseload_rule import Caseload, CaseloadLevel, caseload
from app.core.checks.case import check_case, check_exception, check_known_child
from app.core.checks.person import check_person
from app.core.errors import Problem
from app.core.records.case import Case, LimitException
from app.core.records.person import Person
from app.services.cases import all_cases, save_case
from app.ui.context import Context, Place
from app.ui.dialogs.case_rows import CaseRows
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.limit_rows import LimitRows
from app.words import Words


class OpenCase(DraftDialog):
    """The form for a new case. Above the limit it goes on only as an exception of the team leader."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        words, today = context.words, context.today()
        known = context.read(all_cases)
        self._known = tuple(pair.child for pair in known if pair.case.voided_on is None)
        self._load = caseload((pair.case for pair in known), context.catalogue, today)
        super().__init__(
            context,
            form="open-case",
            target="",
            title=words.tr("New case"),
            subtitle=place_in_caseload(self._load, words),
            save_text=words.tr("Open the case"),
            columns=2,
            parent=parent,
        )
        self._child = Person()
        self._case = Case(person_id=self._child.id, opened=today)
        self._rows = CaseRows(context, self.form, on_reveal=_nothing_to_log)
        self._limit = LimitRows(context, self.form) if self._load.free == 0 else None
        if self._limit is not None:
            self._limit.add_explained(self._load.count)
        self._rows.show(self._child, self._case)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a person and a case, whether the child is known already, and the limit."""
        today, child = self.context.today(), self._rows.child(self._child)
        return (
            *check_person(child, today),
            *check_known_child(child, self._known),
            *self._rows.missing(),
            *check_case(self._rows.case(self._case), today),
            *check_exception(self._load.count, self._load.limit, self._exception()),
        )

    def commit(self, later: bool) -> None:
        """Open the case, and lead to it."""
        context = self.context
        child, case = self._rows.child(self._child), self._rows.case(self._case)
        context.write(save_case, case, child, context.catalogue, context.today(), self._exception())
        context.go(Place.CASE, case.id)

    def _exception(self) -> LimitException | None:
        return self._limit.exception(self._case.id) if self._limit is not None else None


def place_in_caseload(load: Caseload, words: Words) -> str:
    """Which case of the caseload the next one is: noted as the limit draws near, "" while there is room."""
    if load.count + 1 < load.noted_from or load.level in (CaseloadLevel.FULL, CaseloadLevel.OVER):
        return ""
    return words.tr("This is case {number} of at most {limit}.", number=load.count + 1, limit=load.limit)


def _nothing_to_log() -> None:
    """A number that was just typed is nobody's secret yet."""
