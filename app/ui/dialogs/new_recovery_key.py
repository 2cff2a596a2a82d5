"""Another recovery key: made, printed or saved, and typed back in part; the old one opens nothing any more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app import labels
from app.core.errors import ForlaensError, Problem
from app.refusals import refusal
from app.reports.recovery_report import recovery_sheet
from app.services import setup
from app.services.caseload import caseworker
from app.services.custody import Custody
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.printing import print_pdf
from app.ui.widgets.button import Button
from app.ui.widgets.recovery_key import RecoveryKeyView
from app.ui.widgets.step import Step
from app.vault import files
from app.vault.recovery import RecoveryKey


class NewRecoveryKeyDialog(QDialog):
    """Asks first, because the paper there is becomes worthless the moment the new key is made."""

    def __init__(self, context: Context, custody: Custody, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._custody = context, custody
        words = context.words
        self.setWindowTitle(words.tr("Recovery key"))
        self._key: RecoveryKey | None = None
        self._view: RecoveryKeyView | None = None
        self.step = Step(
            words,
            words.tr("Make a new recovery key"),
            words.tr("The key on the old paper opens the caseload no more as soon as the new one is made."),
            look="heading",
        )
        self._make = Button(words.tr("Make the key"), "main")
        self._done = Button(words.tr("Done"), "main")
        self._done.hide()
        close = Button(words.tr("Cancel"), "quiet")
        self.step.foot.addStretch(1)
        for button in (close, self._make, self._done):
            self.step.foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.step)
        close.clicked.connect(self.reject)
        self._make.clicked.connect(self._on_make)
        self._done.clicked.connect(self._on_done)

    def _on_make(self) -> None:
        words = self._context.words
        self._key = setup.new_recovery_key(self._custody)
        self._view = RecoveryKeyView(words, self._key, self._sentence)
        self._view.print_asked.connect(self._on_print)
        self._view.save_asked.connect(self._on_save)
        self._view.submitted.connect(self._on_done)
        self.step.body.addWidget(self._view)
        self._make.hide()
        self._done.show()
        self.adjustSize()

    def _on_done(self) -> None:
        if self._view is not None and self._view.is_proved():
            setup.recovery_key_proved(self._custody.store)
            self.accept()

    def _on_print(self) -> None:
        print_pdf(self, self._sheet(), self._context.words.tr("Recovery key"))

    def _on_save(self) -> None:
        words = self._context.words
        name = Path.home() / f"{words.tr('forlaens-recovery-key')}.pdf"
        path = Ask(words).save_path(self, words.tr("Save the recovery key"), name, "PDF (*.pdf)")
        if path is None:
            return
        try:
            files.write_atomic(path, self._sheet())
        except ForlaensError as error:
            self.step.show_problem(refusal(words, error))
            return
        told = words.tr("Saved. Print it or move it to a stick, and delete the file from this machine.")
        self.step.show_problem(told, "ok")

    def _sheet(self) -> bytes:
        assert self._key is not None  # noqa: S101  # the buttons appear with the key
        context = self._context
        return recovery_sheet(context.read(caseworker), self._key.groups, context.today(), context.words)

    def _sentence(self, problem: Problem) -> str:
        return labels.problem(self._context.words, problem)
