"""The pages of a print as small pictures beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QImage, QPainter, QPen, QPixmap, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.theme import load, theme_of
from app.words import Words

_WIDTH = 116  # pixels of the column
_ACROSS, _UP = 84.0, 84.0 * 2**0.5  # pixels that a picture may fill: an upright sheet as wide, a lying one less high
_AIR, _NUMBER = 8, 20  # pixels around a picture, and of the number under it
_DRAWN, _SIZE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class PdfThumbnails(QListView):
    """Arrow keys and clicks lead to pages: `chosen` carries the page, counted from 1. `looked` asks for pictures."""

    chosen = Signal(int)
    looked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._pages = QStandardItemModel(self)
        self._is_following = False
        self.setProperty("look", "thumbnails")
        self.setAccessibleName(words.tr("Pages"))
        self.setModel(self._pages)
        self.setItemDelegate(_Sheet(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Show pages of these sizes, white until their pictures come."""
        self._is_following = True
        self._pages.clear()
        for number, size in enumerate(sizes, start=1):
            item = QStandardItem(str(number))
            item.setAccessibleText(self._words.tr("Page {page} of {count}", page=number, count=len(sizes)))
            item.setData(_fitted(size), _SIZE)
            self._pages.appendRow(item)
        self._is_following = False

    def follow(self, page: int) -> None:
        """Mark the page that is shown, without telling so."""
        index = self._pages.index(page - 1, 0)
        if index.isValid() and index != self.currentIndex():
            self._is_following = True
            self.setCurrentIndex(index)
            self._is_following = False

    def wanted(self) -> list[tuple[int, float]]:
        """The pages in sight without a picture, counted from 0, and how wide it is to be in dots."""
        found = []
        for row in range(self._pages.rowCount()):
            index = self._pages.index(row, 0)
            if self.visualRect(index).intersects(self.viewport().rect()) and index.data(_DRAWN) is None:
                found.append((row, index.data(_SIZE).width() * self.devicePixelRatioF()))
        return found

    def give(self, page: int, image: QImage) -> None:
        """Take a picture that was asked for."""
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._pages.setData(self._pages.index(page, 0), picture, _DRAWN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More pages may be in sight."""
        super().resizeEvent(event)
        self.looked.emit()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_following:
            self.chosen.emit(index.row() + 1)

    def _on_scrolled(self) -> None:
        self.looked.emit()


class _Sheet(QStyledItemDelegate):
    """Draws a sheet with its number under it; the one that is shown has a frame and a bold number."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one page."""
        view = option.widget
        theme, size = theme_of(view), index.data(_SIZE)
        rect = QRectF(option.rect)
        is_shown = bool(option.state & QStyle.StateFlag.State_Selected)
        sheet = QRectF(rect.center().x() - size.width() / 2, rect.top() + _AIR, size.width(), size.height())
        painter.save()
        painter.fillRect(sheet, load("light").card)
        picture = index.data(_DRAWN)
        if picture is not None:
            painter.drawPixmap(sheet, picture, QRectF(picture.rect()))
        painter.setPen(QPen(theme.accent if is_shown else theme.line, 2 if is_shown else 1))
        painter.drawRect(sheet.adjusted(-1, -1, 1, 1) if is_shown else sheet)
        font = QFont(view.font())
        font.setWeight(QFont.Weight.DemiBold if is_shown else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.ink if is_shown else theme.muted)
        below = QRectF(rect.left(), sheet.bottom() + 2, rect.width(), _NUMBER)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the sheet and its number."""
        return QSize(round(_ACROSS) + 2 * _AIR, round(index.data(_SIZE).height()) + _NUMBER + 2 * _AIR)


def _fitted(size: QSizeF) -> QSizeF:
    """A page's size as a small picture, in pixels."""
    return size.scaled(QSizeF(_ACROSS, _UP), Qt.AspectRatioMode.KeepAspectRatio)
