"""The frame of a tab that lists records: what begins a new one above, lists at the left, the chosen one beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.pages.case.case_tab import CaseTab
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import Card, Scroll
from app.ui.widgets.table import DataTable

Row = TypeVar("Row")


class ListTab(CaseTab):
    """Subclasses make their parts, hand them to `lay_out`, show rows by `show_rows`, and answer F2 in `_on_edit`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown_case = ""

    def lay_out(
        self, begins: Sequence[Button], lists: Sequence[tuple[QWidget, int]], details: Sequence[QWidget]
    ) -> None:
        """Build the frame. `lists` stand below each other, each with its share of the height; a table gets a card of
        its own. Of the `details` the tab shows one at a time."""
        actions = QHBoxLayout()
        actions.setSpacing(12)
        for button in begins:
            actions.addWidget(button)
        actions.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(16)
        for shown, share in lists:
            left.addWidget(_carded(shown), share)
        beside = Scroll()
        for detail in details:
            beside.body.addWidget(detail, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 4)
        row.addWidget(beside, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 20)
        column.setSpacing(12)
        column.addLayout(actions)
        column.addLayout(row, 1)
        edit = QShortcut(QKeySequence("F2"), self)
        edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self._on_edit)

    def begins_case(self) -> bool:
        """Whether another case is shown than last time; asked once a refresh."""
        other, self._shown_case = self.case_id != self._shown_case, self.case_id
        return other

    def show_rows(
        self, table: DataTable[Row], rows: Sequence[Row], first: Callable[[], object], *, other_case: bool
    ) -> None:
        """Show these rows; of another case, or where the chosen one is gone, the one with the key `first` is chosen."""
        table.set_rows(rows)
        if rows and (other_case or table.current() is None):
            table.select(first())

    def _on_edit(self) -> None:
        """F2: open the form of what is chosen."""
        raise NotImplementedError


def _carded(shown: QWidget) -> QWidget:
    """A table on a card of its own; what is a card already as it is."""
    if isinstance(shown, Card):
        return shown
    card = Card()
    card.body.addWidget(shown)
    return card
