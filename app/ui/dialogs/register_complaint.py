"""Register a complaint over a decision or over the casework, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.checks.decision import check_complaint
from app.core.dates import screen_date
from app.core.deadlines import complaint_until
from app.core.errors import Problem
from app.core.records.decision import Complaint, ComplaintResult, Decision
from app.labels import choice
from app.services.decisions import decisions_of_case, save_complaint
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.live_deadlines import LiveDeadlines
from app.ui.dialogs.people_at_hand import names_at_hand
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LongTextField, SuggestField

_CASEWORK = "casework"


class RegisterComplaint(DraftDialog):
    """The form of a complaint. `over` is the decision that a new one is over, where that is known."""

    def __init__(
        self,
        context: Context,
        case_id: str,
        record: Complaint | None = None,
        *,
        over: str = "",
        parent: QWidget | None = None,
    ) -> None:
        words, status = context.words, context.status(case_id)
        super().__init__(
            context,
            form="register-complaint",
            target=record.id if record else f"{case_id}:{over}",
            title=words.tr("Complaint") if record else words.tr("New complaint"),
            subtitle=status.file.child.name,
            columns=2,
            parent=parent,
        )
        self._is_new = record is None
        self._start = record or Complaint(case_id=case_id, decision_id=over or None, received_on=context.today())
        known = context.read(decisions_of_case, case_id)
        mine = self._start.decision_id
        self._decisions = {one.id: one for one in reversed(known) if one.voided_on is None or one.id == mine}
        self._live = LiveDeadlines(context, status)
        self._until = Text(look="small", wrap=True)
        self._build_rows()
        self._show_record()
        self.form.edited.connect(self._fit)
        self.form.restored.connect(self._fit)
        self.offer_draft()
        self._fit()

    def check(self, later: bool) -> Sequence[Problem]:
        """The rules of a complaint."""
        missing = () if self._over.value() else (Problem("decision_id", "choice-empty"),)
        if self._received.value() is None:
            return missing if self._received.unread() else (*missing, Problem("received_on", "day-empty"))
        return (*missing, *check_complaint(self.record(), self._decision(), self.context.today()))

    def commit(self, later: bool) -> None:
        """Save the complaint."""
        self.context.write(save_complaint, self.record(), self.context.today())

    def record(self) -> Complaint:
        """The complaint as the form says it; only one over a decision is reassessed, sent on and given a result."""
        decision = self._decision()
        result = self._result.value()
        return replace(
            self._start,
            decision_id=decision.id if decision else None,
            received_on=self._received.value() or self._start.received_on,
            complainant=self._complainant.value(),
            about=self._about.value(),
            reassessed_on=self._reassessed.value() if decision else None,
            sent_on=self._sent.value() if decision else None,
            answered_on=self._answered.value(),
            result=ComplaintResult(result) if decision and result else None,
            answer=self._answer.value(),
        )

    def _build_rows(self) -> None:
        words, form, today = self.context.words, self.form, self.context.today()
        self._over = form.add(
            "decision_id",
            words.tr("Complaint over"),
            ChoiceField(self._options(), empty=words.tr("Choose")),
            required=True,
            whole=True,
        )
        form.add_widget(self._until)
        self._received = form.add("received_on", words.tr("Received"), DateField(words, today), required=True)
        self._complainant = form.add(
            "complainant",
            words.tr("Who complains"),
            SuggestField(names_at_hand(self.context, self._start.case_id)),
            required=True,
        )
        self._about = form.add("about", words.tr("What it is about"), LongTextField(words, lines=4), required=True)
        form.add_widget(self._live)
        form.add_heading(words.tr("What became of it"))
        self._reassessed = form.add("reassessed_on", words.tr("Reassessed on"), DateField(words, today))
        self._sent = form.add("sent_on", words.tr("Sent on to the appeals board"), DateField(words, today))
        self._answered = form.add("answered_on", words.tr("Answered on"), DateField(words, today))
        results = [Option(one.value, choice(words, one)) for one in ComplaintResult]
        self._result = form.add("result", words.tr("Result"), ChoiceField(results, empty=words.tr("None yet")))
        self._answer = form.add("answer", words.tr("The answer"), LongTextField(words, lines=3))

    def _options(self) -> list[Option]:
        words = self.context.words
        return [Option(_CASEWORK, words.tr("The casework")), *(self._option(one) for one in self._decisions.values())]

    def _option(self, decision: Decision) -> Option:
        words = self.context.words
        kind, day = choice(words, decision.kind), screen_date(decision.decided_on)
        return Option(decision.id, words.tr("Decision of {date}: {kind}", date=day, kind=kind))

    def _show_record(self) -> None:
        record = self._start
        names = ("received_on", "complainant", "about", "reassessed_on", "sent_on", "answered_on", "answer")
        self.form.set_values({name: getattr(record, name) for name in names})
        self._over.set_value(record.decision_id or ("" if self._is_new else _CASEWORK))
        self._result.set_value(record.result.value if record.result else "")

    def _decision(self) -> Decision | None:
        return self._decisions.get(self._over.value())

    def _fit(self) -> None:
        """Ask for what belongs to a complaint over a decision, and show until when it is to be reassessed."""
        decision = self._decision()
        for name in ("reassessed_on", "sent_on", "result"):
            self.form.row(name).setVisible(decision is not None)
        self._until.setText(self._time_to_complain(decision))
        self._until.setVisible(bool(self._until.text()))
        self._live.show_for(self.record() if self._received.value() is not None else None)

    def _time_to_complain(self, decision: Decision | None) -> str:
        words = self.context.words
        if decision is None:
            return ""
        until = complaint_until(decision, self.context.catalogue)
        if decision.by_committee:
            return words.tr("Decisions of the children and youth committee are not reassessed.")
        return words.tr("The decision can be complained over until {date}.", date=screen_date(until)) if until else ""
