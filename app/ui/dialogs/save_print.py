"""Before a print leaves the store as a file: what for, and with which password."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app import labels
from app.core.errors import Problem
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.text_fields import SuggestField
from app.words import Words

SHORTEST = 8
"""Characters in the password of a file; it is told on the telephone, so it is shorter than a passphrase."""


class SavePrint(FormDialog):
    """Asks for the purpose, which goes into the log, and for a password where the file is to be locked.

    `purpose` and `password` hold the answers once it was accepted; the password is kept nowhere.
    """

    def __init__(self, words: Words, *, locked: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            words,
            words.tr("Save with a password") if locked else words.tr("Save as PDF"),
            partial(labels.problem, words),
            subtitle=words.tr("A file outside Forlæns is no longer protected by it.")
            if not locked
            else words.tr("The file opens with the password alone. Tell it on another way than the file."),
            save_text=words.tr("Choose a place …"),
            parent=parent,
        )
        self.purpose, self.password = "", ""
        reasons = (
            words.tr("For the family"),
            words.tr("For the team leader"),
            words.tr("For a meeting"),
            words.tr("For the municipality's case system"),
        )
        self._purpose = self.form.add(
            "purpose",
            words.tr("What is it for?"),
            SuggestField(reasons),
            help_text=words.tr("The answer stands in the log of what left the caseload."),
            required=True,
        )
        self._locked = locked
        if locked:
            self._password = self.form.add("password", words.tr("Password"), PassphraseField(words), required=True)
            self._again = self.form.add("again", words.tr("The same once more"), PassphraseField(words), required=True)
        self.form.focus_first()

    def check(self, later: bool) -> Sequence[Problem]:
        """A purpose, and the same password twice."""
        found = [] if self._purpose.value() else [Problem("purpose", "reason-empty")]
        if not self._locked:
            return found
        if len(self._password.value()) < SHORTEST:
            found.append(Problem("password", "password-too-short", values={"least": SHORTEST}))
        elif self._password.value() != self._again.value():
            found.append(Problem("again", "passphrases-differ"))
        return found

    def commit(self, later: bool) -> None:
        """Keep the answers for the one who asked."""
        self.purpose = self._purpose.value()
        self.password = self._password.value() if self._locked else ""
