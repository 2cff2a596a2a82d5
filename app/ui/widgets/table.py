"""The table every list of records is shown in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QStackedLayout,
    QWidget,
)

from app.ui.widgets.column_widths import shared
from app.ui.widgets.surfaces import EmptyState
from app.ui.widgets.table_model import Column, RowsModel, RowsProxy
from app.ui.widgets.table_view import BOLD_TONES, CellDelegate, TableView
from app.words import Words

Row = TypeVar("Row")

_PAD, _ARROW, _DOT = 20, 12, 18  # pixels around the words of a cell, for the arrow of a title, and for a mark
# Pixels a column keeps when others need room: how a thing stands is cut last of all, then what it is called.
_LEAST, _SHORT, _NAMES, _MARKED = 76, 104, 150, 260
_MEASURED = 60  # rows and letters looked at to find how wide a column wants to be


class DataTable(QWidget, Generic[Row]):
    """Rows in columns, sorted by a click on a title, searched and filtered; Enter or a double click opens a row.

    `opened` and `selected` carry the row's record (`selected` also None). `key` tells rows apart, so that the
    selection survives a refresh. With no rows `empty` stands in its place. The columns fit their words until somebody
    drags one; `arranged` says that somebody did, or sorted.
    """

    opened = Signal(object)
    selected = Signal(object)
    arranged = Signal()

    def __init__(
        self,
        words: Words,
        name: str,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], object],
        empty: EmptyState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._name = name
        self._dragged = self._fitting = False
        self.model: RowsModel[Row] = RowsModel(columns, self)
        self.proxy = RowsProxy(self.model)
        self.view = TableView()
        self.view.setAccessibleName(name)
        self._empty = empty or EmptyState(words.tr("Nothing here yet"))
        self._none_found = EmptyState(words.tr("Nothing matches the search or the filter"))
        self._stack = QStackedLayout(self)
        for page in (self.view, self._empty, self._none_found):
            self._stack.addWidget(page)
        self._set_up()
        self._show_page()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the selected one stays selected where it is still among them."""
        chosen = self.current()
        self.model.set_rows(rows)
        if chosen is not None:
            self.select(self._key(chosen))
        self._show_page()
        self._fit_columns()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the cursor into the rows. They are no proxy: while there are none, Tab would end in what nobody sees."""
        self.view.setFocus(reason)

    def rows(self) -> tuple[Row, ...]:
        """The rows in sight, in the order shown."""
        return tuple(self._row_at(self.proxy.index(place, 0)) for place in range(self.proxy.rowCount()))

    def current(self) -> Row | None:
        """The selected row."""
        index = self.view.currentIndex()
        return self._row_at(index) if index.isValid() else None

    def select(self, key: object) -> bool:
        """Select the row with this key; says whether it is in sight."""
        for place, row in enumerate(self.rows()):
            if self._key(row) == key:
                self.view.selectRow(place)
                return True
        return False

    def search(self, text: str) -> None:
        """Show only rows that contain these words."""
        self.proxy.search(text)
        self._show_page()

    def show_only(self, passes: Callable[[Row], bool] | None) -> None:
        """Show only rows that pass; None for all."""
        self.proxy.show_only(passes)
        self._show_page()

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Sort by the column called `key`."""
        number = [column.key for column in self.model.columns].index(key)
        self.view.sortByColumn(number, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)

    def state(self) -> dict[str, object]:
        """Widths of columns and sort order as JSON-able data, for the settings."""
        header = self.view.horizontalHeader()
        sizes = {c.key: header.sectionSize(number) for number, c in enumerate(self.model.columns)}
        sorted_by = header.sortIndicatorSection()
        known = 0 <= sorted_by < len(self.model.columns)
        return {
            "widths": sizes if self._dragged else {},
            "sort": self.model.columns[sorted_by].key if known else "",
            "descending": header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
        }

    def restore(self, state: object) -> None:
        """Take up widths and sort order kept earlier; what does not fit any more is passed over."""
        if not isinstance(state, dict):
            return
        widths = state.get("widths")
        for number, column in enumerate(self.model.columns):
            width = widths.get(column.key) if isinstance(widths, dict) else None
            if isinstance(width, int) and width > 0:
                self.view.setColumnWidth(number, width)
        if state.get("sort") in {column.key for column in self.model.columns}:
            self.sort_by(str(state["sort"]), bool(state.get("descending")))

    def _set_up(self) -> None:
        view = self.view
        view.setModel(self.proxy)
        view.setItemDelegate(CellDelegate(view))
        view.setSortingEnabled(True)
        view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.resized.connect(self._fit_columns)
        view.horizontalHeader().sectionResized.connect(self._on_section_resized)
        view.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        view.entered_row.connect(self._on_opened)
        view.doubleClicked.connect(self._on_opened)
        view.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.proxy.modelReset.connect(self._on_reset)

    def _fit_columns(self) -> None:
        """As wide as their words, within the table, unless somebody dragged one."""
        if self._dragged:
            return
        self._fitting = True
        room = self.view.viewport().width()
        titles = [self._title_width(number) for number in range(len(self.model.columns))]
        wanted = [max(title, self._wanted(number)) for number, title in enumerate(titles)]
        # Where the other columns can give way enough, nothing of a firm one is cut.
        least = self._least(titles, wanted, (max(wanted), max(wanted)))
        if sum(least) > room:
            least = self._least(titles, wanted, (_MARKED, _NAMES))
        for number, width in enumerate(shared(wanted, least, room)):
            self.view.setColumnWidth(number, width)
        self._fitting = False

    def _least(self, titles: Sequence[int], wanted: Sequence[int], firm: tuple[int, int]) -> list[int]:
        """How narrow each column may become: its title whole, those with marks and names up to the widths `firm`.

        What is short, as a date, is whole in any case.
        """
        marked, named = firm
        most = [marked if c.dot else named if c.strong or c.firm else _LEAST for c in self.model.columns]
        most = [max(least, want) if want <= _SHORT else least for least, want in zip(most, wanted, strict=True)]
        return [max(title, min(want, least)) for title, want, least in zip(titles, wanted, most, strict=True)]

    def _title_width(self, number: int) -> int:
        """How wide a column is for its title, in pixels, with the arrow where the table is sorted by it."""
        arrow = _ARROW if number == self.view.horizontalHeader().sortIndicatorSection() else 0
        words = QFontMetrics(self.view.font()).horizontalAdvance(self.model.columns[number].title) + _PAD + arrow
        # The header makes no column narrower: what is shared out must count that, or the table scrolls by a hair.
        return max(words, self.view.horizontalHeader().minimumSectionSize())

    def _wanted(self, number: int) -> int:
        """How wide the cells of a column would be, in pixels."""
        column, bold = self.model.columns[number], QFont(self.view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        plain_metrics, bold_metrics = QFontMetrics(self.view.font()), QFontMetrics(bold)

        def width(row: Row) -> int:
            is_bold = column.strong or (column.tone is not None and column.tone(row) in BOLD_TONES)
            metrics = bold_metrics if is_bold else plain_metrics
            dot = _DOT if column.dot is not None and column.dot(row) else 0
            return metrics.horizontalAdvance(column.text(row)[:_MEASURED]) + dot

        return max(map(width, self.model.rows[:_MEASURED]), default=0) + _PAD

    def _row_at(self, index: QModelIndex) -> Row:
        return self.model.rows[self.proxy.mapToSource(index).row()]

    def _show_page(self) -> None:
        if self.proxy.rowCount():
            self._stack.setCurrentWidget(self.view)
        else:
            self._stack.setCurrentWidget(self._none_found if self.model.rows else self._empty)

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._row_at(index))

    def _on_current_changed(self, index: QModelIndex) -> None:
        self.selected.emit(self._row_at(index) if index.isValid() else None)

    def _on_reset(self) -> None:
        self._show_page()

    def _on_section_resized(self, section: int) -> None:
        # The last column fills the table by itself.
        if not self._fitting and section < len(self.model.columns) - 1:
            self._dragged = True
            self.arranged.emit()

    def _on_sorted(self) -> None:
        self._fit_columns()
        self.arranged.emit()
