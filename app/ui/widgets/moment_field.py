"""A field for a moment: a day and a time of day, as the clock on the wall showed them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.errors import Problem
from app.core.local_time import moments_of
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.date_field import DateField
from app.ui.widgets.field import Field
from app.ui.widgets.short_fields import TimeField
from app.ui.widgets.text import Text
from app.words import Words

_FIRST, _SECOND = "first", "second"


class MomentField(Field[datetime | None]):
    """A moment in UTC, or None. Where summer time ends and an hour comes twice, it asks which of the two is meant."""

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.day = DateField(words, today)
        self.hour = TimeField()
        turns = [Option(_FIRST, words.tr("The first time")), Option(_SECOND, words.tr("The second time"))]
        self.turn = SegmentedField(turns)
        self._twice = QWidget()
        self._lay_out()
        self._show_turn()
        for field in (self.day, self.hour, self.turn):
            field.edited.connect(self._on_edited)
        self.day.left.connect(self._on_day_left)
        self.hour.left.connect(self.left)

    def value(self) -> datetime | None:
        """The moment, None while day or time is missing or cannot be read."""
        moments = self._moments()
        if len(moments) < 2:
            return moments[0] if moments else None
        return {_FIRST: moments[0], _SECOND: moments[1]}.get(self.turn.value())

    def set_value(self, value: datetime | None) -> None:
        """Show a moment as the clocks of this machine showed it."""
        local = value.astimezone() if value else None
        self.set_day(local.date() if local else None)
        self.hour.set_value(local.time() if local else None)
        self._show_turn()
        moments = self._moments()
        second = len(moments) > 1 and value == moments[1]
        self.turn.set_value(_SECOND if second else _FIRST if len(moments) > 1 else "")

    def set_day(self, day: date | None) -> None:
        """Propose a day; the time is still to be written."""
        self.day.set_value(day)
        self._show_turn()

    def state(self) -> object:
        """Day and time as typed, and which of two."""
        return [self.day.state(), self.hour.state(), self.turn.state()]

    def restore(self, state: object) -> None:
        """Show what was typed earlier."""
        if isinstance(state, list) and len(state) == 3:
            self.day.restore(state[0])
            self.hour.restore(state[1])
            self.turn.restore(state[2])
            self._show_turn()

    def unread(self) -> Problem | None:
        """What keeps day and time from being a moment: unreadable, half of it, an hour left out or come twice."""
        if problem := self.day.unread() or self.hour.unread():
            return problem
        day, hour = self.day.value(), self.hour.value()
        if day is None and hour is None:
            return None
        if day is None or hour is None:
            return Problem("", "day-empty" if day is None else "time-empty")
        if not self._moments():
            return Problem("", "time-left-out")
        return Problem("", "time-twice") if self.value() is None else None

    def describe(self, name: str, help_text: str) -> None:
        """Day, time and the choice between two are named after the field."""
        self.day.describe(name, help_text)
        self.hour.describe(self._words.tr("{field}: time of day", field=name), help_text)
        self.turn.describe(name, help_text)

    def set_tone(self, tone: str) -> None:
        """Mark day and time."""
        self.day.set_tone(tone)
        self.hour.set_tone(tone)

    def _lay_out(self) -> None:
        twice = QHBoxLayout(self._twice)
        twice.setContentsMargins(0, 0, 0, 0)
        twice.setSpacing(8)
        twice.addWidget(Text(self._words.tr("Summer time ended that night; this hour came twice."), "small", wrap=True))
        twice.addWidget(self.turn)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day, 1)
        row.addWidget(self.hour)
        self._layout.addLayout(row)
        self._layout.addWidget(self._twice)
        self._control = self.day.control()
        self.setFocusProxy(self.day)

    def _moments(self) -> tuple[datetime, ...]:
        day, hour = self.day.value(), self.hour.value()
        return moments_of(day, hour) if day is not None and hour is not None else ()

    def _show_turn(self) -> None:
        self._twice.setVisible(len(self._moments()) > 1)

    def _on_edited(self) -> None:
        self._show_turn()
        self.edited.emit()

    def _on_day_left(self) -> None:
        """From a day that can be read the user goes on to the time, which cannot be missing yet."""
        if self.day.unread() is not None:
            self.left.emit()
