"""New caseload: who the caseworker is."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.checks.caseworker import check_caseworker
from app.core.errors import Problem
from app.core.records.caseload import Caseworker
from app.ui.start.form_step import FormStep
from app.ui.widgets.caseworker_form import add_caseworker_rows, caseworker_in, show_caseworker
from app.words import Words

_WIDTH = 600  # px: two columns side by side, so that the way on is seen without scrolling


class IdentityStep(FormStep):
    """Tells the caseworker."""

    def __init__(self, words: Words, caseworker: Caseworker) -> None:
        super().__init__(
            words,
            words.tr("Who are you?"),
            words.tr("This stands at the head of what you print."),
            words.tr("Next"),
            columns=2,
            width=_WIDTH,
        )
        add_caseworker_rows(self.form, words)
        show_caseworker(self.form, caseworker)

    def told(self) -> Caseworker:
        """The caseworker."""
        return caseworker_in(self.form, Caseworker())

    def check(self) -> Sequence[Problem]:
        """A name is needed."""
        return check_caseworker(self.told())
