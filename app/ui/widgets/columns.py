"""Widgets side by side as far as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_GAP = 16
# A column narrower than so many digits squeezes dates and choices; measured in digits it follows the size of text.
_DIGITS = 33


class Columns(QWidget):
    """A grid with as many columns as are wide enough: fewer on small screens and with enlarged text."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = self._columns = columns
        self._widgets: list[tuple[QWidget, bool]] = []
        self._place = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stretch()

    def put(self, widget: QWidget, *, whole: bool) -> None:
        """Place the next widget, across all columns where it is `whole`."""
        self._widgets.append((widget, whole))
        self._set(widget, whole=whole)

    def most_columns(self) -> int:
        """How many columns there are where there is room."""
        return self._most

    def columns(self) -> int:
        """How many columns there are now."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit."""
        super().resizeEvent(event)
        each = _DIGITS * self.fontMetrics().horizontalAdvance("0") + _GAP
        wanted = max(1, min(self._most, (event.size().width() + _GAP) // each))
        if wanted != self._columns:
            self._columns = wanted
            self._set_all()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest widget alone, since the columns give way, and as high as the words need at the width
        there is: Qt would keep room for every line they break into where there is none."""
        widths = [widget.minimumSizeHint().width() for widget, _ in self._widgets if not widget.isHidden()]
        height = super().minimumSizeHint().height()
        if self._grid.hasHeightForWidth():
            height = min(height, self.heightForWidth(self.width()))
        return QSize(max(widths, default=0), height)

    def _set_all(self) -> None:
        for widget, _ in self._widgets:
            self._grid.removeWidget(widget)
        self._place = 0
        self._stretch()
        for widget, whole in self._widgets:
            self._set(widget, whole=whole)

    def _stretch(self) -> None:
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _set(self, widget: QWidget, *, whole: bool) -> None:
        row, column = divmod(self._place, self._columns)
        if whole:
            row += bool(column)
            self._grid.addWidget(widget, row, 0, 1, self._columns)
            self._place = (row + 1) * self._columns
        else:
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
            self._place += 1
