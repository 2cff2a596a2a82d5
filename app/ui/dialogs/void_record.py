"""Strike out something that was entered by mistake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import labels
from app.core.errors import Problem
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.text_fields import LongTextField
from app.words import Words


class VoidRecord(FormDialog):
    """Asks why, then calls `void` with the reason. What is struck out is kept, and stands outside every figure."""

    def __init__(self, words: Words, what: str, void: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(
            words,
            words.tr("Strike out as entered by mistake"),
            partial(labels.problem, words),
            subtitle=what,
            save_text=words.tr("Strike out"),
            parent=parent,
        )
        self._void = void
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        self._void(self._reason.value())
