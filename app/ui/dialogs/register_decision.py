"""Register a decision, and what the law asks for with one of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.checks.decision import check_decision
from app.core.dates import screen_date
from app.core.errors import Problem
from app.core.records.assessment import Assessment
from app.core.records.decision import Decision, DecisionKind
from app.labels import choice
from app.services.assessments import assessments_of_case
from app.services.decisions import save_decision
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.live_deadlines import LiveDeadlines
from app.ui.widgets.choice_fields import CheckField, ChoiceField, Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text_fields import LineField, LongTextField, SuggestField

_WITH, _WITHOUT = "with", "without"
_YES, _NO = "yes", "no"
_BY_COMMITTEE = (DecisionKind.PLACEMENT, DecisionKind.OTHER)


class RegisterDecision(DraftDialog):
    """The form of a decision. `after` is the assessment that a new one rests on."""

    def __init__(
        self,
        context: Context,
        case_id: str,
        record: Decision | None = None,
        *,
        after: Assessment | None = None,
        parent: QWidget | None = None,
    ) -> None:
        words, status = context.words, context.status(case_id)
        super().__init__(
            context,
            form="register-decision",
            target=record.id if record else f"{case_id}:{after.id if after else ''}",
            title=words.tr("Decision") if record else words.tr("New decision"),
            subtitle=status.file.child.name,
            columns=2,
            parent=parent,
        )
        self._is_new = record is None
        rests_on = after.id if after else None
        self._start = record or Decision(
            case_id=case_id, assessment_id=rests_on, kind=DecisionKind.SUPPORT, decided_on=context.today()
        )
        self._live = LiveDeadlines(context, status)
        self._build_rows()
        self._show_record()
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self.offer_draft()
        self._fit()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a decision."""
        if not self._kind.value():
            return (Problem("kind", "choice-empty"),)
        if self._on.value() is None:
            return () if self._on.unread() else (Problem("decided_on", "day-empty"),)
        return check_decision(self.record(), self.context.today())

    def commit(self, later: bool) -> None:
        """Save the decision."""
        self.context.write(save_decision, self.record(), self.context.today())

    def record(self) -> Decision:
        """The decision as the form says it; what does not belong to its kind is left out."""
        kind = DecisionKind(self._kind.value() or self._start.kind)
        is_placement, is_support = kind is DecisionKind.PLACEMENT, kind is DecisionKind.SUPPORT
        wanted = {_YES: True, _NO: False}.get(self._plan.value()) if is_support else None
        return replace(
            self._start,
            kind=kind,
            assessment_id=self._rests_on.value() or None,
            decided_on=self._on.value() or self._start.decided_on,
            paragraph=self._paragraph.value(),
            what=self._what.value(),
            purpose=self._purpose.value(),
            expected_duration=self._duration.value(),
            consent=not (is_placement and self._consent.value() == _WITHOUT),
            by_committee=kind in _BY_COMMITTEE and self._committee.value(),
            plan_wanted=wanted,
            plan_reason=self._plan_reason.value() if is_support and wanted is False else "",
        )

    def _build_rows(self) -> None:
        words, form = self.context.words, self.form
        kinds = [Option(one.value, choice(words, one)) for one in DecisionKind]
        self._kind = form.add(
            "kind", words.tr("Decision on"), ChoiceField(kinds, empty=words.tr("Choose")), required=True
        )
        self._on = form.add("decided_on", words.tr("Decided on"), DateField(words, self.context.today()), required=True)
        self._what = form.add("what", words.tr("What was decided"), LongTextField(words, lines=2), required=True)
        self._paragraph = form.add("paragraph", words.tr("Paragraph"), SuggestField())
        self._rests_on = form.add(
            "assessment_id",
            words.tr("Rests on"),
            ChoiceField(self._assessments(), empty=words.tr("No assessment noted")),
        )
        consents = [Option(_WITH, words.tr("With consent")), Option(_WITHOUT, words.tr("Without consent"))]
        self._consent = form.add("consent", words.tr("Consent of the custody holders"), SegmentedField(consents))
        committee = CheckField(words.tr("Made by the children and youth committee"))
        self._committee = form.add("by_committee", words.tr("Who decided"), committee)
        answers = [Option(_YES, words.tr("Yes")), Option(_NO, words.tr("No"))]
        self._plan = form.add("plan_wanted", words.tr("Is a child's plan made?"), SegmentedField(answers), whole=True)
        self._plan_reason = form.add("plan_reason", words.tr("Why no plan"), LongTextField(words, lines=2))
        self._purpose = form.add("purpose", words.tr("Purpose"), LongTextField(words, lines=2))
        self._duration = form.add("expected_duration", words.tr("Expected duration"), LineField(), whole=True)
        form.add_widget(self._live)

    def _assessments(self) -> list[Option]:
        """The assessments of the case, latest first."""
        words, mine = self.context.words, self._start.assessment_id
        known = self.context.read(assessments_of_case, self._start.case_id)
        offered = [one for one in reversed(known) if one.voided_on is None or one.id == mine]
        return [Option(one.id, words.tr("Assessment, aware {date}", date=screen_date(one.aware_on))) for one in offered]

    def _paragraphs(self, kind: str, day: date) -> list[str]:
        """Those that the deadline of this kind of decision stands on, then those that measures stand on."""
        rule = self.context.catalogue.deadline_rule(kind, day)
        own = [rule.paragraph] if rule else []
        return own + [paragraph.text for paragraph in self.context.catalogue.paragraphs(day)]

    def _show_record(self) -> None:
        record = self._start
        self.form.set_values(
            {name: getattr(record, name) for name in ("decided_on", "paragraph", "what", "purpose", "plan_reason")}
        )
        self._duration.set_value(record.expected_duration)
        self._kind.set_value("" if self._is_new else record.kind.value)
        self._rests_on.set_value(record.assessment_id or "")
        self._consent.set_value(_WITH if record.consent else _WITHOUT)
        self._committee.set_value(record.by_committee)
        self._plan.set_value({True: _YES, False: _NO, None: ""}[record.plan_wanted])

    def _fit(self) -> None:
        """Ask for what belongs to the kind, offer the paragraphs of the day, and show which deadline it leads to."""
        day, kind = self._on.value(), self._kind.value()
        self._paragraph.suggest(self._paragraphs(kind, day or self.context.today()))
        is_support = kind == DecisionKind.SUPPORT
        self.form.row("consent").setVisible(kind == DecisionKind.PLACEMENT)
        self.form.row("by_committee").setVisible(kind in _BY_COMMITTEE)
        self.form.row("plan_wanted").setVisible(is_support)
        self.form.row("plan_reason").setVisible(is_support and self._plan.value() == _NO)
        self._live.show_for(self.record() if kind and day is not None else None)
