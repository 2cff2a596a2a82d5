"""Quiet hints beside a goal's wording: read or hidden, they never stand in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.button import Button
from app.ui.widgets.text import IconLabel, Text, breakable
from app.words import Words


class GoalHints(QFrame):
    """The hints, or a link that shows them again where they were hidden at this goal. `turned` says that they were
    hidden or shown."""

    turned = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._sentences: tuple[str, ...] = ()
        self.are_hidden = False
        self._texts: list[Text] = []
        self._head = Text(look="small")
        self._turn = Button("", "link")
        self._place = QVBoxLayout()
        self._place.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(IconLabel("info", "muted"))
        head.addWidget(self._head)
        head.addWidget(self._turn)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._place)
        self._turn.clicked.connect(self._on_turned)
        self.hide()

    def show_hints(self, sentences: Sequence[str], *, hidden: bool) -> None:
        """Show these hints, or only that there are some; nothing where there are none."""
        if (tuple(sentences), hidden) == (self._sentences, self.are_hidden) and self._texts:
            return
        self._sentences, self.are_hidden = tuple(sentences), hidden
        self._say()

    def sentences(self) -> tuple[str, ...]:
        """The hints that are read on the screen."""
        return () if self.are_hidden else self._sentences

    def _say(self) -> None:
        words, count = self._words, len(self._sentences)
        self.setVisible(bool(count))
        self._head.setText(words.tr("To think of") if not self.are_hidden else "")
        self._head.setVisible(not self.are_hidden)
        hide = words.tr("Hide at this goal")
        show = words.trn("{n} thing to think of at the wording", "{n} things to think of at the wording", count)
        self._turn.setText(show if self.are_hidden else hide)
        shown = self.sentences()
        while len(self._texts) < len(shown):
            text = Text(look="small", wrap=True)
            text.setContentsMargins(22, 0, 0, 0)
            self._texts.append(text)
            self._place.addWidget(text, 0, Qt.AlignmentFlag.AlignTop)
        for number, text in enumerate(self._texts):
            text.setText(breakable(shown[number]) if number < len(shown) else "")
            text.setVisible(number < len(shown))
        self.setAccessibleName(" ".join(shown))

    def _on_turned(self) -> None:
        self.are_hidden = not self.are_hidden
        self._say()
        self.turned.emit()
