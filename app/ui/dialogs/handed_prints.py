"""What was handed out: every print that left the program, by day, and the very sheets as long as they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.core.dates import long_date, screen_date
from app.core.records.handed_print import HandedPrint, HowHanded
from app.core.sorting import sort_key
from app.core.status import short_names
from app.services.caseload import all_statuses
from app.services.handed_prints import forget_print, handed_prints
from app.services.store import CASEWORK, Act
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.dialogs import log_words
from app.ui.dialogs.print_document import PrintDocument
from app.ui.prints.kept import kept_order
from app.ui.remembered_columns import remember_columns
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField
from app.words import Words, mark

_HOW = {
    HowHanded.PRINTED: mark("Printed"),
    HowHanded.SAVED: mark("Saved"),
    HowHanded.LOCKED: mark("Saved with a password"),
}
_MOST_NAMES = 3
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class HandedPrints(QDialog):
    """Lists what was handed out, the latest first; of one case where `case_id` is given.

    Enter opens the sheet as it was, from where it is printed or saved again, also from the search, where the arrow keys
    walk the list; Delete takes it out of the store.
    """

    def __init__(self, context: Context, case_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        words = context.words
        self.setWindowTitle(words.tr("Prints handed out"))
        self._names = short_names(context.read(all_statuses, context.catalogue, context.today()))
        known = sorted(self._names.items(), key=lambda named: sort_key(named[1]))
        self.case = ChoiceField([Option(key, name) for key, name in known], empty=words.tr("All cases"))
        self.case.describe(words.tr("Case"), "")
        self.case.set_value(case_id)
        self.search = LineField(placeholder=words.tr("Find a date, a print or a purpose"))
        self.search.describe(words.tr("Find a date, a print or a purpose"), "")
        empty = EmptyState(
            words.tr("Nothing was handed out yet"),
            words.tr("What is printed or saved is kept here, inside the encrypted caseload, and can be shown again."),
            icon="printer",
        )
        self.table: DataTable[HandedPrint] = DataTable(
            words, words.tr("Prints handed out"), self._columns(), key=lambda one: one.id, empty=empty
        )
        self._about = Text("", "small", wrap=True)
        self._remove = Button(words.tr("Remove …"), "quiet", "trash-2")
        self._close = Button(words.tr("Close"), "quiet")
        self._open = Button(words.tr("Open the sheet"), "main", "eye")
        self._lay_out()
        self._connect()
        remember_columns(self.table, context.settings, "handed-prints")
        self.refresh()
        self.search.edit.setFocus()

    def refresh(self) -> None:
        """Show what the store holds now; the row chosen stays, else the nearest."""
        rows = self._context.read(handed_prints, self.case.value())
        self.table.set_rows(rows)
        if self.table.current() is None and self.table.rows():
            self.table.select(self.table.rows()[0].id)
        self._on_selected(self.table.current())

    def sizeHint(self) -> QSize:
        """Room for the names and the purposes."""
        room = self.screen().availableGeometry()
        return QSize(min(1100, room.width() - 60), min(680, room.height() - 60))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list while the search keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
            self.table.view.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    # Building

    def _columns(self) -> list[Column[HandedPrint]]:
        words = self._context.words
        languages = {"da": words.tr("Danish"), "en": words.tr("English")}
        return [
            Column(key="at", title=words.tr("When"), text=_moment, sort=lambda one: one.at),
            Column(key="title", title=words.tr("What"), text=lambda one: one.title, strong=True),
            Column(key="of", title=words.tr("Whose"), text=self._whose, tip=self._everybody),
            Column(key="how", title=words.tr("How"), text=lambda one: words.tr(_HOW[one.how])),
            Column(key="purpose", title=words.tr("Purpose"), text=lambda one: _purpose(words, one)),
            Column(key="language", title=words.tr("Language"), text=lambda one: languages[one.language]),
            Column(key="sheet", title=words.tr("Sheet"), text=self._sheet, sort=lambda one: one.size),
        ]

    def _whose(self, one: HandedPrint) -> str:
        words, names = self._context.words, self._named(one)
        if one.of_caseload:
            return words.tr("The caseload")
        rest = len(names) - _MOST_NAMES
        told = ", ".join(names[:_MOST_NAMES])
        return words.trn("{names} and {n} more", "{names} and {n} more", rest, names=told) if rest > 0 else told

    def _everybody(self, one: HandedPrint) -> str:
        return ", ".join(self._named(one))

    def _named(self, one: HandedPrint) -> Sequence[str]:
        return sorted((self._names[case_id] for case_id in one.case_ids if case_id in self._names), key=sort_key)

    def _sheet(self, one: HandedPrint) -> str:
        words = self._context.words
        return words.trn("{n} page", "{n} pages", one.pages) if one.is_kept else words.tr("no longer kept")

    def _lay_out(self) -> None:
        words = self._context.words
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text(words.tr("Prints handed out"), "heading"))
        head.addStretch(1)
        head.addWidget(self.search, 2)
        head.addWidget(self.case)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._about, 1)
        for button in (self._remove, self._close, self._open):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.resize(self.sizeHint())

    def _connect(self) -> None:
        self.case.edited.connect(self.refresh)
        self.search.edited.connect(self._on_searched)
        self.search.edit.returnPressed.connect(self._on_open)
        self.search.edit.installEventFilter(self)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self._open.clicked.connect(self._on_open)
        self._remove.clicked.connect(self._on_remove)
        self._close.clicked.connect(self.reject)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete.activated.connect(self._on_remove)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.edit.setFocus)

    # Slots

    def _on_searched(self) -> None:
        self.table.search(self.search.value())

    def _on_selected(self, one: HandedPrint | None) -> None:
        words = self._context.words
        self._open.setEnabled(one is not None and one.is_kept)
        self._remove.setEnabled(one is not None)
        if one is None:
            told = ""
        elif one.is_kept:
            told = words.tr("The sheet is kept as it was. Opening it, and handing it out again, stands in the log.")
        else:
            told = words.tr("The sheet gave way to newer ones. That it was handed out stands here and in the log.")
        self._about.setText(told)

    def _on_opened(self, _one: HandedPrint) -> None:
        self._on_open()

    def _on_open(self) -> None:
        one = self.table.current()
        if one is None or not one.is_kept:
            return
        words = self._context.words
        day = long_date(one.at.astimezone().date(), words.language)
        told = words.tr("{whose} · handed out {day}, shown as it was then", whose=self._whose(one), day=day)
        shown = PrintDocument(self._context, kept_order(self._context, one), told, self)
        shown.pane.handed_out.connect(self.refresh)
        shown.open()

    def _on_remove(self) -> None:
        one = self.table.current()
        words = self._context.words
        if one is None or not Ask(words).confirm(
            self,
            words.tr("Remove this print?"),
            words.tr(
                "It is taken out of this list, and its sheet out of the caseload, for good. The log keeps its entry."
            ),
            words.tr("Remove"),
            grave=True,
        ):
            return
        case_ids = () if one.of_caseload else one.case_ids
        self._context.hand_out(Act.WRITE, case_ids or ("",), CASEWORK, "handed-print removed", forget_print, one.id)
        self.refresh()


def _moment(one: HandedPrint) -> str:
    at = one.at.astimezone()
    return f"{screen_date(at.date())} {at:%H:%M}"


def _purpose(words: Words, one: HandedPrint) -> str:
    return log_words.purpose(words, one.purpose)
