"""New caseload: the passphrase, with a word for how hard it is to guess."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app import labels
from app.core.errors import Problem
from app.ui.widgets.button import Button
from app.ui.widgets.form import Form
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.step import Step
from app.words import Words


class PassphraseStep(Step):
    """Emits `chosen` with the passphrase."""

    chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(
            words,
            words.tr("Choose a passphrase"),
            words.tr(
                "It encrypts everything. Four or five words that do not belong together are easy to remember and hard "
                "to guess. Nobody can tell you what it was, so a recovery key comes next."
            ),
        )
        self._form = Form(words)
        self._new = NewPassphrase(words, self._form)
        onward = Button(words.tr("Make the caseload"), "main")
        back = Button(words.tr("Back"), "quiet")
        self.body.addWidget(self._form)
        self.foot.addWidget(onward)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self._form.submitted.connect(self._on_next)
        onward.clicked.connect(self._on_next)
        back.clicked.connect(lambda _: self.back_asked.emit())

    def begin(self) -> None:
        """Begin with the passphrase."""
        self._form.field("passphrase").setFocus()

    def _on_next(self) -> None:
        if self._form.may_save(self._new.check(), self._sentence):
            self.chosen.emit(self._new.value())

    def _sentence(self, problem: Problem) -> str:
        return labels.problem(self.words, problem)
