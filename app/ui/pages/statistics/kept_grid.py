"""The numbers of keeping time by accounting group: a row a group, a bar, and a button for each number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core.keeping_time import Count, KeptTime
from app.ui.pages.statistics.kept_words import MEANINGS, NAMES, SHOWN, in_words, number
from app.ui.widgets.button import Button
from app.ui.widgets.share_bar import BarPart, ShareBar
from app.ui.widgets.text import Text
from app.words import Words

_BUTTON_SIDE = 4
"""What a number that can be pressed has beside its digits: headings keep it too, to end where the numbers end."""

Row = tuple[str, str, KeptTime]
"""A row: its key, its name, its numbers."""


class KeptGrid(QWidget):
    """Emits `chosen` with the key of a row and the count whose number was pressed."""

    chosen = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for column, what in enumerate(SHOWN, start=1):
            heading = Text(words.tr(NAMES[what]), "label")
            heading.setToolTip(words.tr(MEANINGS[what]))
            heading.setContentsMargins(0, 0, _BUTTON_SIDE, 0)
            self._grid.addWidget(heading, 0, column, Qt.AlignmentFlag.AlignRight)
        self._rows: dict[str, _GridRow] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the last is the whole."""
        most = max((kept.count(Count.EXPECTED) for _, _, kept in rows[:-1]), default=0)
        for place, (key, name, kept) in enumerate(rows, start=1):
            if key not in self._rows:
                self._rows[key] = self._made(place, key, name, is_whole=place == len(rows))
            self._rows[key].show_kept(kept, most if place < len(rows) else kept.count(Count.EXPECTED))

    def button(self, key: str, what: Count) -> Button:
        """The number of a row."""
        return self._rows[key].buttons[what]

    def buttons(self) -> list[Button]:
        """All numbers, row by row."""
        return [button for row in self._rows.values() for button in row.buttons.values()]

    def _made(self, place: int, key: str, name: str, *, is_whole: bool) -> _GridRow:
        row = _GridRow(self._words, name, is_whole=is_whole)
        named = QVBoxLayout()
        named.setSpacing(2)
        named.addWidget(row.title)
        named.addWidget(row.bar)
        self._grid.addLayout(named, place, 0)
        for column, (what, button) in enumerate(row.buttons.items(), start=1):
            button.clicked.connect(partial(self._on_pressed, key, what))
            self._grid.addWidget(button, place, column, Qt.AlignmentFlag.AlignRight)
        return row

    def _on_pressed(self, key: str, what: Count, _checked: bool = False) -> None:
        self.chosen.emit(key, what)


class _GridRow:
    """The widgets of one row."""

    def __init__(self, words: Words, name: str, *, is_whole: bool) -> None:
        self._words, self._name = words, name
        self.title = Text(name, "strong" if is_whole else "body", wrap=True)
        self.bar = ShareBar()
        self.buttons: dict[Count, Button] = {what: Button("", "link") for what in SHOWN}

    def show_kept(self, kept: KeptTime, most: int) -> None:
        """Show the numbers of a row."""
        words = self._words
        parts = (
            BarPart(kept.count(Count.ON_TIME), "ok"),
            BarPart(kept.count(Count.LATE), "soon", 0.66),
            BarPart(kept.count(Count.MISSED), "over", 0.36),
        )
        self.bar.show_parts(parts, most, f"{self._name}: {in_words(words, kept)}")
        for what, button in self.buttons.items():
            shown = number(words, kept, what)
            button.setText(shown)
            button.setAccessibleName(f"{self._name}, {words.tr(NAMES[what])}: {shown}")
            button.setToolTip(words.tr(MEANINGS[what]))
            button.setEnabled(bool(kept.count(what)))
