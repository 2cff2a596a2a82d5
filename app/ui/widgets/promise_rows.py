"""Promises typed at the table: one line each – what, who, by when – and Enter for the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from app.core.errors import Problem
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.date_field import DateField
from app.ui.widgets.field import Field
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField, SuggestField
from app.words import Words

Rows = Sequence[Mapping[str, object]]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HEAD = 1  # the rows of the grid that the titles take
_SETTLED_MS = 20  # after that many ms without another change the new line has its place


class PromiseRows(Field[Rows]):
    """Lines under the titles what, who, by when; the value holds one mapping ("key", "what", "who", "due") a line.

    Lines left blank are none. `names` are suggested for who promised; "key" is the id of a promise that is there.
    """

    def __init__(self, words: Words, names: Sequence[str], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._names, self._today = words, tuple(names), today
        self._lines: list[_Line] = []
        self._name, self._help_text = "", ""
        self._titles = [Text(text, "small") for text in (words.tr("What"), words.tr("Who"), words.tr("By when"))]
        self._area: QScrollArea | None = None
        self._sight = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._sight.timeout.connect(self._show_cursor)
        self._place = QWidget()
        self._grid = QGridLayout(self._place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 3)
        for column, title in enumerate(self._titles):
            self._grid.addWidget(title, 0, column)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._place)
        self._add = Button(words.tr("Another promise"), "quiet", "plus")
        self._hold(self._add)
        self._layout.setAlignment(self._add, Qt.AlignmentFlag.AlignLeft)
        self._add.installEventFilter(self)
        self._add.clicked.connect(self.add_line)
        self._show_titles()

    def value(self) -> Rows:
        """The lines in which something stands, in their order."""
        return tuple(line.values() for line in self._lines if not line.is_blank())

    def set_value(self, value: Rows) -> None:
        """Show these lines."""
        self._remove_all()
        for values in value:
            self._append().show_values(values)
        self._show_titles()

    def state(self) -> object:
        """The raw input of every line."""
        return [line.state() for line in self._lines]

    def restore(self, state: object) -> None:
        """Show the lines typed earlier."""
        if isinstance(state, list):
            self._remove_all()
            for one in state:
                self._append().restore(one)
            self._show_titles()

    def unread(self) -> Problem | None:
        """The first day that cannot be read."""
        return next((found for line in self._lines if (found := line.due.unread()) is not None), None)

    def is_long(self) -> bool:
        """Lines want the full width."""
        return True

    def describe(self, name: str, help_text: str) -> None:
        """Each box says which promise it belongs to, and what is asked."""
        self._name, self._help_text = name, help_text
        self.setAccessibleName(name)
        self.setAccessibleDescription(help_text)
        for number, line in enumerate(self._lines, 1):
            line.describe(self._words.tr("{name} {number}", name=name, number=number), help_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next line, and makes one after the last; with Ctrl it is the form's."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self._go_on()
        else:
            super().keyPressEvent(event)

    def lines(self) -> tuple[tuple[LineField, SuggestField, DateField], ...]:
        """The boxes of each line, for who fills them by hand."""
        return tuple((line.what, line.who, line.due) for line in self._lines)

    def add_line(self) -> None:
        """Add a blank line and put the cursor into it."""
        line = self._append()
        self._show_titles()
        line.what.show()
        self._enter(line.what.control())
        self.edited.emit()

    def _go_on(self) -> None:
        """From the line with the cursor to the next; from the last, unless it is blank, to a new one."""
        there = self.focusWidget()
        at = next((n for n, line in enumerate(self._lines) if line.holds(there)), len(self._lines) - 1)
        if at + 1 < len(self._lines):
            self._enter(self._lines[at + 1].what.control())
        elif not self._lines or not self._lines[at].is_blank():
            self.add_line()

    def _enter(self, box: QWidget) -> None:
        """Put the cursor into a box, and the box into sight."""
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sight.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Hear when what the field stands in grows with it: only then has a new line its place."""
        super().showEvent(event)
        if self._area is None and (area := self._scrolled_by()) is not None:
            self._area = area
            area.verticalScrollBar().rangeChanged.connect(self._on_grown)

    def _scrolled_by(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _on_grown(self) -> None:
        self._sight.start()

    def _show_cursor(self) -> None:
        box = next((box for box in (*self._boxes(), self._add) if box.hasFocus()), None)
        if box is not None and self._area is not None:
            self._area.ensureWidgetVisible(box, 0, 48)

    def _append(self) -> _Line:
        line = _Line(self._words, self._names, self._today)
        row = _HEAD + (self._grid.rowCount() if self._lines else 0)
        for column, widget in enumerate(line.widgets()):
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        self._lines.append(line)
        for field in (line.what, line.who, line.due):
            field.edited.connect(self.edited)
        line.removal.clicked.connect(self._on_removed)
        self._order()
        self.describe(self._name, self._help_text)
        return line

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes along each line, then to the next, then to the button and out.

        Lines come and go, and in Qt's own order a new one comes after all else in the window. So the boxes are outside
        that order, and the button stands there for all of them.
        """
        boxes = [*self._boxes(), self._add]
        there = next((n for n, box in enumerate(boxes) if box is self.focusWidget()), len(boxes) - 1)
        wanted = there + (1 if forward else -1)
        if 0 <= wanted < len(boxes):
            self._enter(boxes[wanted])
            return True
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes to the button by Tab begins at the first line."""
        by_tab = isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.TabFocusReason
        if by_tab and event.type() is QEvent.Type.FocusIn and self._lines:
            self._enter(self._lines[0].what.control())
        return super().eventFilter(watched, event)

    def _boxes(self) -> list[QWidget]:
        return [
            widget
            for line in self._lines
            for widget in (line.what.control(), line.who.control(), line.due.control(), line.removal)
        ]

    def _order(self) -> None:
        """The field is entered at its first line; Tab comes to its boxes through `focusNextPrevChild` alone."""
        boxes = self._boxes()
        for box in boxes:
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(boxes[0] if boxes else self._add)

    def _remove_all(self) -> None:
        while self._lines:
            self._take(self._lines[-1])

    def _take(self, line: _Line) -> None:
        self._lines.remove(line)
        for widget in line.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._order()
        self.describe(self._name, self._help_text)

    def _on_removed(self) -> None:
        gone = next(line for line in self._lines if line.removal is cast(IconButton, self.sender()))
        self._add.setFocus()
        self._take(gone)
        self._show_titles()
        self.edited.emit()

    def _show_titles(self) -> None:
        self._place.setVisible(bool(self._lines))


class _Line:
    """The boxes of one promise."""

    def __init__(self, words: Words, names: Sequence[str], today: date) -> None:
        self.key = ""
        self.what = LineField(limit=500)
        self.who = SuggestField(names)
        self.due = DateField(words, today, narrow=True)
        self.removal = IconButton("trash-2", words.tr("Remove this row"))
        self._words = words

    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.what, self.who, self.due, self.removal

    def values(self) -> dict[str, object]:
        """What stands in the boxes."""
        return {"key": self.key, "what": self.what.value(), "who": self.who.value(), "due": self.due.value()}

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show a promise."""
        self.key = cast(str, values["key"])
        self.what.set_value(cast(str, values["what"]))
        self.who.set_value(cast(str, values["who"]))
        self.due.set_value(cast("date | None", values["due"]))

    def state(self) -> dict[str, object]:
        """The raw input."""
        return {"key": self.key, "what": self.what.state(), "who": self.who.state(), "due": self.due.state()}

    def restore(self, state: object) -> None:
        """Show what was typed earlier."""
        if isinstance(state, dict):
            key = state.get("key")
            self.key = key if isinstance(key, str) else ""
            for name, field in (("what", self.what), ("who", self.who), ("due", self.due)):
                field.restore(state.get(name))

    def is_blank(self) -> bool:
        """Whether nothing was typed; a line whose promise is there and was emptied is not blank but to be mended."""
        return not self.key and not any((self.what.value(), self.who.value(), self.due.edit.text().strip()))

    def holds(self, widget: QWidget | None) -> bool:
        """Whether the cursor stands in this line."""
        return any(box is widget or box.isAncestorOf(widget) for box in self.widgets() if widget is not None)

    def describe(self, name: str, help_text: str) -> None:
        """Name the boxes."""
        words = self._words
        for field, title in (
            (self.what, words.tr("What")),
            (self.who, words.tr("Who")),
            (self.due, words.tr("By when")),
        ):
            field.describe(f"{name}: {title}", help_text)
        self.removal.setAccessibleName(f"{name}: {words.tr('Remove this row')}")
