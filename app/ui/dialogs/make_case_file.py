"""Make the case file for somebody who asked for access to it: the period, the entries, what is kept back of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app import labels
from app.core.case_file import Mention, in_period, mentions, moved, name_search
from app.core.changes import Changes
from app.core.checks.file_access import check_file_selection
from app.core.dates import screen_date
from app.core.records.decision import AccessRequest
from app.core.records.file_access import EntryChoice, FileEntry, FileSelection, Passage, Withheld
from app.services.cases import case_and_child
from app.services.file_access import (
    choices_of,
    names_passed_over,
    others_in_file,
    save_choices,
    save_selection,
    selections_of_case,
)
from app.services.file_entries import file_entries
from app.services.people import people_of_case
from app.ui.context import Context
from app.ui.dialogs.entry_text import EntryText
from app.ui.dialogs.print_document import PrintDocument
from app.ui.prints.case_file import case_file_order
from app.ui.widgets.button import Button
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow import Flow
from app.ui.widgets.form import Form
from app.ui.widgets.surfaces import Banner, Card
from app.ui.widgets.text import OneLine, Text
from app.ui.widgets.text_fields import SuggestField

_KEY = Qt.ItemDataRole.UserRole
_DECIDED = frozenset({"file_choice"})
_WIDE = 215  # px: buttons stand beside it
_NAMES_WIDE = 275  # px: a whole name, and fewer buttons
_NAMES = ("asked_by", "received_on", "first", "last")


class MakeCaseFile(QDialog):
    """The entries at the left with a tick each, the one chosen at the right to read and mark.

    Every decision is saved at once, and taken back with Ctrl+Z; the selection is gone on with on another day. `request`
    is the request it answers; without one, the latest selection that answers none is gone on with.
    """

    def __init__(
        self, context: Context, case_id: str, request: AccessRequest | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = context.words
        self._context, self._case_id = context, case_id
        self.setWindowTitle(words.tr("Make the case file"))
        self._selection = self._begun(request)
        self._entries: tuple[FileEntry, ...] = ()
        self._choices: Mapping[str, EntryChoice] = {}
        self._named_in: Mapping[str, tuple[Mention, ...]] = {}
        self._mentions: tuple[Mention, ...] = ()
        self.form = Form(words, columns=4)
        self.list = QListWidget()
        self.text = EntryText(words.tr("Text of the entry"))
        self.why = ChoiceField(
            [Option(w.value, labels.choice(words, w)) for w in Withheld], empty=words.tr("Choose why")
        )
        self.named = ChoiceField(empty=words.tr("Nobody else is named here"))
        self._count, self._title = Text(look="small", wrap=True), Text(look="heading", wrap=True)
        self._leave = Button(words.tr("Leave out the entry"))
        self._keep = Button(words.tr("Keep back what is marked"), icon="pencil")
        self._give = Button(words.tr("Give all of it"), "quiet")
        self._each = Button(words.tr("Keep back the name here"), "quiet")
        self._everywhere = Button(words.tr("In all entries"), "quiet")
        self._said = Banner("", "warning")
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
        found = context.read(file_entries, self._case_id, context.catalogue)
        self._entries = in_period(found, self._selection)
        self._named_in = {entry.key: mentions(entry, search, context.today()) for entry in self._entries}
        self._choices = context.read(choices_of, self._selection.id)
        self._fill()

    def selection(self) -> FileSelection:
        """Who asks for what period, as it stands in the form."""
        values = {name: self.form.field(name).value() for name in _NAMES}
        return replace(self._selection, **values)  # type: ignore[arg-type]  # each field gives what its name says

    def show_entry(self, key: str) -> None:
        """Choose an entry; one that is not in the period is passed over."""
        for row, entry in enumerate(self._entries):
            if entry.key == key:
                self.list.setCurrentRow(row)

    def sizeHint(self) -> QSize:
        """Room for the list and the text beside it."""
        room = self.screen().availableGeometry()
        return QSize(min(1240, room.width() - 40), min(860, room.height() - 40))

    # Building

    def _begun(self, request: AccessRequest | None) -> FileSelection:
        """The selection to go on with, else a new one for the request."""
        wanted = request.id if request else None
        for one in self._context.read(selections_of_case, self._case_id):
            if one.request_id == wanted and (one.given_on is None or wanted):
                return one
        return FileSelection(
            case_id=self._case_id,
            request_id=wanted,
            asked_by=request.asked_by if request else "",
            received_on=request.received_on if request else None,
        )

    def _build_form(self) -> None:
        words, context = self._context.words, self._context
        names = [one.person.name for one in context.read(people_of_case, self._case_id) if one.person.name]
        self.form.add("asked_by", words.tr("Who asks"), SuggestField(names), required=True)
        self.form.add("received_on", words.tr("Received"), DateField(words, context.today()))
        self.form.add("first", words.tr("From"), DateField(words, context.today()))
        self.form.add("last", words.tr("To, included"), DateField(words, context.today()))
        self.form.set_values({name: getattr(self._selection, name) for name in _NAMES})

    def _lay_out(self) -> None:
        words = self._context.words
        child = self._context.read(case_and_child, self._case_id).child.name
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(self.windowTitle(), "heading"), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(OneLine(child, "quiet"), 1, Qt.AlignmentFlag.AlignBaseline)
        self.list.setProperty("look", "children")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(words.tr("Entries of the file"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.why.describe(words.tr("Why it is kept back"), "")
        self.named.describe(words.tr("Who else is named here"), "")
        listed, beside = Card(), Card()
        listed.body.addWidget(self._count)
        listed.body.addWidget(self.list, 1)
        for choice, wide in ((self.why, _WIDE), (self.named, _NAMES_WIDE)):
            choice.setFixedWidth(wide)
        for widget in (self._title, self._said):
            beside.body.addWidget(widget)
        beside.body.addWidget(self.text, 1)
        for fields in ((self.why, self._keep, self._leave, self._give), (self.named, self._each, self._everywhere)):
            beside.body.addWidget(_strip(fields))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(listed, 2)
        row.addWidget(beside, 3)
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
        self._said.hide()

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemChanged.connect(self._on_ticked)
        self._keep.clicked.connect(self._on_keep)
        self._leave.clicked.connect(self._on_leave)
        self._give.clicked.connect(self._on_give)
        self._each.clicked.connect(partial(self._keep_names, False))
        self._everywhere.clicked.connect(partial(self._keep_names, True))
        self._print.clicked.connect(self._on_print)
        self._close.clicked.connect(self.reject)
        self._context.changed.connect(self._on_changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._context.undo)
        QShortcut(QKeySequence("Ctrl+B"), self).activated.connect(self._on_keep)

    # Showing

    def _fill(self) -> None:
        current = self._current_key()
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for entry in self._entries:
            item = QListWidgetItem()
            item.setData(_KEY, entry.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        self._tell_lines()
        keys = [entry.key for entry in self._entries]
        if keys:
            self.list.setCurrentRow(keys.index(current) if current in keys else 0)
        blocker.unblock()
        self._show_counts()
        self._show_entry()

    def _tell_lines(self) -> None:
        """Say in each line what was decided."""
        blocker = QSignalBlocker(self.list)
        for row, entry in enumerate(self._entries):
            item, out = self.list.item(row), self._choice(entry.key).left_out is not None
            if item.text() != (line := self._line(entry)):
                item.setText(line)
            item.setCheckState(Qt.CheckState.Unchecked if out else Qt.CheckState.Checked)
        blocker.unblock()

    def _line(self, entry: FileEntry) -> str:
        words, choice = self._context.words, self._choice(entry.key)
        told = f"{screen_date(entry.day)} · {entry.title.of(words.language)}"
        if choice.left_out is not None:
            return f"{told}\n{labels.choice(words, choice.left_out)}"
        notes = [
            words.trn("{n} place kept back", "{n} places kept back", len(choice.passages)) if choice.passages else ""
        ]
        notes.append(words.tr("changed since, look again") if moved(entry, choice) else "")
        if not choice.passages and (found := self._named_in[entry.key]):
            names = dict.fromkeys(mention.person.name for mention in found)
            notes.append(words.tr("names {people}", people=", ".join(names)))
        if entry.is_struck:
            notes.append(words.tr("struck out"))
        second = " · ".join(note for note in notes if note)
        return f"{told}\n{second}" if second else told

    def _show_counts(self) -> None:
        words = self._context.words
        mine = [self._choice(entry.key) for entry in self._entries]
        given = sum(choice.left_out is None for choice in mine)
        places = sum(len(choice.passages) for choice in mine if choice.left_out is None)
        told = words.tr("{given} of {count} are given", given=given, count=len(mine))
        back = words.trn("{n} place kept back", "{n} places kept back", places)
        self._count.setText(f"{told} · {back}")
        self._print.setEnabled(bool(mine))

    def _show_entry(self) -> None:
        entry, words = self._entry(), self._context.words
        for widget in (self._keep, self._leave, self._give, self._each, self._everywhere, self.text):
            widget.setEnabled(entry is not None)
        if entry is None:
            self._title.setText(words.tr("There is nothing in this period"))
            self.text.set_text("")
            return
        choice = self._choice(entry.key)
        self._mentions = self._named_in[entry.key]
        self._title.setText(f"{screen_date(entry.day)} · {entry.title.of(words.language)}")
        self.text.show_entry(entry, choice.passages, self._mentions, words.language)
        self._leave.setVisible(choice.left_out is None)
        self._give.setEnabled(choice.left_out is not None or bool(choice.passages))
        times = Counter(mention.person.id for mention in self._mentions)
        people = {mention.person.id: mention for mention in self._mentions}
        self.named.set_options([Option(key, self._called(people[key], count)) for key, count in times.items()])
        if times and not self.named.value():
            self.named.set_value(next(iter(times)))
        for widget in (self._each, self._everywhere):
            widget.setEnabled(bool(times))

    def _called(self, mention: Mention, count: int) -> str:
        words = self._context.words
        name = words.tr("{name} ({n})", name=mention.person.name, n=count)
        return words.tr("{name}, protected", name=name) if mention.protected else name

    # What is decided

    def _choice(self, key: str) -> EntryChoice:
        return self._choices.get(key) or EntryChoice(selection_id=self._selection.id, entry=key)

    def _current_key(self) -> str:
        row = self.list.currentRow()
        return str(self.list.item(row).data(_KEY)) if row >= 0 else ""

    def _entry(self) -> FileEntry | None:
        key = self._current_key()
        return next((entry for entry in self._entries if entry.key == key), None)

    def _decide(self, choices: Iterable[EntryChoice]) -> None:
        """Save it at once; who asks must be known first, since the selection is kept under it."""
        if self._keep_selection():
            self._said.hide()
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

    def _reason(self) -> Withheld | None:
        """Why, as it is chosen; asked for where nothing is."""
        if self.why.value():
            return Withheld(self.why.value())
        self._tell(self._context.words.tr("Choose first why it is kept back."))
        self.why.control().setFocus()
        return None

    def _tell(self, text: str) -> None:
        self._said.say(text, "warning")
        self._said.show()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        """A tick taken away leaves the entry out, for the reason that is chosen."""
        self.list.setCurrentItem(item)
        if item.checkState() == Qt.CheckState.Checked:
            self._decide([replace(self._choice(str(item.data(_KEY))), left_out=None)])
        else:
            self._on_leave()
        self._tell_lines()

    def _on_leave(self) -> None:
        entry, why = self._entry(), self._reason()
        if entry is not None and why is not None:
            self._decide([replace(self._choice(entry.key), left_out=why)])

    def _on_keep(self) -> None:
        entry, why = self._entry(), self._reason()
        if entry is None or why is None:
            return
        found = self.text.marked(why)
        if not found:
            self._tell(
                self._context.words.tr("Mark the words that are kept back, with the mouse or Shift and the arrow keys.")
            )
            return
        self._decide([self._with(entry, found)])
        self.text.clear_mark()

    def _on_give(self) -> None:
        entry = self._entry()
        if entry is not None:
            self._decide([replace(self._choice(entry.key), left_out=None, passages=())])

    def _keep_names(self, everywhere: bool, _checked: bool = False) -> None:
        """Keep back each mention of the person chosen, in this entry or in all."""
        why, person_id = self._reason(), self.named.value()
        if why is None:
            return
        chosen = self._entries if everywhere else [entry for entry in (self._entry(),) if entry is not None]
        decided = []
        for entry in chosen:
            named = [one for one in self._named_in[entry.key] if one.person.id == person_id]
            found = [Passage(part=one.part, start=one.start, text=one.text, why=why) for one in named]
            if found:
                decided.append(self._with(entry, found))
        self._decide(decided)

    def _with(self, entry: FileEntry, passages: Iterable[Passage]) -> EntryChoice:
        choice = self._choice(entry.key)
        known = {(p.part, p.start, p.text): p for p in (*choice.passages, *passages)}
        return replace(choice, passages=tuple(known.values()))

    # Slots

    def _on_edited(self) -> None:
        if not self.form.unread():
            self._selection = self.selection()
            self.refresh()

    def _on_current(self, _now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self._show_entry()

    def _on_changed(self, changes: Changes) -> None:
        """A decision changes lines of the list; anything else may be a change of what was written."""
        if changes.tables and changes.tables <= _DECIDED:
            self._choices = self._context.read(choices_of, self._selection.id)
            self._tell_lines()
            self._show_counts()
            self._show_entry()
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


def _strip(widgets: Iterable[QWidget]) -> QWidget:
    """Fields and buttons side by side, going on below where there is no room."""
    strip = QWidget()
    flow = Flow(strip)
    for widget in widgets:
        flow.addWidget(widget)
    return strip
