"""A new caseload, step by step: who you are, the passphrase, the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.errors import ForlaensError
from app.core.records.caseload import Caseworker
from app.refusals import refusal
from app.ui.start.work import StartWork
from app.ui.widgets.step import Step
from app.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.custody import Custody
    from app.vault.recovery import RecoveryKey

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[ForlaensError], None]], None]


class NewCaseload(QObject):
    """Emits `made` with the custody of the new store, and whether a caseload is to be brought into it.

    What was typed about the caseworker stays when the user goes back.
    """

    made = Signal(object, bool)
    given_up = Signal()

    def __init__(self, words: Words, show: Callable[[Step], None], run: Run, work: StartWork, window: QWidget) -> None:
        super().__init__(window)
        self._words, self._show, self._run, self._work, self._window = words, show, run, work, window
        self._caseworker = Caseworker()
        self._custody: Custody | None = None

    def begin(self) -> None:
        """Ask who the caseworker is."""
        # These steps are loaded when they are needed: once in the life of a caseload.
        from app.ui.start.identity_step import IdentityStep

        self._step: Step = (step := IdentityStep(self._words, self._caseworker))
        step.filled_in.connect(self._on_told)
        step.back_asked.connect(self.given_up)
        self._show(step)

    def _on_told(self, caseworker: Caseworker) -> None:
        from app.ui.start.passphrase_step import PassphraseStep  # as in `begin`

        self._caseworker = caseworker
        self._step = step = PassphraseStep(self._words)
        step.filled_in.connect(self._on_passphrase)
        step.back_asked.connect(self.begin)
        self._show(step)

    def _on_passphrase(self, passphrase: str) -> None:
        caseworker = self._caseworker
        self._step.be_busy(self._words.tr("Making the caseload and its keys …"))
        self._run(lambda: self._work.create(passphrase, caseworker), self._on_created, self._on_refused)

    def _on_created(self, created: tuple[Custody, RecoveryKey]) -> None:
        from app.ui.start.recovery_step import RecoveryStep  # as in `begin`

        self._custody, self._key = created
        self._step = step = RecoveryStep(self._words, self._key)
        step.proved.connect(self._on_proved)
        step.put_off.connect(self._ask_how)
        step.view.print_asked.connect(self._on_print)
        step.view.save_asked.connect(self._on_save)
        self._show(step)

    def _on_proved(self) -> None:
        assert self._custody is not None  # noqa: S101  # the step is shown once there is one
        self._work.recovery_key_proved(self._custody)
        self._ask_how()

    def _ask_how(self) -> None:
        from app.ui.start.begin_step import BeginStep  # as in `begin`

        self._step = step = BeginStep(self._words)
        step.chosen.connect(self._on_chosen)
        self._show(step)

    def _on_chosen(self, brings_in: bool) -> None:
        self.made.emit(self._custody, brings_in)

    def _on_print(self) -> None:
        self._run(self._sheet, self._print, self._on_refused)

    def _on_save(self) -> None:
        from app.ui.ask import Ask  # as in `begin`

        name = Path.home() / f"{self._words.tr('forlaens-recovery-key')}.pdf"
        path = Ask(self._words).save_path(self._window, self._words.tr("Save the recovery key"), name, "PDF (*.pdf)")
        if path is not None:
            self._run(lambda: self._work.save(path, self._sheet()), self._on_saved, self._on_refused)

    def _sheet(self) -> bytes:
        return self._work.recovery_sheet(self._caseworker, self._key, self._words)

    def _print(self, pdf: bytes) -> None:
        from app.ui.printing import print_pdf  # as in `begin`

        print_pdf(self._window, pdf, self._words.tr("Recovery key"))

    def _on_saved(self, _nothing: None) -> None:
        self._step.show_problem(
            self._words.tr("Saved. Print it or move it to a stick, and delete the file from this machine."), "ok"
        )

    def _on_refused(self, error: ForlaensError) -> None:
        self._step.be_done()
        self._step.show_problem(refusal(self._words, error))
