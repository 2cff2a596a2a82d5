"""What the forms of follow-ups and of network meetings have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from app.core.checks.follow_up import check_agreement
from app.core.errors import Problem
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.meeting import NetworkMeeting
from app.ui.widgets.choice_fields import CheckField
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form
from app.ui.widgets.form_part import FormPart
from app.words import Words

Rows = Sequence[Mapping[str, object]]


class AgreedRow:
    """The row of what was agreed: a field of rows ("key", "what", "who", "due"), from agreements and back to them.

    What was agreed before stays the same agreement, however it is worded now; what is new was born at `record`.
    """

    def __init__(self, field: Field[Rows], record: FollowUp | NetworkMeeting, agreed: Sequence[Agreement]) -> None:
        self._field, self._agreed = field, {one.id: one for one in agreed}
        is_meeting = isinstance(record, NetworkMeeting)
        self._case_id = record.case_id
        self._follow_up_id = None if is_meeting else record.id
        self._meeting_id = record.id if is_meeting else None

    def show(self) -> None:
        """Show what was agreed."""
        self._field.set_value(
            [{"key": one.id, "what": one.what, "who": one.responsible, "due": one.due} for one in self._agreed.values()]
        )

    def agreements(self) -> tuple[Agreement, ...]:
        """What was agreed, as the rows say it."""
        return tuple(self._agreement(values) for values in self._field.value())

    def problems(self, field: str) -> Iterator[Problem]:
        """What is wrong with the rows, to be told at `field`."""
        for agreement in self.agreements():
            for problem in check_agreement(agreement):
                yield replace(problem, field=field, code="agreement-empty")

    def _agreement(self, values: Mapping[str, object]) -> Agreement:
        what, who, due = cast(str, values["what"]), cast(str, values["who"]), cast("date | None", values["due"])
        known = self._agreed.get(cast(str, values["key"]))
        if known is not None:
            return replace(known, what=what, responsible=who, due=due)
        return Agreement(
            case_id=self._case_id,
            follow_up_id=self._follow_up_id,
            meeting_id=self._meeting_id,
            what=what,
            responsible=who,
            due=due,
        )


def day_held(record: FollowUp | NetworkMeeting, today: date) -> date:
    """The day a form begins with: when it was held, else the day planned where that has come and gone, else today."""
    planned = record.planned_on
    return record.held_on or (planned if planned and planned < today else today)


def add_may_share_words(words: Words, form: Form | FormPart) -> CheckField:
    """The row that asks whether the child's words may leave the case."""
    return form.add(
        "may_share_words",
        "",
        CheckField(words.tr("The child's words may stand in the minutes that are handed out")),
        whole=True,
        help_text=words.tr("Ask the child. Unticked they stand in the case alone, and on no paper for others."),
    )


def whose_and_when(words: Words, name: str, planned: str) -> str:
    """The line under the title: whose it is, and what was planned."""
    return words.tr("{name} · planned for {when}", name=name, when=planned) if planned else name
