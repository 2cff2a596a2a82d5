"""The plan as a form that is the page itself: why, the goals, and what everybody says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import labels
from app.core.dates import long_date
from app.core.errors import Problem
from app.core.plan_proposal import LEGAL_BASES, KindProposal, basis_after, plan_offers, proposal, themes_without_goal
from app.core.records.decision import Decision
from app.core.records.follow_up import FollowUp
from app.core.records.plan import Goal, Plan, PlanKind
from app.core.status import CaseStatus
from app.ui.context import Context
from app.ui.pages.case.goal_list import GoalList
from app.ui.pages.case.plan_advice import KindAdvice, Offers
from app.ui.pages.case.plan_snippets import KINDS, offer_snippets
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form
from app.ui.widgets.people_field import PeopleField
from app.ui.widgets.record_fields import read_record, show_record
from app.ui.widgets.record_undo import RecordUndo
from app.ui.widgets.surfaces import Card
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField, LongTextField, SuggestField

_PROSE = 100_000
_LINE = 500
_GOAL_FIELDS = {"goal-empty": "goal", "goal-scale": "target"}


class PlanForm(QWidget):
    """`edited` tells of every change by the user, `settled` of those that are done at once."""

    edited = Signal()
    settled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plan = Plan(case_id="")
        self._child = ""
        self._status: CaseStatus | None = None
        self._decisions: tuple[Decision, ...] = ()
        self._undo = RecordUndo(self)
        self.why = Form(context.words, columns=2)
        self.voices = Form(context.words)
        self.goals = GoalList(context)
        self._measures = Text(look="body", wrap=True, select=True)
        self._build_why()
        self._build_voices()
        self.offers = Offers(context.words, self.why, _OFFERED)
        for part, names in ((self.why, _WHY), (self.voices, _VOICES)):
            offer_snippets(context, part, {name: KINDS[name] for name in names if name in KINDS}, self._first_name)
        self._fields: dict[str, Field[Any]] = {name: self.why.field(name) for name in _WHY}
        self._fields |= {name: self.voices.field(name) for name in _VOICES}
        self._lay_out()
        self._connect()

    # Values

    def plan(self) -> Plan:
        """The plan as typed, goals without words too."""
        return replace(read_record(self._fields, self._plan), goals=self.goals.goals())

    def show_plan(self, plan: Plan) -> None:
        """Show a plan; what says the same already keeps its cursor. Another plan than before begins afresh."""
        if plan.id != self._plan.id:
            self.goals.clear()
        self._plan = plan
        show_record(self._fields, plan)
        self.goals.show_goals(plan.goals, plan.kind)
        self._advise()
        self._undo.watch(self)

    def show_status(
        self, status: CaseStatus, decisions: Sequence[Decision], follow_ups: Sequence[FollowUp], people: Sequence[str]
    ) -> None:
        """Show what the case knows: measures that run, what was decided, scores, and people to choose from."""
        self._status, self._decisions = status, tuple(decisions)
        self._child = status.file.child.first_name
        self._measures.setText("\n".join(self._measures_in_words(status)))
        self.goals.show_scores(follow_ups)
        self.goals.know(self._child, people)
        self._participants.offer(people)
        self._advise()

    def settle(self) -> None:
        """What was typed is saved: from here the record's own undo takes back."""
        self._undo.settle(self)

    # Draft and problems

    def state(self) -> dict[str, object]:
        """The raw input as JSON-able data."""
        return {"why": self.why.state(), "voices": self.voices.state(), "goals": self.goals.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the raw input of a draft of the plan that is shown."""
        self.why.restore(state.get("why"))
        self.voices.restore(state.get("voices"))
        self.goals.restore(state.get("goals"))
        self._undo.watch(self)

    def unread(self) -> tuple[Problem, ...]:
        """What cannot be read as a value."""
        return (*self.why.unread(), *self.voices.unread(), *self.goals.unread())

    def show_problems(self, problems: Sequence[Problem], goals: Sequence[Goal]) -> None:
        """Say what is wrong, each at its place; `goals` are those that the numbers in `problems` count."""
        sentence = partial(labels.problem, self._context.words)
        by_goal: dict[str, list[Problem]] = defaultdict(list)
        own: list[Problem] = []
        for problem in problems:
            number = problem.values.get("number")
            if problem.field == "goals" and isinstance(number, int):
                by_goal[goals[number - 1].id].append(_at_field(problem))
            else:
                own.append(problem)
        self.why.show_problems((*self.why.unread(), *(p for p in own if p.field in _WHY)), sentence, lead=False)
        self.voices.show_problems(
            (*self.voices.unread(), *(p for p in own if p.field in _VOICES)), sentence, lead=False
        )
        self.goals.show_problems(by_goal)

    def lead_to_problem(self) -> None:
        """Lead to the first field at which something is told, from the top of the page."""
        if not (self.why.lead_to_first_problem() or self.goals.lead_to_problem()):
            self.voices.lead_to_first_problem()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its fields allow; the height follows from the width, or the page would end in nothing."""
        return QSize(super().minimumSizeHint().width(), 0)

    # Building

    def _build_why(self) -> None:
        words = self._context.words
        kinds = [Option(kind.value, labels.choice(words, kind)) for kind in PlanKind]
        self._kind = self.why.add("kind", words.tr("Kind of plan"), ChoiceField(kinds))
        self.advice = KindAdvice(words)
        self.why.row("kind").add_below(self.advice)
        bases = SuggestField(tuple(LEGAL_BASES.values()), limit=_LINE)
        self._basis = self.why.add("legal_basis", words.tr("Legal basis"), bases)
        purpose = LongTextField(words, lines=3, limit=_PROSE)
        self.why.add(
            "purpose", words.tr("Why there is a plan"), purpose, help_text=words.tr("In words the family uses.")
        )
        measures = QWidget()
        column = QVBoxLayout(measures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(words.tr("Measures that run"), "label"))
        column.addWidget(self._measures)
        self.why.add_widget(measures)
        self.why.add("measure_reason", words.tr("Why this measure"), LongTextField(words, lines=2, limit=_PROSE))
        self.why.add("expected_duration", words.tr("Expected duration"), LineField(limit=_PROSE), whole=True)

    def _build_voices(self) -> None:
        words = self._context.words
        add = self.voices.add
        support = words.tr("In a placement also after the child is home again.")
        add("family_support", words.tr("Support for the family"), LongTextField(words, limit=_PROSE), help_text=support)
        add("child_comment", words.tr("What the child says about the plan"), LongTextField(words, limit=_PROSE))
        add("parents_comment", words.tr("What the parents say about the plan"), LongTextField(words, limit=_PROSE))
        add("disagreement", words.tr("What we do not agree on"), LongTextField(words, lines=2, limit=_PROSE))
        self._participants = PeopleField(words, ())
        add("participants", words.tr("Who took part"), self._participants)

    def _lay_out(self) -> None:
        words = self._context.words
        why, voices = Card(words.tr("Why we have a plan")), Card(words.tr("Support, and what everybody says"))
        why.body.addWidget(self.why)
        voices.body.addWidget(self.voices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 24)
        column.setSpacing(16)
        for part in (why, self.goals, voices):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self._kind.edited.connect(self._on_kind)
        self.advice.taken.connect(self._on_kind_taken)
        self.offers.taken.connect(self._on_offer_taken)
        for name in _OFFERED:
            self._fields[name].edited.connect(self._advise)
        self.goals.themed.connect(self._advise_goals)
        for part in (self.why, self.voices, self.goals):
            part.edited.connect(self.edited)
        self.goals.settled.connect(self.settled)
        self.goals.built.connect(self._on_built)

    def _measures_in_words(self, status: CaseStatus) -> list[str]:
        words, catalogue = self._context.words, self._context.catalogue
        lines = []
        for measure in status.running:
            name = catalogue.measure_type(measure.type_key, measure.start).names.of(words.language)
            since = words.tr("since {date}", date=long_date(measure.start, words.language))
            lines.append(" · ".join(part for part in (name, measure.provider, since, measure.paragraph) if part))
        return lines or [words.tr("None today")]

    def _first_name(self) -> str:
        return self._child

    def _advise(self) -> None:
        """Tell which plan the law asks for, and offer what was decided for the fields that are empty."""
        status = self._status
        if status is None or not self._plan.case_id:
            return
        self.advice.show_advice(self._proposal(status), PlanKind(self._kind.value()))
        typed = read_record({name: self._fields[name] for name in _OFFERED}, self._plan)
        self.offers.show_offers(plan_offers(typed, self._decisions, status.file.measures, status.today))
        self._advise_goals()

    def _advise_goals(self) -> None:
        kind, youth = PlanKind(self._kind.value()), self._context.catalogue.youth_themes(self._context.today())
        self.goals.ask_for(themes_without_goal(kind, self.goals.goals(), youth))

    def _proposal(self, status: CaseStatus) -> KindProposal:
        return proposal(status.file.child.birth_date, status.today)

    def _on_kind(self) -> None:
        kind = PlanKind(self._kind.value())
        self._basis.set_value(basis_after(kind, self._basis.value()))
        self.goals.set_kind(kind)
        self._advise()

    def _on_kind_taken(self) -> None:
        if self._status is not None:
            self._kind.set_value(self._proposal(self._status).kind)
            self._kind.setFocus()
            self._kind.edited.emit()
            self.settled.emit()

    def _on_offer_taken(self, field: str, text: str) -> None:
        self._fields[field].setFocus()
        self._fields[field].set_value(text)
        self._fields[field].edited.emit()
        self.settled.emit()

    def _on_built(self) -> None:
        self._undo.watch(self)


def _at_field(problem: Problem) -> Problem:
    part = problem.values.get("part")
    field = part if isinstance(part, str) else _GOAL_FIELDS.get(problem.code, "")
    return Problem(field, problem.code, problem.severity, problem.values)


_WHY = ("kind", "legal_basis", "purpose", "measure_reason", "expected_duration")
_OFFERED = ("purpose", "measure_reason", "expected_duration")
_VOICES = ("family_support", "child_comment", "parents_comment", "disagreement", "participants")
