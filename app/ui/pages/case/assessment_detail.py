"""One step of the way from notification to decision: what is noted of it, what runs, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.assessment_path import PathPart, PathState
from app.core.records.decision import Decision, DecisionKind
from app.ui.context import Context
from app.ui.pages.case.assessment_words import ShownStep, facts_of, state_in_words, step_name
from app.ui.widgets.button import Button
from app.ui.widgets.deadline_notices import DeadlineNotices
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import Flow
from app.ui.widgets.surfaces import Card

_WITH_A_PLAN = (DecisionKind.PLACEMENT, DecisionKind.SUPPORT, DecisionKind.YOUTH_PLAN)


class AssessmentDetail(Card):
    """One step; emits what is asked for it with the step shown."""

    change_asked = Signal(object)
    void_asked = Signal(object)
    assess_asked = Signal(object)
    decide_asked = Signal(object)
    map_asked = Signal()
    plan_asked = Signal()
    complain_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(words.trp("case", "Assessment"))
        self._context = context
        self._row: ShownStep | None = None
        self.deadlines = DeadlineNotices(words)
        self._facts = Facts(prose=True)
        self._change = Button(words.tr("Edit"), icon="pencil")
        self._assess = Button(words.tr("Begin the assessment"))
        self._decide = Button(words.tr("Make a decision"))
        self._map = Button(words.tr("Open the map"))
        self._plan = Button(words.tr("Open the plan"))
        self._complain = Button(words.tr("Note a complaint"))
        self._void = Button(words.tr("Strike out"), "quiet")
        self._lay_out()
        self._connect()

    def show_step(self, row: ShownStep | None) -> None:
        """Show this step; None for none."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words = self._context.words
        self.set_title(step_name(row.step, words), state_in_words(row.step, words))
        self._facts.set_facts(facts_of(row, self._context))
        self.deadlines.show_running(row.running, self._context.now())
        self._offer(row)

    def facts(self) -> dict[str, str]:
        """What is shown."""
        return dict(self._facts.facts())

    def verbs(self) -> list[str]:
        """What can be done with the step."""
        return [button.text() for button in self._buttons() if not button.isHidden()]

    def _offer(self, row: ShownStep) -> None:
        """The next step lies one click away; nobody is forced to take it."""
        part, record, is_kept = row.step.part, row.step.record, not row.is_voided
        is_over = row.step.state is PathState.DONE
        self._change.setVisible(is_kept)
        self._void.setVisible(is_kept)
        self._assess.setVisible(is_kept and part is PathPart.NOTIFICATION and is_over)
        self._map.setVisible(is_kept and part is PathPart.ASSESSMENT)
        self._decide.setVisible(is_kept and part is PathPart.ASSESSMENT and is_over)
        planned = isinstance(record, Decision) and record.kind in _WITH_A_PLAN
        self._plan.setVisible(is_kept and planned)
        self._complain.setVisible(is_kept and part is PathPart.DECISION)

    def _buttons(self) -> tuple[Button, ...]:
        following = self._assess, self._decide, self._plan, self._map, self._complain
        return (self._change, *following, self._void)

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = Flow(buttons)
        for button in self._buttons():
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self.body.addWidget(self.deadlines)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._change.clicked.connect(self._on_change)
        self._void.clicked.connect(self._on_void)
        self._assess.clicked.connect(self._on_assess)
        self._decide.clicked.connect(self._on_decide)
        self._map.clicked.connect(self._on_map)
        self._plan.clicked.connect(self._on_plan)
        self._complain.clicked.connect(self._on_complain)

    def _on_change(self) -> None:
        self.change_asked.emit(self._row)

    def _on_void(self) -> None:
        self.void_asked.emit(self._row)

    def _on_assess(self) -> None:
        self.assess_asked.emit(self._row)

    def _on_decide(self) -> None:
        self.decide_asked.emit(self._row)

    def _on_map(self) -> None:
        self.map_asked.emit()

    def _on_plan(self) -> None:
        self.plan_asked.emit()

    def _on_complain(self) -> None:
        self.complain_asked.emit(self._row)
