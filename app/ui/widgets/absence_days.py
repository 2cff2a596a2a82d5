"""The days of an absence: from and to, both included, with what is wrong with them beside."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Severity
from app.labels import problem
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form_row import Remark
from app.ui.widgets.text import Text
from app.words import Words

_WEEKS = timedelta(days=13)


class AbsenceDays(QWidget):
    """Two dates; `edited` tells that they changed. The next two weeks stand there first."""

    edited = Signal()

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.first, self.last = DateField(words, today), DateField(words, today)
        self._remark = Remark(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for field, name, day in (
            (self.first, words.tr("Away from"), today),
            (self.last, words.tr("To, included"), today + _WEEKS),
        ):
            label = Text(name, "label")
            label.setBuddy(field.control())
            field.describe(name, "")
            field.set_value(day)
            field.edited.connect(self._on_edited)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self._remark)

    def days(self) -> tuple[date, date] | None:
        """The first and the last day; None where they are no days, or in the wrong order."""
        first, last = self.first.value(), self.last.value()
        return (first, last) if first and last and first <= last else None

    def remark(self) -> str:
        """What is wrong with the days, "" for nothing."""
        return self._remark.sentence()

    def _on_edited(self) -> None:
        unread = self.first.unread() or self.last.unread()
        self._remark.hide()
        if unread is not None:
            self._remark.show_sentence(Severity.ERROR, problem(self._words, unread))
        elif self.days() is None:
            self._remark.show_sentence(Severity.ERROR, self._words.tr("The last day lies before the first"))
        self.edited.emit()
