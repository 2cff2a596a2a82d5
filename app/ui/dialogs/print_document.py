"""A window with one print."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.print_pane import PrintPane
from app.ui.prints.order import PrintOrder
from app.ui.widgets.button import Button
from app.ui.widgets.text import OneLine, Text


class PrintDocument(QDialog):
    """Shows a print, from where it is printed or saved; Esc closes."""

    def __init__(self, context: Context, order: PrintOrder, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # What was handed out is called by who got it: a name, and the system shows the titles of windows.
        self.setWindowTitle(order.title if order.again is None else context.words.tr("Prints handed out"))
        self.pane = PrintPane(context, "")
        self._close = Button(context.words.tr("Close"), "quiet")
        self._lay_out(order.title, subtitle)
        self.resize(self.sizeHint())  # Qt by itself gives a window two thirds of the screen
        self._close.clicked.connect(self.reject)
        self.pane.show_order(order)
        self.pane.preview.view.setFocus()

    def _lay_out(self, title: str, subtitle: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(title, "heading"), 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(OneLine(subtitle, "quiet"), 1, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.pane, 1)

    def sizeHint(self) -> QSize:
        """Nearly the whole screen: a page is read here."""
        room = self.screen().availableGeometry()
        return QSize(min(980, room.width() - 60), min(1120, room.height() - 60))
