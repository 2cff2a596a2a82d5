"""Where days and chips lie in the calendar's grid. Plain reckoning, so that painting and clicking cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

DAYS = 7


@dataclass(frozen=True, slots=True)
class CalendarLayout:
    """A grid of `rows` weeks in `width` × `height` pixels; lengths in pixels, `line` the height of a line of text."""

    width: float
    height: float
    rows: int
    line: float
    chip_lines: int = 1

    @property
    def weeks(self) -> float:
        """The width of the column with the weeks' numbers."""
        return self.line * 1.6

    @property
    def head(self) -> float:
        """The height of the row with the weekdays' names."""
        return self.line + 10

    @property
    def chip(self) -> float:
        """The height of a chip."""
        return self.line * self.chip_lines + 4

    def day(self, number: int) -> QRectF:
        """The cell of a day, counted from the first one shown."""
        across, down = number % DAYS, number // DAYS
        wide = (self.width - self.weeks) / DAYS
        high = (self.height - self.head) / self.rows
        return QRectF(self.weeks + across * wide, self.head + down * high, wide, high)

    def week(self, row: int) -> QRectF:
        """The cell of a week's number."""
        day = self.day(row * DAYS)
        return QRectF(0, day.top(), self.weeks, day.height())

    def chip_at(self, number: int, place: int) -> QRectF:
        """A chip of a day, below the line with its date."""
        cell = self.day(number)
        top = cell.top() + self.line + 8 + place * (self.chip + 2)
        return QRectF(cell.left() + 4, top, cell.width() - 8, self.chip)

    def room(self) -> int:
        """How many chips a day has room for."""
        free = self.day(0).height() - self.line - 10
        return max(1, int(free // (self.chip + 2)))

    def shown(self, count: int) -> int:
        """How many of `count` chips are drawn; where not all, the last line tells how many more there are."""
        return count if count <= self.room() else self.room() - 1

    def day_at(self, point: QPointF) -> int | None:
        """The day under a point, None beside all of them."""
        if point.x() < self.weeks or point.y() < self.head or point.x() >= self.width or point.y() >= self.height:
            return None
        wide, high = self.day(0).width(), self.day(0).height()
        row = min(int((point.y() - self.head) // high), self.rows - 1)
        return row * DAYS + min(int((point.x() - self.weeks) // wide), DAYS - 1)
