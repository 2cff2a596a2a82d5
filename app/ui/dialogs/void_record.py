"""Strike out something that was entered by mistake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.changes import Changes
from app.core.errors import Problem
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.widgets.text_fields import LongTextField

Void = Callable[[Any, str, date, str], Changes]
"""A write service that strikes out the record with an id, as of a day and for a reason."""


class VoidRecord(DraftDialog):
    """Asks why, then strikes out. What is struck out is kept, and stands outside every figure."""

    def __init__(self, context: Context, what: str, void: Void, record_id: str, parent: QWidget | None = None) -> None:
        words = context.words
        super().__init__(
            context,
            form="void",
            target=record_id,
            title=words.tr("Strike out as entered by mistake"),
            subtitle=what,
            save_text=words.tr("Strike out"),
            parent=parent,
        )
        self._void, self._record_id = void, record_id
        help_text = words.tr("It is kept, struck out, and counts in no figure.")
        self._reason = self.form.add(
            "void_reason", words.tr("Reason"), LongTextField(words, lines=2), required=True, help_text=help_text
        )
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A reason is needed."""
        return () if self._reason.value() else (Problem("void_reason", "reason-empty"),)

    def commit(self, later: bool) -> None:
        """Strike it out."""
        self.context.write(self._void, self._record_id, self.context.today(), self._reason.value())
