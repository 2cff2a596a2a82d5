"""A field of several like rows: agreements, people who took part, partial goals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Problem
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form
from app.ui.widgets.surfaces import Line
from app.ui.widgets.tab_order import put_in_tab_order
from app.words import Words

Rows = Sequence[Mapping[str, object]]


class RowsField(Field[Rows]):
    """Rows that the user adds and removes; each is a small form that `build` fills with fields.

    The value holds one mapping of values for each row in which something stands; rows left blank are no rows.
    """

    def __init__(
        self,
        words: Words,
        build: Callable[[Form], None],
        add_text: str,
        *,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._build, self._columns = words, build, columns
        self._rows: list[_Row] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        self._layout.setSpacing(8)
        self._layout.addLayout(self._place)
        self._add = Button(add_text, "quiet", "plus")
        self._hold(self._add)
        self._layout.setAlignment(self._add, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self.add_row)

    def value(self) -> Rows:
        """The values of the rows that are not blank, in their order."""
        return tuple(row.form.values() for row in self._rows if not row.is_blank())

    def set_value(self, value: Rows) -> None:
        """Show these rows."""
        self._remove_all()
        for values in value:
            self._append().form.set_values(values)

    def state(self) -> object:
        """The raw input of every row."""
        return [row.form.state() for row in self._rows]

    def restore(self, state: object) -> None:
        """Show the rows typed earlier."""
        if isinstance(state, list):
            self._remove_all()
            for one in state:
                self._append().form.restore(one)

    def unread(self) -> Problem | None:
        """The first input of a row that cannot be read."""
        found = (problem for row in self._rows for problem in row.form.unread())
        return next(found, None)

    def is_long(self) -> bool:
        """Rows want the full width."""
        return True

    def forms(self) -> tuple[Form, ...]:
        """The small forms, for an owner that fills choices or shows problems in them."""
        return tuple(row.form for row in self._rows)

    def describe(self, name: str, help_text: str) -> None:
        """The button says its own words; the field is the group."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(help_text)

    def _append(self) -> _Row:
        row = _Row(self._words, self._build, self._columns)
        self._rows.append(row)
        self._place.addWidget(row)
        row.form.edited.connect(self.edited)
        row.removal.clicked.connect(self._on_removed)
        row.line.setVisible(len(self._rows) > 1)
        put_in_tab_order(self._add, self._rows)
        return row

    def _remove_all(self) -> None:
        while self._rows:
            self._take(self._rows[-1])

    def _take(self, row: _Row) -> None:
        self._rows.remove(row)
        self._place.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self._rows:
            self._rows[0].line.hide()

    def add_row(self) -> None:
        """Add a blank row and put the cursor into it."""
        row = self._append()
        # What is not shown yet cannot take the focus.
        row.show()
        row.form.focus_first()
        self.edited.emit()

    def remove_row(self, number: int) -> None:
        """Remove a row, counted from 0."""
        self._add.setFocus()
        self._take(self._rows[number])
        self.edited.emit()

    def _on_removed(self) -> None:
        buttons = [row.removal for row in self._rows]
        self.remove_row(buttons.index(cast(IconButton, self.sender())))


class _Row(QFrame):
    """One row: a line above it, its form, and a button that removes it."""

    def __init__(self, words: Words, build: Callable[[Form], None], columns: int) -> None:
        super().__init__()
        self.form = Form(words, columns=columns, is_part=True)
        build(self.form)
        self._blank = self.form.values()
        self.removal = IconButton("trash-2", words.tr("Remove this row"))
        self.line = Line()
        inside = QHBoxLayout()
        inside.setSpacing(8)
        inside.addWidget(self.form, 1)
        inside.addWidget(self.removal, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addLayout(inside)

    def is_blank(self) -> bool:
        """Whether nothing was typed or chosen."""
        return not self.form.unread() and self.form.values() == self._blank
