"""Ctrl+K: find a child, a person, something written, or a command, by typing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.core.sorting import folds
from app.services.search import Found, Hit, find
from app.services.store import Act
from app.ui.context import Context, Place
from app.ui.widgets.list_line import ListLine
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.text import Text
from app.words import Words, mark

_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}

# What is found, in words, and the tab of the case that shows it.
_KINDS = {
    Found.CHILD: (mark("Child"), ""),
    Found.PERSON: (mark("Person"), "people"),
    Found.FOLLOW_UP: (mark("Follow-up"), "follow_ups"),
    Found.AGREEMENT: (mark("Agreement"), "meetings"),
    Found.MEETING: (mark("Network meeting"), "meetings"),
    Found.NOTE: (mark("Journal"), "journal"),
    Found.MEASURE: (mark("Measure"), "measures"),
    Found.PLAN: (mark("Plan"), "plan"),
    Found.NETWORK: (mark("Network"), "network"),
    Found.NOTIFICATION: (mark("Notification"), "assessment"),
    Found.ASSESSMENT: (mark("Assessments"), "assessment"),
    Found.DECISION: (mark("Decision"), "assessment"),
    Found.COMPLAINT: (mark("Complaint"), "complaints"),
    Found.ACCESS_REQUEST: (mark("Access to the file"), "complaints"),
    Found.REMARK: (mark("The team leader"), "overview"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something the program can do: its name, its keys, and the call that does it."""

    name: str
    keys: str
    run: Callable[[], object]


class FindDialog(QDialog):
    """Shows what matches as one types; Enter opens the first or the chosen line.

    Before anything is typed it offers the commands. A search that led somewhere, or was given up, is logged with its
    terms hashed.
    """

    def __init__(self, context: Context, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._commands = tuple(commands)
        self._hits: dict[str, Hit] = {}
        words = context.words
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(words.tr("Search child, person, agreement, note or command …"))
        self._typed.setAccessibleName(words.tr("Search"))
        self._list = ListRows(words.tr("Found"), most=9, marks_current=True)
        self._nothing = Text(words.tr("Nothing found"), "quiet")
        self._lay_out()
        self._connect()
        self._show("")

    def typed(self) -> str:
        """What was typed."""
        return self._typed.text().strip()

    def lines(self) -> tuple[ListLine, ...]:
        """The lines shown."""
        return self._list.lines()

    def done(self, result: int) -> None:
        """Close, and leave a trace of what was searched for that tells nothing to a reader of the log."""
        if self.typed():
            term = hashlib.sha256(self.typed().casefold().encode()).hexdigest()[:16]
            self._context.log(Act.SEARCH, detail=term)
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list while the text keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setWindowTitle(self._context.words.tr("Search"))
        self.setMinimumWidth(620)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._typed)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._typed.installEventFilter(self)
        self._typed.textChanged.connect(self._show)
        self._typed.returnPressed.connect(self._on_return)
        self._list.opened.connect(self._on_opened)

    def _show(self, typed: str) -> None:
        words = self._context.words
        self._hits = {f"{n}": hit for n, hit in enumerate(self._context.read(find, typed))}
        lines = [_line(words, key, hit) for key, hit in self._hits.items()]
        lines += [
            ListLine(key=f"command {n}", lead=command.name, status=command.keys)
            for n, command in enumerate(self._commands)
            if _is_asked_for(command, typed)
        ]
        self._list.set_lines(lines)
        if lines:
            self._list.setCurrentIndex(self._list.model().index(0, 0))
        self._nothing.setVisible(not lines)
        self._list.setVisible(bool(lines))
        self.adjustSize()

    def _on_return(self) -> None:
        if key := self._list.current_key():
            self._on_opened(key)

    def _on_opened(self, key: str) -> None:
        self.accept()
        if hit := self._hits.get(key):
            self._context.go(Place.CASE, hit.case_id, _KINDS[hit.found][1], hit.row_id)
        else:
            self._commands[int(key.removeprefix("command "))].run()


def _line(words: Words, key: str, hit: Hit) -> ListLine:
    return ListLine(key=key, lead=hit.name, second=hit.excerpt, aside=words.tr(_KINDS[hit.found][0]))


def _is_asked_for(command: Command, typed: str) -> bool:
    """Every word that was typed is in its name, so that "print plan" finds "Print: Plan"."""
    names = folds(command.name)
    return any(all(word in name for word in part.split()) for name in names for part in folds(typed))
