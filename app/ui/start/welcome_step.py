"""First run: a new caseload, the demo, or a copy brought back."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout

from app.ui.widgets.button import Button
from app.ui.widgets.step import Step
from app.ui.widgets.text import Text
from app.words import Words


class WelcomeStep(Step):
    """Emits what was chosen; `unlock_asked` only where there is a caseload already."""

    new_asked = Signal()
    demo_asked = Signal()
    restore_asked = Signal()
    unlock_asked = Signal()

    def __init__(self, words: Words, has_caseload: bool) -> None:
        super().__init__(
            words,
            words.tr("Welcome to Forlæns"),
            words.tr("All your children at a glance, told in time, and nothing lost. How do you want to begin?"),
        )
        self._first = self._offer(
            Button(words.tr("New caseload"), "main", "house-plus"),
            words.tr("You choose a passphrase; it takes two minutes."),
            self.new_asked,
        )
        self._offer(
            Button(words.tr("See the demo"), "plain", "eye"),
            words.tr("Invented children, opens at once, kept apart from your own."),
            self.demo_asked,
        )
        self._offer(
            Button(words.tr("Restore a copy"), "plain", "history"),
            words.tr("From a stick, a network folder or this machine."),
            self.restore_asked,
        )
        if has_caseload:
            back = Button(words.tr("Back to unlocking"), "link")
            back.clicked.connect(lambda _: self.unlock_asked.emit())
            self.foot.addWidget(back)
            self.foot.addStretch(1)

    def begin(self) -> None:
        """Begin at the first choice."""
        self._first.setFocus()

    def _offer(self, button: Button, told: str, asked: SignalInstance) -> Button:
        button.setAccessibleDescription(told)
        button.clicked.connect(lambda _: asked.emit())
        group = QVBoxLayout()
        group.setSpacing(4)
        group.addWidget(button)
        group.addWidget(Text(told, "small", wrap=True))
        self.body.addLayout(group)
        return button
