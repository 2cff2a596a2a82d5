"""The two due dates of a case side by side: the programme's goal and the law's deadline, with why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import labels
from app.core.dates import weekday_date
from app.core.schedule import CaseSchedule, DueDate, DueDates, Track
from app.core.status import Urgency, urgency
from app.core.working_days import suggested_working_day
from app.ui.widgets.text import Text
from app.words import Words

_TONES = {Urgency.OVER: "over", Urgency.SOON: "soon", Urgency.LATER: "quiet", Urgency.NONE: "quiet"}


class DueDatesView(QWidget):
    """One block a measure that is followed up, the most urgent first; each says the dates, how near they are, and why.

    `is_closed` tells the days on which the municipality is closed, for the working day that is suggested.
    """

    def __init__(self, words: Words, is_closed: Callable[[date], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._is_closed = words, is_closed
        self._blocks: list[_Block] = []
        self._nothing = Text(look="quiet", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._nothing)

    def show_schedule(self, schedule: CaseSchedule, today: date) -> None:
        """Show the dates of a case."""
        shown = [dues for dues in schedule.clocks if dues.next or dues.rhythm_missing]
        while len(self._blocks) < len(shown):
            self._blocks.append(_Block(self._words, self._is_closed))
            self._column.addWidget(self._blocks[-1])
        for block, dues in zip(self._blocks, shown, strict=False):
            block.show_dues(dues, today, named=len(shown) > 1)
        for number, block in enumerate(self._blocks):
            block.setVisible(number < len(shown))
        self._nothing.setText(self._words.tr("No measure that is followed up runs."))
        self._nothing.setVisible(not shown)

    def say(self, text: str) -> None:
        """Show a text instead of dates."""
        for block in self._blocks:
            block.hide()
        self._nothing.setText(text)
        self._nothing.show()

    def spoken(self) -> str:
        """All that is shown, as one text."""
        shown = [block.spoken() for block in self._blocks if not block.isHidden()]
        return "\n".join(shown) or self._nothing.text()


class _Block(QWidget):
    """The dates of one measure."""

    def __init__(self, words: Words, is_closed: Callable[[date], bool]) -> None:
        super().__init__()
        self._words = words
        self._name = Text(look="label", wrap=True)
        self._goal = _Side(words, Track.GOAL, is_closed)
        self._law = _Side(words, Track.LAW, is_closed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._name, 0, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._goal, 1, 0, top)
        grid.addWidget(self._law, 1, 1, top)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def show_dues(self, dues: DueDates, today: date, *, named: bool) -> None:
        self._name.setText(dues.clock.type.names.of(self._words.language))
        self._name.setVisible(named)
        words = self._words
        none = words.tr("The programme sets no date for this measure.")
        self._goal.show_due(dues.goal, today, none)
        missing = words.tr("The rhythm is not decided, so there is no date yet.")
        no_law = words.tr("The law sets no date for this measure.")
        self._law.show_due(dues.law, today, missing if dues.rhythm_missing else no_law)

    def spoken(self) -> str:
        named = self._name.text() if not self._name.isHidden() else ""
        return "\n".join(text for text in (named, self._goal.spoken(), self._law.spoken()) if text)


class _Side(QWidget):
    """One date: whose it is, the day, how near, why, and the working day to suggest."""

    def __init__(self, words: Words, track: Track, is_closed: Callable[[date], bool]) -> None:
        super().__init__()
        self._words, self._is_closed = words, is_closed
        self._whose = Text(labels.choice(words, track), "small")
        self._day = Text(look="strong", wrap=True)
        self._near = Text(look="quiet")
        self._why = Text(look="quiet", wrap=True)
        self._suggested = Text(look="quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for text in self._texts():
            column.addWidget(text)

    def show_due(self, due: DueDate | None, today: date, otherwise: str) -> None:
        words = self._words
        for text in (self._day, self._near):
            text.setVisible(due is not None)
        if due is None:
            self._why.setText(otherwise)
            self._suggested.hide()
            return
        day = weekday_date(due.day, words.language)
        self._day.setText(day[0].upper() + day[1:])
        self._near.setText(labels.days_left(words, due, today))
        self._near.set_look(_TONES[urgency(due, today)])
        self._why.setText(labels.due_reason(words, due))
        suggested = suggested_working_day(due.day, today, self._is_closed)
        self._suggested.setText(words.tr("Suggested: {day}", day=weekday_date(suggested, words.language)))
        self._suggested.setVisible(suggested != due.day)

    def spoken(self) -> str:
        return " ".join(text.text() for text in self._texts() if not text.isHidden())

    def _texts(self) -> tuple[Text, ...]:
        return self._whose, self._day, self._near, self._why, self._suggested
