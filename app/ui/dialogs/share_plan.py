"""Share parts of a child's plan with its siblings, or stop sharing them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.joint_plan import check_sharing
from app.core.records.joint_plan import Sharing
from app.core.records.plan import Plan
from app.services.joint_plans import can_share_with, joint_plan_of, share_plan
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.check_list_field import CheckListField
from app.ui.widgets.choice_fields import CheckField, Option


class SharePlan(DraftDialog):
    """With whom, and what: from then on the shared words are the same in all the plans, whichever is written in."""

    def __init__(self, context: Context, case_id: str, plan: Plan, parent: QWidget | None = None) -> None:
        words = context.words
        self._case_id, self._plan = case_id, plan
        joint = context.read(joint_plan_of, case_id, context.today())
        super().__init__(
            context,
            form="share-plan",
            target=case_id,
            title=words.tr("Joint plan with siblings"),
            subtitle=words.tr(
                "What is shared is worded once: change it in one plan, and the others follow. What a child says itself,"
                " its scores, how far it is and who does what stay its own."
            ),
            parent=parent,
        )
        pairs = context.read(can_share_with, case_id, context.catalogue, context.today())
        self._siblings = {pair.case.id: (pair.child.first_name, theirs) for pair, theirs in pairs}
        self._cases = self.form.add(
            "case_ids",
            words.tr("Joint with"),
            CheckListField(ticked=joint is None),
            help_text=words.tr("Without anybody nothing is shared. A child with address protection is not offered."),
            whole=True,
        )
        self._cases.set_options([Option(key, name) for key, (name, _) in self._siblings.items()])
        self._goals = self.form.add("goals", words.tr("Shared goals"), CheckListField(ticked=joint is None), whole=True)
        self._goals.set_options([Option(g.id, f"{n} · {g.goal.strip()}") for n, g in enumerate(plan.goals, 1)])
        self._purpose = self.form.add("purpose", "", CheckField(words.tr("The purpose is shared")))
        self._support = self.form.add(
            "family_support", "", CheckField(words.tr("The support for the family is shared"))
        )
        if joint is not None:
            self._cases.set_value(joint.case_ids)
            self._goals.set_value(tuple(joint.goals))
            self._purpose.set_value(joint.shares_purpose)
            self._support.set_value(joint.shares_support)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """Something is shared; words of their own that would be replaced are told, and can be passed."""
        sharing = self._sharing()
        if not sharing.case_ids:
            return ()
        if not (sharing.goals or sharing.purpose or sharing.support):
            return (Problem("goals", "joint-shares-nothing"),)
        chosen = (self._siblings[case_id] for case_id in self._cases.value())
        others = {name: plan for name, plan in chosen if plan is not None}
        return check_sharing(self._plan, others, purpose=sharing.purpose, support=sharing.support)

    def commit(self, later: bool) -> None:
        """Share it."""
        context = self.context
        context.write(share_plan, self._case_id, self._sharing(), context.catalogue, context.today())

    def _sharing(self) -> Sharing:
        return Sharing(
            case_ids=frozenset(self._cases.value()),
            goals=frozenset(self._goals.value()),
            purpose=self._purpose.value(),
            support=self._support.value(),
        )
