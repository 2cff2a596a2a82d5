"""Later runs: the passphrase, or the recovery key."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer, Signal

from app.ui.widgets.button import Button
from app.ui.widgets.form import Form
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.step import Step
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField
from app.words import Words


class UnlockStep(Step):
    """Emits `submitted` with what was typed and whether it is a recovery key."""

    submitted = Signal(str, bool)
    others_asked = Signal()

    def __init__(self, words: Words, reminder: str = "") -> None:
        super().__init__(words, words.tr("Unlock your caseload"), reminder)
        self._form = Form(words)
        self._passphrase = self._form.add("passphrase", words.tr("Passphrase"), PassphraseField(words))
        self._recovery = self._form.add(
            "recovery",
            words.tr("Recovery key"),
            LineField(limit=200),
            help_text=words.tr("The eight groups from the paper. Capital letters and dashes do not matter."),
        )
        self._unlock = Button(words.tr("Unlock"), "main")
        self._other_way = Button("", "link")
        self._others = Button(words.tr("Demo, restore, new caseload"), "link")
        self._note = Text("", "small", wrap=True)
        self._note.hide()
        self._left = timedelta(0)
        self._countdown = QTimer(self)
        self._countdown.setInterval(1_000)
        self._by_recovery = False
        self.body.addWidget(self._form)
        self.body.addWidget(self._note)
        self.foot.addWidget(self._unlock)
        self.foot.addWidget(self._other_way)
        self.foot.addStretch(1)
        self.foot.addWidget(self._others)
        self._connect()
        self._show_way()

    def begin(self) -> None:
        """Begin where the secret is typed."""
        field = self._recovery if self._by_recovery else self._passphrase
        field.setFocus()
        if isinstance(field, PassphraseField):
            field.edit.selectAll()

    def note(self, text: str) -> None:
        """Say quietly what is different this time: another key file is used, a copy was restored."""
        self._note.setText(text)
        self._note.show()

    def refuse(self, sentence: str, wait: timedelta) -> None:
        """Say that it did not open, and count down to the next try."""
        self.show_problem(sentence)
        self._left = wait
        self._count_down()
        self.begin()

    def _connect(self) -> None:
        self._form.submitted.connect(self._on_submitted)
        self._unlock.clicked.connect(self._on_submitted)
        self._other_way.clicked.connect(self._on_other_way)
        self._others.clicked.connect(lambda _: self.others_asked.emit())
        self._countdown.timeout.connect(self._on_second)

    def _on_submitted(self) -> None:
        typed = self._recovery.value() if self._by_recovery else self._passphrase.value()
        if typed and self._unlock.isEnabled():
            self.submitted.emit(typed, self._by_recovery)

    def _on_other_way(self) -> None:
        self._by_recovery = not self._by_recovery
        self._left = timedelta(0)
        self._show_way()
        self.clear_problem()
        self.begin()

    def _on_second(self) -> None:
        self._left -= timedelta(seconds=1)
        self._count_down()

    def _count_down(self) -> None:
        # The recovery key has 160 bits: nobody guesses it, so nobody has to wait.
        waits = self._left > timedelta(0) and not self._by_recovery
        self._unlock.setEnabled(not waits)
        if waits:
            self._unlock.setText(wait_words(self.words, self._left))
            self._countdown.start()
        else:
            self._unlock.setText(self.words.tr("Unlock"))
            self._countdown.stop()

    def _show_way(self) -> None:
        self._form.row("passphrase").setVisible(not self._by_recovery)
        self._form.row("recovery").setVisible(self._by_recovery)
        self._other_way.setText(
            self.words.tr("Use the passphrase") if self._by_recovery else self.words.tr("Use the recovery key")
        )
        self._count_down()


def wait_words(words: Words, wait: timedelta) -> str:
    """How long the next try has to wait."""
    seconds = max(1, round(wait.total_seconds()))
    if seconds < 60:
        return words.trn("Try again in {n} second", "Try again in {n} seconds", seconds)
    return words.trn("Try again in {n} minute", "Try again in {n} minutes", -(-seconds // 60))
