"""A step of the set-up that is a form: filled in, it leads on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app import labels
from app.core.errors import Problem
from app.ui.widgets.button import Button
from app.ui.widgets.form import Form
from app.ui.widgets.step import WIDTH, Step
from app.words import Words


class FormStep(Step):
    """Emits `filled_in` once `check` finds nothing wrong; subclasses add the rows and say what the form then tells."""

    filled_in = Signal(object)
    back_asked = Signal()

    def __init__(
        self, words: Words, title: str, intro: str, onward: str, *, columns: int = 1, width: int = WIDTH
    ) -> None:
        super().__init__(words, title, intro, width)
        self.form = Form(words, columns=columns)
        main = Button(onward, "main")
        back = Button(words.tr("Back"), "quiet")
        self.body.addWidget(self.form)
        self.foot.addWidget(main)
        self.foot.addWidget(back)
        self.foot.addStretch(1)
        self.form.submitted.connect(self._on_next)
        main.clicked.connect(self._on_next)
        back.clicked.connect(lambda _: self.back_asked.emit())

    def told(self) -> object:
        """What the form tells."""
        raise NotImplementedError

    def check(self) -> Sequence[Problem]:
        """What is wrong with it."""
        raise NotImplementedError

    def begin(self) -> None:
        """Begin with the first field."""
        self.form.focus_first()

    def _on_next(self) -> None:
        if self.form.may_save(self.check(), self._sentence):
            self.filled_in.emit(self.told())

    def _sentence(self, problem: Problem) -> str:
        return labels.problem(self.words, problem)
