"""A phrase the caseworker keeps: its words, and where it is offered first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.checks.snippet import check_snippet, check_snippet_names
from app.core.errors import Problem
from app.core.records.snippet import Snippet, SnippetKind
from app.core.snippets import PLACES
from app.labels import choice
from app.services.snippets import children_of_caseload, save_snippet
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.text_fields import LongTextField


class EditSnippet(DraftDialog):
    """The form of one phrase. A child's name in it is told of before it is saved."""

    def __init__(self, context: Context, snippet: Snippet, *, is_new: bool, parent: QWidget | None = None) -> None:
        words = context.words
        super().__init__(
            context,
            form="snippet",
            target="" if is_new else snippet.id,
            title=words.tr("New phrase") if is_new else words.tr("Phrase"),
            parent=parent,
        )
        self.snippet = snippet
        place = PLACES[words.language]
        self._text = self.form.add(
            "text",
            words.tr("The phrase"),
            LongTextField(words, lines=4, limit=100_000),
            required=True,
            help_text=words.tr("Write {place} where the child's first name is to stand.", place=place),
        )
        self._kind = self.form.add(
            "kind",
            words.tr("Offered first at"),
            ChoiceField([Option(kind.value, choice(words, kind)) for kind in SnippetKind]),
        )
        self.form.set_values({"kind": snippet.kind, "text": snippet.text})
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """It says something, and a child that is named is told of."""
        record = self._result()
        return (*check_snippet(record), *check_snippet_names(record, self.context.read(children_of_caseload)))

    def commit(self, later: bool) -> None:
        """Save the phrase."""
        self.snippet = self._result()
        self.context.write(save_snippet, self.snippet)

    def _result(self) -> Snippet:
        return replace(self.snippet, kind=SnippetKind(self._kind.value()), text=self._text.value())
