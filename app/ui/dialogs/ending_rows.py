"""The rows by which a form says that a measure ends: when, why, and by whom where it broke down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app import labels
from app.core.records.measure import Breakdown, EndReason, Measure
from app.ui.context import Context
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import Form
from app.ui.widgets.text_fields import LongTextField


class EndingRows:
    """Adds its rows to `form`. Only a placement can break down; "case closed" is said by closing the case."""

    def __init__(self, context: Context, form: Form, *, is_placement: bool) -> None:
        self._context, self._form = context, form
        words = context.words
        offered = [r for r in EndReason if r is not EndReason.CASE_CLOSED]
        offered = [r for r in offered if is_placement or r not in (EndReason.BREAKDOWN, EndReason.RETURN_HOME)]
        self._reason = ChoiceField(
            [Option(reason, labels.choice(words, reason)) for reason in offered], empty=words.tr("Choose a reason")
        )
        self._by_whom = ChoiceField(
            [Option(who, labels.choice(words, who)) for who in Breakdown], empty=words.tr("Choose by whom")
        )
        self._end = DateField(words, context.today())
        self._note = LongTextField(words, lines=2)
        self._reason.edited.connect(self._show_by_whom)

    def add_end(self, *, required: bool) -> None:
        """The day it ends."""
        words = self._context.words
        self._form.add(
            "end",
            words.tr("Ceased as of"),
            self._end,
            required=required,
            help_text=words.tr("The first day on which it no longer runs."),
        )

    def add_why(self, *, required: bool) -> None:
        """Why it ends."""
        words = self._context.words
        self._form.add("end_reason", words.tr("Why it ended"), self._reason, required=required)
        self._form.add("breakdown", words.tr("Who ended the placement"), self._by_whom)
        self._form.add("end_note", words.tr("Remark on the end"), self._note)
        self._show_by_whom()

    def show(
        self, *, end: date | None, reason: EndReason | None, by_whom: Breakdown | None = None, note: str = ""
    ) -> None:
        """Show how a measure ends, or what to propose."""
        if reason is EndReason.CASE_CLOSED:
            self._reason.set_options([Option(reason, labels.choice(self._context.words, reason))])
        self._form.set_values({"end": end, "end_reason": reason or "", "breakdown": by_whom or "", "end_note": note})
        self._show_by_whom()

    def end(self) -> date | None:
        """The day typed; None where none, or none that can be read, was."""
        return self._end.value()

    def ended(self, measure: Measure, end: date | None) -> Measure:
        """The measure with `end` and the reasons that stand in the form."""
        reason = EndReason(self._reason.value()) if self._reason.value() else None
        broke_down = reason is EndReason.BREAKDOWN and bool(self._by_whom.value())
        return replace(
            measure,
            end=end,
            end_reason=reason,
            breakdown=Breakdown(self._by_whom.value()) if broke_down else None,
            end_note=self._note.value(),
        )

    def _show_by_whom(self) -> None:
        self._form.row("breakdown").setVisible(self._reason.value() == EndReason.BREAKDOWN)
