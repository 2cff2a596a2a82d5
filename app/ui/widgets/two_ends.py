"""A line with something at either end, which becomes two lines where there is no room for both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

_GAP = 8


class TwoEnds(QWidget):
    """One widget at the left, others at the right, there too where they have a line of their own."""

    def __init__(self, left: QWidget, right: Sequence[QWidget]) -> None:
        super().__init__()
        self._left = left
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        for widget in right:
            self._row.addWidget(widget)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(_GAP)
        self._both.addWidget(left, 0, Qt.AlignmentFlag.AlignLeft)
        self._both.addLayout(self._row, 1)

    def minimumSizeHint(self) -> QSize:
        """Room for the wider of the two."""
        ends = (self._left.minimumSizeHint(), self._row.minimumSize())
        return QSize(max(end.width() for end in ends), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line or two."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Settle anew when something in it takes another room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        needed = self._left.sizeHint().width() + _GAP + self._row.sizeHint().width()
        fits = self._left.isHidden() or needed <= self.width()
        lying, standing = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._both.direction() != (wanted := lying if fits else standing):
            self._both.setDirection(wanted)
