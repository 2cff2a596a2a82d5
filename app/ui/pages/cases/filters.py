"""Which of the cases are shown: a word, a step, how near the next follow-up is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.core.status import CaseStatus, Urgency
from app.ui.context import Context
from app.ui.widgets.choice_fields import ChoiceField, Option, SegmentedField
from app.ui.widgets.text_fields import LineField

OPEN, CLOSED = "open", "closed"
NO_DATE = "none"


class CaseFilters(QWidget):
    """A row of filters; `changed` follows every choice. What was chosen is kept by the page."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, today = context.words, context.today()
        self.which = SegmentedField(
            [Option(OPEN, words.trp("cases", "Open")), Option(CLOSED, words.trp("cases", "Closed"))]
        )
        self.which.set_value(OPEN)
        self.text = LineField(placeholder=words.tr("Filter by name, measure, district …"))
        steps = [Option(s.key, s.short_names.of(words.language)) for s in context.catalogue.steps(today)]
        self.step = ChoiceField(steps, empty=words.tr("All steps"))
        self.due = ChoiceField(
            [
                Option(Urgency.OVER, words.tr("Over the due date")),
                Option(Urgency.SOON, words.tr("Within a week")),
                Option(Urgency.LATER, words.tr("Later")),
                Option(NO_DATE, words.tr("No date")),
            ],
            empty=words.tr("All dates"),
        )
        self.which.describe(words.tr("Which cases"), "")
        self.text.describe(words.tr("Filter the cases"), "")
        self.step.describe(words.tr("Step"), "")
        self.due.describe(words.tr("Next follow-up"), "")
        self._lay_out()
        for field in (self.which, self.text, self.step, self.due):
            field.edited.connect(self._on_edited)

    def shows_closed(self) -> bool:
        """Whether closed cases are asked for instead of open ones."""
        return self.which.value() == CLOSED

    def passes(self, status: CaseStatus) -> bool:
        """Whether a case is on the step and as near its follow-up as asked; a closed case has no follow-up."""
        if self.step.value() not in ("", status.step.key):
            return False
        return self.shows_closed() or self.due.value() in ("", status.urgency.value)

    def state(self) -> dict[str, object]:
        """What is chosen, for the settings; words typed are left out, they may be a name."""
        return {"which": self.which.value(), "step": self.step.value(), "due": self.due.value()}

    def restore(self, state: object) -> None:
        """Choose what was chosen earlier; what is not offered any more is passed over."""
        if isinstance(state, dict):
            self.which.set_value(CLOSED if state.get("which") == CLOSED else OPEN)
            for name, field in (("step", self.step), ("due", self.due)):
                kept = state.get(name)
                if isinstance(kept, str) and field.combo.findData(kept) >= 0:
                    field.set_value(kept)
        self._show_due()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.which.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self.which)
        row.addWidget(self.text, 3)
        row.addWidget(self.step, 2)
        row.addWidget(self.due, 2)

    def _show_due(self) -> None:
        self.due.setVisible(not self.shows_closed())

    def _on_edited(self) -> None:
        self._show_due()
        self.changed.emit()
