"""A note in ten seconds, from anywhere: which child, what happened, saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.core.checks.journal import check_entry
from app.core.errors import Problem
from app.core.records.journal import EntryKind, JournalEntry
from app.core.sorting import sort_key
from app.services.journal import save_entry
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.write_note import kind_options
from app.ui.widgets.choice_fields import ChoiceField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.pick_field import Pick, PickField
from app.ui.widgets.text_fields import LongTextField


class QuickNoteDialog(DraftDialog):
    """The form of a quick note; `case_id` presets the child where a case is open on the screen."""

    def __init__(self, context: Context, case_id: str = "", parent: QWidget | None = None) -> None:
        words, today = context.words, context.today()
        super().__init__(
            context,
            form="quick-note",
            target="",
            title=words.tr("Quick note"),
            subtitle=words.tr("It is put into the child's journal. Ctrl+Enter saves."),
            parent=parent,
        )
        picked = PickField(children(context), placeholder=words.tr("Type a name"), only_these=True)
        self._child = self.form.add("child", words.tr("Child"), picked, required=True)
        self._text = self.form.add("text", words.tr("Note"), LongTextField(words, lines=5), required=True)
        self._kind = self.form.add("kind", words.tr("Kind"), ChoiceField(kind_options(words)))
        self._on = self.form.add("on", words.tr("When it happened"), DateField(words, today))
        self._child.pick(case_id)
        self.form.set_values({"kind": EntryKind.NOTE, "on": today})
        self.offer_draft()

    def showEvent(self, event: QShowEvent) -> None:
        """Where the child is known, the cursor stands in the note."""
        super().showEvent(event)
        if self._child.picked():
            self._text.setFocus()

    def check(self, later: bool) -> Sequence[Problem]:
        """A child of the caseload, a text, and a day that has come."""
        problems = [] if self._child.picked() else [Problem("child", "child-unknown")]
        if self._on.value() is None:
            return [*problems, Problem("on", "day-empty")]
        return [*problems, *check_entry(self._entry(), self.context.today(), locked=False)]

    def commit(self, later: bool) -> None:
        """Put the note into the journal."""
        self.context.write(save_entry, self._entry(), self.context.today())

    def _entry(self) -> JournalEntry:
        kind = EntryKind(self._kind.value())
        return JournalEntry(
            case_id=self._child.picked(),
            kind=kind,
            on=self._on.value() or self.context.today(),
            text=self._text.value(),
            child_spoken=kind is EntryKind.CHILD_TALK,
        )


def children(context: Context) -> tuple[Pick, ...]:
    """The children of the open cases; two of one name are told apart by the number of their case."""
    statuses = sorted(context.statuses(), key=lambda status: sort_key(status.file.child.name))
    names = [status.file.child.name for status in statuses]
    return tuple(
        Pick(
            status.case_id,
            name if names.count(name) == 1 else f"{name} ({status.file.case.municipal_number or number})",
        )
        for number, (status, name) in enumerate(zip(statuses, names, strict=True), 1)
    )
