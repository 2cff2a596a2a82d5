"""A form: named rows of fields, their values and drafts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Problem, Severity
from app.ui.widgets.columns import Columns
from app.ui.widgets.field import Field
from app.ui.widgets.form_row import FormRow, Remark
from app.ui.widgets.surfaces import scroll_around
from app.ui.widgets.text import Text
from app.words import Words

Sentence = Callable[[Problem], str]
AnyField = TypeVar("AnyField", bound=Field[Any])
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


class Form(Columns):
    """Fields under each other, in the order they are added, which is also the order of Tab.

    `edited` follows every change by the user, `restored` a draft that was shown; `submitted` says that the user pressed
    Enter in a line or Ctrl+Enter anywhere; `leading` names the row that the user is about to be led to. The form checks
    nothing itself: the owner hands it the problems and asks `may_save`. A form that `is_part` of another leaves both
    keys to that one.
    """

    edited = Signal()
    submitted = Signal()
    restored = Signal()
    leading = Signal(str)
    withdrawn = Signal()

    def __init__(self, words: Words, *, columns: int = 1, is_part: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._is_part = is_part
        self.setProperty("look", "clear")
        self._words = words
        self._rows: dict[str, FormRow] = {}
        self._left_out: set[str] = set()
        self._dirty = False
        self._passed: frozenset[tuple[str, str]] = frozenset()
        self._on_top: Severity | None = None
        self._top = Remark(words)
        self.put(self._top, whole=True)
        for keys in () if is_part else ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submitted)

    # Building

    def add(
        self,
        name: str,
        label: str,
        field: AnyField,
        *,
        help_text: str = "",
        required: bool = False,
        whole: bool = False,
    ) -> AnyField:
        """Add a row and return its field. `name` is the record's attribute, by which problems find the row.

        `required` only says so in words; `whole` lets the row take all columns (long texts do by themselves).
        """
        return self.add_at(self, name, label, field, help_text=help_text, required=required, whole=whole)

    def add_at(
        self,
        place: Columns,
        name: str,
        label: str,
        field: AnyField,
        *,
        help_text: str = "",
        required: bool = False,
        whole: bool = False,
    ) -> AnyField:
        """Add a row that stands in `place`, a part of the form."""
        row = FormRow(self._words, label, field, help_text=help_text, required=required)
        self._rows[name] = row
        place.put(row, whole=whole or field.is_long())
        field.edited.connect(row.clear)
        field.edited.connect(self._on_edited)
        row.withdrawn.connect(self.withdrawn)
        field.left.connect(partial(self._on_left, row))
        return field

    def add_heading(self, text: str, subtitle: str = "") -> None:
        """Begin a group of rows."""
        self.put(heading(text, subtitle, above=4 if self._rows else 0), whole=True)

    def add_widget(self, widget: QWidget, *, whole: bool = True) -> None:
        """Put something that is not a field between the rows."""
        self.put(widget, whole=whole)

    # Values and drafts

    def field(self, name: str) -> Field[object]:
        """The field called `name`; raises KeyError."""
        return self._rows[name].field

    def row(self, name: str) -> FormRow:
        """The row called `name`, e.g. to hide it; raises KeyError."""
        return self._rows[name]

    def values(self) -> dict[str, object]:
        """The values by name."""
        return {name: row.field.value() for name, row in self._rows.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show these values; names without a row are passed over, and nothing counts as edited."""
        for name in values.keys() & self._rows.keys():
            self._rows[name].field.set_value(values[name])

    def state(self) -> dict[str, object]:
        """The raw input of all fields as JSON-able data, for a draft."""
        return {name: row.field.state() for name, row in self._rows.items()}

    def restore(self, state: object) -> None:
        """Show a draft; the form counts as edited then. What does not fit is passed over."""
        if not isinstance(state, dict):
            return
        for name in state.keys() & self._rows.keys():
            self._rows[name].field.restore(state[name])
        self._dirty = True
        self.restored.emit()

    def is_dirty(self) -> bool:
        """Whether the user changed something since the start or `mark_clean`."""
        return self._dirty

    def mark_clean(self) -> None:
        """Count as untouched from now on."""
        self._dirty = False

    def focus_first(self) -> None:
        """Put the cursor into the first row."""
        for row in self._rows.values():
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            break

    def lead_to(self, name: str) -> None:
        """Put the cursor into the row called `name` and bring it into sight."""
        self.leading.emit(name)
        row = self._rows[name]
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_on_screen(row)

    def begin(self) -> None:
        """Give the first field in sight that can be filled in the focus."""
        first = next((row for row in self._rows.values() if not row.isHidden() and row.field.isEnabled()), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Problems

    def leave_out(self, prefix: str, is_out: bool) -> None:
        """Ask no more for the rows whose names begin with `prefix`, or again; what stands in them is kept."""
        (self._left_out.add if is_out else self._left_out.discard)(prefix)

    def unread(self) -> tuple[Problem, ...]:
        """Problems of fields whose input cannot be read as a value."""
        found = ((name, row.field.unread()) for name, row in self._rows.items() if self._is_asked(name))
        return tuple(replace(problem, field=name) for name, problem in found if problem is not None)

    def may_save(self, problems: Sequence[Problem], sentence: Sentence) -> bool:
        """Show the problems and say whether saving may go on.

        Errors stop. Warnings stop once: the user has read them and may save again, as long as no new one comes.
        """
        self.show_problems(problems, sentence)
        if any(p.severity is Severity.ERROR for p in problems):
            return False
        warnings = frozenset((p.field, p.code) for p in problems if p.severity is Severity.WARNING)
        passed = warnings <= self._passed
        self._passed = warnings
        return passed

    def awaits_second_save(self) -> bool:
        """Whether warnings are shown that the next save passes: no errors stand beside them."""
        shown = {row.severity() for row in self._rows.values()} | {self._on_top}
        return Severity.WARNING in shown and Severity.ERROR not in shown

    def show_problems(self, problems: Sequence[Problem], sentence: Sentence, *, lead: bool = True) -> None:
        """Place each problem at its field, or on top where it concerns the whole form or a row not shown.

        The first gets the focus and is announced, unless the form saves by itself and does not `lead` the user away
        from what is being typed. A row shows the gravest of its problems first.
        """
        self.clear_problems()
        by_row: dict[str, list[Problem]] = {}
        for problem in problems:
            asked = problem.field in self._rows and self._is_asked(problem.field)
            by_row.setdefault(problem.field if asked else "", []).append(problem)
        for name, found in by_row.items():
            found.sort(key=_gravity)
            self._on_top = self._on_top if name else found[0].severity
            target = self._rows[name].show_problem if name else self._top.show_sentence
            target(found[0].severity, "\n".join(sentence(p) for p in found))
        if lead:
            self._lead_to_first(by_row)

    def lead_to_first_problem(self) -> bool:
        """Lead to the first row at which something is told; whether there is one."""
        name = next((name for name, row in self._rows.items() if row.remark()), None)
        if name is not None:
            self.lead_to(name)
        return name is not None

    def clear_problems(self) -> None:
        """Take all problems away."""
        self._top.hide()
        self._on_top = None
        for row in self._rows.values():
            row.clear()

    def problem_at(self, name: str) -> str:
        """The problem shown at a row, or on top for ""; "" where there is none."""
        return self._rows[name].remark() if name else self._top.sentence()

    def _lead_to_first(self, by_row: Mapping[str, list[Problem]]) -> None:
        stopping = [n for n in self._rows if n in by_row and by_row[n][0].severity is Severity.ERROR]
        noted = [n for n in self._rows if n in by_row and by_row[n][0].severity is Severity.WARNING]
        for name in (stopping or noted)[:1]:
            self.lead_to(name)
            self._rows[name].announce()

    def _is_asked(self, name: str) -> bool:
        """Whether the row is shown, or would be where its part of the form were in sight."""
        return not self._rows[name].isHidden() and not name.startswith(tuple(self._left_out))

    def _show_on_screen(self, row: QWidget) -> None:
        if (above := scroll_around(self)) is not None:
            above.ensureWidgetVisible(row, 0, 24)
            if (there := row.focusWidget()) is not None:  # of a long row the line that is meant
                above.ensureWidgetVisible(there, 0, 48)

    # Slots

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line submits; a long text keeps Enter for itself."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._is_part:
            event.accept()
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        self._dirty = True
        self.edited.emit()

    def _on_left(self, row: FormRow) -> None:
        """Tell at once what cannot be read as a value; whether the value will do is asked when it is saved."""
        problem = row.field.unread()
        if problem is not None:
            from app import labels  # the first window has no such field

            row.show_problem(problem.severity, labels.problem(self._words, problem))


def heading(text: str, subtitle: str = "", *, above: int = 0) -> QWidget:
    """What begins a group of rows, `above` pixels below the rows before it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, above, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(text, "heading", wrap=True))
    if subtitle:
        column.addWidget(Text(subtitle, "small", wrap=True))
    return made


def _gravity(problem: Problem) -> int:
    return _ORDER[problem.severity]
