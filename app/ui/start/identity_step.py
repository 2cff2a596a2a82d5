"""New caseload: who the caseworker is."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app import labels
from app.core.checks.caseworker import check_caseworker
from app.core.errors import Problem
from app.core.records.caseload import Caseworker
from app.ui.widgets.button import Button
from app.ui.widgets.caseworker_form import add_caseworker_rows, caseworker_in, show_caseworker
from app.ui.widgets.form import Form
from app.ui.widgets.step import Step
from app.words import Words

_WIDTH = 600  # px: two columns side by side, so that the way on is seen without scrolling


class IdentityStep(Step):
    """Emits `told` with the caseworker."""

    told = Signal(object)
    back_asked = Signal()

    def __init__(self, words: Words, caseworker: Caseworker) -> None:
        super().__init__(
            words, words.tr("Who are you?"), words.tr("This stands at the head of what you print."), _WIDTH
        )
        self._form = Form(words, columns=2)
        add_caseworker_rows(self._form, words)
        show_caseworker(self._form, caseworker)
        onward = Button(words.tr("Next"), "main")
        back = Button(words.tr("Back"), "quiet")
        self.body.addWidget(self._form)
        self.foot.addWidget(onward)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self._form.submitted.connect(self._on_next)
        onward.clicked.connect(self._on_next)
        back.clicked.connect(lambda _: self.back_asked.emit())

    def begin(self) -> None:
        """Begin with the name."""
        self._form.field("name").setFocus()

    def _on_next(self) -> None:
        caseworker = caseworker_in(self._form, Caseworker())
        if self._form.may_save(check_caseworker(caseworker), self._sentence):
            self.told.emit(caseworker)

    def _sentence(self, problem: Problem) -> str:
        return labels.problem(self.words, problem)
