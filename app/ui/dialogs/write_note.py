"""Write a note in the journal, change one that is not locked yet, or correct one that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.checks.journal import check_entry
from app.core.dates import long_date
from app.core.errors import Problem
from app.core.records.journal import EntryKind, JournalEntry
from app.labels import choice
from app.services.journal import save_entry
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.people_at_hand import names_at_hand
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LongTextField, SuggestField
from app.words import Words


class WriteNote(DraftDialog):
    """The form of a journal entry: `entry` to change it, `corrects` a locked one, or a new one of a `kind`."""

    def __init__(
        self,
        context: Context,
        case_id: str,
        child: str,
        *,
        entry: JournalEntry | None = None,
        corrects: JournalEntry | None = None,
        kind: EntryKind = EntryKind.NOTE,
        parent: QWidget | None = None,
    ) -> None:
        words = context.words
        super().__init__(
            context,
            form="note",
            target=entry.id if entry else f"{case_id}:{corrects.id if corrects else kind}",
            title=_title(words, entry, corrects),
            subtitle=_subtitle(words, child, corrects),
            parent=parent,
        )
        self._entry = entry or _new(case_id, corrects, kind, context)
        self._is_kept = entry is not None
        self._build_rows(names_at_hand(context, case_id))
        self.form.set_values({name: getattr(self._entry, name) for name in _NAMES})
        self.offer_draft()

    def _build_rows(self, people: Sequence[str]) -> None:
        words, form = self.context.words, self.form
        self._kind = form.add("kind", words.tr("Kind"), ChoiceField(kind_options(words)))
        self._kind.edited.connect(self._on_kind)
        self._on = form.add("on", words.tr("When it happened"), DateField(words, self.context.today()), required=True)
        form.add("with_whom", words.tr("With whom"), SuggestField([name for name in people if name]))
        self._text = form.add("text", words.tr("Text"), LongTextField(words, lines=8), required=True)
        help_text = words.tr("Counts as the last time the child was spoken with.")
        self._spoken = form.add(
            "child_spoken", "", CheckField(words.tr("The child was spoken with")), help_text=help_text
        )

    def _on_kind(self) -> None:
        """A conversation with the child is one."""
        if self._kind.value() == EntryKind.CHILD_TALK:
            self._spoken.set_value(True)

    def check(self, later: bool) -> Sequence[Problem]:
        """A day that has come, and a text."""
        if self._on.value() is None:
            return (Problem("on", "day-empty"),)
        return check_entry(self._result(), self.context.today(), locked=False)

    def commit(self, later: bool) -> None:
        """Save the entry; one that was changed is no longer the one that was transferred."""
        result = self._result()
        if self._is_kept and result != self._entry:
            result = replace(result, transferred_on=None)
        self.context.write(save_entry, result, self.context.today())

    def _result(self) -> JournalEntry:
        values: dict[str, Any] = self.form.values()
        told = {name: values[name] for name in _NAMES} | {"kind": EntryKind(values["kind"])}
        return replace(self._entry, **told)


_NAMES = ("kind", "on", "with_whom", "text", "child_spoken")


def kind_options(words: Words) -> list[Option]:
    """The kinds of entries."""
    return [Option(kind.value, choice(words, kind)) for kind in EntryKind]


def _new(case_id: str, corrects: JournalEntry | None, kind: EntryKind, context: Context) -> JournalEntry:
    if corrects is None:
        return JournalEntry(case_id=case_id, kind=kind, on=context.today())
    return JournalEntry(
        case_id=case_id,
        kind=corrects.kind,
        on=corrects.on,
        with_whom=corrects.with_whom,
        child_spoken=corrects.child_spoken,
        corrects_id=corrects.id,
    )


def _title(words: Words, entry: JournalEntry | None, corrects: JournalEntry | None) -> str:
    if entry is not None:
        return words.tr("Change the entry")
    return words.tr("Correct the entry") if corrects is not None else words.tr("Write in the journal")


def _subtitle(words: Words, child: str, corrects: JournalEntry | None) -> str:
    if corrects is None:
        return child
    day = long_date(corrects.on, words.language)
    return words.tr("The entry of {date} stays as it is. The correction stands beside it.", date=day)
