"""A field for a day, typed as people say it: 4/12, fre, i morgen, +3m."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.date_input import parse_date
from app.core.dates import iso_week, screen_date, short_date, short_weekday_name
from app.core.errors import Problem
from app.core.interval import Interval, Unit
from app.ui.widgets.button import IconButton
from app.ui.widgets.calendar_popup import CalendarPopup
from app.ui.widgets.field import Field
from app.ui.widgets.short_edit import ShortEdit
from app.ui.widgets.text import Text
from app.ui.widgets.tips import plain_tip
from app.words import Words

_TIED = "\N{NO-BREAK SPACE}"


class DateField(Field[date | None]):
    """A day or None. Beside the box stands what was understood, with weekday and week.

    Up and Down move by a day, Page Up and Page Down by a month, Alt+Down opens the calendar. `past` is for birth
    dates: a day without a year, or a year of two digits, is then never ahead of `today`. Where the field is `narrow`,
    what was understood is told on hover and to screen readers alone, and shows in the box once it is left.
    """

    def __init__(
        self,
        words: Words,
        today: date,
        *,
        past: bool = False,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._today, self._past = words, today, past
        self._name, self._help_text = "", ""
        self.edit = ShortEdit("28-12-2026 xx")
        self.edit.setPlaceholderText(words.tr("4/12-2016") if past else words.tr("4/12, Fri, +3m"))
        self._open = IconButton("calendar-days", words.tr("Open the calendar (Alt+Down)"))
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._meaning = Text(look="small", wrap=True)
        self._is_narrow = narrow
        self._hold(self.edit)
        self._lay_out()
        self._popup: CalendarPopup | None = None
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._on_text_edited)
        self.edit.editingFinished.connect(self._on_editing_finished)
        self._open.clicked.connect(self._on_opened)

    def value(self) -> date | None:
        """The day typed, None for none or where it cannot be read."""
        read = self._read()
        return read if isinstance(read, date) else None

    def set_value(self, value: date | None) -> None:
        """Show a day."""
        self.edit.setText(screen_date(value))
        self._explain()

    def state(self) -> object:
        """The text as typed."""
        return self.edit.text()

    def restore(self, state: object) -> None:
        """Show the text typed earlier."""
        if isinstance(state, str):
            self.edit.setText(state)
            self._explain()

    def unread(self) -> Problem | None:
        """ "date-unreadable" or "date-impossible"."""
        read = self._read()
        return read if isinstance(read, Problem) else None

    def meaning(self) -> str:
        """What the field says it understood."""
        return self._meaning.text().replace(_TIED, " ")

    def calendar(self) -> CalendarPopup:
        """The calendar of this field."""
        if self._popup is None:
            self._popup = CalendarPopup(self._words, self._today, self)
            self._popup.picked.connect(self._on_picked)
        return self._popup

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move the day."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._step(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._layout.removeWidget(self.edit)
        box = QHBoxLayout()
        box.setSpacing(4)
        box.addWidget(self.edit)
        box.addWidget(self._open)
        row.addLayout(box)
        row.setAlignment(box, Qt.AlignmentFlag.AlignTop)
        if not self._is_narrow:
            row.addSpacing(4)
            row.addWidget(self._meaning, 1)
        self._layout.addLayout(row)

    def _read(self) -> date | Problem | None:
        text = self.edit.text().strip()
        return parse_date(text, self._today, self._words.language, past=self._past) if text else None

    def describe(self, name: str, help_text: str) -> None:
        """Say to screen readers, too, what was understood."""
        self._name, self._help_text = name, help_text
        super().describe(name, " ".join(part for part in (self.meaning(), help_text) if part))

    def _explain(self) -> None:
        day = self.value()
        self._meaning.setText(self._said(day) if day is not None else "")
        self.edit.setToolTip(plain_tip(self.meaning()) if self._is_narrow else "")
        self.describe(self._name, self._help_text)

    def _said(self, day: date) -> str:
        """The day in words; where room is scarce the line breaks at its comma alone."""
        language = self._words.language
        named = f"{short_weekday_name(day, language)} {short_date(day, language)}"
        said = self._words.tr("{day}, week {week}", day=named, week=iso_week(day))
        return ", ".join(part.replace(" ", _TIED) for part in said.split(", "))

    def _step(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            self._on_opened()
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        day, month = self.value() or self._today, Interval(1, Unit.MONTHS)
        steps = {
            Qt.Key.Key_Up: day + timedelta(days=1),
            Qt.Key.Key_Down: day - timedelta(days=1),
            Qt.Key.Key_PageUp: month.after(day),
            Qt.Key.Key_PageDown: month.before(day),
        }
        moved = steps.get(Qt.Key(event.key()))
        if moved is not None:
            self._on_picked(moved)
        return moved is not None

    def _on_text_edited(self) -> None:
        self._explain()
        self.edited.emit()

    def _on_editing_finished(self) -> None:
        if (day := self.value()) is not None:
            self.edit.setText(screen_date(day))
        self.left.emit()

    def _on_opened(self) -> None:
        self.calendar().open_at(self.value(), self.edit)

    def _on_picked(self, day: date) -> None:
        self.set_value(day)
        self.edit.setFocus()
        self.edited.emit()
