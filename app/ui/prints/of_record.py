"""A print of one of several records of a case: the latest, or another chosen by its day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.ui.context import Context
from app.ui.prints.choice import LATEST, PrintChoice
from app.ui.prints.order import PrintOrder
from app.ui.widgets.choice_fields import ChoiceField, Option
from app.ui.widgets.text import Text


class Found(NamedTuple):
    """A record that can be printed: its id, and what to call it."""

    id: str
    text: str


class OfRecord(PrintChoice):
    """Of one case any record, of several the latest; a case without one has no print.

    `found` lists the records of a case, the first wanted first; `order` gets the id of one. `first` is what the first
    is called, `none` says that there is none.
    """

    def __init__(
        self,
        context: Context,
        found: Callable[[Context, str], Sequence[Found]],
        order: Callable[[Context, str, str], PrintOrder],
        first: str,
        none: str,
    ) -> None:
        super().__init__(context)
        words = context.words
        self._found, self._order, self._first = found, order, words.tr(first)
        self.record = ChoiceField()
        self.record.describe(words.tr("Which one"), "")
        self._none = Text(words.tr(none), "quiet", wrap=True)
        self.column.addWidget(self.record)
        self.column.addWidget(self._none)
        self.record.edited.connect(self.edited)
        self.offer(())

    def offer(self, case_ids: Sequence[str]) -> None:
        """Offer the records of a single case by their days."""
        options = [Option(LATEST, self._first)]
        known = {case_id: self._found(self.context, case_id) for case_id in case_ids}
        if len(case_ids) == 1:
            options += [Option(one.id, one.text) for one in known[case_ids[0]]]
        self.record.set_options(options)
        if not self.record.value():
            self.record.set_value(LATEST)
        self._none.setVisible(bool(case_ids) and not any(known.values()))

    def reason(self) -> str:
        """Why there is none of this child."""
        return "" if self._none.isHidden() else self._none.text()

    def orders(self, case_ids: Sequence[str]) -> list[PrintOrder]:
        """The record chosen of each case that has one."""
        which, wanted = self.record.value(), []
        for case_id in case_ids:
            found = self._found(self.context, case_id)
            wanted += [(case_id, one.id) for one in found if which in (LATEST, one.id)][:1]
        return [self._order(self.context, case_id, record_id) for case_id, record_id in wanted]

    def choose(self, record_id: str) -> None:
        """Choose a record of the single case that is offered."""
        self.record.set_value(record_id)
