"""Another passphrase: the present one, the new one twice; the work takes seconds and is done behind the dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app import labels
from app.core.errors import ForlaensError, Problem
from app.refusals import refusal
from app.services import backups, setup
from app.services.custody import Custody
from app.ui.ask import Ask
from app.ui.context import Context
from app.ui.widgets.button import Button
from app.ui.widgets.form import Form
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.step import Step


class ChangePassphraseDialog(QDialog):
    """The data is not encrypted anew, only its key is wrapped again; old copies are offered the new passphrase."""

    def __init__(self, context: Context, custody: Custody, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._custody = context, custody
        words = context.words
        self.setWindowTitle(words.tr("Change the passphrase"))
        title, intro = words.tr("Change the passphrase"), words.tr("The recovery key stays as it is.")
        self.step = Step(words, title, intro, look="heading")
        self._form = Form(words)
        self._present = self._form.add("present", words.tr("Present passphrase"), PassphraseField(words))
        self._new = NewPassphrase(words, self._form)
        self._change = Button(words.tr("Change"), "main")
        close = Button(words.tr("Cancel"), "quiet")
        self.step.body.addWidget(self._form)
        self.step.foot.addStretch(1)
        self.step.foot.addWidget(close)
        self.step.foot.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.step)
        close.clicked.connect(self.reject)
        self._change.clicked.connect(self._on_change)
        self._form.submitted.connect(self._on_change)
        self._present.setFocus()

    def _on_change(self) -> None:
        if not self._form.may_save(self._new.check(), self._sentence):
            return
        present, new, custody = self._present.value(), self._new.value(), self._custody
        self.step.be_busy(self._context.words.tr("Wrapping the key anew …"))
        job = self._context.background.start(self, lambda: setup.change_passphrase(custody, present, new))
        job.succeeded.connect(self._on_changed)
        job.failed.connect(self._on_failed)

    def _on_changed(self, _nothing: None) -> None:
        self.step.be_done()
        words = self._context.words
        wants = Ask(words).confirm(
            self,
            words.tr("The passphrase is changed"),
            words.tr("Old copies still open with the old passphrase. They can be given the new one too."),
            words.tr("Give old copies the new one"),
        )
        if not wants:
            self.accept()
            return
        custody, place = self._custody, self._context.settings.now.second_place
        self.step.be_busy(words.tr("Changing old copies …"))
        job = self._context.background.start(self, lambda: backups.renew_slots(custody, place))
        job.succeeded.connect(self._on_renewed)
        job.failed.connect(self._on_failed)

    def _on_renewed(self, _count: int) -> None:
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self.step.be_done()
        if not isinstance(error, ForlaensError):
            raise error
        if error.code == "wrong-passphrase":
            self._form.show_problems([Problem("present", "passphrase-wrong")], self._sentence)
        else:
            self.step.show_problem(refusal(self._context.words, error))

    def _sentence(self, problem: Problem) -> str:
        return labels.problem(self._context.words, problem)
