"""How a table looks and takes keys: whole rows, and cells in the tone their column gives them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from app.ui.theme import theme_of
from app.ui.widgets.marks import paint_dot
from app.ui.widgets.table_model import DOT_ROLE, STRONG_ROLE, STRUCK_ROLE, TONE_ROLE
from app.ui.widgets.tips import plain_tip

BOLD_TONES = frozenset({"over", "soon"})
"""Tones that say something must be done: their words are bold, since colour never speaks alone."""


class TableView(QTableView):
    """A table view for whole rows: nothing is edited in it, Enter opens, Tab leaves it."""

    entered_row = Signal(QModelIndex)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "table")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(48)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows to another size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say so: the columns share the room."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row the keys act on is marked as such: Qt makes the first one current without choosing it."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 20)


class CellDelegate(QStyledItemDelegate):
    """Paints the words of a cell in their tone, with a mark before them where the column has one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Take tone and weight from the model; the ring of focus belongs to the table, not to a cell."""
        super().initStyleOption(option, index)
        fields: Any = option
        tone = index.data(TONE_ROLE)
        theme = theme_of(fields.widget)
        colour = theme.colour(tone) if tone else theme.ink
        for role in (fields.palette.ColorRole.Text, fields.palette.ColorRole.HighlightedText):
            fields.palette.setColor(role, colour)
        if tone in BOLD_TONES or index.data(STRONG_ROLE):
            fields.font.setWeight(QFont.Weight.DemiBold)
        fields.font.setStrikeOut(bool(index.data(STRUCK_ROLE)))
        fields.state &= ~QStyle.StateFlag.State_HasFocus
        if index.data(DOT_ROLE):
            fields.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            fields.decorationSize = QSize(12, 12)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show on hover what a column tells there, or all the words of a cell that is too narrow for them."""
        fields: Any = option
        is_cut = self.sizeHint(option, index).width() > fields.rect.width()
        if event.type() is QEvent.Type.ToolTip and is_cut and not index.data(Qt.ItemDataRole.ToolTipRole):
            QToolTip.showText(event.globalPos(), plain_tip(index.data()), view, fields.rect)
            return True
        return super().helpEvent(event, view, option, index)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell and its mark."""
        super().paint(painter, option, index)
        if dot := index.data(DOT_ROLE):
            fields: Any = option
            rect = fields.rect
            paint_dot(painter, fields.widget, QRectF(rect.left() + 8, rect.center().y() - 4.5, 10, 10), dot)
