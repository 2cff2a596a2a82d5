"""How the calendar's grid is painted. Each kind of chip has a shape of its own, so that grey tells them apart too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from app.ui.theme import Theme
from app.ui.widgets.calendar_layout import CalendarLayout

if TYPE_CHECKING:
    from app.ui.widgets.calendar_grid import CalendarCell, CalendarChip

_ROUND = 5.0
_MARK = 7.0


class CalendarPainting:
    """Paints one grid with one painter."""

    def __init__(self, painter: QPainter, layout: CalendarLayout, theme: Theme, font: QFont) -> None:
        self._painter, self._layout, self._theme = painter, layout, theme
        self._plain, self._bold = QFont(font), QFont(font)
        self._plain.setPixelSize(font.pixelSize() - 1)
        self._bold.setPixelSize(font.pixelSize() - 1)
        self._bold.setWeight(QFont.Weight.DemiBold)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def head(self, weekdays: Sequence[str]) -> None:
        """The names of the weekdays."""
        for number, name in enumerate(weekdays):
            cell = self._layout.day(number)
            room = QRectF(cell.left() + 6, 0, cell.width() - 8, self._layout.head)
            self._write(room, name, self._plain, self._theme.muted)

    def week(self, row: int, text: str) -> None:
        """The number of a week."""
        cell = self._layout.week(row).adjusted(0, 4, -6, 0)
        self._painter.setFont(self._plain)
        self._painter.setPen(self._theme.muted)
        self._painter.drawText(cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)

    def day(self, number: int, cell: CalendarCell, *, is_today: bool, is_target: bool) -> None:
        """The ground of a day, its date, and what the day is called."""
        theme, rect = self._theme, self._layout.day(number)
        ground = theme.accent_soft if is_target else theme.hover if cell.is_off else theme.card
        self._painter.fillRect(rect, ground)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(theme.line, 1))
        self._painter.drawRect(rect)
        line = QRectF(rect.left() + 6, rect.top() + 4, rect.width() - 12, self._layout.line)
        ink = theme.muted if cell.outside or cell.is_off else theme.ink
        if is_today:
            wide = QFontMetrics(self._bold).horizontalAdvance(cell.number) + 10
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(theme.accent)
            self._painter.drawRoundedRect(QRectF(line.left() - 3, line.top() - 1, wide, line.height() + 2), 8, 8)
            ink = theme.on_accent
        used = self._write(line.adjusted(2 * is_today, 0, 0, 0), cell.number, self._bold, ink)
        if cell.name:
            self._write(line.adjusted(used + 10, 0, 0, 0), cell.name, self._plain, theme.muted, right=True)

    def frame(self, number: int, *, strong: bool) -> None:
        """The day that stands chosen; `strong` while the grid has the focus."""
        colour = self._theme.focus if strong else self._theme.field_line
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(colour, 2 if strong else 1))
        self._painter.drawRect(self._layout.day(number).adjusted(1, 1, -1, -1))

    def chips(self, number: int, cell: CalendarCell, more: str) -> None:
        """The chips there is room for, and how many more there are."""
        shown = self._layout.shown(len(cell.chips))
        for place, chip in enumerate(cell.chips[:shown]):
            self._chip(self._layout.chip_at(number, place), chip)
        if shown < len(cell.chips):
            rest = self._layout.chip_at(number, shown)
            self._write(rest, more.format(n=len(cell.chips) - shown), self._bold, self._theme.accent)

    def _chip(self, rect: QRectF, chip: CalendarChip) -> None:
        """Planned is filled, due is outlined, a deadline has a square, a promise a ring, what was held a tick."""
        theme = self._theme
        ink = theme.over if chip.tone == "over" else theme.muted if chip.kind in {"held", "promise"} else theme.ink
        left = 4.0
        if chip.kind in {"planned", "due"}:
            is_filled = chip.kind == "planned"
            self._painter.setPen(Qt.PenStyle.NoPen if is_filled else QPen(ink if chip.tone else theme.field_line, 1))
            ground = theme.over_soft if chip.tone == "over" else theme.accent_soft
            self._painter.setBrush(ground if is_filled else Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        else:
            self._mark(rect, chip.kind, ink)
            left = _MARK + 9
        room = QRectF(rect.left() + left, rect.top() + 2, rect.width() - left - 3, self._layout.line)
        lines = self._layout.chip_lines
        used = self._write_lines(room, chip.text, self._bold if chip.kind == "planned" else self._plain, ink, lines - 1)
        if chip.second and lines > 1:
            below = room.translated(0, used * self._layout.line)
            self._write_lines(below, chip.second, self._plain, theme.muted, lines - used)

    def _mark(self, rect: QRectF, kind: str, ink: QColor) -> None:
        top = rect.top() + 2 + (self._layout.line - _MARK) / 2
        place = QRectF(rect.left() + 4, top, _MARK, _MARK)
        self._painter.setPen(QPen(ink, 1.4))
        self._painter.setBrush(ink if kind == "deadline" else Qt.BrushStyle.NoBrush)
        if kind == "promise":
            self._painter.drawEllipse(place)
        elif kind == "deadline":
            self._painter.drawRect(place)
        else:
            self._painter.drawPolyline(
                [
                    place.topLeft() + (place.bottomLeft() - place.topLeft()) * 0.55,
                    place.center() + (place.bottomLeft() - place.topLeft()) * 0.4,
                    place.topRight(),
                ]
            )

    def _write_lines(self, room: QRectF, text: str, font: QFont, ink: QColor, most: int) -> int:
        """Write a text from the line `room` down, in at most so many lines; how many it took."""
        lines = wrapped(text, QFontMetrics(font), room.width(), most)
        for place, line in enumerate(lines):
            self._write(room.translated(0, place * self._layout.line), line, font, ink)
        return len(lines)

    def _write(self, room: QRectF, text: str, font: QFont, ink: QColor, *, right: bool = False) -> float:
        """Write a line, cut with "…" where it is too long; the width it took."""
        metrics = QFontMetrics(font)
        said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        self._painter.setFont(font)
        self._painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, said)
        return metrics.horizontalAdvance(said)


def wrapped(text: str, metrics: QFontMetrics, width: float, most: int) -> list[str]:
    """A text in lines broken between words, at least one and at most `most`; the last one holds all the rest."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < most and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
