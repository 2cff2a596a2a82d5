"""The dumb model behind every table: rows in, cells out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.core.sorting import fold, sort_key
from app.ui.widgets.tips import plain_tip

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
RANK_ROLE = int(Qt.ItemDataRole.UserRole)
TONE_ROLE = RANK_ROLE + 1
DOT_ROLE = RANK_ROLE + 2
STRONG_ROLE = RANK_ROLE + 3
STRUCK_ROLE = RANK_ROLE + 4


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """A column: what it is called, what a row says in it, and how it sorts.

    `sort` gives a key (None stands last); without one the text sorts as Danish does. `tone` names a colour of the
    theme for the words ("over", "soon"), `dot` one for a mark before them; both beside words, never instead.
    A `strong` or `firm` column is cut after the others, one with marks last. `struck` draws a line through what was
    struck out. `tip` is shown on hover and told to screen readers where there is more to tell than the text, which a
    cell that cuts it shows by itself.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    right: bool = False
    strong: bool = False
    firm: bool = False
    tone: Callable[[Row], str] | None = None
    dot: Callable[[Row], str] | None = None
    struck: Callable[[Row], bool] | None = None
    tip: Callable[[Row], str] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows rows of any record in columns; nothing in it can be edited."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()
        self._ranks: dict[int, list[int]] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._ranks = {}
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles."""
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.right)
        return column.title if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says in a role; to screen readers it says its column first."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {column.text(row)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return column.tip(row) if column.tip else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.right)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.tip(row)) if column.tip else None
            case _:
                return self._own(column, row, index, role)

    def _own(self, column: Column[Row], row: Row, index: AnyIndex, role: int) -> object:
        if role == RANK_ROLE:
            return self._rank(index.column(), index.row())
        if role == TONE_ROLE:
            return column.tone(row) if column.tone else ""
        if role == DOT_ROLE:
            return column.dot(row) if column.dot else ""
        if role == STRUCK_ROLE:
            return column.struck(row) if column.struck else False
        return column.strong if role == STRONG_ROLE else None

    def _rank(self, column: int, row: int) -> int:
        """The row's place by this column; equals share one, so that an earlier order stays among them."""
        if column not in self._ranks:
            shown = self.columns[column]
            keys: list[Any] = [shown.sort(one) if shown.sort else sort_key(shown.text(one)) for one in self.rows]
            known = sorted({key for key in keys if key is not None})
            places = {key: place for place, key in enumerate(known)}
            self._ranks[column] = [len(known) if key is None else places[key] for key in keys]
        return self._ranks[column][row]


class RowsProxy(QSortFilterProxyModel):
    """Sorts by rank and shows the rows that contain every word searched for and pass the page's own filter."""

    def __init__(self, model: RowsModel[Any]) -> None:
        super().__init__(model)
        self._model = model
        self._wanted: tuple[str, ...] = ()
        self._passes: Callable[[Any], bool] | None = None
        self.setSourceModel(model)
        self.setSortRole(RANK_ROLE)

    def search(self, text: str) -> None:
        """Show rows that contain all these words, in any column, in any order, å as a."""
        self._wanted = tuple(fold(text).split())
        self.invalidate()

    def show_only(self, passes: Callable[[Any], bool] | None) -> None:
        """Show rows that pass; None for all."""
        self._passes = passes
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, _source_parent: AnyIndex) -> bool:
        """Whether the row is shown."""
        row = self._model.rows[source_row]
        if self._passes is not None and not self._passes(row):
            return False
        if not self._wanted:
            return True
        text = fold(" ".join(column.text(row) for column in self._model.columns))
        return all(word in text for word in self._wanted)


def _alignment(right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
