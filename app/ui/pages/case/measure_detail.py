"""All that is known of one measure, what to think of, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import labels
from app.core.attention import Tab, attention
from app.core.status import CaseStatus
from app.ui.context import Context
from app.ui.pages.case.measure_words import MeasureState, ShownMeasure, facts_of, state_in_words
from app.ui.widgets.button import Button
from app.ui.widgets.deadline_notices import DeadlineNotices, running
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import Flow
from app.ui.widgets.surfaces import Banner, Card


class MeasureDetail(Card):
    """One measure; emits what is asked for it."""

    change_asked = Signal(object)
    end_asked = Signal(object)
    void_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.tr("Measure"))
        self._context = context
        self._row: ShownMeasure | None = None
        self._facts = Facts()
        self._warnings = QVBoxLayout()
        self._banners: list[Banner] = []
        self._deadlines = DeadlineNotices(words)
        self._end = Button(words.tr("End the measure"))
        self._change = Button(words.trp("record", "Change"), icon="pencil")
        self._void = Button(words.tr("Strike out"), "quiet")
        self._lay_out()
        self._end.clicked.connect(self._on_end)
        self._change.clicked.connect(self._on_change)
        self._void.clicked.connect(self._on_void)

    def show_measure(self, row: ShownMeasure | None, status: CaseStatus) -> None:
        """Show this measure of the case; None for none."""
        self._row = row
        if row is None:
            self.hide()
            return
        words = self._context.words
        self.set_title(row.type.names.of(words.language), state_in_words(row, words))
        self._facts.set_facts(facts_of(row, words))
        self._show_warnings(status, row.measure.id)
        self._end.setVisible(row.state in (MeasureState.RUNNING, MeasureState.COMING))
        for button in (self._change, self._void):
            button.setVisible(row.state is not MeasureState.VOIDED)
        self.show()

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def warnings(self) -> list[str]:
        """What to think of: what is missing, then what runs out."""
        return [*(banner.text() for banner in self._banners), *self._deadlines.sentences()]

    def _show_warnings(self, status: CaseStatus, measure_id: str) -> None:
        for old in self._banners:
            self._warnings.removeWidget(old)
            old.hide()
            old.deleteLater()
        mine = [line for line in attention(status, self._context.catalogue) if line.record_id == measure_id]
        said = [labels.attention_line(self._context.words, line) for line in mine if line.tab is Tab.MEASURES]
        self._banners = [Banner(text, "warning") for text in said]
        for banner in self._banners:
            self._warnings.addWidget(banner)
        now = self._context.now()
        found = running(status, self._context.catalogue, now).get(measure_id, ())
        self._deadlines.show_running((one for one in found if one.deadline.tab is Tab.MEASURES), now)

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = Flow(buttons)
        for button in (self._change, self._end, self._void):
            row.addWidget(button)
        self._warnings.setSpacing(6)
        self.body.addLayout(self._warnings)
        self.body.addWidget(self._deadlines)
        self.body.addWidget(self._facts)
        self.body.addWidget(buttons)

    def _on_end(self) -> None:
        self.end_asked.emit(self._row)

    def _on_change(self) -> None:
        self.change_asked.emit(self._row)

    def _on_void(self) -> None:
        self.void_asked.emit(self._row)
