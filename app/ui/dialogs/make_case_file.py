"""Make the case file for somebody who asked for access to it: the period, the entries, what is kept back of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.case_file import (
    Mention,
    chosen,
    given_whole,
    in_period,
    mentions,
    name_search,
    with_names_back,
    with_passages,
)
from app.core.changes import Changes
from app.core.checks.file_access import check_file_selection
from app.core.records.decision import AccessRequest
from app.core.records.file_access import EntryChoice, FileEntry, FileSelection
from app.services.cases import case_and_child
from app.services.file_access import (
    choices_of,
    names_passed_over,
    others_in_file,
    save_choices,
    save_selection,
    selection_for,
    selections_of_case,
)
from app.services.file_entries import file_entries
from app.ui.context import Context
from app.ui.dialogs.case_file_entry import EntryCard
from app.ui.dialogs.case_file_list import EntryList
from app.ui.dialogs.people_at_hand import names_at_hand
from app.ui.dialogs.print_document import PrintDocument
from app.ui.prints.case_file import case_file_order
from app.ui.widgets.button import Button
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form
from app.ui.widgets.text import OneLine, Text
from app.ui.widgets.text_fields import SuggestField

_DECIDED = frozenset({"file_choice"})
_NAMES = ("asked_by", "received_on", "first", "last")


class MakeCaseFile(QDialog):
    """The entries at the left with a tick each, the one chosen at the right to read and mark.

    Every decision is saved at once, and taken back with Ctrl+Z; the selection is gone on with on another day. `request`
    is the request it answers; without one it is the only one that is open, else the latest selection that answers none
    is gone on with.
    """

    def __init__(
        self, context: Context, case_id: str, request: AccessRequest | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = context.words
        self._context, self._case_id = context, case_id
        self.setWindowTitle(words.tr("Access to the file"))
        self._selection = context.read(selection_for, case_id, request)
        self._entries: tuple[FileEntry, ...] = ()
        self._choices: Mapping[str, EntryChoice] = {}
        self._named_in: Mapping[str, tuple[Mention, ...]] = {}
        self.form = Form(words, columns=4)
        self.entries, self.entry = EntryList(words), EntryCard(words)
        self._close = Button(words.tr("Close"), "quiet")
        self._print = Button(words.tr("Look at it and print …"), "main", "printer")
        self._build_form()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the entries and what was decided about them."""
        context = self._context
        others = context.read(others_in_file, self._selection)
        search = name_search(others, context.read(names_passed_over, self._selection))
        found = context.read(file_entries, self._case_id, context.catalogue, context.today())
        self._entries = in_period(found, self._selection)
        self._named_in = {entry.key: mentions(entry, search, context.today()) for entry in self._entries}
        self.entries.show_entries(self._entries)
        self._show_choices()

    def selection(self) -> FileSelection:
        """Who asks for what period, as it stands in the form."""
        values = {name: self.form.field(name).value() for name in _NAMES}
        return replace(self._selection, **values)  # type: ignore[arg-type]  # each field gives what its name says

    def sizeHint(self) -> QSize:
        """Room for the list and the text beside it."""
        room = self.screen().availableGeometry()
        return QSize(min(1240, room.width() - 40), min(860, room.height() - 40))

    # Building

    def _build_form(self) -> None:
        words, context = self._context.words, self._context
        names = SuggestField(names_at_hand(context, self._case_id))
        self.form.add("asked_by", words.tr("Who asks"), names, required=True)
        self.form.add("received_on", words.tr("Received"), DateField(words, context.today()))
        self.form.add("first", words.tr("From"), DateField(words, context.today()))
        self.form.add("last", words.tr("To, included"), DateField(words, context.today()))
        self.form.set_values({name: getattr(self._selection, name) for name in _NAMES})

    def _lay_out(self) -> None:
        child = self._context.read(case_and_child, self._case_id).child.name
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(self.windowTitle(), "heading"), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(OneLine(child, "quiet"), 1, Qt.AlignmentFlag.AlignBaseline)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.entries, 2)
        row.addWidget(self.entry, 3)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addLayout(row, 1)
        column.addLayout(foot)
        self.resize(self.sizeHint())

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.entries.chosen.connect(self._show_entry)
        self.entries.ticked.connect(self._on_ticked)
        self.entry.keep.clicked.connect(self._on_keep)
        self.entry.leave.clicked.connect(self._on_leave)
        self.entry.give.clicked.connect(self._on_give)
        self.entry.each.clicked.connect(partial(self._keep_names, False))
        self.entry.everywhere.clicked.connect(partial(self._keep_names, True))
        self._print.clicked.connect(self._on_print)
        self._close.clicked.connect(self.reject)
        self._context.changed.connect(self._on_changed)
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._context.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self._context.redo),
            (QKeySequence("Ctrl+B"), self._on_keep),
        ):
            QShortcut(key, self).activated.connect(act)

    # Showing

    def _show_choices(self) -> None:
        self._choices = self._context.read(choices_of, self._selection.id)
        self._tell_lines()
        self._print.setEnabled(bool(self._entries))
        self._show_entry()

    def _tell_lines(self) -> None:
        self.entries.tell(self._entries, [self._choice(entry) for entry in self._entries], self._named_in)

    def _show_entry(self) -> None:
        if entry := self._entry():
            self.entry.show_entry(entry, self._choice(entry), self._named_in[entry.key])
        else:
            self.entry.show_nothing()

    # What is decided

    def _choice(self, entry: FileEntry) -> EntryChoice:
        return chosen(entry, self._choices, self._selection.id)

    def _entry(self) -> FileEntry | None:
        key = self.entries.current()
        return next((entry for entry in self._entries if entry.key == key), None)

    def _decide(self, choices: Iterable[EntryChoice]) -> None:
        """Save it at once; who asks must be known first, since the selection is kept under it."""
        if self._keep_selection():
            self.entry.tell("")
            self._context.write(save_choices, tuple(choices))

    def _keep_selection(self) -> bool:
        context, wanted = self._context, self.selection()
        problems = (*self.form.unread(), *check_file_selection(wanted, context.today()))
        if not self.form.may_save(problems, partial(labels.problem, context.words)):
            return False
        if wanted not in context.read(selections_of_case, self._case_id):
            context.write(save_selection, wanted, context.today())
        self._selection = wanted
        return True

    def _on_ticked(self, key: str, is_given: bool) -> None:
        """A tick taken away leaves the entry out, for the reason that is chosen."""
        entry = self._entry()
        if not is_given:
            self._on_leave()
        elif entry is not None:
            self._decide([replace(self._choice(entry), left_out=None)])
        self._tell_lines()

    def _on_leave(self) -> None:
        entry, why = self._entry(), self.entry.reason()
        if entry is not None and why is not None:
            self._decide([replace(self._choice(entry), left_out=why)])

    def _on_keep(self) -> None:
        entry, why, words = self._entry(), self.entry.reason(), self._context.words
        if entry is None or why is None:
            return
        found = self.entry.text.marked(why)
        if not found:
            self.entry.tell(words.tr("Mark the words that are kept back, with the mouse or Shift and the arrow keys."))
            return
        self._decide([with_passages(self._choice(entry), found)])
        self.entry.text.clear_mark()

    def _on_give(self) -> None:
        entry = self._entry()
        if entry is not None:
            self._decide([given_whole(entry, self._choice(entry))])

    def _keep_names(self, everywhere: bool, _checked: bool = False) -> None:
        """Keep back each mention of the person chosen, in this entry or in all."""
        why, person_id = self.entry.reason(), self.entry.named.value()
        if why is None:
            return
        among = self._entries if everywhere else [entry for entry in (self._entry(),) if entry is not None]
        decided = (with_names_back(self._choice(one), self._named_in[one.key], person_id, why) for one in among)
        self._decide([choice for choice in decided if choice is not None])

    # Slots

    def _on_edited(self) -> None:
        if not self.form.unread():
            self._selection = self.selection()
            self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        """A decision changes lines of the list; anything else may be a change of what was written."""
        if changes.tables and changes.tables <= _DECIDED:
            self._show_choices()
        else:
            self.refresh()

    def _on_print(self) -> None:
        if not self._keep_selection():
            return
        child = self._context.read(case_and_child, self._case_id).child.name
        shown = PrintDocument(self._context, case_file_order(self._context, self._selection), child, self)
        shown.pane.handed_out.connect(self._on_handed_out)
        shown.open()

    def _on_handed_out(self) -> None:
        given = replace(self._selection, given_on=self._context.today())
        if given != self._selection:
            self._selection = given
            self._context.write(save_selection, given, self._context.today())

    def reject(self) -> None:
        """Close; who asked for what is kept where it is whole."""
        if self.selection().asked_by and not self.form.unread():
            self._keep_selection()
        super().reject()
