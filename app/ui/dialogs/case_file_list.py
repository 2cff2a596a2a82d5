"""The entries of a case file with a tick each, and what was decided about them in a second line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app import labels
from app.core.case_file import Mention, moved
from app.core.dates import screen_date
from app.core.records.file_access import EntryChoice, FileEntry
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.words import Words

_KEY = Qt.ItemDataRole.UserRole
_NAMED = 5  # people told of in a line


class EntryList(Card):
    """Emits `chosen` when another entry is the current one, and `ticked` with its key and whether it is to be given."""

    chosen = Signal()
    ticked = Signal(str, bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.list = QListWidget()
        self.count = Text(look="small", wrap=True)
        self.list.setProperty("look", "children")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(words.tr("Entries of the file"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.count)
        self.body.addWidget(self.list, 1)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemChanged.connect(self._on_ticked)

    def current(self) -> str:
        """The key of the current entry, "" where there is none."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(_KEY)) if row >= 0 else ""

    def choose(self, key: str) -> None:
        """Make an entry the current one; one that is not in the list is passed over."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)

    def show_entries(self, entries: Sequence[FileEntry]) -> None:
        """Make the lines anew; the current entry stays the current one where it is still there."""
        current = self.current()
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(_KEY, entry.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if entries else -1)
        self.choose(current)
        blocker.unblock()

    def tell(
        self,
        entries: Sequence[FileEntry],
        choices: Sequence[EntryChoice],
        named_in: Mapping[str, Sequence[Mention]],
    ) -> None:
        """Say in each line what was decided, and above them how much is given."""
        blocker = QSignalBlocker(self.list)
        for row, (entry, choice) in enumerate(zip(entries, choices, strict=True)):
            item, out = self.list.item(row), choice.left_out is not None
            if item.text() != (line := self._line(entry, choice, named_in[entry.key])):
                item.setText(line)
            item.setCheckState(Qt.CheckState.Unchecked if out else Qt.CheckState.Checked)
        blocker.unblock()
        given = [choice for choice in choices if choice.left_out is None]
        told = self._words.tr("{given} of {count} are given", given=len(given), count=len(choices))
        places = sum(len(choice.passages) for choice in given)
        back = self._words.trn("{n} place kept back", "{n} places kept back", places)
        self.count.setText(f"{told} · {back}")

    def _line(self, entry: FileEntry, choice: EntryChoice, named: Sequence[Mention]) -> str:
        words = self._words
        told = f"{screen_date(entry.day)} · {entry.title.of(words.language)}"
        if choice.left_out is not None:
            return f"{told}\n{labels.choice(words, choice.left_out)}"
        places = len(choice.passages)
        names = list(dict.fromkeys(mention.person.name for mention in named))
        people = ", ".join(names if len(names) <= _NAMED else (*names[:_NAMED], "…"))
        notes = (
            words.trn("{n} place kept back", "{n} places kept back", places) if places else "",
            words.tr("changed since, look again") if moved(entry, choice) else "",
            words.tr("names {people}", people=people) if people and not places else "",
            words.tr("struck out") if entry.is_struck else "",
        )
        second = " · ".join(note for note in notes if note)
        return f"{told}\n{second}" if second else told

    def _on_current(self, _now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self.chosen.emit()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.ticked.emit(str(item.data(_KEY)), item.checkState() == Qt.CheckState.Checked)
