"""Register a follow-up: one form made for a kitchen table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.checks.follow_up import check_agreement, check_follow_up
from app.core.errors import Problem, errors_in
from app.core.follow_up_state import to_register
from app.core.records.follow_up import FollowUp
from app.services.follow_up_sheet import FollowUpSheet, follow_up_sheet
from app.services.follow_ups import save_follow_up
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.follow_up_rows import ConversationRows, GoalRows, HeldRows, OutcomeRows
from app.ui.dialogs.rhythm_rows import RhythmRows
from app.ui.widgets.surfaces import Card


class RegisterFollowUp(DraftDialog):
    """The form of a follow-up that was held: a new one, a planned one, or one to complete or mend.

    It can be saved as far as it is and completed later. The dates it leads to stand in it before it is saved.
    """

    def __init__(self, context: Context, sheet: FollowUpSheet, record: FollowUp, parent: QWidget | None = None) -> None:
        words = context.words
        is_kept = any(f.id == record.id for f in sheet.follow_ups)
        super().__init__(
            context,
            form="register-follow-up",
            target=record.id if is_kept else record.case_id,
            title=words.tr("Register follow-up") if record.held_on is None else words.tr("Follow-up"),
            subtitle=_subtitle(context, sheet, record),
            columns=2,
            later_text=words.tr("Save now, complete later"),
            parent=parent,
        )
        self._sheet, self._start = sheet, record
        self._build_rows()
        self._show_record()
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a follow-up; what may be completed later is not asked for when it is to be."""
        record, measures = self.record(), self._sheet.status.file.measures
        found = check_follow_up(record, measures, self.context.today())
        if record.held_on is None:
            found = (*(p for p in found if p.code != "follow-up-without-day"), Problem("held_on", "day-empty"))
        agreed = (p for one in self._outcome.agreements(record) for p in check_agreement(one))
        found = (*found, *(replace(p, field="agreements", code="agreement-empty") for p in agreed))
        missing = self._conversation.field_of_missing()
        placed = tuple(replace(p, field=missing) if p.code == "no-conversation" else p for p in found)
        return errors_in(placed) if later else placed

    def commit(self, later: bool) -> None:
        """Save the follow-up with what was agreed."""
        record = self.record()
        self.context.write(save_follow_up, record, self.context.today(), self._outcome.agreements(record))

    def record(self) -> FollowUp:
        """The follow-up as the form says it."""
        record = self._start
        for part in (self._held, self._conversation, self._goals, self._outcome, self._rhythm):
            record = part.told(record)
        return replace(record, excused_on=None, excused_reason="")

    def _build_rows(self) -> None:
        context, sheet, form, words = self.context, self._sheet, self.form, self.context.words
        self._held = HeldRows(context, form, sheet)
        form.add_heading(words.tr("The conversation with the child"))
        self._conversation = ConversationRows(context, form)
        self._goals = GoalRows(context, form, sheet, self._start)
        form.add_heading(words.tr("Assessment and agreements"))
        self._outcome = OutcomeRows(context, form, sheet)
        form.add_heading(words.tr("The next follow-up"))
        self._rhythm = RhythmRows(context, form, sheet)
        card = Card()
        card.setAccessibleName(words.tr("The next dates, once this is saved"))
        card.body.addWidget(self._rhythm.view)
        form.add_widget(card)

    def _show_record(self) -> None:
        self._held.show(self._start)
        for part in (self._conversation, self._goals, self._outcome):
            part.show(self._start)
        self._rhythm.show(self._start)
        self._fit()

    def _fit(self) -> None:
        """Ask for what the answers so far call for, and show where they lead."""
        self._held.offer_measures(self._start)
        record = self.record()
        self._conversation.fit(record.held_on)
        self._outcome.fit(record)
        self._rhythm.fit(record)


def open_register(
    context: Context, case_id: str, parent: QWidget, follow_up: FollowUp | None = None
) -> RegisterFollowUp:
    """Open the form over `parent`: for `follow_up`, else for the one that is planned about now, else for a new one."""
    sheet = context.read(follow_up_sheet, case_id, context.catalogue, context.today())
    planned = to_register(sheet.follow_ups, context.today())
    dialog = RegisterFollowUp(context, sheet, follow_up or planned or FollowUp(case_id=case_id), parent)
    dialog.open()
    return dialog


def _subtitle(context: Context, sheet: FollowUpSheet, record: FollowUp) -> str:
    """Whose follow-up it is, and what was planned."""
    name = sheet.status.file.child.name
    planned = labels.planned(context.words, record)
    return context.words.tr("{name} · planned for {when}", name=name, when=planned) if planned else name
