"""Issue a plan: freeze what stands there as a numbered version with its day and who got it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.checks.plan import check_issue
from app.core.errors import Problem
from app.services.documents import plan_document
from app.services.family_prints import family_print_warnings
from app.services.joint_plans import issue_together, joint_plan_of
from app.services.plans import issue_plan, next_number, versions_of_case
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.people_at_hand import names_at_hand
from app.ui.widgets.choice_fields import CheckField
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
            anyway_text=words.tr("Issue anyway"),
            parent=parent,
        )
        self._day = self.form.add("issued_on", words.tr("Valid from"), DateField(words, context.today()), required=True)
        people = names_at_hand(context, case_id)
        child = context.status(case_id).file.child
        self._given = self.form.add("given_to", words.tr("Given to"), PeopleField(words, [child.name, *people]))
        self._day.set_value(context.today())
        joint = context.read(joint_plan_of, case_id, context.today())
        self._together = CheckField("")
        self._others = joint.case_ids[1:] if joint else ()
        if self._others:
            names = words.listed([context.status(other).file.child.first_name for other in self._others])
            self._together.set_text(words.tr("Issue the plans of {names} with it, as one joint plan", names=names))
            self._together.set_value(True)
            self.form.add("together", "", self._together)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The day is needed; the rest is told and can be passed."""
        day, context = self._day.value(), self.context
        if day is None:
            return (Problem("issued_on", "day-empty"),) if self._day.unread() is None else ()
        today = context.today()
        document = context.read(plan_document, self._case_id, context.catalogue, today)
        found = list(check_issue(document, day, self._given.value(), self._last, today))
        for case_id in self._issued():
            told = context.read(plan_document, case_id, context.catalogue, today)
            found += (p for p in context.read(family_print_warnings, case_id, told, today) if p not in found)
        return found

    def commit(self, later: bool) -> None:
        """Freeze the plan as it is stored now, and those of the siblings where they are issued with it."""
        context, day, given_to = self.context, self._day.value(), self._given.value()
        if day is None:
            return
        documents = {
            case_id: context.read(
                plan_document,
                case_id,
                context.catalogue,
                context.today(),
                number=context.read(next_number, case_id),
                given_to=given_to,
                dated=day,
            )
            for case_id in self._issued()
        }
        if len(documents) > 1:
            context.write(issue_together, documents, day, given_to)
        else:
            context.write(issue_plan, self._case_id, documents[self._case_id], day, given_to)

    def _issued(self) -> tuple[str, ...]:
        """The cases whose plans are issued, the own one first."""
        return (self._case_id, *(self._others if self._together.value() else ()))
