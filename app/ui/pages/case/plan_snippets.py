"""Phrases at the texts of a plan: F6 in a text, or the button at its label, opens the caseworker's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.core.records.snippet import SnippetKind
from app.ui.context import Context
from app.ui.dialogs.pick_snippet import PickSnippet
from app.ui.widgets.button import Button
from app.ui.widgets.form import Form
from app.ui.widgets.text_fields import LineField, LongTextField

KEYS: Final = "F6"

KINDS: Final[Mapping[str, SnippetKind]] = {
    "purpose": SnippetKind.PURPOSE,
    "measure_reason": SnippetKind.REASON,
    "expected_duration": SnippetKind.OTHER,
    "goal": SnippetKind.GOAL,
    "success_sign": SnippetKind.SUCCESS_SIGN,
    "family_support": SnippetKind.SUPPORT,
    "child_comment": SnippetKind.COMMENT,
    "parents_comment": SnippetKind.COMMENT,
    "disagreement": SnippetKind.COMMENT,
}
"""The kind of phrase each field of a plan is offered first. The child's own words are the child's own: none there."""


def offer_snippets(context: Context, form: Form, names: Mapping[str, SnippetKind], child: Callable[[], str]) -> None:
    """Let the texts called so take phrases; the button is seen while its text has the focus."""
    for name, kind in names.items():
        field = form.field(name)
        if isinstance(field, LineField | LongTextField):
            button = Button(context.words.tr("Phrases"), "link")
            button.setToolTip(
                context.words.tr("Put in a phrase of yours, or keep the chosen words ({keys})", keys=KEYS)
            )
            form.row(name).add_corner(button)
            SnippetOffer(context, field, kind, child, button)


class SnippetOffer(QObject):
    """Opens the phrases for one text, and puts in what is picked. `child` tells the first name for its place."""

    def __init__(
        self,
        context: Context,
        field: LineField | LongTextField,
        kind: SnippetKind,
        child: Callable[[], str],
        button: Button | None = None,
    ) -> None:
        super().__init__(field)
        self._context, self._field, self._kind, self._child, self._button = context, field, kind, child, button
        shortcut = QShortcut(QKeySequence(KEYS), field.edit)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_asked)
        if button is not None:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.hide()
            button.clicked.connect(self._on_asked)
            field.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the button while one writes here."""
        if self._button is not None and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._button.setVisible(event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _on_asked(self) -> None:
        dialog = PickSnippet(self._context, self._kind, self._child(), self._selected(), self._field.window())
        dialog.picked.connect(self._on_picked)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _selected(self) -> str:
        edit = self._field.edit
        if isinstance(edit, QLineEdit):
            return edit.selectedText()
        return edit.textCursor().selection().toPlainText()

    def _on_picked(self, text: str) -> None:
        edit = self._field.edit
        if isinstance(edit, QLineEdit):
            start = edit.selectionStart() if edit.hasSelectedText() else edit.cursorPosition()
            end = edit.selectionEnd() if edit.hasSelectedText() else start
            edit.insert(_between(edit.text()[:start], " ".join(text.split()), edit.text()[end:]))
            self._field.edited.emit()  # a line tells of what is typed, not of what is put in
        else:
            cursor, whole = edit.textCursor(), edit.toPlainText()
            cursor.insertText(_between(whole[: cursor.selectionStart()], text, whole[cursor.selectionEnd() :]))
            edit.setTextCursor(cursor)

    def _on_finished(self) -> None:
        edit: QLineEdit | QPlainTextEdit = self._field.edit
        edit.setFocus()


def _between(before: str, text: str, after: str) -> str:
    """The words with a blank where they would stick to what stands before or after them."""
    front = " " if before and not before[-1].isspace() else ""
    back = " " if after and after[0].isalnum() else ""
    return front + text + back
