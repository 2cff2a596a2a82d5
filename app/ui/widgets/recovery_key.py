"""The recovery key shown once, to print or to save, with two of its groups typed back."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Problem
from app.ui.widgets.button import Button
from app.ui.widgets.form import Form, Sentence
from app.ui.widgets.text import Text
from app.ui.widgets.text_fields import LineField
from app.words import Words

if TYPE_CHECKING:
    from app.vault.recovery import RecoveryKey

_ACROSS = 4
_ASKED = 2


class RecoveryKeyView(QWidget):
    """Emits `print_asked` and `save_asked`; `is_proved` asks for two groups, chosen by chance."""

    print_asked = Signal()
    save_asked = Signal()
    submitted = Signal()

    def __init__(self, words: Words, key: RecoveryKey, sentence: Sentence) -> None:
        super().__init__()
        self._key, self._sentence = key, sentence
        self._positions = sorted(secrets.SystemRandom().sample(range(len(key.groups)), _ASKED))
        self._print = Button(words.tr("Print"), icon="printer")
        self._save = Button(words.tr("Save as PDF"), icon="download")
        self.form = Form(words, columns=_ASKED)
        for position in self._positions:
            label = words.tr("Group {number} from the paper", number=position + 1)
            self.form.add(f"group{position}", label, LineField(limit=20))
        self.setFocusProxy(self._print)
        self._lay_out(key.groups)
        self._print.clicked.connect(lambda _: self.print_asked.emit())
        self._save.clicked.connect(lambda _: self.save_asked.emit())
        self.form.submitted.connect(self.submitted)

    def is_proved(self) -> bool:
        """Whether what was typed back is right; shows at the field what is not."""
        wrong = [p for p in self._positions if not self._key.has_group(p, str(self.form.field(f"group{p}").value()))]
        return self.form.may_save([Problem(f"group{p}", "recovery-group-wrong") for p in wrong], self._sentence)

    def _lay_out(self, groups: tuple[str, ...]) -> None:
        sheet = QFrame()
        sheet.setProperty("look", "card")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setVerticalSpacing(8)
        for number, group in enumerate(groups):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            for text in (Text(str(number + 1), "small"), Text(group, "heading", select=True)):
                text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                cell.addWidget(text)
            grid.addLayout(cell, number // _ACROSS, number % _ACROSS)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._print)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(sheet)
        column.addLayout(buttons)
        column.addWidget(self.form)
