"""The dispensations of a case: what the team leader granted, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import labels
from app.core.records.follow_up import Dispensation
from app.core.status import CaseStatus
from app.ui.context import Context
from app.ui.dialogs.measure_rows import measure_name
from app.ui.widgets.button import Button
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text, breakable


class DispensationsCard(Card):
    """Each dispensation with its measure, the last to end first; hidden where none was granted."""

    edit_asked = Signal(object)
    void_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context.words.tr("Dispensations"))
        self._context = context
        self._lines: dict[str, QWidget] = {}

    def show_status(self, status: CaseStatus) -> None:
        """Show what was granted in a case."""
        for line in self._lines.values():
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        granted = sorted(status.file.dispensations, key=lambda leave: leave.valid_until, reverse=True)
        self._lines = {leave.id: self._line(leave, status) for leave in granted}
        for line in self._lines.values():
            self.body.addWidget(line)
            line.show()
        self.setVisible(bool(granted))

    def lead_to(self, dispensation_id: str) -> bool:
        """Put the focus on what can be done with one; False where it is not here."""
        line = self._lines.get(dispensation_id)
        if line is not None and (button := line.findChild(Button)) is not None:
            button.setFocus()
        return line is not None

    def _line(self, leave: Dispensation, status: CaseStatus) -> QWidget:
        words = self._context.words
        line = QWidget()
        text = QVBoxLayout()
        text.setSpacing(1)
        measure = next(m for m in status.file.measures if m.id == leave.measure_id)
        said = f"{labels.dispensation(words, leave)} · {measure_name(self._context, measure)}"
        in_force = leave.holds_on(status.today)
        text.addWidget(Text(breakable(said), "strong" if in_force else "quiet", wrap=True))
        facts = labels.dispensation_facts(words, leave, status.today)
        text.addWidget(Text(breakable(facts), "quiet", wrap=True, select=True))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(text, 1)
        if leave.voided_on is None and status.file.case.is_open(status.today):
            verbs = {words.tr("Edit"): self._on_edit, words.tr("Strike out …"): self._on_void}
            for caption, verb in verbs.items():
                button = Button(caption, "quiet")
                button.setAccessibleName(f"{caption}: {said}")
                button.clicked.connect(partial(verb, leave))
                row.addWidget(button)
        return line

    def _on_edit(self, leave: Dispensation, _checked: bool = False) -> None:
        self.edit_asked.emit(leave)

    def _on_void(self, leave: Dispensation, _checked: bool = False) -> None:
        self.void_asked.emit(leave)
