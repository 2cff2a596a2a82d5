"""Where the caseload does not open: what is wrong, in a sentence of its own, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.core.errors import ForlaensError
from app.refusals import refusal
from app.ui.widgets.backup_list import moment
from app.ui.widgets.button import Button
from app.ui.widgets.step import Step
from app.ui.widgets.text import Text
from app.words import Words

if TYPE_CHECKING:
    from app.vault.backup import Backup

SLOTS_CODES = frozenset({"slots-missing", "slots-damaged", "slots-refused"})
FILE_CODES = frozenset(
    {
        *("store-missing", "store-empty", "store-plain", "store-foreign", "store-cut-short"),
        *("store-damaged", "foreign-store", "wrong-key"),
    }
)
REFUSED_CODES = frozenset({"store-newer", "slots-newer", "migration-failed"})


class TroubleStep(Step):
    """Offers the newest whole copy, another key file, or looking for a copy elsewhere."""

    restore_asked = Signal(object)
    slots_asked = Signal(object)
    elsewhere_asked = Signal()
    again_asked = Signal()

    def __init__(
        self, words: Words, error: ForlaensError, copies: tuple[Backup, ...], slots: tuple[object, ...]
    ) -> None:
        super().__init__(words, words.tr("The caseload cannot be opened"))
        self._error, self._slots = error, slots
        self._copy = next((copy for copy in copies if copy.is_whole), None)
        self.show_problem(refusal(words, error))
        main = self._add_offers()
        again = Button(words.tr("Try again"), "plain" if main else "main")
        elsewhere = Button(words.tr("Restore another copy"), "quiet")
        again.clicked.connect(lambda _: self.again_asked.emit())
        elsewhere.clicked.connect(lambda _: self.elsewhere_asked.emit())
        self._first = main or again
        self.foot.addWidget(again)
        if error.code not in REFUSED_CODES:
            self.foot.addWidget(elsewhere)
        self.foot.addStretch(1)

    def begin(self) -> None:
        """Begin at what helps most."""
        self._first.setFocus()

    def _add_offers(self) -> Button | None:
        words = self.words
        if self._error.code in SLOTS_CODES and self._slots:
            use = Button(words.tr("Use the previous key file"), "main")
            use.clicked.connect(self._on_slots)
            told = words.tr(
                "It opens with the passphrase or recovery key of its time. The damaged file is then replaced."
            )
            self._offer(use, told)
            return use
        if self._error.code in FILE_CODES | SLOTS_CODES and self._copy is not None:
            restore = Button(words.tr("Restore the copy of {when}", when=moment(self._copy.made, words)), "main")
            restore.clicked.connect(self._on_restore)
            told = words.tr("It is the newest good copy. The damaged caseload is kept beside it, untouched.")
            self._offer(restore, told)
            return restore
        if self._error.code in FILE_CODES | SLOTS_CODES:
            self.body.addWidget(Text(words.tr("There is no good copy on this machine."), wrap=True))
        return None

    def _offer(self, button: Button, told: str) -> None:
        button.setAccessibleDescription(told)
        self.body.addWidget(button)
        self.body.addWidget(Text(told, "small", wrap=True))

    def _on_slots(self) -> None:
        self.slots_asked.emit(self._slots[0])

    def _on_restore(self) -> None:
        self.restore_asked.emit(self._copy)
