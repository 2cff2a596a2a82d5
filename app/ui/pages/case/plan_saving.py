"""Makes what is typed on the plan's page the plan, and keeps as a draft what is none yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core import codec
from app.core.checks.plan import check_plan
from app.core.errors import ForlaensError
from app.core.plan_merge import merged, storable
from app.core.records.plan import Plan
from app.refusals import refusal
from app.services.plans import save_plan
from app.ui.context import Context
from app.ui.pages.case.plan_form import PlanForm
from app.ui.pages.case.plan_keeper import PlanKeeper
from app.ui.stored_drafts import drafts_of
from app.ui.widgets.drafts import Drafts


class PlanSaving(QObject):
    """Every key is kept as a draft within a moment; a pause, or leaving a field, makes it the plan.

    What cannot be kept as a plan yet, such as a goal without words, stays in the draft and on the screen. `said` tells
    how it stands with what is typed, and carries the look of that sentence.
    """

    said = Signal(str, str)

    def __init__(self, context: Context, form: PlanForm) -> None:
        super().__init__(form)
        self._context, self._form = context, form
        self._drafts: Drafts | None = None
        self.base: Plan | None = None
        self.is_held_back = False  # whether the last that was typed could not become the plan
        self.keeper = PlanKeeper(form)
        form.edited.connect(self.keeper.touch)
        form.settled.connect(self.keeper.settle)
        self.keeper.draft_due.connect(self._on_draft_due)
        self.keeper.save_due.connect(self._on_save_due)

    def open(self, stored: Plan) -> None:
        """Show a plan, with what a draft of it holds that never became the plan."""
        words = self._context.words
        self._form.show_plan(stored)
        self.base, self.is_held_back = stored, False
        self._drafts = drafts_of(self._context, "plan", stored.case_id)
        if self._drafts.found is None or not isinstance(self._drafts.found.state, dict):
            self.said.emit(words.tr("Saved as you type"), "small")
            return
        self._restore(self._drafts.found.state, stored)
        self.said.emit(words.tr("A draft that was not saved yet was brought back"), "small")
        self.keeper.touch()

    def follow(self, stored: Plan) -> None:
        """Show what became of the plan that is open; what is being typed stays."""
        if self.base is None:
            return
        typed = self._form.plan()
        shown = merged(self.base, typed, stored)
        if shown != typed:
            self._form.show_plan(shown)
        self.base = stored

    def leave(self) -> None:
        """Save what waits, and know of no plan any more."""
        self.settle()
        self.base = None

    def settle(self) -> None:
        """Save what waits."""
        self.keeper.settle()

    def _restore(self, state: dict[str, Any], stored: Plan) -> None:
        base, typed = codec.from_text(state["base"], Plan), codec.from_text(state["typed"], Plan)
        self._form.show_plan(typed)
        self._form.restore(state["form"])
        self._form.show_plan(merged(base, self._form.plan(), stored))

    def _keep_draft(self) -> None:
        if self.base is None or self._drafts is None:
            return
        state = {
            "base": codec.to_text(self.base),
            "typed": codec.to_text(self._form.plan()),
            "form": self._form.state(),
        }
        self._drafts.save(state)

    def _save(self) -> None:
        """Keep what is typed as the plan, as far as it is one; the rest waits in the draft."""
        if self.base is None or self._drafts is None:
            return
        self.keeper.rest()
        self.is_held_back = True
        words, typed = self._context.words, self._form.plan()
        ready, unread = storable(typed, self.base), self._form.unread()
        problems = check_plan(ready)
        self._form.show_problems(problems, ready.goals)
        if problems or unread:
            self._keep_draft()
            told = words.tr("Not all of it is in the plan yet: see the goals and fields that are marked")
            self.said.emit(told, "warning")
            return
        if ready != self.base:
            self._context.write(save_plan, ready, self._context.today())
            self.base = ready
        self.is_held_back = False
        self._form.settle()
        if ready == typed:
            self._drafts.clear()
            self.said.emit(words.tr("Saved"), "small")
        else:
            self._keep_draft()
            self.said.emit(words.tr("Saved; what has no words yet is kept as a draft"), "small")

    def _attempt(self, keep: Callable[[], None]) -> None:
        """Keep, or say why it could not be kept: what was typed stays on the screen."""
        try:
            keep()
        except ForlaensError as error:
            self.said.emit(refusal(self._context.words, error), "over")

    # Slots

    def _on_draft_due(self) -> None:
        self._attempt(self._keep_draft)

    def _on_save_due(self) -> None:
        self._attempt(self._save)
