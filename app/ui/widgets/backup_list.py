"""Copies to choose from: when they were made, why, where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from app.core.dates import long_date
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.text import Text
from app.words import Words, mark

if TYPE_CHECKING:
    from datetime import datetime

    from app.vault.backup import Backup

_MOST = 10

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
        self._list = _Lines()
        self._list.setProperty("look", "rows")
        self._list.setAccessibleName(words.tr("Copies"))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._none = EmptyState(words.tr("No copies here"), words.tr("Look in another folder or on a stick."))
        self._looking = Text(words.tr("Looking for copies …"), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._looking, self._none, self._list):
            column.addWidget(widget)
        self.show_looking()
        self._list.currentRowChanged.connect(lambda _: self.selected.emit())
        self._list.itemActivated.connect(self._on_activated)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the cursor into the list. It is no proxy: while it is not shown, Tab would end in what nobody sees."""
        self._list.setFocus(reason)

    def show_looking(self) -> None:
        """Say that somebody looks, with none to choose till then: a folder on the network may take its time."""
        self._copies = ()
        self._list.clear()
        self._show(self._looking)
        self.selected.emit()

    def show_copies(self, copies: tuple[Backup, ...]) -> None:
        """List these, the newest whole one chosen."""
        self._copies = copies
        self._list.clear()
        for copy in copies:
            item = QListWidgetItem(self._line(copy))
            if not copy.is_whole:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._list.updateGeometry()
        self._show(self._list if copies else self._none)
        whole = [number for number, copy in enumerate(copies) if copy.is_whole]
        self._list.setCurrentRow(whole[0] if whole else -1)
        self.selected.emit()

    def current(self) -> Backup | None:
        """The copy chosen."""
        row = self._list.currentRow()
        return self._copies[row] if 0 <= row < len(self._copies) else None

    def _show(self, shown: QWidget) -> None:
        for widget in (self._looking, self._none, self._list):
            widget.setVisible(widget is shown)

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


class _Lines(QListWidget):
    """As high as its lines, up to ten of them; more scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the lines."""
        shown = min(self.count(), _MOST)
        return QSize(super().sizeHint().width(), shown * self.sizeHintForRow(0) + 2 * self.frameWidth())


def moment(at: datetime, words: Words) -> str:
    """A point in time as people here read it: "6. januar 2025 14:05", local time."""
    local = at.astimezone()
    return f"{long_date(local.date(), words.language)} {local:%H:%M}"


def megabytes(size: int, words: Words) -> str:
    """A size in megabytes with one decimal."""
    number = f"{size / 1_000_000:.1f}"
    return f"{number.replace('.', ',') if words.language == 'da' else number} MB"
