"""New caseload: the recovery key, printed or saved, with part of it typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app import labels
from app.core.errors import Problem
from app.ui.widgets.button import Button
from app.ui.widgets.recovery_key import RecoveryKeyView
from app.ui.widgets.step import Step
from app.words import Words

if TYPE_CHECKING:
    from app.vault.recovery import RecoveryKey


class RecoveryStep(Step):
    """Emits `proved` once two groups were typed back, and `put_off` where that is left for later."""

    proved = Signal()
    put_off = Signal()

    def __init__(self, words: Words, key: RecoveryKey) -> None:
        super().__init__(
            words,
            words.tr("Your recovery key"),
            words.tr(
                "It opens the caseload where the passphrase is forgotten. Print it and lock it away, not together with "
                "the laptop. If both are lost, nobody can open the caseload again."
            ),
        )
        self.view = RecoveryKeyView(words, key, self._sentence)
        self._begin = Button(words.tr("Begin"), "main")
        later = Button(words.tr("Do this later"), "link")
        self.body.addWidget(self.view)
        self.foot.addWidget(self._begin)
        self.foot.addStretch(1)
        self.foot.addWidget(later)
        self.view.submitted.connect(self._on_begin)
        self._begin.clicked.connect(self._on_begin)
        later.clicked.connect(lambda _: self.put_off.emit())

    def begin(self) -> None:
        """Begin with printing."""
        self.view.setFocus()

    def _on_begin(self) -> None:
        if self.view.is_proved():
            self.proved.emit()

    def _sentence(self, problem: Problem) -> str:
        return labels.problem(self.words, problem)
