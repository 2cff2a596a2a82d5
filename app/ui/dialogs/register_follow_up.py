"""Register a follow-up: one form made for a kitchen table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.errors import Problem, errors_in
from app.core.follow_up_state import to_register
from app.core.records.follow_up import FollowUp
from app.services.follow_up_sheet import FollowUpSheet, follow_up_sheet
from app.services.follow_ups import save_visit
from app.ui.context import Context
from app.ui.dialogs.child_rows import ChildRows
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.follow_up_rows import HeldRows
from app.ui.dialogs.held_parts import whose_and_when
from app.ui.dialogs.sibling_rows import ChildTabs, SiblingRow


class RegisterFollowUp(DraftDialog):
    """The form of a follow-up that was held: a new one, a planned one, or one to complete or mend.

    It can be saved as far as it is and completed later. The dates it leads to stand in it before it is saved. A visit
    to siblings is one form: what they have in common is typed once; each child has a part and a record of its own.
    """

    def __init__(self, context: Context, sheet: FollowUpSheet, record: FollowUp, parent: QWidget | None = None) -> None:
        words = context.words
        is_kept = any(f.id == record.id for f in sheet.follow_ups)
        super().__init__(
            context,
            form="register-follow-up",
            target=record.id if is_kept else record.case_id,
            title=words.tr("Register follow-up") if record.held_on is None else words.tr("Follow-up"),
            subtitle=whose_and_when(words, sheet.status.file.child.name, labels.planned(words, record)),
            columns=2,
            later_text=words.tr("Save now, complete later"),
            parent=parent,
        )
        self._sheet, self._start = sheet, record
        self._held = HeldRows(context, self.form, sheet)
        self._siblings = self._built_siblings()
        self.children_shown = ChildTabs(words.tr("The children of the visit"))
        self.form.add_widget(self.children_shown)
        self._held.show(record)
        self._children = {record.case_id: ChildRows(context, self.form, sheet, record, self._held.told)}
        self._fit()
        self.children_shown.chosen.connect(self._on_child_chosen)
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self.form.leading.connect(self._on_leading)
        self.offer_draft()

    def offer_draft(self) -> None:
        """The rows of the siblings that the draft tells of stand before it is shown."""
        known = self._siblings.known if self._siblings else {}
        told = self.draft_state()
        self._add_children(key for key in known if any(name.startswith(f"{key}.") for name in told))
        super().offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a follow-up; what may be completed later is not asked for when it is to be."""
        found: list[Problem] = []
        for child in self._taking_part():
            found += (problem for problem in child.problems() if problem not in found)
        if self.record().held_on is None:
            found = [*(p for p in found if p.code != "follow-up-without-day"), Problem("held_on", "day-empty")]
        return errors_in(tuple(found)) if later else found

    def commit(self, later: bool) -> None:
        """Save what the visit brought to each child."""
        parts = tuple(child.visit_part() for child in self._taking_part())
        self.context.write(save_visit, parts, self.context.today())

    def record(self) -> FollowUp:
        """The follow-up of the child the form was opened for, as the form says it."""
        return self._children[self._start.case_id].record()

    def _built_siblings(self) -> SiblingRow | None:
        """Siblings are asked about where a follow-up is registered; one that was held is its own child's alone."""
        if self._start.held_on is not None:
            return None
        label = self.context.words.tr("Siblings at the same visit")
        return SiblingRow(self.context, self.form, self._start.case_id, label, lambda pair: pair.child.name)

    def _taking_part(self) -> list[ChildRows]:
        chosen = self._siblings.chosen() if self._siblings else ()
        return [self._children[case_id] for case_id in (self._start.case_id, *chosen)]

    def _add_children(self, case_ids: Iterable[str]) -> None:
        """Give these siblings their part of the form, if they have none yet."""
        new = [case_id for case_id in case_ids if case_id not in self._children]
        for case_id in new:
            sheet = self.context.read(follow_up_sheet, case_id, self.context.catalogue, self.context.today())
            record = to_register(sheet.follow_ups, self.context.today()) or FollowUp(case_id=case_id)
            child = ChildRows(self.context, self.form, sheet, record, self._held.told, prefix=f"{case_id}.")
            child.part.hide()
            self._children[case_id] = child
        if new:
            self.count_as_untouched()

    def _fit(self) -> None:
        """Ask for what the answers so far call for, for each child who took part, and show where they lead."""
        chosen = self._siblings.chosen() if self._siblings else ()
        self._add_children(chosen)
        for case_id, child in self._children.items():
            child.part.leave_out(case_id not in (self._start.case_id, *chosen))
        names = {self._start.case_id: self._sheet.status.file.child.first_name}
        if self._siblings is not None:
            names |= {case_id: self._siblings.known[case_id].child.first_name for case_id in chosen}
        self.children_shown.show_children(names)
        for child in self._taking_part():
            child.fit()

    def _on_child_chosen(self, case_id: str) -> None:
        for key, child in self._children.items():
            child.part.setVisible(key == case_id)

    def _on_leading(self, name: str) -> None:
        """Bring the child into sight whose row the user is led to."""
        owner = next((key for key in self._children if name.startswith(f"{key}.")), self._start.case_id)
        if name not in (*HeldRows.FIELDS, "siblings"):
            self.children_shown.show_child(owner)


def open_register(
    context: Context, case_id: str, parent: QWidget, follow_up: FollowUp | None = None
) -> RegisterFollowUp:
    """Open the form over `parent`: for `follow_up`, else for the one that is planned about now, else for a new one."""
    sheet = context.read(follow_up_sheet, case_id, context.catalogue, context.today())
    planned = to_register(sheet.follow_ups, context.today())
    dialog = RegisterFollowUp(context, sheet, follow_up or planned or FollowUp(case_id=case_id), parent)
    dialog.open()
    return dialog
