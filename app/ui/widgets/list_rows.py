"""A list of lines as on the overview: what it is about, what is the matter, and how soon."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from app.ui.widgets.list_line import LINE_ROLE, MARKS_ROLE, LineDelegate, ListLine

AnyIndex = QModelIndex | QPersistentModelIndex


class ListRows(QListView):
    """Lines one can walk through with the arrow keys; Enter or a click emits `opened` with the line's key.

    It asks for the height of its lines, up to `most` of them, and scrolls beyond. With `click_chooses` a click only
    chooses a line, for something else may be done with it; a double click opens it. With `marks_current` the line
    that Enter would open is marked while the focus is elsewhere, in a search above the list.
    """

    opened = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        most: int = 0,
        click_chooses: bool = False,
        marks_current: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.marks_current = marks_current
        self._most = most
        self._lines = _Lines(self)
        self.setProperty("look", "rows")
        self.setAccessibleName(name)
        self.setModel(self._lines)
        self.setItemDelegate(LineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        (self.doubleClicked if click_chooses else self.clicked).connect(self._on_clicked)

    def set_lines(self, lines: Sequence[ListLine]) -> None:
        """Show these lines; the current one stays current where it is still among them."""
        current = self.current_key()
        self._lines.set_lines(lines)
        keys = [line.key for line in lines]
        if current in keys:
            self.setCurrentIndex(self._lines.index(keys.index(current)))
        self.updateGeometry()

    def lines(self) -> tuple[ListLine, ...]:
        """The lines shown."""
        return self._lines.lines

    def current_key(self) -> str:
        """The key of the current line, "" for none."""
        index = self.currentIndex()
        return self._lines.lines[index.row()].key if index.isValid() else ""

    def sizeHint(self) -> QSize:
        """As high as the lines."""
        shown = len(self._lines.lines) if not self._most else min(self._most, len(self._lines.lines))
        height = sum(self.sizeHintForRow(row) for row in range(shown))
        return QSize(280, height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """At least one line."""
        first = self.sizeHintForRow(0) if self._lines.lines else 0
        return QSize(160, first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_key():
            self.opened.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first line when the list is entered by Tab."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            first = next((row for row, line in enumerate(self._lines.lines) if not line.heading), None)
            if first is not None:
                self.setCurrentIndex(self._lines.index(first))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a line can be clicked."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and not self._lines.lines[index.row()].heading
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew: the height may change with the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Fit another size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._lines.lines[index.row()].heading:
            self.opened.emit(self._lines.lines[index.row()].key)


class _Lines(QAbstractListModel):
    """The lines as a model, so that arrow keys and screen readers find their way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[ListLine, ...] = ()
        self._has_marks = False

    def set_lines(self, lines: Sequence[ListLine]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self._has_marks = any(line.tone for line in lines if not line.heading)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        heading = index.isValid() and self.lines[index.row()].heading
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.spoken()
        if role == MARKS_ROLE:
            return self._has_marks
        return line if role == LINE_ROLE else None
