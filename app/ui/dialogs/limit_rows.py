"""The rows by which a form says what the team leader decided about a case above the limit."""

from __future__ import annotations

from app.core.records.case import LimitException
from app.services.caseload import caseworker
from app.ui.context import Context
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form
from app.ui.widgets.surfaces import Banner
from app.ui.widgets.text_fields import LineField, LongTextField

GRANTED, AWAITING = "granted", "awaiting"
_ROWS = ("reason", "granted_by", "granted_on", "valid_until")


class LimitRows:
    """Adds its rows to `form`: who granted it, when, why and until, or that the team leader is awaited.

    Nothing is chosen at first: the caseload is full, and that is to be seen before it is passed. `leave_out` names the
    choice of making no exception, where there is one.
    """

    def __init__(self, context: Context, form: Form, *, leave_out: str = "") -> None:
        self._context, self._form = context, form
        words = context.words
        stay = [Option("", leave_out)] if leave_out else []
        self.answer = SegmentedField(
            [
                *stay,
                Option(GRANTED, words.tr("Granted")),
                Option(AWAITING, words.tr("Awaiting the team leader")),
            ]
        )
        self.answer.set_value("")
        self._reason = LongTextField(words, lines=2)
        self._by = LineField()
        self._on = DateField(words, context.today())
        self._until = DateField(words, context.today())

    def add_explained(self, count: int) -> None:
        """Say that the caseload is full with `count` open cases, and ask for the exception."""
        words, context = self._context.words, self._context
        limit = context.catalogue.rules(context.today()).caseload_limit
        text = words.trn(
            "There is {n} open case, and the limit is {limit}. One more is an exception that the team leader grants. "
            "A child at risk is not turned away: where the leader cannot be reached, the case stands as awaiting.",
            "There are {n} open cases, and the limit is {limit}. One more is an exception that the team leader grants. "
            "A child at risk is not turned away: where the leader cannot be reached, the case stands as awaiting.",
            count,
            limit=limit,
        )
        self._form.add_heading(words.tr("Exception from the limit"))
        self._form.add_widget(Banner(text, "warning"))
        self.add()

    def add(self) -> None:
        """The rows themselves."""
        words = self._context.words
        self._form.add("exception", words.tr("The team leader's exception"), self.answer, whole=True)
        self._form.add("reason", words.tr("Why one more case is needed"), self._reason)
        self._form.add("granted_by", words.tr("Granted by"), self._by)
        self._form.add("granted_on", words.tr("Granted on"), self._on)
        self._form.add("valid_until", words.tr("Holds until"), self._until)
        self._by.set_value(self._context.read(caseworker).team_leader)
        self._on.set_value(self._context.today())
        self.answer.edited.connect(self.show_rows)
        self._form.restored.connect(self.show_rows)
        self.show_rows()

    def show(self, reason: str, answer: str) -> None:
        """Show why it was asked for, and an answer to begin with."""
        self._reason.set_value(reason)
        self.answer.set_value(answer)
        self.show_rows()

    def exception(self, case_id: str, there: LimitException | None = None) -> LimitException | None:
        """The exception that stands in the form; None while nothing was chosen."""
        if self.answer.value() not in (GRANTED, AWAITING):
            return None
        granted = self.answer.value() == GRANTED
        asked = there or LimitException(case_id=case_id, reason="", asked_on=self._context.today())
        return LimitException(
            id=asked.id,
            case_id=case_id,
            reason=self._reason.value(),
            asked_on=asked.asked_on,
            awaiting=not granted,
            granted_by=self._by.value() if granted else "",
            granted_on=self._on.value() if granted else None,
            valid_until=self._until.value() if granted else None,
        )

    def show_rows(self) -> None:
        """Show the rows that the choice asks for."""
        chosen = self.answer.value()
        for name in _ROWS:
            self._form.row(name).setVisible(chosen == GRANTED or (chosen == AWAITING and name == "reason"))
