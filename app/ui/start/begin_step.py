"""New caseload, the last step: begin with an empty one, or bring one in from a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.ui.widgets.button import Button
from app.ui.widgets.step import Step
from app.ui.widgets.text import Text
from app.words import Words


class BeginStep(Step):
    """Emits `chosen` with whether a caseload is to be brought in."""

    chosen = Signal(bool)

    def __init__(self, words: Words) -> None:
        super().__init__(words, words.tr("Your caseload is ready"), words.tr("How do you want to begin?"))
        self._empty = Button(words.tr("Begin with an empty caseload"), "main")
        bring = Button(words.tr("Bring in a caseload"), icon="upload")
        told = words.tr("Paste it from a spreadsheet or choose a file. You see what is wrong before anything is saved.")
        bring.setAccessibleDescription(told)
        for widget in (self._empty, bring, Text(told, "small", wrap=True)):
            self.body.addWidget(widget)
        self._empty.clicked.connect(lambda _: self.chosen.emit(False))
        bring.clicked.connect(lambda _: self.chosen.emit(True))

    def begin(self) -> None:
        """Begin at the first choice."""
        self._empty.setFocus()
