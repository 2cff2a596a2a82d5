"""What is not yet copied into the municipality's case system, across all cases: copied and marked one by one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.changes import Changes
from app.core.dates import screen_date
from app.core.transfer import Transferable, Waiting
from app.services.transfers import mark_transferred, not_transferred
from app.ui.context import Context
from app.ui.transferring import copy_and_mark, text_of
from app.ui.widgets.button import Button
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.surfaces import Banner, Card, EmptyState
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.ui.widgets.text import OneLine, Text

_EXCERPT = 60


class NotTransferred(QDialog):
    """The oldest first, with the text beside. Ctrl+Shift+C or Enter copies, marks, and goes on to the next."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = context.words
        self._context = context
        self.setWindowTitle(words.tr("Not transferred"))
        self._count = OneLine(look="quiet")
        none = EmptyState(
            words.tr("Everything is transferred"),
            words.tr("Follow-ups held, entries of the journal and issued plans stand here until they are copied."),
            icon="circle-check",
        )
        self.table = DataTable(
            words, words.tr("Not transferred"), self._columns(), key=lambda one: one.record_id, empty=none
        )
        self.text = ReadingText(words.tr("Text to copy"))
        self._copy = Button(words.tr("Copy and mark"), "main", "copy")
        self._copy.setToolTip(words.tr("Copies the text, marks it as transferred and goes on (Ctrl+Shift+C)"))
        self._mark = Button(words.tr("Mark only"))
        self._mark.setToolTip(words.tr("For what was typed in the case system already"))
        self._close = Button(words.tr("Close"), "quiet")
        self._done = Banner("", "ok", words.tr("Undo"))
        self._done.hide()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what waits now; the place in the list is kept."""
        words = self._context.words
        shown = [one.record_id for one in self.table.rows()]
        current = self.table.current()
        place = shown.index(current.record_id) if current is not None else 0
        found = self._context.read(not_transferred)
        self.table.set_rows(found)
        self._count.setText(words.trn("{n} waits", "{n} wait", len(found)) if found else "")
        if self.table.current() is None and (there := self.table.rows()):
            self.table.select(there[min(place, len(there) - 1)].record_id)
        self._on_selected(self.table.current())

    def sizeHint(self) -> QSize:
        """Room for the list and the text beside it."""
        room = self.screen().availableGeometry()
        return QSize(min(1100, room.width() - 60), min(700, room.height() - 60))

    def _columns(self) -> list[Column[Waiting]]:
        words = self._context.words
        return [
            Column(key="day", title=words.tr("Date"), text=lambda one: screen_date(one.day), sort=lambda one: one.day),
            Column(key="child", title=words.tr("Child"), text=lambda one: one.child, strong=True),
            Column(key="number", title=words.tr("Case number"), text=lambda one: one.municipal_number),
            Column(key="kind", title=words.tr("What"), text=self._what),
        ]

    def _what(self, one: Waiting) -> str:
        words = self._context.words
        kind = labels.choice(words, one.kind)
        if one.kind is Transferable.PLAN:
            return words.tr("{kind}, version {number}", kind=kind, number=one.about)
        about = " ".join(one.about[: 2 * _EXCERPT].split())[:_EXCERPT]
        return f"{kind}: {about}" if about else kind

    def _lay_out(self) -> None:
        words = self._context.words
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(words.tr("Not transferred"), "heading"), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBaseline)
        listed, beside = Card(), Card()
        listed.body.addWidget(self.table)
        beside.body.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(listed, 3)
        row.addWidget(beside, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._done, 1)
        foot.addStretch(0)
        for button in (self._close, self._mark, self._copy):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self.resize(self.sizeHint())

    def _connect(self) -> None:
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_copy)
        self._copy.clicked.connect(self._on_copy)
        self._mark.clicked.connect(self._on_mark)
        self._close.clicked.connect(self.reject)
        self._done.acted.connect(self._on_undo)
        self._context.changed.connect(self._on_changed)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self._on_copy)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._on_undo)

    def _on_changed(self, _changes: Changes) -> None:
        self.refresh()

    def _on_selected(self, one: Waiting | None) -> None:
        for button in (self._copy, self._mark):
            button.setEnabled(one is not None)
        self.text.set_text(text_of(self._context, one.kind, one.case_id, one.record_id) if one else "")

    def _on_copy(self) -> None:
        if (one := self.table.current()) is not None:
            copy_and_mark(self._context, one.kind, one.case_id, one.record_id)
            self._say(self._context.words.tr("Copied and marked: {what}", what=self._named(one)))

    def _on_mark(self) -> None:
        if (one := self.table.current()) is not None:
            self._context.write(mark_transferred, one.kind, (one.record_id,), self._context.today())
            self._say(self._context.words.tr("Marked: {what}", what=self._named(one)))

    def _on_undo(self) -> None:
        self._context.undo()
        self._done.hide()

    def _named(self, one: Waiting) -> str:
        return f"{one.child}, {screen_date(one.day)}"

    def _say(self, text: str) -> None:
        self._done.say(text, "ok")
        self._done.show()
