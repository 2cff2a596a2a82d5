"""Facts under each other: what it is, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.widgets.text import Text, breakable

# More characters than a narrow column of words bears to be read.
_PROSE = 90


class Facts(QWidget):
    """Labels and values in two columns; a value that is blank is left out, a long one wraps and can be copied.

    Where `prose` is expected, a long value stands below its label, as wide as both columns.
    """

    def __init__(self, parent: QWidget | None = None, *, prose: bool = False) -> None:
        super().__init__(parent)
        self._prose = prose
        self._shown: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts instead."""
        self._shown = tuple((label, value) for label, value in facts if value)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row, top = 0, Qt.AlignmentFlag.AlignTop
        for label, value in self._shown:
            name = Text(label, "quiet")
            said = Text(breakable(value), wrap=True, select=True)
            said.setAccessibleName(f"{label}: {value}")
            below = self._prose and len(value) > _PROSE
            self._grid.addWidget(name, row, 0, 1, 2 if below else 1, top)
            row += below
            self._grid.addWidget(said, row, 0 if below else 1, 1, 2 if below else 1, top)
            row += 1

    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is shown."""
        return self._shown
