"""What was agreed at a follow-up or a meeting, each with whether it was kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import labels
from app.core.dates import screen_date
from app.core.records.follow_up import Agreement
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.tab_order import put_in_tab_order
from app.ui.widgets.text import Text, breakable
from app.words import Words

_KEPT, _BROKEN = "kept", "broken"


class AgreementLines(QWidget):
    """The agreements under each other; `settled` carries one with the answer that was chosen."""

    settled = Signal(object)

    def __init__(self, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        self._words, self._today = words, today
        self._agreements: dict[str, Agreement] = {}
        self._fields: dict[str, SegmentedField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)

    def show_agreements(self, agreements: Sequence[Agreement], *, struck: bool) -> None:
        """Show what was agreed; where what it was agreed at is struck out nothing can be settled."""
        there = self.window().focusWidget()
        focused = next((key for key, field in self._fields.items() if field.isAncestorOf(there)), "")
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._agreements = {agreement.id: agreement for agreement in agreements}
        self._fields = {}
        if agreements:
            self._column.addWidget(Text(self._words.tr("What was agreed"), "label"))
        for agreement in agreements:
            self._add(agreement, struck=struck)
        put_in_tab_order(self, self._fields.values())
        if focused in self._fields:
            self._fields[focused].setFocus()
        self.setVisible(bool(agreements))

    def answer(self, agreement_id: str) -> SegmentedField:
        """Where it is said whether an agreement was kept."""
        return self._fields[agreement_id]

    def _add(self, agreement: Agreement, *, struck: bool) -> None:
        words = self._words
        said = labels.agreement_text(words, agreement)
        self._column.addWidget(Text(breakable(said), wrap=True, select=True))
        if struck:
            return
        field = SegmentedField([Option(_KEPT, words.tr("Kept")), Option(_BROKEN, words.tr("Not kept"))])
        field.describe(said, "")
        if agreement.kept is not None:
            field.set_value(_KEPT if agreement.kept else _BROKEN)
        field.edited.connect(partial(self._on_edited, agreement.id))
        self._fields[agreement.id] = field
        self._column.addWidget(field)
        if agreement.settled_on is not None:
            self._column.addWidget(Text(words.tr("Settled {day}", day=screen_date(agreement.settled_on)), "small"))

    def _on_edited(self, agreement_id: str) -> None:
        kept = self._fields[agreement_id].value() == _KEPT
        answered = replace(self._agreements[agreement_id], kept=kept, settled_on=self._today())
        self.settled.emit(answered)
