"""How many children the caseload holds, against its limit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.caseload_rule import Caseload, CaseloadLevel
from app.ui.widgets.marks import Meter
from app.ui.widgets.text import Text
from app.words import Words


class CaseloadMeter(QWidget):
    """The number in words, a bar, and what is left: calm below 20, noted from 20, past the limit said so."""

    def __init__(self, words: Words, limit: int, noted_from: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._count = Text(look="strong")
        self._meter = Meter(limit, noted_from)
        self._meter.setMaximumWidth(190)
        self._left = Text(look="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self._count, self._meter, self._left):
            row.addWidget(widget, 1 if widget is self._meter else 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)

    def show_caseload(self, caseload: Caseload) -> None:
        """Show where the caseload stands."""
        words = self._words
        counted = words.trn("{n} child", "{n} children", caseload.count)
        used = words.trn(
            "{n} of at most {limit} children", "{n} of at most {limit} children", caseload.count, limit=caseload.limit
        )
        self._count.setText(counted if caseload.over else used)
        self._left.setText(left_in_words(caseload, words))
        self._left.set_look("over" if caseload.over else "quiet")
        self._meter.show_use(caseload.count, self.text())

    def text(self) -> str:
        """What the meter says."""
        return f"{self._count.text()} · {self._left.text()}"


def left_in_words(caseload: Caseload, words: Words) -> str:
    """What is left: "3 free", "full", or "1 over the limit of 25"."""
    if caseload.level is CaseloadLevel.OVER:
        return words.trn(
            "{n} over the limit of {limit}", "{n} over the limit of {limit}", caseload.over, limit=caseload.limit
        )
    if caseload.level is CaseloadLevel.FULL:
        return words.tr("full")
    return words.trn("{n} free", "{n} free", caseload.free)
