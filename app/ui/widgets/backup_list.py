"""Copies to choose from: when they were made, why, where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStackedLayout, QWidget

from app.core.dates import long_date
from app.ui.widgets.surfaces import EmptyState
from app.words import Words, mark

if TYPE_CHECKING:
    from datetime import datetime

    from app.vault.backup import Backup

REASONS = {
    "close": mark("when the program closed"),
    "manual": mark("on request"),
    "migration": mark("before a new version"),
}


class BackupList(QWidget):
    """`selected` says that another copy is chosen, `opened` carries the one that Enter or a double click took."""

    selected = Signal()
    opened = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._copies: tuple[Backup, ...] = ()
        self._list = QListWidget()
        self._list.setProperty("look", "rows")
        self._list.setAccessibleName(words.tr("Copies"))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setMinimumHeight(220)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState(words.tr("No copies here"), words.tr("Look in another folder or on a stick.")))
        self._stack.addWidget(self._list)
        self.setFocusProxy(self._list)
        self._list.currentRowChanged.connect(lambda _: self.selected.emit())
        self._list.itemActivated.connect(self._on_activated)

    def show_copies(self, copies: tuple[Backup, ...]) -> None:
        """List these, the newest whole one chosen."""
        self._copies = copies
        self._list.clear()
        for copy in copies:
            item = QListWidgetItem(self._line(copy))
            if not copy.is_whole:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._stack.setCurrentIndex(1 if copies else 0)
        whole = [number for number, copy in enumerate(copies) if copy.is_whole]
        self._list.setCurrentRow(whole[0] if whole else -1)
        self.selected.emit()

    def current(self) -> Backup | None:
        """The copy chosen."""
        row = self._list.currentRow()
        return self._copies[row] if 0 <= row < len(self._copies) else None

    def _line(self, copy: Backup) -> str:
        words = self._words
        reason = words.tr(REASONS[copy.reason]) if copy.reason in REASONS else ""
        damaged = "" if copy.is_whole else words.tr("incomplete, cannot be used")
        parts = (moment(copy.made, words), reason, megabytes(copy.size, words), damaged)
        return " · ".join(part for part in parts if part)

    def _on_activated(self, _item: QListWidgetItem) -> None:
        chosen = self.current()
        if chosen and chosen.is_whole:
            self.opened.emit(chosen)


def moment(at: datetime, words: Words) -> str:
    """A point in time as people here read it: "6. januar 2025 14:05", local time."""
    local = at.astimezone()
    return f"{long_date(local.date(), words.language)} {local:%H:%M}"


def megabytes(size: int, words: Words) -> str:
    """A size in megabytes with one decimal."""
    number = f"{size / 1_000_000:.1f}"
    return f"{number.replace('.', ',') if words.language == 'da' else number} MB"
