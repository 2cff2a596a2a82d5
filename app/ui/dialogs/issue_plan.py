"""Issue a plan: freeze what stands there as a numbered version with its day and who got it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.checks.plan import check_issue
from app.core.errors import Problem
from app.services.documents import plan_document
from app.services.family_prints import family_print_warnings
from app.services.people import people_of_case
from app.services.plans import issue_plan, next_number, versions_of_case
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.known_people import in_order
from app.ui.widgets.date_field import DateField
from app.ui.widgets.people_field import PeopleField


class IssuePlan(DraftDialog):
    """The day and who gets it; what to think of first is told, and can be passed."""

    def __init__(self, context: Context, case_id: str, parent: QWidget | None = None) -> None:
        words = context.words
        self._case_id = case_id
        self.number = context.read(next_number, case_id)
        self._last = next(iter(context.read(versions_of_case, case_id)), None)
        super().__init__(
            context,
            form="issue-plan",
            target=case_id,
            title=words.tr("Issue version {number}", number=self.number),
            subtitle=words.tr("The version stays as it is now and prints the same for ever. You go on in the draft."),
            save_text=words.tr("Issue the version"),
            parent=parent,
        )
        self._day = self.form.add("issued_on", words.tr("Valid from"), DateField(words, context.today()), required=True)
        people = [found.person.name for found in in_order(context, context.read(people_of_case, case_id))]
        child = context.status(case_id).file.child
        self._given = self.form.add("given_to", words.tr("Given to"), PeopleField(words, [child.name, *people]))
        self._day.set_value(context.today())
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The day is needed; the rest is told and can be passed."""
        day, context = self._day.value(), self.context
        if day is None:
            return (Problem("issued_on", "day-empty"),) if self._day.unread() is None else ()
        today = context.today()
        document = context.read(plan_document, self._case_id, context.catalogue, today)
        found = check_issue(document, day, self._given.value(), self._last, today)
        return (*found, *context.read(family_print_warnings, self._case_id, document, today))

    def commit(self, later: bool) -> None:
        """Freeze the plan as it is stored now."""
        context, day, given_to = self.context, self._day.value(), self._given.value()
        if day is None:
            return
        document = context.read(
            plan_document,
            self._case_id,
            context.catalogue,
            context.today(),
            number=self.number,
            given_to=given_to,
            dated=day,
        )
        context.write(issue_plan, self._case_id, document, day, given_to)
