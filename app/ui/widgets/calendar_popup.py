"""A month to pick a day from: weeks begin on Monday and show their number."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.core.dates import month_name
from app.ui.theme import theme_of
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.text import Text
from app.words import Words

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """Opens under a field; Enter or a click picks a day, Esc closes, Page Up and Page Down turn the month."""

    picked = Signal(object)

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self._words, self._today = words, today
        self._month = Text(look="strong")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back = IconButton("chevron-left", words.tr("Month before"))
        self._on = IconButton("chevron-right", words.tr("Month after"))
        self._to_today = Button(words.trp("button", "Today"), "quiet")
        self.calendar = QCalendarWidget()
        self._build_calendar()
        self._lay_out()
        self._connect()

    def open_at(self, day: date | None, below: QWidget) -> None:
        """Show the month of `day`, or of today, under a widget."""
        shown = day or self._today
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._mark_today()
        self._show_month()
        self.adjustSize()
        self.move(self._place(below))
        self.show()
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _build_calendar(self) -> None:
        calendar = self.calendar
        calendar.setLocale(QLocale(self._words.language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        calendar.setNavigationBarVisible(False)
        calendar.setGridVisible(False)
        calendar.setAccessibleName(self._words.tr("Calendar"))
        calendar.setMinimumSize(320, 240)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._month, 1)
        head.addWidget(self._on)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._to_today)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.calendar)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.calendar.showPreviousMonth)
        self._on.clicked.connect(self.calendar.showNextMonth)
        self._to_today.clicked.connect(self._on_today)
        self.calendar.currentPageChanged.connect(self._show_month)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)

    def _show_month(self) -> None:
        name = month_name(self.calendar.monthShown(), self._words.language)
        self._month.setText(f"{name} {self.calendar.yearShown()}")

    def _mark_today(self) -> None:
        theme = theme_of(self)
        plain = QTextCharFormat()
        plain.setForeground(theme.ink)
        quiet = QTextCharFormat()
        quiet.setForeground(theme.muted)
        for day in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(day, quiet if day in _WEEKEND else plain)
        head = QTextCharFormat()
        head.setForeground(theme.muted)
        head.setBackground(theme.card)
        self.calendar.setHeaderTextFormat(head)
        now = QTextCharFormat()
        now.setForeground(theme.accent)
        now.setFontWeight(700)
        now.setFontUnderline(True)
        self.calendar.setDateTextFormat(QDate(self._today.year, self._today.month, self._today.day), now)

    def _place(self, below: QWidget) -> QPoint:
        """Under the widget, or above it where the screen ends; never past the screen's edge."""
        room = below.screen().availableGeometry()
        place = below.mapToGlobal(QPoint(0, below.height() + 4))
        if place.y() + self.height() > room.bottom():
            place.setY(below.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4)
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        return place

    def _on_today(self) -> None:
        self._pick(self._today)

    def _on_picked(self, day: QDate) -> None:
        self._pick(date(day.year(), day.month(), day.day()))

    def _pick(self, day: date) -> None:
        # A click also activates: hidden means that the day was taken.
        if self.isVisible():
            self.close()
            self.picked.emit(day)
