"""How one line of a list looks: what it is about, what is the matter, and how soon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.line_breaks import kept_together
from app.ui.theme import Theme, theme_of
from app.ui.widgets.marks import paint_dot

AnyIndex = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
# Whether any line of the list has a mark: then all leave room for one and their words stand in one column.
MARKS_ROLE = LINE_ROLE + 1
_PAD = 9
_SIDE = 6
_DOT = 18
_GAP = 16
_KNOWN_HEIGHTS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One line: `lead` in bold, `text` after it, `second` quietly below; at the right `status` and a quiet `aside`.

    `tone` puts a mark in front and, for "over" and "soon", colours the status, which must say it in words. A `heading`
    begins a group with its lead and aside; the arrow keys pass it by.
    """

    key: str
    lead: str
    text: str = ""
    second: str = ""
    status: str = ""
    aside: str = ""
    tone: str = ""
    heading: bool = False

    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return ", ".join(part for part in (self.lead, self.text, self.second, self.status, self.aside) if part)


class LineDelegate(QStyledItemDelegate):
    """Paints lines; long ones wrap, nothing is cut."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # A view asks for each height several times, and laying out a text is what a long list costs.
        self._heights: dict[tuple[ListLine, int, bool, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the wrapped text needs at the list's width."""
        fields: Any = option
        view = cast(QListView, fields.widget)
        line: ListLine = index.data(LINE_ROLE)
        width = view.viewport().width()
        if line.heading:
            return QSize(width, QFontMetrics(fields.font).lineSpacing() + 2 * _PAD + (8 if index.row() else 0))
        return QSize(width, self._height(line, width, bool(index.data(MARKS_ROLE)), fields.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one line."""
        fields: Any = option
        theme, rect = theme_of(fields.widget), QRectF(fields.rect)
        line: ListLine = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            _paint_heading(painter, theme, rect, line)
            painter.restore()
            return
        _paint_ground(painter, theme, rect, fields.state, marks_current=getattr(fields.widget, "marks_current", False))
        if index.row() < index.model().rowCount() - 1:
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(
                QPointF(rect.left() + _SIDE, rect.bottom() - 0.5), QPointF(rect.right() - _SIDE, rect.bottom() - 0.5)
            )
        placed = _Placed(line, fields.font, fields.rect, bool(index.data(MARKS_ROLE)))
        if line.tone:
            dot = QRectF(rect.left() + _SIDE, rect.top() + (rect.height() - 10) / 2, 10, 10)
            paint_dot(painter, fields.widget, dot, line.tone)
        placed.paint(painter, theme)
        painter.restore()

    def _height(self, line: ListLine, width: int, marks: bool, font: QFont) -> int:
        key = (line, width, marks, font.key())
        if key not in self._heights:
            if len(self._heights) > _KNOWN_HEIGHTS:
                self._heights.clear()
            placed = _Placed(line, font, QRect(0, 0, width, 0), marks)
            self._heights[key] = round(placed.height) + 2 * _PAD + 1
        return self._heights[key]


def _paint_heading(painter: QPainter, theme: Theme, rect: QRectF, line: ListLine) -> None:
    """The name of a group at the left, its number at the right, at the foot of its place."""
    place = rect.adjusted(_SIDE, 0, -_SIDE, -_PAD)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.colour(line.tone) if line.tone else theme.muted)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.lead)
    painter.setPen(theme.muted)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, line.aside)
    painter.setPen(QPen(theme.field_line, 1))
    painter.drawLine(
        QPointF(rect.left() + _SIDE, rect.bottom() - 0.5), QPointF(rect.right() - _SIDE, rect.bottom() - 0.5)
    )


def _paint_ground(
    painter: QPainter, theme: Theme, rect: QRectF, state: QStyle.StateFlag, *, marks_current: bool
) -> None:
    """Hover and focus: a soft ground, and a ring that is there only while the list has the focus."""
    painter.setPen(Qt.PenStyle.NoPen)
    inside = rect.adjusted(1, 1, -1, -2)
    if marks_current and state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.accent_soft)
        painter.drawRoundedRect(inside, 6, 6)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.hover)
        painter.drawRoundedRect(inside, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside, 6, 6)


class _Placed:
    """The text of a line laid out in a rectangle."""

    def __init__(self, line: ListLine, font: QFont, rect: QRect, marks: bool) -> None:
        self.line, self.font = line, font
        self.strong = QFont(font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        metrics, bold = QFontMetrics(font), QFontMetrics(self.strong)
        self.row = metrics.lineSpacing() + 1
        aside = metrics.horizontalAdvance(line.aside)
        end = max(bold.horizontalAdvance(line.status), aside)
        left = rect.left() + _SIDE + (_DOT if marks else 0)
        self.right = rect.right() - _SIDE
        self.top = rect.top() + _PAD
        self.place = QPointF(left, self.top)
        room = self.right - left - (end + _GAP if end else 0)
        # On a very narrow list the words at the right go below instead of squeezing the text, unless it is as short.
        needed = bold.horizontalAdvance(f"{line.lead} – {line.text}" if line.text else line.lead)
        self.below = bool(end) and room < min(120, needed)
        whole = self.right - left
        room = max(60, whole if self.below else room)
        self.first = _laid_out(line.lead, line.text, font, room)
        # Below the words at the right the text has the whole width, and beside the aside alone all but that.
        ends = bool(line.status) + bool(line.aside)
        is_free = self.below or self.first.lineCount() >= ends
        self.second = _laid_out("", line.second, font, whole if is_free else max(60, whole - aside - _GAP))
        self.text_height = self._height_of(self.first) + (self._height_of(self.second) if line.second else 0)
        self.height = self.text_height + ends * self.row if self.below else max(self.text_height, ends * self.row)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the words."""
        painter.setPen(theme.ink)
        self.first.draw(painter, self.place)
        painter.setPen(theme.muted)
        if self.line.second:
            self.second.draw(painter, self.place + QPointF(0, self._height_of(self.first)))
        top = self.top + (self.text_height if self.below else 0)
        ends = (
            (
                self.line.status,
                self.strong,
                theme.colour(self.line.tone) if self.line.tone in {"over", "soon"} else theme.ink,
            ),
        )
        for text, font, colour in (*ends, (self.line.aside, self.font, theme.muted)):
            if text:
                painter.setFont(font)
                painter.setPen(colour)
                place = QRectF(self.place.x(), top, self.right - self.place.x(), self.row)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, text)
                top += self.row

    def _height_of(self, layout: QTextLayout) -> float:
        return layout.lineCount() * self.row


def _laid_out(lead: str, text: str, font: QFont, width: float) -> QTextLayout:
    """Words wrapped at `width`, the lead in bold; "BL § 20" and "4 uger" stay on one line."""
    layout = QTextLayout(kept_together(f"{lead} – {text}" if lead and text else lead or text), font)
    option = QTextOption()
    # A name written from the right keeps its place at the beginning of the line.
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    mark = QTextLayout.FormatRange()
    mark.start, mark.length, mark.format = 0, len(lead.encode("utf-16-le")) // 2, bold  # Qt counts in UTF-16
    layout.setFormats([mark])
    spacing = QFontMetrics(font).lineSpacing() + 1
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * spacing))
        number += 1
    layout.endLayout()
    return layout
