"""Note what the team leader answered about a case above the limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.checks.case import check_limit_exception
from app.core.dates import screen_date
from app.core.errors import Problem
from app.core.ids import new_id
from app.core.records.case import LimitException
from app.services.cases import case_and_child, save_exception
from app.ui.context import Context
from app.ui.dialogs.draft_dialog import DraftDialog
from app.ui.dialogs.limit_rows import GRANTED, LimitRows


class AnswerException(DraftDialog):
    """The answer to an exception that was awaited. One that has run out stays as it was: a new one stands beside it."""

    def __init__(self, context: Context, asked: LimitException, parent: QWidget | None = None) -> None:
        words = context.words
        child = context.read(case_and_child, asked.case_id).child.name
        waits = words.tr(
            "{child}: awaiting the team leader since {date}", child=child, date=screen_date(asked.asked_on)
        )
        ended = words.tr("{child}: the exception ended {date}", child=child, date=screen_date(asked.valid_until))
        super().__init__(
            context,
            form="answer-exception",
            target=asked.id,
            title=words.tr("The team leader's answer"),
            subtitle=waits if asked.awaiting else ended,
            save_text=words.tr("Save the answer"),
            columns=2,
            parent=parent,
        )
        self._asked = asked if asked.awaiting else replace(asked, id=new_id(), asked_on=context.today())
        self._rows = LimitRows(context, self.form)
        self._rows.add()
        self._rows.show(asked.reason, GRANTED)
        self.offer_draft()

    def check(self, later: bool) -> Sequence[Problem]:
        """A granted exception says by whom, and should say until when."""
        return check_limit_exception(self._answered())

    def commit(self, later: bool) -> None:
        """Keep the answer."""
        self.context.write(save_exception, self._answered())

    def _answered(self) -> LimitException:
        return self._rows.exception(self._asked.case_id, self._asked) or self._asked
