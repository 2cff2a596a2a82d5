"""One journal entry to read: its day, its text in full, and the corrections beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import labels
from app.ui.pages.case.journal_words import EntryRow, facts_of
from app.ui.widgets.button import Button
from app.ui.widgets.facts import Facts
from app.ui.widgets.reading_text import ReadingText
from app.ui.widgets.surfaces import Card
from app.words import Words


class EntryDetail(Card):
    """Emits what is asked for with the row shown."""

    change_asked = Signal(object)
    copy_asked = Signal(object)
    void_asked = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__(words.tr("Entry"))
        self._words = words
        self._row: EntryRow | None = None
        self._facts = Facts()
        self._text = ReadingText(words.tr("Text of the entry"))
        self._change = Button(words.tr("Edit"), icon="pencil")
        self._copy = Button(words.tr("Copy for the case system"), icon="copy")
        self._copy.setToolTip(words.tr("Copies the entry as plain text and marks it as transferred (Ctrl+Shift+C)"))
        self._void = Button(words.tr("Strike out"), "quiet")
        self._lay_out()
        self._change.clicked.connect(self._on_change)
        self._copy.clicked.connect(self._on_copy)
        self._void.clicked.connect(self._on_void)

    def show_entry(self, row: EntryRow | None) -> None:
        """Show this entry; None for none."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words = self._words
        self.set_title(labels.choice(words, row.entry.kind), labels.entry_days(words, row.entry))
        self._facts.set_facts(facts_of(row, words))
        self._facts.setVisible(bool(self._facts.facts()))
        parts = [row.entry.text]
        for correction in row.corrections:
            head = words.tr("Correction, {day}", day=labels.entry_days(words, correction))
            parts.append(f"{head}\n{correction.text}")
        self._text.set_text("\n\n".join(parts))
        is_void = row.entry.voided_on is not None
        self._change.setText(words.tr("Correct") if row.locked else words.tr("Edit"))
        for button in (self._change, self._copy, self._void):
            button.setVisible(not is_void)

    def text(self) -> str:
        """The text shown, corrections with it."""
        return self._text.toPlainText()

    def facts(self) -> dict[str, str]:
        """What is noted beside the text."""
        return dict(self._facts.facts())

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._change)
        row.addWidget(self._copy)
        row.addWidget(self._void)
        row.addStretch(1)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._text, 1)
        self.body.addWidget(buttons)

    def _on_change(self) -> None:
        self.change_asked.emit(self._row)

    def _on_copy(self) -> None:
        self.copy_asked.emit(self._row)

    def _on_void(self) -> None:
        self.void_asked.emit(self._row)
