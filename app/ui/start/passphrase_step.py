"""New caseload: the passphrase, with a word for how hard it is to guess."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.errors import Problem
from app.ui.start.form_step import FormStep
from app.ui.widgets.new_passphrase import NewPassphrase
from app.words import Words


class PassphraseStep(FormStep):
    """Tells the passphrase."""

    def __init__(self, words: Words) -> None:
        super().__init__(
            words,
            words.tr("Choose a passphrase"),
            words.tr(
                "It encrypts everything. Four or five words that do not belong together are easy to remember and hard "
                "to guess. Nobody can tell you what it was, so a recovery key comes next."
            ),
            words.tr("Make the caseload"),
        )
        self._new = NewPassphrase(words, self.form)

    def told(self) -> str:
        """The passphrase."""
        return self._new.value()

    def check(self) -> Sequence[Problem]:
        """Long enough, and the same twice."""
        return self._new.check()
