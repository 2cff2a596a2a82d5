"""Two texts side by side, line by line, with what was put in and taken out marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.core.plan_comparison import Change
from app.core.text_difference import Mark, Piece
from app.labels.plan_comparisons import ComparedLine, LineKind
from app.ui.theme import Theme, theme_of

_AT_ONCE = 9_000  # letters that are laid out in one go, about a twentieth of a second
_LABELS = 24  # per cent of the width for what a line is called
_TONES = {Change.ADDED: "ok", Change.REMOVED: "over", Change.CHANGED: "accent", Change.SAME: "accent"}
_SIGNS = {Change.ADDED: "+ ", Change.REMOVED: "– ", Change.CHANGED: "± ", Change.SAME: "↕ "}


class ComparisonView(QTextEdit):
    """What each line is called, what was said before, and what is said after; arrow keys scroll, Tab leaves.

    What was taken out is struck through on the left, what was put in underlined on the right. `stepped` is emitted
    when another change was gone to.
    """

    stepped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ComparedLine, ...] = ()
        self._drawn = 0  # how many of the lines stand there
        self._places: list[int] = []  # where the changed lines begin in the document, of those drawn
        self._at = -1
        self._going_on = QTimer(self)
        self._going_on.setSingleShot(True)
        self._going_on.timeout.connect(self._draw_part)
        self.setProperty("look", "reading")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.setAccessibleName(name)

    def set_lines(self, lines: Sequence[ComparedLine]) -> None:
        """Show other lines from the first on."""
        self._lines = tuple(lines)
        self._at = -1
        self._draw()

    @property
    def changes(self) -> int:
        """How many lines have changed."""
        return sum(line.is_changed for line in self._lines)

    @property
    def at(self) -> int:
        """The number of the change gone to, from 1; 0 for none yet."""
        return self._at + 1

    def step(self, by: int) -> None:
        """Go to the next change (1) or the one before (-1); after the last comes the first."""
        if not (count := self.changes):
            return
        self._at = (self._at + by) % count if self._at >= 0 or by > 0 else count - 1
        while len(self._places) <= self._at:
            self._draw_part()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places[self._at])
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(top - self.viewport().height() // 4)
        self.stepped.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the colours of a new theme, and in letters of another size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange} and self._lines:
            self._draw()

    # Drawing

    def _draw(self) -> None:
        self._drawn, self._places = 0, []
        self.document().clear()
        self._draw_part()
        self.verticalScrollBar().setValue(0)

    def _draw_part(self) -> None:
        """Draw the next lines as a table of their own; long ones are laid out bit by bit, so that nothing waits."""
        lines = self._lines[self._drawn : self._drawn + _part(self._lines[self._drawn :])]
        if not lines:
            return
        theme, at = theme_of(self), self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if self._drawn:
            cursor.setBlockFormat(_seam())
        table = cursor.insertTable(len(lines), 3, _table_format(theme))
        for row, line in enumerate(lines):
            self._draw_line(table, row, line, theme)
        cursor.endEditBlock()
        if not self._drawn:
            self.setTextCursor(table.firstCursorPosition())
        self._drawn += len(lines)
        self.verticalScrollBar().setValue(at)
        if self._drawn < len(self._lines):
            self._going_on.start(0)

    def _draw_line(self, table: QTextTable, row: int, line: ComparedLine, theme: Theme) -> None:
        is_head = line.kind is LineKind.HEAD
        if is_head:
            table.mergeCells(row, 0, 1, 3)
        cell = table.cellAt(row, 0)
        cell.setFormat(_cell_format(theme, line))
        cursor = cell.firstCursorPosition()
        if line.is_changed:
            self._places.append(cursor.position())
        cursor.insertText(line.label, _label_format(theme, line))
        if line.note:
            note = QTextCharFormat()
            note.setForeground(theme.colour(_TONES[line.change]))
            note.setFontWeight(QFont.Weight.DemiBold)
            if not is_head:
                cursor.insertBlock(QTextBlockFormat())
            cursor.insertText(f"{'   ' if is_head else ''}{_SIGNS[line.change]}{line.note}", note)
        if is_head:
            return
        for column, left_out in ((1, Mark.ADDED), (2, Mark.REMOVED)):
            side = table.cellAt(row, column)
            side.setFormat(_cell_format(theme, line))
            _say(side.firstCursorPosition(), [p for p in line.pieces if p.mark is not left_out], theme)


def _part(lines: Sequence[ComparedLine]) -> int:
    """How many lines are laid out in one go: whole goals as far as they are short, at least one line."""
    letters = 0
    for number, line in enumerate(lines):
        letters += sum(len(piece.text) for piece in line.pieces)
        if letters > _AT_ONCE:
            return max(1, number)
    return len(lines)


def _seam() -> QTextBlockFormat:
    """The line that Qt keeps between two tables, too low to be seen."""
    form = QTextBlockFormat()
    form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


def _say(cursor: QTextCursor, pieces: Sequence[Piece], theme: Theme) -> None:
    """The pieces with their marks; the space around a piece bears none."""
    plain = _piece_format(theme, Mark.SAME)
    for piece in pieces:
        words = piece.text.strip()
        before, _, after = piece.text.partition(words) if words else (piece.text, "", "")
        for text, form in ((before, plain), (words, _piece_format(theme, piece.mark)), (after, plain)):
            cursor.insertText(text, form)


def _piece_format(theme: Theme, mark: Mark) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(theme.ink)
    if mark is Mark.REMOVED:
        form.setForeground(theme.over)
        form.setBackground(theme.over_soft)
        form.setFontStrikeOut(True)
    elif mark is Mark.ADDED:
        form.setForeground(theme.ok)
        form.setBackground(theme.ok_soft)
        form.setFontUnderline(True)
        form.setFontWeight(QFont.Weight.DemiBold)
    return form


def _label_format(theme: Theme, line: ComparedLine) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(theme.ink if line.kind is LineKind.HEAD else theme.muted)
    if line.kind is LineKind.HEAD:
        form.setFontWeight(QFont.Weight.DemiBold)
    return form


def _table_format(theme: Theme) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = (100 - _LABELS) / 2
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, width) for width in (_LABELS, share, share)]
    )
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    return form


def _cell_format(theme: Theme, line: ComparedLine) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    is_head = line.kind is LineKind.HEAD
    form.setTopPadding(10 if is_head else 6)
    form.setBottomPadding(6)
    form.setLeftPadding(8)
    form.setRightPadding(10)
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(theme.line)
    if is_head:
        form.setBackground(theme.accent_soft)
    return form
