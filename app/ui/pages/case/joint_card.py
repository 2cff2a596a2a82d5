"""With which siblings a plan is joint, and what it shares with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.records.joint_plan import JointPlan
from app.core.records.plan import Plan
from app.services.joint_plans import can_share_with, joint_plan_of
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text


class JointCard(Card):
    """Stands beside the plan where the child has siblings here; `share_asked` is emitted by its button."""

    share_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.words.tr("Joint plan"), parent=parent)
        self._context = context
        self.goals: frozenset[str] = frozenset()  # those that are shared
        self.names = ""  # with whom
        self.told = Text(look="small", wrap=True)
        self.share = Button("", icon="users")
        self.body.addWidget(self.told)
        self.body.addWidget(self.share)
        self.share.clicked.connect(self.share_asked)

    def show_plan(self, plan: Plan) -> None:
        """Tell of this plan; the card is hidden where there is nobody to share it with."""
        context, words = self._context, self._context.words
        joint = context.read(joint_plan_of, plan.case_id, context.today())
        siblings = context.read(can_share_with, plan.case_id, context.catalogue, context.today())
        self.setVisible(bool(joint or siblings))
        self.goals = joint.goals if joint is not None else frozenset()
        self.names = words.listed(self._first_names(joint)) if joint is not None else ""
        if joint is not None:
            self.told.setText(self._joint(joint, plan))
            self.share.setText(words.tr("Change what is shared …"))
        else:
            names = words.listed([pair.child.first_name for pair, _ in siblings])
            self.told.setText(words.tr("Siblings with a case here: {names}.", names=names))
            self.share.setText(words.tr("Share with siblings …"))

    def _joint(self, joint: JointPlan, plan: Plan) -> str:
        """With whom, and what: goals by their numbers."""
        words = self._context.words
        goals = [str(number) for number, goal in enumerate(plan.goals, 1) if goal.id in joint.goals]
        told = (
            words.tr("Joint with {names}.", names=self.names),
            words.trn(
                "Goal {numbers} is shared.", "Goals {numbers} are shared.", len(goals), numbers=words.listed(goals)
            )
            if goals
            else "",
            words.tr("The purpose is shared.") if joint.shares_purpose else "",
            words.tr("The support for the family is shared.") if joint.shares_support else "",
        )
        return " ".join(part for part in told if part)

    def _first_names(self, joint: JointPlan) -> list[str]:
        return [self._context.status(case_id).file.child.first_name for case_id in joint.case_ids[1:]]
