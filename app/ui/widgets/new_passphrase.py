"""The rows of a form in which a new passphrase is chosen: twice, with its strength in a word and a bar."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Problem
from app.core.passphrase import Strength, guesses, strength
from app.ui.widgets.form import Form
from app.ui.widgets.marks import Meter
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.text import Text
from app.words import Words, mark

# The same number as in app/vault/keys.py, which would load the cipher before the window is painted.
SHORTEST = 12
_ENOUGH_BITS = 80

_WORDS = {
    Strength.WEAK: mark("Weak: guessed within days"),
    Strength.FAIR: mark("Fair: one word more makes it good"),
    Strength.GOOD: mark("Good"),
    Strength.STRONG: mark("Strong"),
}


class NewPassphrase:
    """Adds the rows to `form`; `check` says what is wrong, `value` is the passphrase."""

    def __init__(self, words: Words, form: Form) -> None:
        self._words = words
        self._passphrase = form.add("passphrase", words.tr("New passphrase"), PassphraseField(words))
        self._meter = Meter(_ENOUGH_BITS)
        self._word = Text("", "small")
        strip = QWidget()
        column = QVBoxLayout(strip)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._meter)
        column.addWidget(self._word)
        form.add_widget(strip)
        self._again = form.add("again", words.tr("The same once more"), PassphraseField(words))
        self._passphrase.edited.connect(self._show_strength)
        self._show_strength()

    def value(self) -> str:
        """The passphrase."""
        return self._passphrase.value()

    def check(self) -> tuple[Problem, ...]:
        """Too short, or not the same twice; a weak one is allowed, its word stands beside it."""
        if len(self.value()) < SHORTEST:
            return (Problem("passphrase", "passphrase-too-short", values={"least": SHORTEST}),)
        if self.value() != self._again.value():
            return (Problem("again", "passphrases-differ"),)
        return ()

    def _show_strength(self) -> None:
        typed = self.value()
        if not typed:
            text = self._words.tr("At least {least} characters", least=SHORTEST)
        elif len(typed) < SHORTEST:
            missing = SHORTEST - len(typed)
            text = self._words.trn("{n} character more", "{n} characters more", missing)
        else:
            text = self._words.tr(_WORDS[strength(typed)])
        self._word.setText(text)
        self._meter.show_use(min(_ENOUGH_BITS, round(guesses(typed))), text)
